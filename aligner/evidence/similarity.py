"""Evidence from vectors: letters, sentence vectors, the third side; any rows whose sums describe stretches."""

from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.grids import GridEvidence
from aligner.evidence.kinds import Candidates, row_count, row_of
from aligner.vectors import Rows, products, stretch_norms


def vector_evidence(name: str, candidates: Candidates, sides: tuple[Rows, Rows]) -> GridEvidence:
    """The cosine of the summed vectors of two stretches."""
    cells = products(candidates.band, *sides)
    return GridEvidence(name, candidates, _cosines(candidates.frame, cells, *map(stretch_norms, sides)))


@compiled
def _cosines(frame: Any, cells: Any, norm_a: Any, norm_b: Any) -> Any:
    """The cosine of the two stretches of every bead with two sides, 1 at most: [shape - 2, node]."""
    low, offset, shapes, _, _ = frame
    cosines = np.empty((len(shapes) - 2, offset[-1]), dtype=np.float32)
    for shape in range(2, len(shapes)):
        a, b = shapes[shape]
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            sums, norms = cosines[shape - 2, start : start + count], norm_b[b - 1, j : j + count]
            sum_blocks(low, offset, cells, i, j, a, b, sums)
            for k in range(count):
                sums[k] = min(np.float32(1.0), sums[k] / (norm_a[a - 1, i] * norms[k]))
    return cosines


@compiled
def sum_blocks(low: Any, offset: Any, cells: Any, i: int, j: int, a: int, b: int, sums: Any) -> None:
    """The sums of the blocks of `a` rows from i on and `b` columns from every one of some columns, beginning with j, on."""
    sums[:] = 0
    for x in range(i, i + a):
        first = offset[x] + j - low[x]
        for y in range(b):
            line = cells[first + y : first + y + len(sums)]
            for k in range(len(sums)):
                sums[k] += line[k]
