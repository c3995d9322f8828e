"""The postings of many stems in memory, for a whole document: one row of sorted numbers that is searched, never read again."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alignments.index.recipe import VARIANT_BITS
from alignments.index.stem_marks import LENGTH_BITS, LONGEST, mark

RANK_PLACE = VARIANT_BITS + LENGTH_BITS
"""Before length and variant stands the rank of the stem's mark; there is room for 130,000 of them."""


class HeldPostings:
    """`rank << 46 | length << 36 | variant`, ascending; `marks` are those of the stems, ascending."""

    def __init__(self, marks: NDArray[np.int64], numbers: NDArray[np.int64]) -> None:
        self._marks = marks
        self._numbers = numbers

    def read(self, stems: Sequence[str], shortest: int, longest: int) -> NDArray[np.int64]:
        """`length << 36 | variant` of the texts within these lengths, once for every one of the stems that they have."""
        ranks = np.searchsorted(self._marks, list(map(mark, stems))) << RANK_PLACE
        starts = np.searchsorted(self._numbers, ranks | min(shortest, LONGEST) << VARIANT_BITS)
        stops = np.searchsorted(self._numbers, ranks + (min(longest, LONGEST) + 1 << VARIANT_BITS))
        bands = [self._numbers[start:stop] for start, stop in zip(starts.tolist(), stops.tolist(), strict=True)]
        return np.concatenate(bands) & (1 << RANK_PLACE) - 1
