"""The postings of many stems in memory, for a whole document: one row of sorted numbers that is searched, never read again."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from alignments.index.recipe import VARIANT_BITS
from alignments.index.stem_marks import LENGTH_BITS, LONGEST

RANK_PLACE = VARIANT_BITS + LENGTH_BITS
"""Before length and variant stands the rank of the stem's mark; there is room for 130,000 of them."""


class HeldPostings:
    """`rank << 46 | length << 36 | variant`, ascending; `ranks` are those of the stems."""

    def __init__(self, ranks: Mapping[str, int], numbers: NDArray[np.int64]) -> None:
        self._ranks = ranks
        self._numbers = numbers

    def read(self, stems: Sequence[Sequence[str]], bounds: Sequence[tuple[int, int]]) -> Iterator[NDArray[np.int64]]:
        """For each text `length << 36 | variant` of those within its bounds of length, once for each of its stems they have."""
        sizes = list(map(len, stems))
        ranks = np.array([self._ranks[stem] for own in stems for stem in own], np.int64) << RANK_PLACE
        lengths = np.minimum(np.array(bounds, np.int64), LONGEST).repeat(sizes, axis=0)
        starts = np.searchsorted(self._numbers, ranks | lengths[:, 0] << VARIANT_BITS).tolist()
        stops = np.searchsorted(self._numbers, ranks + (lengths[:, 1] + 1 << VARIANT_BITS)).tolist()
        bands = map(slice, starts, stops)
        for size in sizes:
            read = [self._numbers[band] for band in islice(bands, size)]
            yield np.concatenate([self._numbers[:0], *read]) & (1 << RANK_PLACE) - 1
