"""The stems under which a word of a query may stand in the index, where the stemmer gives its forms several."""

import re
from collections.abc import Callable, Mapping

from aligner.spelling.kazakh_latin import is_kazakh_latin
from aligner.stemming.kazakh_latin import known_spelling
from aligner.stemming.kazakh_roots import known_roots
from aligner.stemming.kazakh_verbs import passives
from alignments.index.recipe import known_stem
from alignments.index.vocabulary import Vocabulary
from corpus.languages import primary_language

_FLEETING = re.compile(r"(.*[бвгджзклмнпрстфхцчшщ])[ое]([бвгджзклмнпрстфхцчшщ])")

_LIKE_GERUNDS = re.compile(r"(.+ис)(?:ь|и|ью|ей|ям|ями|ях)")
"""Nouns like подпись, which the stemmer takes for a gerund in this form only."""


def query_stems(vocabulary: Vocabulary, word: str, language: str) -> tuple[str, ...]:
    """The stem of a folded word, and the stems of its other forms that the memory has."""
    primary = primary_language(language)
    own = known_stem(word, language)
    spelt = known_spelling(word) if is_kazakh_latin(language) else word
    others = _OTHERS[primary](spelt) - {own} if primary in _OTHERS else set()
    if not others:
        return (own,)
    known = vocabulary.stem_counts(language, [own, *sorted(others)])
    if primary == "kk" and own in known and _is_more_than_a_root(spelt):
        return (own,)
    return (own, *sorted(others & known.keys()))


def _is_more_than_a_root(word: str) -> bool:
    """True for a Kazakh noun or adverb that is spelt like the root of a verb: жаз, бар."""
    roots = known_roots()
    return roots.infinitive(word) != word and (word in roots.words or word in roots.whole)


def _russian(word: str) -> set[str]:
    """Stems of oblique forms: `остров` is cut to `остр`, `острова` is not; ребенок – ребенка, сон – сна, подпись – подписи."""
    fleeting, like_gerund = _FLEETING.fullmatch(word), _LIKE_GERUNDS.fullmatch(word)
    bases = [word, *([fleeting[1] + fleeting[2]] if fleeting else [])]
    forms = [base + ending for base in bases for ending in ("а", "ом")]
    if like_gerund:
        forms += [like_gerund[1] + "ь", like_gerund[1] + "и"]
    return {known_stem(form, "ru") for form in forms}


def _kazakh(word: str) -> set[str]:
    """The verb of a bare root, and the passive of a verb: кел – келу; қою – қойылу."""
    infinitive = known_roots().infinitive(word)
    return {infinitive, *passives(infinitive)} if infinitive else set()


def _english(word: str) -> set[str]:
    """The stem of the word that an irregular form belongs to: found – find."""
    return {known_stem(whole, "en") for whole in irregular_english(word)}


def irregular_english(word: str) -> tuple[str, ...]:
    """The words with irregular forms that a folded word is a form of; words in other letters do without the lexicon."""
    if not word.isascii():
        return ()
    from aligner.lexicon.english_forms import irregular_words  # noqa: PLC0415 - as said

    return irregular_words(word)


_OTHERS: Mapping[str, Callable[[str], set[str]]] = {"ru": _russian, "kk": _kazakh, "en": _english}
