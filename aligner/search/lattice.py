"""The lattice of two sides: its nodes, the shapes of beads between them, and the band of it that is searched."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

LARGEST = 4
"""The most segments of one side in a bead."""

SHAPES = ((1, 0), (0, 1), *((a, b) for a in range(1, LARGEST + 1) for b in range(1, LARGEST + 1)))
"""Every shape a bead of two sides may have: segments of the first side, segments of the second."""

OMISSION, INSERTION = 0, 1
"""The places of 1-0 and 0-1 in SHAPES."""

SHAPE_ARRAY = np.array(SHAPES, dtype=np.int64)

Spans = Integers
"""Beads by their first and last boundary on the first side, and on the second: [boundary, bead]."""

NO_SPANS = np.zeros((4, 0), dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Band:
    """The nodes (i, j) that are searched: for every i in 0…n the columns low[i]…high[i], both within 0…m.

    Both rise with i; (0, 0) and (n, m) are inside. `offset[i]` is the place of (i, low[i]) in arrays that hold one value a
    node. The cell of the segments i and j is kept at the node (i, j).
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

    def node(self, i: int, j: int) -> int:
        """The place of a node that is inside."""
        return int(self.offset[i] + j - self.low[i])

    def nodes(self) -> tuple[Integers, Integers]:
        """The row and the column of every node."""
        widths = np.diff(self.offset)
        rows = np.repeat(np.arange(len(widths)), widths)
        return rows, np.arange(self.size) - np.repeat(self.offset[:-1] - self.low, widths)

    def holds(self, i: int, j: int) -> bool:
        """True when the node is inside."""
        return bool(self.low[i] <= j <= self.high[i])

    def turned(self) -> "Band":
        """The same nodes with the sides exchanged."""
        columns = np.arange(self.lengths[1] + 1)
        return make_band(np.searchsorted(self.high, columns), np.searchsorted(self.low, columns, side="right") - 1)


def make_band(low: Integers, high: Integers) -> Band:
    """The band with these first and last columns a row."""
    offset = np.zeros(len(low) + 1, dtype=np.int64)
    np.cumsum(high - low + 1, out=offset[1:])
    return Band(low, high, offset)


def full_band(first: int, second: int) -> Band:
    """The whole lattice of two sides with so many segments."""
    rows = first + 1
    return make_band(np.zeros(rows, dtype=np.int64), np.full(rows, second, dtype=np.int64))


def band_around(rows: Integers, columns: Integers, lengths: tuple[int, int], width: int) -> Band:
    """All nodes at most `width` steps along rows and columns from one of these, and all between such nodes of a row.

    Among the nodes given, in any order, is a path that rises from (0, 0) to (n, m).
    """
    n, m = lengths
    first, last = np.full(n + 1, m, dtype=np.int64), np.zeros(n + 1, dtype=np.int64)
    low, high = np.empty((2, n + 1), dtype=np.int64)
    _surround(rows, columns, m, width, first, last, low, high)
    return make_band(low, high)


@compiled
def _surround(rows: Any, columns: Any, m: int, width: int, first: Any, last: Any, low: Any, high: Any) -> None:
    """Find the band around nodes; in `first` and `last` is room for the columns of the first and last node of each row."""
    n = len(low) - 1
    for node in range(len(rows)):
        first[rows[node]] = min(first[rows[node]], columns[node])
        last[rows[node]] = max(last[rows[node]], columns[node])
    for i in range(1, n + 1):
        first[n - i] = min(first[n - i], first[n - i + 1])
        last[i] = max(last[i], last[i - 1])
    for i in range(n + 1):
        low[i], high[i] = first[i] - width, last[i] + width
        for step in range(1, width + 1):
            if step <= i:
                low[i] = min(low[i], first[i - step] - width + step)
            if step <= n - i:
                high[i] = max(high[i], last[i + step] + width - step)
        low[i], high[i] = max(low[i], low[i - 1] if i > 0 else 0), max(high[i], high[i - 1] if i > 0 else 0)
    for i in range(n + 1):
        high[i] = min(high[i], m)


def cells_within(band: Band, cells: Floats) -> Floats:
    """Of what is known of all nodes of the lattice that of the nodes of a band."""
    found = np.empty(band.size, dtype=np.float32)
    _copy_rows(band.low, band.offset, cells, band.lengths[1] + 1, found)
    return found


@compiled
def _copy_rows(low: Any, offset: Any, cells: Any, columns: int, found: Any) -> None:
    for i in range(len(low)):
        first = i * columns + low[i] - offset[i]
        for node in range(offset[i], offset[i + 1]):
            found[node] = cells[first + node]


def turned_cells(band: Band, turned: Band, cells: Floats) -> Floats:
    """What `cells[…, node]` holds for the nodes of a band, for those of the band turned."""
    places = np.empty(band.size, dtype=np.int64)
    _turn_places(band.low, band.high, band.offset, turned.low, turned.offset, places)
    return cells[..., places]


@compiled
def _turn_places(low: Any, high: Any, offset: Any, turned_low: Any, turned_offset: Any, places: Any) -> None:
    """For every node of the turned band its place in the band."""
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            places[turned_offset[j] + i - turned_low[j]] = offset[i] + j - low[i]
