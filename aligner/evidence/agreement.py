"""Evidence from what both stretches are linked to elsewhere: to the same segments of the third side, to others, or to none."""

from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates, row_count, row_of, settle
from aligner.evidence.similarity import sum_blocks
from aligner.search.lattice import Floats
from aligner.vectors import Vectors, products

AGREEMENTS = ("same", "others", "one only")
"""How strongly both stretches are linked to the same, to others, and one of them alone to any."""


class AgreementEvidence:
    """What the links of two sides to something else say of the candidates."""

    def __init__(self, name: str, candidates: Candidates, links: tuple[Vectors, Vectors]) -> None:
        self.names = tuple(f"{name}: {feature}" for feature in AGREEMENTS)
        self._candidates = candidates
        self._cells = products(candidates.band, links[0].rows, links[1].rows)
        self._norms = links[0].norms, links[1].norms

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate."""
        lines, blocks = self._candidates.lines(3), self._candidates.lines(1)[0]
        _agree(self._candidates.frame, self._cells, *self._norms, blocks, lines, weights, scores, features)


@compiled
def _agree(
    frame: Any, cells: Any, norm_a: Any, norm_b: Any, blocks: Any, lines: Any, weights: Any, scores: Any, features: Any
) -> None:
    shapes, one = frame[2], np.float32(1)
    for shape in range(2, len(shapes)):
        a, b = shapes[shape, 0], shapes[shape, 1]
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            own, sums = norm_a[i, a - 1], blocks[:count]
            sum_blocks(frame, cells, i, j, a, b, sums)
            for k in range(count):
                other = norm_b[j + k, b - 1]
                less, more = min(own, other), max(own, other)
                same = min(less, sums[k] / more)
                lines[0, start + k] = same
                lines[1, start + k] = less - same
                lines[2, start + k] = min(one, more) - min(one, less)
        settle(frame, lines, shape, 0, weights, scores, features)
