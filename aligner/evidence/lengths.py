"""Evidence from lengths: translations are about as long as each other, by a ratio and with a spread of their own."""

from math import sqrt
from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates, row_count, row_of, settle
from aligner.search.lattice import Floats, Spans

VARIANCE, FAITH, FARTHEST = 6.8, 20, 60.0
"""Squared characters of deviation a character (Gale and Church 1993), for how many beads that counts, and the most of a bead."""

FEW = 200.0
"""Characters of equal length that are added on each side, because short texts say little about their ratio."""


class LengthEvidence:
    """How far the lengths of two stretches are from what the document's ratio (second side by first) lets expect."""

    names = ("length: deviation", "length: squared deviation", "length: left alone", "length: short alone")

    def __init__(self, candidates: Candidates, lengths: tuple[Floats, Floats], likely: Spans) -> None:
        sums = _before(lengths[0]), _before(lengths[1])
        root = sqrt(_ratio(sums, likely))  # both sides are scaled half-way, so that swapping them changes nothing
        self._sums = sums[0] * root, sums[1] / root
        self._usual = max(1.0, (self._sums[0][-1] + self._sums[1][-1]) / max(1, len(lengths[0]) + len(lengths[1])))
        self._variance = _variance(self._sums, likely)
        self._candidates = candidates

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate."""
        lines = self._candidates.lines(4)
        _lengths(self._candidates.frame, *self._sums, self._usual, self._variance, lines, weights, scores, features)


def _ratio(sums: tuple[Floats, Floats], likely: Spans) -> float:
    """Characters of the second side for one of the first: over the likely beads, over everything when there are none."""
    i, x, j, y = likely if likely.size else np.array([[0], [len(sums[0]) - 1], [0], [len(sums[1]) - 1]])
    here, there = FEW + (sums[0][x] - sums[0][i]).sum(), FEW + (sums[1][y] - sums[1][j]).sum()
    return float(min(max(there / here, 0.25), 4.0))


def _variance(sums: tuple[Floats, Floats], likely: Spans) -> float:
    """Squared characters of deviation a character over the likely beads, of lengths that are scaled to each other."""
    i, x, j, y = likely
    a, b = sums[0][x] - sums[0][i], sums[1][y] - sums[1][j]
    seen = np.minimum((a - b) ** 2 / np.maximum(1.0, (a + b) / 2), FARTHEST)
    return float((seen.sum() + FAITH * VARIANCE) / (len(i) + FAITH))


def _before(lengths: Floats) -> Floats:
    """The characters before each segment."""
    return np.concatenate([np.zeros(1), np.cumsum(lengths, dtype=np.float64)])


@compiled
def _lengths(
    frame: Any, first: Any, second: Any, usual: float, variance: float, lines: Any, weights: Any, scores: Any, features: Any
) -> None:
    shapes = frame[2]
    for shape in range(len(shapes)):
        a, b = shapes[shape, 0], shapes[shape, 1]
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            here, rows = first[i + a] - first[i], lines[:, start : start + count]
            before, behind = second[j : j + count], second[j + b : j + b + count]
            if a > 0 and b > 0:
                deviations, squares = lines[0, start : start + count], lines[1, start : start + count]
                for k in range(count):
                    there = behind[k] - before[k]
                    deviation = abs(here - there) / np.sqrt(variance * (here + there) / 2 + 4)
                    deviations[k], squares[k] = -min(deviation, 6.0), -min(deviation * deviation, 16.0) / 4
            else:
                for k in range(count):
                    both = here + behind[k] - before[k]
                    rows[2, k], rows[3, k] = -min(both / usual, 4.0), usual / (usual + 4 * both)
        settle(frame, lines, shape, 0, weights, scores, features)
