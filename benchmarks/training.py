"""Fitting the aligner's score: a conditional random field over the lattice, its likelihood maximised with L-BFGS.

Lafferty, McCallum and Pereira 2001; the sums over all alignments are those of `aligner.search.paths`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from scipy.optimize import minimize

from aligner.batch import Batch
from aligner.evaluation.agreement import Rung
from aligner.evaluation.gold import GoldDocument
from aligner.evidence.kinds import features_of
from aligner.pairs import Pair, candidates_for, evidence_for
from aligner.rounds import Results, other_sides
from aligner.search.lattice import INSERTION, OMISSION, SHAPES, Band, Floats, Integers, make_band
from aligner.search.paths import Step, posteriors
from aligner.weights import CLASS_OF_SHAPE, SHAPE_CLASSES, Weights

PENALTY = 2.0
"""Half the weight of the squared parameters, after every feature is scaled to a mean square of 1."""

ROUGH, FINE = 25, 50
"""Rounds of search of a first fit and of the last."""

UNLIKELY = 1e-6
"""The chance below which a candidate is left out of the last fit."""


@dataclass(frozen=True)
class Example:
    """The candidates of two sides with their features, and what gold says of them."""

    band: Band
    names: tuple[str, ...]
    places: tuple[np.ndarray, ...]
    features: tuple[Floats, ...]
    wanted: Floats
    wanted_shapes: Floats
    wanted_transitions: Floats
    path: tuple[Step, ...]

    def likely(self, weights: Weights) -> "Example":
        """The example without candidates that these weights hold unlikely, gold always kept."""
        chance, _, _ = posteriors(self.band, self.scores(weights.values, weights.biases), weights.transitions)
        chance[tuple(np.array([(shape, self.band.node(i, j)) for shape, i, j in self.path]).T)] = 1.0
        held = [chance[shape, places] > UNLIKELY for shape, places in enumerate(self.places)]
        features = tuple(part[kept] for part, kept in zip(self.features, held, strict=True))
        rows, columns = self.band.nodes()
        starts = [(rows[places[kept]], columns[places[kept]]) for places, kept in zip(self.places, held, strict=True)]
        band = _narrow(starts, len(self.band.low))
        places = tuple(band.offset[i] + j - band.low[i] for i, j in starts)
        return replace(self, band=band, places=places, features=features)

    def scores(self, values: Floats, biases: Floats) -> Floats:
        """The score of every candidate."""
        scores = np.full((len(SHAPES), self.band.size), -np.inf, dtype=np.float32)
        for shape, (places, features) in enumerate(zip(self.places, self.features, strict=True)):
            scores[shape, places] = features @ values + biases[shape]
        return scores


def _narrow(starts: Sequence[tuple[Integers, Integers]], rows: int) -> Band:
    """The smallest band in which beads of every shape may start at these nodes; rows through which none runs are empty."""
    low, high = np.full(rows, np.iinfo(np.int64).max), np.full(rows, -1)
    for (a, b), (i, j) in zip(SHAPES, starts, strict=True):
        for row, column in ((i, j), (i + a, j + b)):
            np.minimum.at(low, row, column)
            np.maximum.at(high, row, column)
    return make_band(np.minimum(low, high + 1), high)


def gold_path(rungs: Iterable[Rung]) -> list[Step] | None:
    """Gold as a path, omissions before insertions; None when a bead is larger than the aligner makes."""
    path: list[Step] = []
    alone: tuple[list[int], list[int]] = ([], [])
    i = j = 0
    for first, second in (*rungs, ((-1,), (-1,))):
        if not (first and second):
            alone[0].extend(first)
            alone[1].extend(second)
            continue
        path += [(OMISSION, i + step, j) for step in range(len(alone[0]))]
        i += len(alone[0])
        path += [(INSERTION, i, j + step) for step in range(len(alone[1]))]
        j += len(alone[1])
        alone = ([], [])
        if first[0] >= 0:
            if (len(first), len(second)) not in SHAPES:
                return None
            path.append((SHAPES.index((len(first), len(second))), i, j))
            i, j = i + len(first), j + len(second)
    return path


def gold_of(document: GoldDocument, batch: Batch, pair: Pair) -> tuple[Rung, ...] | None:
    """The gold of two sides, whichever way round it is kept."""
    first, second = batch.languages(pair.document, pair.sides)
    if (first, second) in document.rungs:
        return document.rungs[first, second]
    turned = document.rungs.get((second, first))
    return None if turned is None else tuple((b, a) for a, b in turned)


def example(batch: Batch, document: GoldDocument, pair: Pair, before: Results, *, third: bool) -> Example | None:
    """The example that a pair gives in a round; None where gold lies outside the band or has no beads of the pair."""
    rungs = gold_of(document, batch, pair)
    path = None if rungs is None else gold_path(rungs)
    if path is None:
        return None
    candidates = candidates_for(batch, pair, before.get(pair))
    evidence = tuple(evidence_for(batch, pair, candidates, before.get(pair), other_sides(batch, before, pair) if third else None))
    band = candidates.band
    if not all(band.holds(i, j) and candidates.inside[shape, band.node(i, j)] for shape, i, j in path):
        return None
    features = features_of(evidence, candidates)
    places = tuple(np.flatnonzero(inside) for inside in candidates.inside)
    names = tuple(name for kind in evidence for name in kind.names)
    wanted = sum((features[shape, band.node(i, j)].astype(np.float64) for shape, i, j in path), np.zeros(len(names)))
    shapes = np.bincount([CLASS_OF_SHAPE[shape] for shape, _, _ in path], minlength=len(SHAPE_CLASSES))
    kept = tuple(features[shape][held] for shape, held in enumerate(places))
    return Example(band, names, places, kept, wanted, shapes.astype(np.float64), _transitions(path), tuple(path))


def _transitions(path: Sequence[Step]) -> Floats:
    """How often a run of segments left alone opens, and how often it turns from the first side to the second."""
    kinds = [2, *(min(shape, 2) for shape, _, _ in path)]
    opened = sum(before == 2 and now < 2 for before, now in pairwise(kinds))
    turned = sum((before, now) == (OMISSION, INSERTION) for before, now in pairwise(kinds))
    return np.array([opened, turned], dtype=np.float64)


def fit(examples: Sequence[Example], rounds: int, start: Weights | None = None) -> Weights:
    """The weights under which gold is likeliest, large weights penalised; `start` is where the search begins."""
    names, width, classes = examples[0].names, len(examples[0].names), len(SHAPE_CLASSES)
    count = sum(len(places) for one in examples for places in one.places)
    scale = np.sqrt(sum((part.astype(np.float64) ** 2).sum(axis=0) for one in examples for part in one.features) / count) + 1e-6

    def loss(parameters: Floats) -> tuple[float, Floats]:
        values = (parameters[:width] / scale).astype(np.float32)
        biases = parameters[width : width + classes].astype(np.float32)
        transitions = parameters[width + classes :].astype(np.float32)
        total, slope = PENALTY * float(parameters @ parameters) / 2, PENALTY * parameters
        for one in examples:
            chance, expected, logarithm = posteriors(one.band, one.scores(values, biases[CLASS_OF_SHAPE]), transitions)
            gained = sum(part.T @ chance[shape, one.places[shape]] for shape, part in enumerate(one.features))
            slope[:width] += (gained - one.wanted) / scale
            slope[width : width + classes] += np.bincount(CLASS_OF_SHAPE, chance.sum(axis=1), classes) - one.wanted_shapes
            slope[width + classes :] += expected - one.wanted_transitions
            total += logarithm - one.wanted @ values - one.wanted_shapes @ biases - one.wanted_transitions @ transitions
        return total, slope

    first = np.zeros(width + classes + 2)
    if start is not None:
        biases = [start.biases[shape] for shape in np.unique(CLASS_OF_SHAPE, return_index=True)[1]]
        first = np.concatenate([start.for_features(names) * scale, biases, start.transitions])
    best = minimize(loss, first, jac=True, method="L-BFGS-B", options={"maxiter": rounds}).x
    biases = best[width : width + classes][CLASS_OF_SHAPE]
    return Weights(names, *(part.astype(np.float32) for part in (best[:width] / scale, biases, best[width + classes :])))
