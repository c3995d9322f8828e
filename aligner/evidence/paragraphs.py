"""Evidence from paragraphs: translators seldom move their beginnings."""

from typing import Any

import numpy as np

from aligner.beads import Side
from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates, row_count, row_of, settle
from aligner.search.lattice import Floats, Integers


class ParagraphEvidence:
    """Whether two stretches begin a paragraph together, and whether a paragraph begins inside one of them."""

    names = ("paragraphs: both begin", "paragraphs: one begins", "paragraphs: broken inside", "paragraphs: alone at a beginning")

    def __init__(self, candidates: Candidates, sides: tuple[Side, Side]) -> None:
        self._candidates = candidates
        self._known = all(side.paragraph_starts for side in sides)
        self._begins = begins(sides[0]), begins(sides[1])

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate; nothing where a side has no known paragraphs."""
        if self._known:
            _paragraphs(self._candidates.frame, *self._begins, self._candidates.lines(4), weights, scores, features)


def begins(side: Side) -> Integers:
    """1 where a segment begins a paragraph, and one 0 more after the last segment."""
    flags = np.zeros(len(side) + 1, dtype=np.int64)
    flags[[start for start in side.paragraph_starts if 0 <= start < len(side)]] = 1
    return flags


@compiled
def _paragraphs(frame: Any, first: Any, second: Any, lines: Any, weights: Any, scores: Any, features: Any) -> None:
    shapes = frame[2]
    for shape in range(len(shapes)):
        a, b = shapes[shape, 0], shapes[shape, 1]
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            for k in range(count):
                begin = first[i] + second[j + k]
                if a > 0 and b > 0:
                    lines[0, start + k], lines[1, start + k] = begin == 2, begin == 1
                else:
                    lines[3, start + k] = first[i] if a > 0 else second[j + k]
                for inside in range(i + 1, i + a):
                    lines[2, start + k] += first[inside]
                for inside in range(j + k + 1, j + k + b):
                    lines[2, start + k] += second[inside]
        settle(frame, lines, shape, 0, weights, scores, features)
