"""The words that a load has met: stems and marks of whole rows of texts are looked up at once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aligner.words import fresh_stem
from alignments.index.marked_stems import MarkedStems, words_of_lines
from alignments.index.recipe import loose_word
from alignments.index.stem_marks import mark
from alignments.index.vocabulary import FreshWords

MOST_KNOWN = 1 << 22
"""Words of a language from which a load begins to learn them anew."""


class Met(NamedTuple):
    """The stems of a row of words, and what of them was met for the first time."""

    stems: list[str]
    marked: MarkedStems
    fresh: FreshWords


class Numbers:
    """Numbers of texts by their hash, in an eighth of a dictionary's room: a million words share none of its 2^64 values.

    The hashes ascend. The line end between texts is number 0.
    """

    def __init__(self) -> None:
        self._hashes = np.array([hash("\n")], np.int64)
        self._numbers = np.zeros(1, np.int32)

    def __len__(self) -> int:
        return len(self._hashes)

    def lacks(self, hashes: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the hashes have no number."""
        lacks: NDArray[np.bool_] = self._hashes.take(np.searchsorted(self._hashes, hashes), mode="clip") != hashes
        return lacks

    def add(self, hashes: NDArray[np.int64], numbers: NDArray[np.int32]) -> None:
        """Give numbers to hashes that ascend and have none."""
        places = np.searchsorted(self._hashes, hashes)
        self._hashes = np.insert(self._hashes, places, hashes)
        self._numbers = np.insert(self._numbers, places, numbers)

    def of(self, hashes: NDArray[np.int64]) -> NDArray[np.int32]:
        """The numbers of hashes that have one."""
        numbers: NDArray[np.int32] = self._numbers[np.searchsorted(self._hashes, hashes)]
        return numbers


class KnownWords:
    """Words, by their hash, with the numbers of their stems."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words = Numbers()
        self._by_stem = Numbers()
        self._stems = ["\n"]
        self._marks = np.zeros(1, np.uint32)

    @property
    def is_full(self) -> bool:
        """True when it has grown too large to go on."""
        return len(self._words) >= MOST_KNOWN

    def meet(self, words: Sequence[str]) -> Met:
        """What is known of words, with a line end between text and text."""
        distinct, first, inverse, counts = np.unique(_hashes(words), return_index=True, return_inverse=True, return_counts=True)
        is_fresh = self._words.lacks(distinct)
        fresh = self._learn([words[place] for place in first[is_fresh].tolist()], distinct[is_fresh], counts[is_fresh])
        numbers = self._words.of(distinct)[inverse]
        is_word = numbers > 0
        stems = list(map(self._stems.__getitem__, numbers.tolist()))
        return Met(stems, MarkedStems(self._marks[numbers[is_word]], words_of_lines(is_word)), fresh)

    def _learn(self, words: Sequence[str], hashes: NDArray[np.int64], counts: NDArray[np.int64]) -> FreshWords:
        """Stems of words that are met for the first time, and so often; their hashes ascend."""
        known = len(self._stems)
        stems = [fresh_stem(word, self._language) or word for word in words]
        numbers = self._numbers_of(stems)
        self._words.add(hashes, numbers)
        sums = np.bincount(numbers, counts, len(self._stems)).astype(np.int64)
        fresh_stems = self._stems[known:]
        self._marks = np.append(self._marks, np.fromiter(map(mark, fresh_stems), np.uint32, len(fresh_stems)))
        lines = "\n".join(words)
        loose = loose_word(lines)
        return FreshWords(
            lines,
            "\n".join(stems),
            loose if loose != lines else "",
            counts.tolist(),
            "\n".join(fresh_stems),
            sums[known:].tolist(),
        )

    def _numbers_of(self, stems: Sequence[str]) -> NDArray[np.int32]:
        """The numbers of stems; new ones get the numbers that follow."""
        distinct, first, inverse = np.unique(_hashes(stems), return_index=True, return_inverse=True)
        is_fresh = self._by_stem.lacks(distinct)
        fresh = [stems[place] for place in first[is_fresh].tolist()]
        self._by_stem.add(distinct[is_fresh], np.arange(len(self._stems), len(self._stems) + len(fresh), dtype=np.int32))
        self._stems += fresh
        return self._by_stem.of(distinct)[inverse]


def _hashes(words: Sequence[str]) -> NDArray[np.int64]:
    return np.fromiter(map(hash, words), np.int64, len(words))
