"""What every kind of evidence is: names of features, and their values for every candidate bead, weighed or kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled
from aligner.search.lattice import SHAPE_ARRAY, SHAPES, Band, Floats
from aligner.weights import Weights


@dataclass(frozen=True, slots=True)
class Candidates:
    """The beads that may be: `inside[shape, node]` says whether a bead of the shape that starts at the node stays in the band."""

    band: Band
    inside: NDArray[np.bool_]

    @property
    def used(self) -> NDArray[np.bool_]:
        """For every shape, whether there is a bead of it at all."""
        return np.asarray(self.inside.any(axis=1))


class Evidence(Protocol):
    """One kind of evidence about the candidates of two sides."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its features."""

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Add the features times the weights to `scores[shape, node]`; or keep them in `features[shape, node, name]`.

        They are kept when `features` has room for them, and weighed when it is empty.
        """


NOTHING = np.zeros((0, 0, 0), dtype=np.float32)
"""The empty `features` of a call that weighs."""


def candidates_in(band: Band, largest: int | None = None) -> Candidates:
    """Every bead that the band holds, of at most `largest` segments on both sides together."""
    shapes = np.array([largest is None or sum(shape) <= largest for shape in SHAPES])
    return Candidates(band, _inside(band.low, band.high, band.offset, SHAPE_ARRAY, shapes))


def weigh_all(evidence: Iterable[Evidence], candidates: Candidates, weights: Weights) -> Floats:
    """The score of every candidate: [shape, node]; -inf for what is none."""
    scores = np.where(candidates.inside, weights.biases[:, None], np.float32(-np.inf)).astype(np.float32)
    for kind in evidence:
        kind.weigh(weights.for_features(kind.names), scores, NOTHING)
    return scores


def features_of(evidence: Sequence[Evidence], candidates: Candidates) -> Floats:
    """The features of every candidate, for training: [shape, node, name]; 0 where there is no candidate."""
    width = sum(len(kind.names) for kind in evidence)
    features = np.zeros((len(SHAPES), candidates.band.size, width), dtype=np.float32)
    at = 0
    for kind in evidence:
        stop = at + len(kind.names)
        kind.weigh(np.zeros(len(kind.names), dtype=np.float32), np.zeros((0, 0), dtype=np.float32), features[:, :, at:stop])
        at = stop
    return features


@compiled
def _inside(low: Any, high: Any, offset: Any, shapes: Any, allowed: Any) -> Any:
    inside = np.zeros((len(shapes), offset[-1]), dtype=np.bool_)
    n = len(low) - 1
    for i in range(n + 1):
        for j in range(low[i], high[i] + 1):
            for shape in range(len(shapes)):
                a, b = shapes[shape, 0], shapes[shape, 1]
                if not allowed[shape] or i + a > n or j + b < low[i + a] or j + b > high[i + a]:
                    continue
                # all its cells are inside when the corners (i + a - 1, j) and (i, j + b - 1) are
                inside[shape, offset[i] + j - low[i]] = a == 0 or b == 0 or (j >= low[i + a - 1] and j + b - 1 <= high[i])
    return inside
