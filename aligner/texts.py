"""The documents of a batch with every word met once: segments as rows of word numbers, words with stems and letters."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from aligner.beads import Side
from aligner.search.lattice import Floats, Integers
from aligner.words import stem, tokens


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one side in reading order: segment i holds the word numbers `ids[start[i]:start[i + 1]]`."""

    ids: Integers
    start: Integers

    def __len__(self) -> int:
        return len(self.start) - 1

    def of(self, segment: int) -> Integers:
        """The word numbers of one segment."""
        return self.ids[self.start[segment] : self.start[segment + 1]]

    def run(self, first: int, stop: int) -> Integers:
        """The word numbers of several segments."""
        return self.ids[self.start[first] : self.start[stop]]


class Vocabulary:
    """Words of one language, numbered as they come, with what is known of each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: list[str] = []
        self.stems: list[str] = []
        self._number: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number of a folded word, given now if it is new."""
        known = self._number.get(word)
        if known is None:
            known = self._number[word] = len(self.words)
            self.words.append(word)
            self.stems.append(stem(word, self.language))
        return known

    def read(self, segments: Sequence[str]) -> Words:
        """The words of the segments."""
        known = self._number.get
        rows = []
        for text in segments:
            words = tokens(text)
            row = [known(word, -1) for word in words]
            if -1 in row:
                row = [self.number(word) for word in words]
            rows.append(row)
        return rows_of(rows)


def rows_of(rows: Sequence[Collection[int]] | Sequence[Integers]) -> Words:
    """Lists of numbers, one a segment, as one array."""
    start = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=start[1:])
    ids = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(start[-1]))
    return Words(ids, start)


def characters(side: Side) -> Floats:
    """The length of every segment in letters, spaces left out; at least 1."""
    return np.array([max(1, len(text) - text.count(" ")) for text in side.segments], dtype=np.float32)
