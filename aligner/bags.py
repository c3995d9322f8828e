"""Texts as the lexicons see them: what each word offers and wants, by concept, by learned stem, by its very letters."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from aligner.evidence.coverage import Links
from aligner.lattice import Floats
from aligner.texts import Vocabulary, Words, rows_of
from aligner.words import romanise

CONCEPT, SAME_LETTERS = 0.8, 0.6
"""The strength of a shared concept and of words that are spelled alike."""

SPELLED = 5
"""Romanised letters from the start that words spelled alike have in common."""


class ConceptRun(Protocol):
    """A term found in a segment: half-open run of words and the concepts it may stand for."""

    start: int
    stop: int
    concepts: tuple[int, ...]


class Lexicon(Protocol):
    """What the aligner asks of a lexicon that is handed in."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which concepts can be looked up."""

    def spans(self, stemmed: Sequence[str], language: str) -> Sequence[ConceptRun]:
        """The terms in a segment given as stems, from left to right; they do not overlap."""


def primary(language: str) -> str:
    """The language without script and region: `ru-RU` is looked up as `ru`."""
    return language.partition("-")[0]


class StemTable:
    """Stems of one language over the whole batch: numbers, weights, and the units of the lexicons."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon | None) -> None:
        self.language = vocabulary.language
        self.vocabulary = vocabulary
        self._spoken = primary(vocabulary.language)
        self._lexicon = lexicon if lexicon is not None and self._spoken in lexicon.languages else None
        self._numbers: dict[str, int] = {}
        self._units: dict[tuple[int, tuple[int, ...]], int] = {}
        self._frequency: Counter[int] = Counter()
        self._segments = 0
        self._of_word: list[int] = []

    def read(self, words: Words) -> tuple[Words, Words]:
        """The segments as stem numbers and as unit numbers; a unit is a stem with the concepts of the term it is part of."""
        stems, units = [], []
        for word in range(len(self._of_word), len(self.vocabulary.stems)):
            stem = self.vocabulary.stems[word]
            self._of_word.append(self._numbers.setdefault(stem, len(self._numbers)))
        for segment in range(len(words)):
            numbers = words.of(segment).tolist()
            row = [self._of_word[word] for word in numbers]
            self._frequency.update(set(row))
            concepts: list[tuple[int, ...]] = [()] * len(row)
            if self._lexicon is not None:
                for run in self._lexicon.spans([self.vocabulary.stems[word] for word in numbers], self._spoken):
                    for at in range(run.start, run.stop):
                        concepts[at] = run.concepts
            stems.append(row)
            units.append([self._units.setdefault(unit, len(self._units)) for unit in zip(row, concepts, strict=True)])
        self._segments += len(words)
        return rows_of(stems), rows_of(units)

    def unit_weights(self) -> Floats:
        """The inverse segment frequency of the stem of every unit."""
        frequency = np.array([self._frequency[stem] for stem, _ in self._units] or [1])
        weights: Floats = np.log1p(self._segments / np.maximum(1, frequency)).astype(np.float32)
        return weights

    @property
    def stems(self) -> list[str]:
        """Every stem by number."""
        return list(self._numbers)

    @property
    def units(self) -> list[tuple[int, tuple[int, ...]]]:
        """Every unit by number: its stem and its concepts."""
        return list(self._units)


class MarkNumbers:
    """One numbering of stems, concepts and spellings for the whole batch."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, object], int] = {}

    def __call__(self, kind: str, value: object) -> int:
        return self._numbers.setdefault((kind, value), len(self._numbers))


def unit_marks(table: StemTable, numbers: MarkNumbers) -> tuple[Words, list[int]]:
    """The marks that each unit offers and, per stem, the number of its own mark."""
    own = [numbers(table.language, stem) for stem in range(len(table.stems))]
    spelled = [spelling(stem) for stem in table.stems]
    rows = []
    for stem, concepts in table.units:
        row = [own[stem], *(numbers("concept", concept) for concept in concepts)]
        if spelled[stem]:
            row.append(numbers("spelling", spelled[stem]))
        rows.append(row)
    return rows_of(rows), own


def spelling(stem: str) -> str:
    """The start of the romanised stem by which words spelled alike are found; empty for short words, whole for numbers."""
    if stem.isdigit():
        return stem
    letters = romanise(stem)
    return letters[:SPELLED] if len(letters) >= 4 else ""


def unit_links(table: StemTable, numbers: MarkNumbers, learned: dict[int, list[tuple[int, float, float]]]) -> Links:
    """What translates each unit: its concepts, its spelling, and the marks learned for its stem (mark, strength, votes)."""
    spelled = [spelling(stem) for stem in table.stems]
    start, marks, strength, votes = [0], [], [], []
    for stem, concepts in table.units:
        found = [(numbers("concept", concept), CONCEPT, np.inf) for concept in concepts]
        if spelled[stem]:
            found.append((numbers("spelling", spelled[stem]), 1.0 if spelled[stem].isdigit() else SAME_LETTERS, np.inf))
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
