"""From far to near: a path through the whole text found on blocks of segments first, then on ever smaller ones.

Around it lies the corridor: the nodes through which nearly as much can be gathered as by the best path.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from aligner.compiling import compiled
from aligner.search.lattice import Band, Floats, Integers, band_around, full_band, make_band
from aligner.vectors import Vectors, measured, products, rows_of_matrix

LARGEST_SQUARE = 256
"""Blocks of a side up to which all of them are compared with all of the other side."""

REACH = 20
"""Blocks by which a path may be moved when the blocks are halved, and segments that the corridor is wide on each side at most."""

MARGIN = 0.5
"""Similarity beyond chance that a path of the corridor may gather less than the best: as much as two pairs bring."""

SLACK = 2
"""Nodes on each side of those paths that belong to the corridor, too."""

Path = tuple[Integers, Integers]
"""The rows and the columns of the nodes of a path, rising from (0, 0) to (n, m)."""


def corridor(sides: tuple[Vectors, Vectors], products_in: Callable[[Band], Floats] | None = None) -> Band:
    """The nodes near the paths that gather nearly the most similarity beyond chance, narrow where the texts are sure.

    The similarity of two segments is their cosine less the mean of its row and column; skipping costs nothing. Time and memory
    grow linearly with the segments. `products_in` tells the products of the
    segments inside a band where they are known.
    """
    lengths = len(sides[0]), len(sides[1])
    size = 1
    while max(lengths) > LARGEST_SQUARE * size:
        size *= 2
    path: Path | None = None
    while True:
        blocks = _blocks(sides[0], size), _blocks(sides[1], size)
        band = _band(path, (len(blocks[0]), len(blocks[1])))
        known = products_in(band) if products_in and size == 1 else None
        cells = products(band, blocks[0].rows, blocks[1].rows) if known is None else known
        gains, gathered = _gains_of(band, cells, blocks), np.zeros(band.size)
        _gather(band.low, band.high, band.offset, gains, gathered)
        path = _path(band, gains, gathered)
        if size == 1:
            return _near(path, band, gains, gathered)
        size //= 2


def _band(path: Path | None, lengths: tuple[int, int]) -> Band:
    """All of the lattice at first; then what lies around the path found on blocks twice as large."""
    if path is None:
        return full_band(*lengths)
    return band_around(np.minimum(2 * path[0], lengths[0]), np.minimum(2 * path[1], lengths[1]), lengths, REACH)


def _path(band: Band, gains: Floats, gathered: NDArray[np.float64]) -> Path:
    """A path that gathers the most."""
    nodes = np.empty((2, sum(band.lengths) + 1), dtype=np.int64)
    start = _walk_back(band.low, band.high, band.offset, gains, gathered, nodes)
    return nodes[0, start:], nodes[1, start:]


def _near(path: Path, band: Band, gains: Floats, gathered: NDArray[np.float64]) -> Band:
    """The corridor around a path, given what can be gathered on the way to every node of the band."""
    ahead = np.zeros(band.size)
    _gather_back(band.low, band.high, band.offset, gains, ahead)
    through, (rows, columns) = gathered + ahead, band.nodes()
    good = through >= through.max() - MARGIN
    wide, close = band_around(*path, band.lengths, REACH), band_around(rows[good], columns[good], band.lengths, SLACK)
    return make_band(np.maximum(wide.low, close.low), np.minimum(wide.high, close.high))


def _blocks(side: Vectors, size: int) -> Vectors:
    """The sums of every `size` rows."""
    if size == 1:
        return side
    count = len(side)
    shape = (-(-count // size), count)
    member = sparse.csr_matrix((np.ones(count, dtype=np.float32), (np.arange(count) // size, np.arange(count))), shape=shape)
    return measured(rows_of_matrix(member @ side.rows.matrix()))


def _gains_of(band: Band, cells: Floats, blocks: tuple[Vectors, Vectors]) -> Floats:
    """How much more alike than by chance every two blocks are, 0 at least, one value a node, in place of their products."""
    row, column = (np.zeros((2, size + 1), dtype=np.float32) for size in band.lengths)
    _make_gains(band.low, band.high, band.offset, cells, blocks[0].norms, blocks[1].norms, row, column)
    return cells


@compiled
def _make_gains(low: Any, high: Any, offset: Any, cells: Any, norm_a: Any, norm_b: Any, row: Any, column: Any) -> None:
    """Make the products of blocks their cosines beyond chance; `row` and `column` are room for sums and counts."""
    n, m = len(low) - 1, high[-1]
    for i in range(n):
        for j in range(low[i], min(high[i], m - 1) + 1):
            value = cells[offset[i] + j - low[i]] / (norm_a[i, 0] * norm_b[j, 0])
            cells[offset[i] + j - low[i]] = value
            row[0, i] += value
            row[1, i] += 1
            column[0, j] += value
            column[1, j] += 1
    for i in range(n):
        for j in range(low[i], min(high[i], m - 1) + 1):
            chance = (row[0, i] / row[1, i] + column[0, j] / column[1, j]) / 2
            cells[offset[i] + j - low[i]] = max(np.float32(0), np.float32(cells[offset[i] + j - low[i]] - chance))


@compiled
def _gather(low: Any, high: Any, offset: Any, gains: Any, total: Any) -> None:
    """The most that a path gathers on its way to every node."""
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            if j > low[i]:
                total[node] = total[node - 1]
            if i > 0 and j <= high[i - 1]:
                total[node] = max(total[node], total[offset[i - 1] + j - low[i - 1]])
            if i > 0 and low[i - 1] < j <= high[i - 1] + 1:
                before = offset[i - 1] + j - 1 - low[i - 1]
                total[node] = max(total[node], total[before] + gains[before])


@compiled
def _gather_back(low: Any, high: Any, offset: Any, gains: Any, total: Any) -> None:
    """The most that a path gathers from every node to the end."""
    for i in range(len(low) - 1, -1, -1):
        for j in range(high[i], low[i] - 1, -1):
            node = offset[i] + j - low[i]
            if j < high[i]:
                total[node] = total[node + 1]
            if i + 1 < len(low) and low[i + 1] <= j:
                total[node] = max(total[node], total[offset[i + 1] + j - low[i + 1]])
            if i + 1 < len(low) and low[i + 1] <= j + 1 <= high[i + 1]:
                total[node] = max(total[node], total[offset[i + 1] + j + 1 - low[i + 1]] + gains[node])


@compiled
def _walk_back(low: Any, high: Any, offset: Any, gains: Any, total: Any, nodes: Any) -> Any:
    """Put the rows and columns of the nodes of a path that gathers the most behind each other; where the first stands."""
    i, j, at = len(low) - 1, high[-1], nodes.shape[1] - 1
    nodes[0, at], nodes[1, at] = i, j
    while i > 0 or j > 0:
        held, before = total[offset[i] + j - low[i]], 0
        if i > 0:
            before = offset[i - 1] + j - 1 - low[i - 1]
        if i > 0 and low[i - 1] < j <= high[i - 1] + 1 and total[before] + gains[before] >= held:
            i, j = i - 1, j - 1
        elif i > 0 and low[i - 1] <= j <= high[i - 1] and total[before + 1] >= held:
            i -= 1
        else:
            j -= 1
        at -= 1
        nodes[0, at], nodes[1, at] = i, j
    return at
