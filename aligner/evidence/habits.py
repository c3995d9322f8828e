"""Evidence from the document's own habits: how often its beads had each shape in the round before."""

import numpy as np

from aligner.evidence.kinds import Candidates
from aligner.search.lattice import SHAPES, Floats

KINDS = ("left alone", "one to one", "few", "many")
"""What shapes are told apart by: one side only, 1-1, three segments, more."""

USUAL = np.array([0.08, 0.8, 0.09, 0.03])
"""The shares with which a text is thought to begin; they count for `FAITH` beads."""

FAITH = 20.0

_KIND_OF_SHAPE = np.array([0 if 0 in shape else 1 if shape == (1, 1) else 2 if sum(shape) == 3 else 3 for shape in SHAPES])


def habits_of(counts: Floats) -> Floats:
    """For every shape the logarithm of the share of its kind, from how many beads of each shape were expected."""
    held = np.bincount(_KIND_OF_SHAPE, counts, len(KINDS)) + FAITH * USUAL
    habits: Floats = np.log(held / held.sum() / USUAL)[_KIND_OF_SHAPE].astype(np.float32)
    return habits


class HabitEvidence:
    """The logarithm of how much more usual the kind of a bead is in this document than in others."""

    names = ("habits: usual here",)

    def __init__(self, candidates: Candidates, habits: Floats) -> None:
        self._candidates = candidates
        self._habits = habits

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the feature of every candidate."""
        if len(features):
            features[:, :, 0] = self._habits[:, None] * self._candidates.inside
        else:
            scores += weights[0] * self._habits[:, None]
