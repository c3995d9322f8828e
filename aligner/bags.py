"""Texts as the lexicons see them: what each word offers and wants, by concept, by learned stem, by its very letters."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Protocol

import numpy as np

from aligner.evidence.coverage import Links
from aligner.learning import Learned
from aligner.search.lattice import Floats, Integers
from aligner.spelling.romanisation import romanised
from aligner.terms import LongerTerms, Term, find_terms, longer_terms, terms_among
from aligner.texts import Vocabulary, Words, rows_of, runs_of

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


class LexiconLike(Hashable, Protocol):
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

    def concepts_of(self, term: str, language: str) -> tuple[int, ...]:
        """The concepts of a term given as stems, joined by spaces; none where the term is unknown or does not tell much."""


def primary(language: str) -> str:
    """The language without script and region: `ru-RU` is looked up as `ru`."""
    return language.partition("-")[0]


Unit = tuple[int, tuple[int, ...]]
"""The number of a stem and the numbers of its concepts."""


class StemTable:
    """The stems of all segments of one language: numbers, weights, and the units of the lexicons.

    A unit is a stem with the concepts of the term that it is part of: of a term of one word, as long as no longer one is found.
    """

    def __init__(self, vocabulary: Vocabulary, words: Words, lexicon: LexiconLike | None) -> None:
        self.language = vocabulary.language
        self._spoken = primary(vocabulary.language)
        self._lexicon = lexicon if lexicon is not None and self._spoken in lexicon.languages else None
        self._unit_numbers: dict[Unit, int] = {}
        numbers: dict[str, int] = {}
        self.stem_words = words.renumbered(_integers([numbers.setdefault(stem, len(numbers)) for stem in vocabulary.stems]))
        self.stems = list(numbers)
        self.spelled = [spelling(stem) for stem in self.stems]
        alone = _integers([self._unit(number, self._concepts((stem,))) for number, stem in enumerate(self.stems)])
        self.unit_words = self.stem_words.renumbered(alone)
        if self._lexicon is not None:
            self._read_terms(longer_terms(self._lexicon, self._spoken), numbers)
        self.stem_of_unit = _integers([stem for stem, _ in self.units])

    @property
    def units(self) -> Collection[Unit]:
        """The units by their numbers."""
        return self._unit_numbers.keys()

    def weights(self) -> Floats:
        """The inverse segment frequency of the stem of every unit."""
        frequency = self.stem_words.segments_with(len(self.stems))[self.stem_of_unit]
        weights: Floats = np.log1p(len(self.stem_words) / np.maximum(1, frequency)).astype(np.float32)
        return weights

    def _unit(self, stem: int, concepts: tuple[int, ...]) -> int:
        return self._unit_numbers.setdefault((stem, concepts), len(self._unit_numbers))

    def _read_terms(self, longer: LongerTerms, numbers: Mapping[str, int]) -> None:
        """Put the concepts of terms of several words to all their words, from left to right, the longest at each place."""
        begun = [
            [term for term in terms_among(numbers, longer[stem]) if self._concepts(term)] if stem in longer else ()
            for stem in self.stems
        ]
        terms = list(chain.from_iterable(begun))
        rows = rows_of([[numbers[stem] for stem in term] for term in terms])
        found = find_terms(self.stem_words, rows, np.cumsum([0, *map(len, begun)]))
        parts = np.unique(found[found >= 0])
        inside = np.searchsorted(rows.start, parts, side="right") - 1
        units = [
            self._unit(stem, self._concepts(terms[term]))
            for stem, term in zip(rows.ids[parts].tolist(), inside.tolist(), strict=True)
        ]
        self.unit_words.ids[found >= 0] = _integers(units)[np.searchsorted(parts, found[found >= 0])]

    def _concepts(self, term: Term) -> tuple[int, ...]:
        """The concepts of a term, if the lexicon takes it for one."""
        return () if self._lexicon is None else self._lexicon.concepts_of(" ".join(term), self._spoken)


def _integers(numbers: Sequence[int]) -> Integers:
    return np.array(numbers, dtype=np.int64)


def _floats(numbers: Sequence[float]) -> Floats:
    return np.array(numbers, dtype=np.float32)


class MarkNumbers:
    """One numbering of marks for the whole batch: the own one of every stem of every language, then concepts and spellings."""

    def __init__(self, tables: Iterable[StemTable]) -> None:
        held = list(tables)
        self._own = {table.language: run for table, run in zip(held, runs_of(len(table.stems) for table in held), strict=True)}
        self._first = sum(len(table.stems) for table in held)
        self._shared: dict[int | str, int] = {}

    def own(self, table: StemTable) -> Integers:
        """The own marks of the stems of a language."""
        return np.arange(self._own[table.language].start, self._own[table.language].stop)

    def shared(self, value: int | str) -> int:
        """The mark of a concept or of a spelling, given now if it is new."""
        return self._shared.setdefault(value, self._first + len(self._shared))

    def __len__(self) -> int:
        return self._first + len(self._shared)


class Reading:
    """All segments of one language as the lexicons see them: what its units offer, and what translates them by themselves."""

    def __init__(self, table: StemTable, numbers: MarkNumbers) -> None:
        self.table = table
        self.units = table.unit_words
        self.own_marks = numbers.own(table)
        shared = shared_marks(table, numbers)
        self.links = shared_links(table, shared)
        offered = np.insert(shared.ids, shared.start[:-1], self.own_marks[table.stem_of_unit])
        self.marks = self.units.spread(Words(offered, shared.start + np.arange(len(shared.start))))
        self.weights = table.weights()[self.units.ids]
        self.sums = np.diff(np.concatenate([[0.0], np.cumsum(self.weights, dtype=np.float64)])[self.units.start])


def shared_marks(table: StemTable, numbers: MarkNumbers) -> Words:
    """The marks of each unit that other languages may have, too: its concepts and, last, its spelling."""
    spelled = [(numbers.shared(text),) if text else () for text in table.spelled]
    return rows_of([(*map(numbers.shared, concepts), *spelled[stem]) for stem, concepts in table.units])


def shared_links(table: StemTable, shared: Words) -> Links:
    """What translates each unit by itself: the marks that it shares with other languages."""
    of_spelling = _floats([0.0 if not text else 1.0 if text.isdigit() else SAME_LETTERS for text in table.spelled])
    strength, last = np.full(len(shared.ids), CONCEPT, dtype=np.float32), of_spelling[table.stem_of_unit]
    strength[shared.start[1:][last > 0] - 1] = last[last > 0]
    return Links(shared.start, shared.ids, strength, np.full(len(shared.ids), np.inf, dtype=np.float32))


def spelling(stem: str) -> str:
    """The start of the romanised stem by which words spelled alike are found; empty for short words, whole for numbers."""
    if stem.isdigit():
        return stem
    letters = romanised(stem)
    return letters[:SPELLED] if len(letters) >= 4 else ""


def learned_links(table: StemTable, stems: Integers, marks: Integers, learned: Learned) -> Links:
    """What each unit was taught by way of its stem: link k is from `stems[k]` to `marks[k]`."""
    order = np.argsort(stems, kind="stable")
    by_stem = Words(order, np.searchsorted(stems[order], np.arange(len(table.stems) + 1)))
    held = Words(table.stem_of_unit, np.arange(len(table.stem_of_unit) + 1)).spread(by_stem)
    return Links(held.start, marks[held.ids], learned.strength[held.ids], learned.votes[held.ids])
