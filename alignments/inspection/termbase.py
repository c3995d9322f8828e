"""Terms found in texts in any inflected form, and whether a text has one of the terms of the same concept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from aligner.lexicon import other_forms
from aligner.words import fold, stem, stems, tokens
from alignments.inspection.judged_words import JudgedWords
from alignments.inspection.letters import BEGINNING, Letters, numbered_beginnings
from alignments.inspection.texts import Flags, Texts
from alignments.inspection.views import TextView
from alignments.units import TermEntry
from corpus.languages import primary_language

Stems = tuple[str, ...]

ALIKE = 4
"""Letters that a word derived from a term has in common with it."""


CHANGED = 2
"""Letters at the end of a stem that a form of the word may have otherwise: «халқы» is a form of «халық»."""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term in a text: the entry, and code point offsets."""

    entry: TermEntry
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Termbase:
    """Entries that can be looked up by the first letters of each of their terms; only words that fit are stemmed.

    `beginnings` are these letters as numbers, by language, and `first_words` the words of which a term begins with a form.
    """

    by_beginning: dict[str, dict[str, list[tuple[Stems, TermEntry]]]] = field(default_factory=dict)
    beginnings: dict[str, NDArray[np.uint64]] = field(default_factory=dict)
    first_words: dict[str, JudgedWords] = field(default_factory=dict)

    def find(self, text: TextView, *, among: frozenset[str] | None = None) -> Iterator[FoundTerm]:
        """The terms that stand in a text, the longest at each place; `among` are the folded words that may begin one."""
        known = self.by_beginning.get(text.primary)
        after = 0
        if not known or (among is not None and not among):
            return
        for place, word in enumerate(text.words):
            if place < after or (among is not None and word not in among):
                continue
            candidates = known.get(word[:BEGINNING])
            if not candidates:
                continue
            fitting = [(len(term), entry) for term, entry in candidates if _stands_at(term, text, place)]
            after = place + max((length for length, _ in fitting), default=1)
            for length, entry in fitting:
                if place + length == after:
                    yield FoundTerm(entry, text.tokens[place][1], text.tokens[after - 1][2])

    def may_be_in(self, texts: Texts, letters: Letters, chosen: Flags | None = None) -> Flags:
        """Which texts have a word, among the chosen ones of `letters` if there is a choice, that is the first of a term."""
        found = np.zeros(len(texts.texts), dtype=np.bool_)
        for language in set(texts.languages):
            if (known := self.beginnings.get(primary_language(language))) is not None:
                own = texts.in_language(language)[letters.text_of_word]
                words = letters.begin_as(known, np.flatnonzero(own if chosen is None else own & chosen))
                first = words[self.first_words[primary_language(language)].are(letters, words)]
                found[letters.text_of_word[first]] = True
        return found

    @staticmethod
    def has(text: TextView, entry: TermEntry) -> bool:
        """True when a term of the entry stands in the text, in any form; also when it has none in this language."""
        terms = [term for language, term in entry.terms if primary_language(language) == text.primary]
        part = "verb" if entry.part_of_speech == "verb" else "noun"
        return not terms or any(_stands_in(form, text) for term in terms for form in _stems(term, text.primary, part))


@lru_cache(maxsize=1 << 16)
def _stems(term: str, language: str, part_of_speech: str) -> tuple[Stems, ...]:
    """The stems of a term and of those forms that have others: «акима» of «аким», «лет» of «год»."""
    forms = (term, *other_forms(fold(term), language, part_of_speech))
    return tuple(dict.fromkeys(tuple(stems(form, language)) for form in forms))


def _stands_in(term: Sequence[str], text: TextView) -> bool:
    """True when the text has every stem of the term, or a word that begins like it: «индонезийский» for «Индонезия»."""
    if all(len(own) > 2 and any(word.startswith(own[:ALIKE]) for word in text.words) for own in term):
        return True
    return set(text.stems).issuperset(term)


def _stands_at(term: Stems, text: TextView, place: int) -> bool:
    """True when the words from this place on have the stems of the term."""
    words = text.words[place : place + len(term)]
    return len(words) == len(term) and all(_is_form(word, own, text.primary) for word, own in zip(words, term, strict=True))


def _is_form(word: str, own: str, language: str) -> bool:
    """True when a word has this stem; few are looked at so closely."""
    return word.startswith(own[:-CHANGED]) and stem(word, language) == own


def termbase_of(entries: Iterable[TermEntry]) -> Termbase:
    """Entries made ready for looking up."""
    found: dict[str, dict[str, list[tuple[Stems, TermEntry]]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        for language, term in entry.terms:
            primary, words = primary_language(language), tokens(term)
            if words:
                found[primary][words[0][:BEGINNING]].append((tuple(stem(word, primary) for word in words), entry))
    beginnings = {language: numbered_beginnings(terms) for language, terms in found.items()}
    first_words = {language: JudgedWords(partial(_begins_a_term, terms, language)) for language, terms in found.items()}
    return Termbase({language: dict(terms) for language, terms in found.items()}, beginnings, first_words)


def _begins_a_term(terms: Mapping[str, Sequence[tuple[Stems, TermEntry]]], language: str, word: str) -> bool:
    """True when one of the terms, which are known by their beginnings, begins with a form of this word as written."""
    folded = fold(word)
    return any(_is_form(folded, term[0], language) for term, _ in terms.get(folded[:BEGINNING], ()))
