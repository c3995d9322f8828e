"""Texts as the lexicons see them: what each word offers and wants, by concept, by learned stem, by its very letters."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np

from aligner.evidence.coverage import Links
from aligner.search.lattice import Floats, Integers
from aligner.spelling.romanisation import romanised
from aligner.texts import Vocabulary, Words, rows_of

CONCEPT, SAME_LETTERS = 0.8, 0.6
"""The strength of a shared concept and of words that are spelled alike."""

SPELLED = 5
"""Romanised letters from the start that words spelled alike have in common."""


class ConceptRun(Protocol):
    """A term found in a segment: half-open run of words and the concepts it may stand for."""

    @property
    def start(self) -> int:
        """The first word."""

    @property
    def stop(self) -> int:
        """The word after the last."""

    @property
    def concepts(self) -> tuple[int, ...]:
        """The numbers of the concepts."""


class Lexicon(Hashable, Protocol):
    """What the aligner asks of a lexicon that is handed in."""

    @property
    def name(self) -> str:
        """What the signature of a result calls it."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which concepts can be looked up."""

    def spans(self, stemmed: Sequence[str], language: str) -> Sequence[ConceptRun]:
        """The terms in a segment given as stems, from left to right, the longest at each place; they do not overlap."""

    def stemmed_terms(self, language: str) -> Collection[str]:
        """The stems of every term of a language, joined by spaces."""


def primary(language: str) -> str:
    """The language without script and region: `ru-RU` is looked up as `ru`."""
    return language.partition("-")[0]


Term = tuple[str, ...]
"""The stems of a term."""


@lru_cache(maxsize=8)
def longer_terms(lexicon: Lexicon, language: str) -> Mapping[str, Mapping[str, Sequence[Term]]]:
    """The terms of several words by their first and then by their second stem, the longest first."""
    terms: dict[str, dict[str, list[Term]]] = {}
    for key in sorted(lexicon.stemmed_terms(language), key=lambda key: (-key.count(" "), key)):
        if " " in key:
            term = tuple(key.split(" "))
            terms.setdefault(term[0], {}).setdefault(term[1], []).append(term)
    return terms


class StemTable:
    """Stems of one language over the whole batch: numbers, weights, and the units of the lexicons.

    A unit is a stem with the concepts of the term that it is part of: of a term of one word, as long as no longer one is found.
    """

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon | None) -> None:
        self.language = vocabulary.language
        self.stems: list[str] = []
        self.spelled: list[str] = []
        self.units: list[tuple[int, tuple[int, ...]]] = []
        self._vocabulary = vocabulary
        self._spoken = primary(vocabulary.language)
        self._lexicon = lexicon if lexicon is not None and self._spoken in lexicon.languages else None
        self._longer = {} if self._lexicon is None else longer_terms(self._lexicon, self._spoken)
        self._told: dict[Term, tuple[int, ...]] = {}
        self._numbers: dict[str, int] = {}
        self._unit_numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._stem_of_word: list[int] = []
        self._alone: list[int] = []
        self._begins: list[bool] = []
        self._frequency = np.zeros(0, dtype=np.int64)
        self._segments = 0

    def read(self, words: Words) -> tuple[Words, Words]:
        """The segments as stem numbers and as unit numbers."""
        for stem in self._vocabulary.stems[len(self._stem_of_word) :]:
            self._stem_of_word.append(self._stem(stem))
        stems = np.array(self._stem_of_word, dtype=np.int64)[words.ids]
        self._count(stems, words.start)
        units = np.array(self._alone, dtype=np.int64)[stems]
        self._read_terms(stems, units, words.start)
        return Words(stems, words.start), Words(units, words.start)

    def unit_weights(self) -> Floats:
        """The inverse segment frequency of the stem of every unit."""
        frequency = np.array([self._frequency[stem] for stem, _ in self.units] or [1])
        weights: Floats = np.log1p(self._segments / np.maximum(1, frequency)).astype(np.float32)
        return weights

    def _stem(self, stem: str) -> int:
        known = self._numbers.get(stem)
        if known is None:
            known = self._numbers[stem] = len(self.stems)
            self.stems.append(stem)
            self.spelled.append(spelling(stem))
            self._alone.append(self._unit(known, self._concepts((stem,))))
            self._begins.append(stem in self._longer)
        return known

    def _unit(self, stem: int, concepts: tuple[int, ...]) -> int:
        number = self._unit_numbers.setdefault((stem, concepts), len(self.units))
        if number == len(self.units):
            self.units.append((stem, concepts))
        return number

    def _count(self, stems: Integers, start: Integers) -> None:
        """In how many segments each stem stands."""
        segments = np.repeat(np.arange(len(start) - 1), np.diff(start))
        met = np.unique(segments * len(self.stems) + stems) % max(1, len(self.stems))
        counts = np.bincount(met, minlength=len(self.stems))
        counts[: len(self._frequency)] += self._frequency
        self._frequency = counts
        self._segments += len(start) - 1

    def _read_terms(self, stems: Integers, units: Integers, start: Integers) -> None:
        """Put the concepts of terms of several words to all their words, from left to right, the longest at each place."""
        row, ends, free = [self.stems[stem] for stem in stems.tolist()], np.repeat(start[1:], np.diff(start)), 0
        for place in np.flatnonzero(np.array(self._begins, dtype=np.bool_)[stems][:-1]).tolist():
            terms = self._longer[row[place]].get(row[place + 1])
            if terms is None or place < free:
                continue
            for term in terms:
                end = place + len(term)
                concepts = self._concepts(term) if end <= ends[place] and term == tuple(row[place:end]) else ()
                if concepts:
                    units[place:end] = [self._unit(stem, concepts) for stem in stems[place:end].tolist()]
                    free = end
                    break

    def _concepts(self, term: Term) -> tuple[int, ...]:
        """The concepts of a term given as stems, if the lexicon takes it for one."""
        known = self._told.get(term)
        if known is None:
            runs = () if self._lexicon is None else self._lexicon.spans(term, self._spoken)
            known = self._told[term] = runs[0].concepts if runs and runs[0].stop - runs[0].start == len(term) else ()
        return known


class MarkNumbers:
    """One numbering of stems, concepts and spellings for the whole batch."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, object], int] = {}

    def __call__(self, kind: str, value: object) -> int:
        """The number of a mark, given now if it is new."""
        return self._numbers.setdefault((kind, value), len(self._numbers))


def unit_marks(table: StemTable, numbers: MarkNumbers) -> tuple[Words, list[int]]:
    """The marks that each unit offers and, per stem, the number of its own mark."""
    own = [numbers(table.language, stem) for stem in range(len(table.stems))]
    rows = []
    for stem, concepts in table.units:
        row = [own[stem], *(numbers("concept", concept) for concept in concepts)]
        if table.spelled[stem]:
            row.append(numbers("spelling", table.spelled[stem]))
        rows.append(row)
    return rows_of(rows), own


def spelling(stem: str) -> str:
    """The start of the romanised stem by which words spelled alike are found; empty for short words, whole for numbers."""
    if stem.isdigit():
        return stem
    letters = romanised(stem)
    return letters[:SPELLED] if len(letters) >= 4 else ""


def unit_links(table: StemTable, numbers: MarkNumbers, learned: dict[int, list[tuple[int, float, float]]]) -> Links:
    """What translates each unit: its concepts, its spelling, and the marks learned for its stem (mark, strength, votes)."""
    start, marks, strength, votes = [0], [], [], []
    for stem, concepts in table.units:
        found = [(numbers("concept", concept), CONCEPT, np.inf) for concept in concepts]
        if table.spelled[stem]:
            found.append(
                (numbers("spelling", table.spelled[stem]), 1.0 if table.spelled[stem].isdigit() else SAME_LETTERS, np.inf)
            )
        found += learned.get(stem, ())
        for mark, value, count in found:
            marks.append(mark)
            strength.append(value)
            votes.append(count)
        start.append(len(marks))
    return Links(
        np.array(start), np.array(marks, dtype=np.int64), np.array(strength, dtype=np.float32), np.array(votes, dtype=np.float32)
    )


def offered(units: Words, marks: Words) -> Words:
    """The marks that the units of each segment offer."""
    lengths = np.diff(marks.start)[units.ids]
    before = np.concatenate([[0], np.cumsum(lengths)])
    within = np.arange(before[-1]) - np.repeat(before[:-1], lengths)
    return Words(marks.ids[np.repeat(marks.start[units.ids], lengths) + within], before[units.start])
