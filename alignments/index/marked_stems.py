"""The stems of many texts as rows of numbers."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alignments.index.stem_marks import Marks


class MarkedStems(NamedTuple):
    """The marks of all stems, text after text, and how many each text has."""

    marks: NDArray[np.uint32]
    counts: NDArray[np.int64]


def marked(stems: Sequence[str]) -> MarkedStems:
    """The stems of texts, given with spaces between them."""
    apart = list(map(str.split, stems))
    counts = np.fromiter(map(len, apart), np.int64, len(apart))
    marks = map(Marks().__getitem__, chain.from_iterable(apart))
    return MarkedStems(np.fromiter(marks, np.uint32, int(counts.sum())), counts)


def words_of_lines(is_word: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many words every text has, where a line end, which is no word, stands between text and text."""
    ends = np.flatnonzero(~is_word)
    counts: NDArray[np.int64] = np.diff(ends, prepend=-1, append=len(is_word)) - 1
    return counts
