"""The units of a batch as the checks see them: columns over all texts and pairs, and a view of each unit worth a closer look."""

from collections.abc import Iterable
from functools import cached_property
from weakref import proxy

import numpy as np
from numpy.typing import NDArray

from alignments.columns import Columns
from alignments.inspection.background import Background
from alignments.inspection.kinship import KINSHIP, Kinship
from alignments.inspection.plain_numbers import plain_numbers
from alignments.inspection.rows import Places
from alignments.inspection.runs import longest_runs
from alignments.inspection.texts import Flags, Texts
from alignments.inspection.views import TextView, UnitView
from alignments.units import TranslationUnit

Floats = NDArray[np.float64]


class Batch:
    """Some units that stand together; `first` is the place of the first of them in the collection.

    Of every two texts of a unit that are there to be compared there is a row in `owners` (the unit), `firsts` and `seconds`
    (the texts), `deviations` (standard deviations of the second text's length), `kinships` (`letters` is NaN where it was not
    worked out) and `runs` (words in a row that both have).
    """

    def __init__(self, columns: Columns, background: Background, first: int = 0) -> None:
        self.columns, self.background, self.first = columns, background, first
        self.texts = Texts(columns)
        self.firsts, self.seconds = self.texts.pairs
        self.owners: Places = self.texts.units[self.firsts]
        bounds = np.arange(len(columns) + 1)
        self._text_bounds: list[int] = np.searchsorted(self.texts.units, bounds).tolist()
        self._row_bounds: list[int] = np.searchsorted(self.owners, bounds).tolist()
        self._views: dict[int, UnitView] = {}

    def __len__(self) -> int:
        return len(self.columns)

    def view(self, place: int) -> UnitView:
        """One unit for itself, made once."""
        if place not in self._views:
            self._views[place] = UnitView(self.unit(place), _Around(proxy(self), place))
        return self._views[place]

    def unit(self, place: int) -> TranslationUnit:
        """A unit as far as the checks look at it."""
        return self.columns.unit(place, self._text_bounds[place])

    def texts_of(self, place: int) -> slice:
        """Where the texts of a unit stand."""
        return slice(*self._text_bounds[place : place + 2])

    def rows_of(self, place: int) -> range:
        """The rows of the pairs of texts of a unit."""
        return range(*self._row_bounds[place : place + 2])

    def pair(self, row: int) -> tuple[TextView, TextView]:
        """The two texts of a pair."""
        place = int(self.owners[row])
        texts, start = self.view(place).texts, self._text_bounds[place]
        return texts[int(self.firsts[row]) - start], texts[int(self.seconds[row]) - start]

    def with_text(self, chosen: Flags) -> Flags:
        """The units that have a chosen text."""
        return np.bincount(self.texts.units[chosen], minlength=len(self)) > 0

    def with_pair(self, chosen: Flags) -> Flags:
        """The units that have a chosen pair of texts."""
        return np.bincount(self.owners[chosen], minlength=len(self)) > 0

    @cached_property
    def filled(self) -> Places:
        """How many texts of each unit are not empty."""
        return np.bincount(self.texts.units[self.texts.lengths > 0], minlength=len(self))

    @cached_property
    def deviations(self) -> Floats:
        """By how many standard deviations the second text of each pair is too long (+) or too short (-)."""
        return self.background.lengths.deviations(self.texts)

    @cached_property
    def runs(self) -> Places:
        """The longest run of words that both texts of each pair have."""
        words = self.texts.words
        return longest_runs(words.take(self.firsts), words.take(self.seconds))

    @cached_property
    def same_numbers(self) -> Places:
        """How many numbers both texts of each pair have and nothing else that is counted or dated; 0 when one must look."""
        plain = plain_numbers(self.texts)
        same = plain.known[self.firsts] & plain.known[self.seconds] & (plain.sums[self.firsts] == plain.sums[self.seconds])
        return np.where(same, plain.counts[self.firsts], 0)

    @cached_property
    def probabilities(self) -> Floats:
        """The aligner's probability of each unit; NaN for units nobody measured."""
        return np.array(self.columns.probabilities, dtype=np.float64)

    @property
    def kinships(self) -> NDArray[np.void]:
        """What the texts of each pair share."""
        return self._related[0]

    @property
    def lonely_rivals(self) -> Floats:
        """The most that a text which stands alone shares with a neighbour's, 0…2."""
        return self._related[1]

    @cached_property
    def _related(self) -> tuple[NDArray[np.void], Floats]:
        """The kinship of each pair, and of each unit with one text the most that it shares with a neighbour's."""
        kinships, alone = np.zeros(len(self.owners), dtype=KINSHIP), np.zeros(len(self))
        kinships["letters"] = np.nan
        if (model := self.background.kinship) is None:
            return kinships, alone
        for direction in self._directions():
            first, second = (self._text_in(language) for language in direction)
            paired = (first >= 0) & (second >= 0) & (first < second)
            lone = (self.filled == 1) & ((first >= 0) ^ (second >= 0))
            there = paired | lone
            found = model.relate(self.texts, np.where(there, first, -1), np.where(there, second, -1))
            alone[lone] = np.maximum(alone[lone], found["rival"][lone])
            kinships[self._row_of(first[paired], second[paired])] = found[paired]
        return kinships, alone

    def _directions(self) -> Iterable[tuple[str, str]]:
        """The languages of the pairs of the collection, each two once, as far as both occur here."""
        there = set(self.texts.languages)
        return [direction for direction in self.background.lengths.directions if there.issuperset(direction)]

    def _text_in(self, language: str) -> Places:
        """The first text of each unit in a language; -1 for none."""
        chosen = np.flatnonzero(self.texts.in_language(language) & (self.texts.lengths > 0))[::-1]
        place = np.full(len(self), -1, dtype=np.int64)
        place[self.texts.units[chosen]] = chosen
        return place

    def _row_of(self, first: Places, second: Places) -> Places:
        """The rows of these pairs of texts."""
        size = len(self.texts.texts)
        return np.searchsorted(self.firsts * size + self.seconds, first * size + second)


class _Around:
    """What the batch knows of one of its units; the `Surroundings` of its view.

    The batch is held on to weakly: in a cycle its arrays would stay in memory until somebody collects garbage.
    """

    def __init__(self, batch: Batch, place: int) -> None:
        self._batch, self._place = batch, place
        self._first = batch.texts_of(place).start

    @property
    def number(self) -> int:
        return self._batch.first + self._place

    @property
    def keys(self) -> list[int]:
        keys: list[int] = self._batch.texts.keys[self._batch.texts_of(self._place)].tolist()
        return keys

    @cached_property
    def kinships(self) -> dict[tuple[int, int], Kinship]:
        batch, first = self._batch, self._first
        rows = [row for row in batch.rows_of(self._place) if not np.isnan(batch.kinships["letters"][row])]
        return {
            (int(batch.firsts[row]) - first, int(batch.seconds[row]) - first): Kinship(*batch.kinships[row].item())
            for row in rows
        }

    def unexplained(self, text: int, other: int) -> list[int]:
        model = self._batch.background.kinship
        return model.unexplained(self._batch.texts, self._first + text, self._first + other) if model else []

    @property
    def before(self) -> TranslationUnit | None:
        return self._batch.unit(self._place - 1) if self._place else None

    @property
    def after(self) -> TranslationUnit | None:
        return self._batch.unit(self._place + 1) if self._place + 1 < len(self._batch) else None
