"""Words as numbers, each with its root and its letter n-grams, worked out once per word however often it stands."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from aligner.words import romanise

Numbers = NDArray[np.int32]

ROOT = 5
"""Letters of a word taken as its root: as good as stems for counting which words stand together, and much faster."""

GRAM = 4
"""Letters of an n-gram, the mark of the word's beginning or end included."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Numbers grouped by row: row r holds `values[starts[r]:starts[r + 1]]`."""

    values: Numbers
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1


def rows_of(lists: Sequence[Sequence[int]]) -> Rows:
    """Rows from one list of numbers each."""
    starts = np.zeros(len(lists) + 1, dtype=np.int64)
    np.cumsum([len(numbers) for numbers in lists], out=starts[1:])
    return Rows(np.fromiter((number for numbers in lists for number in numbers), np.int32, int(starts[-1])), starts)


class _Numbering(defaultdict[str, int]):
    """A number for every text, given when first asked for."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


@dataclass(slots=True)
class Vocabulary:
    """The roots and n-grams of all languages; roots carry their language, n-grams are shared by all."""

    roots: _Numbering = field(default_factory=_Numbering)
    grams: _Numbering = field(default_factory=_Numbering)
    _roots_of: dict[tuple[str, str], int] = field(default_factory=dict)
    _grams_of: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def root(self, word: str, language: str) -> int:
        """The number of a folded word's root."""
        key = (language, word)
        if key not in self._roots_of:
            self._roots_of[key] = self.roots[f"{language}:{word[:ROOT]}"]
        return self._roots_of[key]

    def root_row(self, words: Sequence[str], language: str) -> list[int]:
        """The numbers of the roots of a text, each once."""
        return list({self.root(word, language) for word in words})

    def gram_row(self, words: Sequence[str]) -> list[int]:
        """The numbers of the letter n-grams of a text, each once."""
        numbers: set[int] = set()
        for word in words:
            numbers.update(self._grams_of.get(word) or self._grams(word))
        return list(numbers)

    def _grams(self, word: str) -> tuple[int, ...]:
        marked = f"^{romanise(word)}$"
        pieces = {marked[at : at + GRAM] for at in range(max(1, len(marked) - GRAM + 1))}
        self._grams_of[word] = tuple(self.grams[piece] for piece in pieces)
        return self._grams_of[word]
