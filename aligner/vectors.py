"""Sums of sparse vectors: every stretch of segments compared with every other at the price of its corners.

If a segment is a sum of weighted counts, the product of two stretches is the sum of a block of segment products, so that no
stretch is ever put together as a text.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from aligner.compiling import compiled
from aligner.search.lattice import LARGEST, Band, Floats, Integers


@dataclass(frozen=True, slots=True)
class Rows:
    """One sparse vector a segment: row i has `values[start[i]:start[i + 1]]` in the columns `columns[…]` of `width`."""

    start: Integers
    columns: NDArray[np.int32]
    values: Floats
    width: int

    def __len__(self) -> int:
        return len(self.start) - 1

    def part(self, rows: slice) -> "Rows":
        """Some of the rows, sharing the memory of all."""
        return Rows(self.start[rows.start : rows.stop + 1], self.columns, self.values, self.width)

    def matrix(self) -> sparse.csr_matrix:
        """The rows as a SciPy matrix."""
        inner = slice(int(self.start[0]), int(self.start[-1]))
        start = self.start - self.start[0]
        return sparse.csr_matrix((self.values[inner], self.columns[inner], start), shape=(len(self), self.width))


def rows_of_matrix(matrix: Any) -> Rows:
    """The rows of a SciPy or NumPy matrix."""
    held = sparse.csr_matrix(matrix, dtype=np.float32)
    return Rows(held.indptr.astype(np.int64), held.indices.astype(np.int32), held.data, max(1, held.shape[1]))


@dataclass(frozen=True, slots=True)
class Vectors:
    """Rows with the norms of their stretches: `norms[i, k - 1]` is that of the k segments from i on, 1e-4 at least."""

    rows: Rows
    norms: Floats

    def __len__(self) -> int:
        return len(self.rows)

    def part(self, rows: slice) -> "Vectors":
        """Some of the rows, sharing the memory of all; the norms of stretches that go on behind them stay."""
        return Vectors(self.rows.part(rows), self.norms[rows])


def measured(rows: Rows) -> Vectors:
    """The rows with the norms of their stretches."""
    work, own = np.zeros(rows.width, dtype=np.float32), np.zeros((LARGEST, len(rows)))
    norms = np.zeros((len(rows), LARGEST), dtype=np.float32)
    _measure(rows.start, rows.columns, rows.values, work, own, norms)
    return Vectors(rows, norms)


def products(band: Band, first: Rows, second: Rows) -> Floats:
    """The product of every segment of the first side with every segment of the second inside the band, one a node."""
    cells, size = np.zeros(band.size, dtype=np.float32), int(second.start[-1] - second.start[0])
    later, rows = np.empty((2, size), dtype=np.int32)
    chains = np.full(max(first.width, second.width), -1, dtype=np.int32), later, rows
    _multiply(
        band.low, band.high, band.offset, first.start, first.columns, first.values, second.start, second.columns, second.values,
        chains, cells,
    )  # fmt: skip
    return cells


@compiled
def _multiply(
    low: Any, high: Any, offset: Any, ap: Any, ai: Any, av: Any, bp: Any, bi: Any, bv: Any, chains: Any, cells: Any
) -> None:
    """Of every column only the rows are met that have it: the entries of a column are chained, the rows rising."""
    places, later, rows = chains
    base = bp[0]
    for j in range(len(bp) - 2, -1, -1):
        for q in range(bp[j] - base, bp[j + 1] - base):
            later[q], rows[q] = places[bi[base + q]], j
            places[bi[base + q]] = q
    for i in range(len(low) - 1):
        first = offset[i] - low[i]
        for p in range(ap[i], ap[i + 1]):
            q = places[ai[p]]
            while q >= 0 and rows[q] < low[i]:
                q = later[q]
            places[ai[p]] = q  # the band only moves on
            while q >= 0 and rows[q] <= high[i]:
                cells[first + rows[q]] += av[p] * bv[base + q]
                q = later[q]


@compiled
def _measure(start: Any, columns: Any, values: Any, work: Any, own: Any, norms: Any) -> None:
    """Fill in the norms; `own[d, i]` is room for row i times row i + d."""
    n, largest = len(start) - 1, len(own)
    for i in range(n):
        for p in range(start[i], start[i + 1]):
            work[columns[p]] += values[p]
        for distance in range(min(largest, n - i)):
            for q in range(start[i + distance], start[i + distance + 1]):
                own[distance, i] += values[q] * work[columns[q]]
        for p in range(start[i], start[i + 1]):
            work[columns[p]] = 0.0
    for i in range(n):
        square = 0.0
        for size in range(min(largest, n - i)):
            square += own[0, i + size]
            for distance in range(1, size + 1):
                square += 2 * own[distance, i + size - distance]
            norms[i, size] = np.sqrt(max(square, 1e-8))
