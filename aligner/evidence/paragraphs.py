"""Evidence from paragraphs: translators seldom move their beginnings, but files often do.

A book sets every replica in a line of its own where its translation runs them on; a PDF loses the ends of paragraphs; where
every line is a paragraph, beginnings say nothing. So they count only where those of two sides stand together beyond chance in
the alignment of the round before, which did not look at them.
"""

from typing import Any

import numpy as np

from aligner.beads import Side
from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates, row_count, row_of, settle
from aligner.search.lattice import Floats, Integers, Spans

AGREEING = 0.8
"""How much beyond chance beginnings must meet to count: 0 as often as by chance, 1 always."""


class ParagraphEvidence:
    """Whether two stretches begin a paragraph together, and whether a paragraph begins inside one of them."""

    names = ("paragraphs: both begin", "paragraphs: one begins", "paragraphs: broken inside", "paragraphs: alone at a beginning")

    def __init__(self, candidates: Candidates, sides: tuple[Side, Side], likely: Spans) -> None:
        self._candidates = candidates
        self._begins = begins(sides[0]), begins(sides[1])
        self._counts = all(side.paragraph_starts for side in sides) and _agree(*self._begins, likely)

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate; nothing where paragraphs are not known or do not agree."""
        if self._counts:
            _paragraphs(self._candidates.frame, *self._begins, self._candidates.lines(4), weights, scores, features)


def _agree(first: Integers, second: Integers, likely: Spans) -> bool:
    """True where beginnings of likely beads mostly meet, the first segments, which always begin, apart.

    Of the beads that begin a paragraph on either side the share that does so on both is compared with what chance would give.
    """
    inner = likely[:, (likely[0] > 0) & (likely[2] > 0)]
    here, there = first[inner[0]], second[inner[2]]
    either, both, by_chance = (here | there).sum(), (here & there).sum(), here.sum() * there.sum()
    expected = by_chance / max(1, len(here) * (here.sum() + there.sum()) - by_chance)
    return bool(both - expected * either >= AGREEING * (1 - expected) * either and expected < 1)


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
