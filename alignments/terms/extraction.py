"""Bilingual term candidates from the whole memory, for a terminologist to accept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignments.index.recipe import index_stems, index_words
from alignments.store import Store
from alignments.terms.forms import natural_form
from alignments.terms.translations import Translation, term_translations
from alignments.terms.words import nameless_stems
from corpus.languages import primary_language

LEAST_SCORE = 0.5
"""A translation under this score is not proposed."""


MOST_FORMS = 8
"""How many forms of a stem are looked at, the most frequent first."""


@dataclass(frozen=True, slots=True)
class TermCandidate:
    """A term, its best translation and the units that have it."""

    term: str
    hits: int
    translation: Translation


def extract_terms(store: Store, language: str, target: str, *, least_count: int = 3, limit: int = 500) -> Iterator[TermCandidate]:
    """Terms of a language with their translation: frequent stems, the surest pairs only.

    Words that the lexicon knows, but not as nouns, are terms only beside another word. A term is proposed when its best
    translation, looked up the other way round, gives the term back, and at least `least_count` units have both.
    """
    store.bring_index_up_to_date()
    nameless = nameless_stems(primary_language(language))
    proposed: set[tuple[str, str]] = set()
    for stem, count in store.index.vocabulary.frequent_stems(language, least_count):
        if stem in nameless or stem.isdigit() or len(stem) < 3:
            continue
        forms = store.index.vocabulary.forms(language, stem, MOST_FORMS)
        if not forms:
            continue
        candidate = _pair(store, _likeliest_noun(forms, language), language, target)
        if candidate is None or candidate.translation.count < least_count:
            continue
        if (candidate.term, candidate.translation.text) not in proposed:
            proposed.add((candidate.term, candidate.translation.text))
            yield TermCandidate(candidate.term, count, candidate.translation)
        if len(proposed) >= limit:
            return


def _likeliest_noun(forms: Sequence[tuple[str, int]], language: str) -> str:
    """The form that looks most like a nominative: заң, where `заңды` is more frequent and an adjective too."""
    return natural_form(Counter({(form, False): count for form, count in forms}), language)


def _pair(store: Store, word: str, language: str, target: str) -> TermCandidate | None:
    """The word with its best translation, when that leads back to the word."""
    forth = term_translations(store, word, language, (target,), 1)
    best = next(iter(forth.translations[0][1]), None)
    if best is None or best.score < LEAST_SCORE or not best.count or not _names(best.text, target):
        return None
    back = term_translations(store, best.text, target, (language,), 2)
    own = [one for one in back.translations[0][1] if one.count and _shares_word(one.text, word, language)]
    return TermCandidate(own[0].text, forth.hits, best) if own else None


def _names(term: str, language: str) -> bool:
    """True when a word of the term may be a noun."""
    return not nameless_stems(primary_language(language)).issuperset(index_stems(index_words(term), language))


def _shares_word(term: str, word: str, language: str) -> bool:
    return index_stems((word,), language)[0] in index_stems(index_words(term), language)
