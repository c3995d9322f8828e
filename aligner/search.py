"""The best sequence of beads of two sides: dynamic programming over a band of the lattice."""

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

LARGEST = 4
"""The most segments of one side in a bead."""

SHAPES = ((1, 1), (1, 0), (0, 1), *((a, b) for a in range(1, LARGEST + 1) for b in range(1, LARGEST + 1) if a + b > 2))
"""Every shape a bead of two sides may have: segments of the first side, segments of the second."""

SHAPE_ARRAY = np.array(SHAPES, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Band:
    """The nodes (i, j) of the lattice that are searched: for every i in 0…n the columns low[i]…high[i], both within 0…m.

    Both rise with i; (0, 0) and (n, m) are inside. `offset[i]` is the place of (i, low[i]) in arrays that hold one value a node.
    """

    low: Integers
    high: Integers
    offset: Integers

    @property
    def size(self) -> int:
        """The number of nodes."""
        return int(self.offset[-1])

    @property
    def lengths(self) -> tuple[int, int]:
        """Segments on the first and on the second side."""
        return len(self.low) - 1, int(self.high[-1])


def make_band(low: Integers, high: Integers) -> Band:
    """The band with these first and last columns a row."""
    offset = np.zeros(len(low) + 1, dtype=np.int64)
    np.cumsum(high - low + 1, out=offset[1:])
    return Band(low, high, offset)


def full_band(first: int, second: int) -> Band:
    """The whole lattice of two sides with so many segments."""
    rows = first + 1
    return make_band(np.zeros(rows, dtype=np.int64), np.full(rows, second, dtype=np.int64))


def best_path(band: Band, scores: Floats) -> list[tuple[int, int, int]]:
    """The beads (shape number, i, j) of the path from (0, 0) to (n, m) with the highest sum of scores.

    `scores[shape, node]` is the score of a bead of that shape that starts at the node; -inf forbids it.
    """
    back = _best_steps(band.low, band.high, band.offset, SHAPE_ARRAY, scores)
    return _walk_back(band, back)


def _walk_back(band: Band, back: NDArray[np.int8]) -> list[tuple[int, int, int]]:
    i, j = band.lengths
    beads = []
    while i or j:
        shape = int(back[band.offset[i] + j - band.low[i]])
        i, j = i - SHAPES[shape][0], j - SHAPES[shape][1]
        beads.append((shape, i, j))
    return beads[::-1]


@numba.njit(cache=True)
def _best_steps(low: Any, high: Any, offset: Any, shapes: Any, scores: Any) -> Any:
    total = np.full(offset[-1], -np.inf)
    back = np.zeros(offset[-1], dtype=np.int8)
    total[0] = 0.0
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(shapes.shape[0]):
                a, b = i - shapes[shape, 0], j - shapes[shape, 1]
                if a < 0 or b < low[a] or b > high[a]:
                    continue
                start = offset[a] + b - low[a]
                value = total[start] + scores[shape, start]
                if value > total[node]:
                    total[node] = value
                    back[node] = shape
    return back
