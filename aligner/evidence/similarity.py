"""Evidence from vectors: letters, sentence vectors, the third side; any rows whose sums describe stretches."""

from typing import Any

import numpy as np

from aligner.compiling import compiled, compiled_part
from aligner.evidence.grids import GridEvidence
from aligner.evidence.kinds import Candidates, row_count, row_of
from aligner.search.lattice import SHAPES, Floats
from aligner.vectors import Vectors, products


def vector_evidence(
    name: str, candidates: Candidates, sides: tuple[Vectors, Vectors], cells: Floats | None = None
) -> GridEvidence:
    """The cosine of the summed vectors of two stretches; `cells` are their products where they are known."""
    if cells is None:
        cells = products(candidates.band, sides[0].rows, sides[1].rows)
    cosines = np.empty((len(SHAPES) - 2, candidates.band.size), dtype=np.float32)
    _fill_cosines(candidates.frame, cells, sides[0].norms, sides[1].norms, cosines)
    return GridEvidence(name, candidates, cosines)


@compiled
def _fill_cosines(frame: Any, cells: Any, norm_a: Any, norm_b: Any, cosines: Any) -> None:
    """The cosine of the two stretches of every bead with two sides, 1 at most: [shape - 2, node]."""
    shapes = frame[2]
    for shape in range(2, len(shapes)):
        a, b = shapes[shape, 0], shapes[shape, 1]
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            sums, own = cosines[shape - 2, start : start + count], norm_a[i, a - 1]
            sum_blocks(frame, cells, i, j, a, b, sums)
            others = norm_b[j : j + count]
            for k in range(count):
                sums[k] = min(np.float32(1.0), sums[k] / (own * others[k, b - 1]))


@compiled_part
def sum_blocks(frame: Any, cells: Any, i: int, j: int, a: int, b: int, sums: Any) -> None:
    """The sums of the blocks of `a` rows from i on and `b` columns from every one of some columns, beginning with j, on."""
    low, offset = frame[0], frame[1]
    for k in range(len(sums)):
        sums[k] = 0
    for x in range(i, i + a):
        first = offset[x] + j - low[x]
        for y in range(first, first + b):
            row = cells[y : y + len(sums)]
            for k in range(len(sums)):
                sums[k] += row[k]
