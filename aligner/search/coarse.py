"""From far to near: a path through the whole text found on blocks of segments first, then on ever smaller ones."""

from typing import Any

import numpy as np
from scipy import sparse

from aligner.compiling import compiled
from aligner.search.lattice import Band, Integers, band_around, full_band
from aligner.vectors import Rows, products, rows_of_matrix, stretch_norms

LARGEST_SQUARE = 256
"""Blocks of a side up to which all of them are compared with all of the other side."""

REACH = 10
"""Blocks by which a path may be moved when the blocks are halved."""

Path = tuple[Integers, Integers]
"""The rows and the columns of the nodes of a path, rising from (0, 0) to (n, m)."""


def coarse_path(sides: tuple[Rows, Rows]) -> Path:
    """The path that gathers most similarity beyond chance; time and memory grow linearly with the segments.

    The similarity of two segments is their cosine less the mean of its row and column; skipping costs nothing.
    """
    size = 1
    while max(map(len, sides)) > LARGEST_SQUARE * size:
        size *= 2
    path: Path | None = None
    while True:
        blocks = _blocks(sides[0], size), _blocks(sides[1], size)
        path = _best_path(_band(path, (len(blocks[0]), len(blocks[1]))), blocks)
        if size == 1:
            return path
        size //= 2


def _band(path: Path | None, lengths: tuple[int, int]) -> Band:
    """All of the lattice at first; then what lies around the path found on blocks twice as large."""
    if path is None:
        return full_band(*lengths)
    return band_around(np.minimum(2 * path[0], lengths[0]), np.minimum(2 * path[1], lengths[1]), lengths, REACH)


def _blocks(rows: Rows, size: int) -> Rows:
    """The sums of every `size` rows."""
    if size == 1:
        return rows
    count = len(rows)
    shape = (-(-count // size), count)
    member = sparse.csr_matrix((np.ones(count, dtype=np.float32), (np.arange(count) // size, np.arange(count))), shape=shape)
    return rows_of_matrix(member @ rows.matrix())


def _best_path(band: Band, blocks: tuple[Rows, Rows]) -> Path:
    cells = products(band, *blocks)
    norms = [stretch_norms(rows)[0] for rows in blocks]
    rows, columns = _longest(band.low, band.high, band.offset, cells, norms[0], norms[1])
    return rows[::-1], columns[::-1]


@compiled
def _longest(low: Any, high: Any, offset: Any, cells: Any, norm_a: Any, norm_b: Any) -> Any:
    n, m = len(low) - 1, high[-1]
    row, column = np.zeros(n + 1), np.zeros(m + 1)
    row_count, column_count = np.zeros(n + 1), np.zeros(m + 1)
    for i in range(n):
        for j in range(low[i], min(high[i], m - 1) + 1):
            value = cells[offset[i] + j - low[i]] / (norm_a[i] * norm_b[j])
            cells[offset[i] + j - low[i]] = value
            row[i] += value
            row_count[i] += 1
            column[j] += value
            column_count[j] += 1
    total = np.zeros(offset[-1], dtype=np.float32)
    move = np.zeros(offset[-1], dtype=np.int8)
    for i in range(n + 1):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            best, step = np.float32(-1.0), 0
            if i > 0 and j > 0 and low[i - 1] <= j - 1 <= high[i - 1]:
                x = offset[i - 1] + j - 1 - low[i - 1]
                chance = (row[i - 1] / row_count[i - 1] + column[j - 1] / column_count[j - 1]) / 2
                best, step = total[x] + max(np.float32(0.0), np.float32(cells[x] - chance)), 1
            if i > 0 and j <= high[i - 1] and total[offset[i - 1] + j - low[i - 1]] > best:
                best, step = total[offset[i - 1] + j - low[i - 1]], 2
            if j > low[i] and total[node - 1] > best:
                best, step = total[node - 1], 3
            if step:
                total[node] = best
                move[node] = step
    rows, columns = [n], [m]
    i, j = n, m
    while i > 0 or j > 0:
        step = move[offset[i] + j - low[i]]
        if step != 3:
            i -= 1
        if step != 2:
            j -= 1
        rows.append(i)
        columns.append(j)
    return np.array(rows), np.array(columns)
