"""Evidence from paragraphs: translators seldom move their beginnings."""

from typing import Any

import numpy as np

from aligner.beads import Side
from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates
from aligner.search.lattice import SHAPE_ARRAY, Floats, Integers


class ParagraphEvidence:
    """Whether two stretches begin a paragraph together, and whether a paragraph begins inside one of them."""

    names = ("paragraphs: both begin", "paragraphs: one begins", "paragraphs: broken inside", "paragraphs: alone at a beginning")

    def __init__(self, candidates: Candidates, sides: tuple[Side, Side]) -> None:
        self._candidates = candidates
        self._known = all(side.paragraph_starts for side in sides)
        self._begins = [begins(side) for side in sides]

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate; nothing where a side has no known paragraphs."""
        band, inside = self._candidates.band, self._candidates.inside
        if self._known:
            first, second = self._begins
            _paragraphs(band.low, band.high, band.offset, SHAPE_ARRAY, inside, first, second, weights, scores, features)


def begins(side: Side) -> Integers:
    """1 where a segment begins a paragraph, and one 0 more after the last segment."""
    flags = np.zeros(len(side) + 1, dtype=np.int64)
    flags[[start for start in side.paragraph_starts if 0 <= start < len(side)]] = 1
    return flags


@compiled
def _paragraphs(
    low: Any, high: Any, offset: Any, shapes: Any, inside: Any, first: Any, second: Any, weights: Any, scores: Any, features: Any
) -> None:
    keep = features.shape[0] > 0
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(len(shapes)):
                if not inside[shape, node]:
                    continue
                both, one, broken, alone = 0.0, 0.0, 0.0, 0.0
                if shape < 2:
                    alone = float(first[i] if shape == 0 else second[j])
                elif first[i] + second[j] == 2:
                    both = 1.0
                elif first[i] + second[j] == 1:
                    one = 1.0
                for x in range(1, shapes[shape, 0]):
                    broken += first[i + x]
                for y in range(1, shapes[shape, 1]):
                    broken += second[j + y]
                if keep:
                    features[shape, node, 0] = both
                    features[shape, node, 1] = one
                    features[shape, node, 2] = broken
                    features[shape, node, 3] = alone
                else:
                    scores[shape, node] += weights[0] * both + weights[1] * one + weights[2] * broken + weights[3] * alone
