"""A search for words in all their forms."""

from collections.abc import Iterable, Sequence
from math import prod

from alignments.index.queries import MOST_PHRASES, Slot, WordQuery
from alignments.index.query_stems import irregular_english, query_stems
from alignments.index.vocabulary import Vocabulary
from corpus.languages import primary_language


def inflected(vocabulary: Vocabulary, words: Sequence[Sequence[str]], language: str) -> WordQuery:
    """A search for folded words one after another in all their forms; a word may be given in several spellings.

    Where irregular forms are among them it is a search for words: `found` belongs to find, `founded` of the same stem does not.
    """
    stems = [_together(query_stems(vocabulary, word, language) for word in spellings) for spellings in words]
    if prod(map(len, stems)) > MOST_PHRASES:
        stems = [slot[:1] for slot in stems]
    irregular = [vocabulary.known(language, _irregular(spellings, language)) for spellings in words]
    if any(irregular):
        forms = [_together((vocabulary.all_forms(language, slot), more)) for slot, more in zip(stems, irregular, strict=True)]
        if prod(map(len, forms)) <= MOST_PHRASES:
            return WordQuery(language, tuple(forms))
    return WordQuery(language, tuple(stems), of_stems=True)


def _irregular(spellings: Iterable[str], language: str) -> tuple[str, ...]:
    """The irregular forms of an English word."""
    words = {whole for word in spellings for whole in irregular_english(word)} if primary_language(language) == "en" else ()
    if not words:
        return ()
    from aligner.lexicon.english_forms import english_forms  # noqa: PLC0415 - other words do without the lexicon

    return _together(english_forms(whole, "") for whole in sorted(words))


def _together(slots: Iterable[Iterable[str]]) -> Slot:
    return tuple(dict.fromkeys(word for slot in slots for word in slot))
