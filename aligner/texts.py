"""The texts of one language with every word met once: segments as rows of word numbers, words with stems."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise, starmap

import numpy as np

from aligner.compiling import compiled
from aligner.cutting import cut_lines
from aligner.search.lattice import Integers
from aligner.words import stem


@dataclass(frozen=True, slots=True)
class Words:
    """The words of segments in reading order: segment i holds the word numbers `ids[start[i]:start[i + 1]]`."""

    ids: Integers
    start: Integers

    def __len__(self) -> int:
        return len(self.start) - 1

    def run(self, first: int, stop: int) -> Integers:
        """The word numbers of several segments."""
        return self.ids[self.start[first] : self.start[stop]]

    def part(self, rows: slice) -> "Words":
        """Some of the segments, sharing the memory of all."""
        return Words(self.ids, self.start[rows.start : rows.stop + 1])

    def renumbered(self, numbers: Integers) -> "Words":
        """The same segments with other numbers for their words."""
        return Words(numbers[self.ids], self.start)

    def spread(self, rows: "Words") -> "Words":
        """The same segments with the whole row of each word in its place."""
        lengths = np.diff(rows.start)[self.ids]
        before = np.concatenate([[0], np.cumsum(lengths)])
        within = np.arange(before[-1]) - np.repeat(before[:-1], lengths)
        return Words(rows.ids[np.repeat(rows.start[self.ids], lengths) + within], before[self.start])

    def segments_with(self, size: int) -> Integers:
        """In how many segments each of so many numbers stands."""
        counts, last = np.zeros(size, dtype=np.int64), np.full(size, -1)
        _count_segments(self.start, self.ids, last, counts)
        return counts


class Vocabulary:
    """Words of one language, numbered as they come, with what is known of each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: list[str] = []
        self.stems: list[str] = []
        self._number: dict[str, int] = {}

    def read(self, folded: Sequence[str]) -> Words:
        """The words of segments, given folded and without line ends."""
        if not folded:
            return rows_of([])
        words, ids, start = cut_lines(folded)
        self._meet([word for word in words if word not in self._number])
        numbers = np.fromiter(map(self._number.__getitem__, words), np.int64, len(words))
        return Words(numbers[ids], start)

    def _meet(self, new: Sequence[str]) -> None:
        """Number new words."""
        self._number.update(zip(new, range(len(self.words), len(self.words) + len(new)), strict=True))
        self.words += new
        self.stems += [stem(word, self.language) for word in new]


def rows_of(rows: Sequence[Collection[int]] | Sequence[Integers]) -> Words:
    """Lists of numbers, one a segment, as one array."""
    start = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=start[1:])
    ids = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(start[-1]))
    return Words(ids, start)


def one_after_the_other(parts: Sequence[Words]) -> Words:
    """The segments of several texts as those of one."""
    start = np.concatenate([[0], *(np.diff(part.start) for part in parts)]).cumsum()
    return Words(np.concatenate([np.zeros(0, dtype=np.int64), *(part.ids for part in parts)]), start)


def runs_of(sizes: Iterable[int]) -> list[slice]:
    """The segments of each of several texts of so many that stand one after the other."""
    stops = list(accumulate(sizes, initial=0))
    return list(starmap(slice, pairwise(stops)))


@compiled
def _count_segments(start: Integers, ids: Integers, last: Integers, counts: Integers) -> None:
    """Count the segments with each number; `last` is room for the one in which it was met last, -1 for none."""
    for segment in range(len(start) - 1):
        for place in range(start[segment], start[segment + 1]):
            if last[ids[place]] != segment:
                last[ids[place]] = segment
                counts[ids[place]] += 1
