"""What every kind of evidence is asked for, and how the kinds add up to a score for every candidate bead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled, compiled_part
from aligner.search.lattice import SHAPE_ARRAY, SHAPES, Band, Floats, Integers
from aligner.weights import Weights

Frame = tuple[Integers, Integers, Integers, Integers, Integers, Integers]
"""Where the candidates are, for compiled loops: `low` and `offset` of the band, the shapes, `starts`, `stops` and `rows`."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The beads that are looked at.

    Those of a shape that start in row i start at the nodes `starts[shape, i]` to `stops[shape, i] - 1`, as nodes are numbered in
    the band; `rows[shape]` is how many rows there are to look at, none for a shape without candidates. With a shape there are
    all smaller ones.
    """

    band: Band
    starts: Integers
    stops: Integers
    rows: Integers

    @property
    def frame(self) -> Frame:
        """What compiled loops take."""
        return self.band.low, self.band.offset, SHAPE_ARRAY, self.starts, self.stops, self.rows

    @property
    def inside(self) -> NDArray[np.bool_]:
        """Whether a bead of a shape may start at a node: [shape, node]."""
        inside = np.zeros((len(SHAPES), self.band.size), dtype=np.bool_)
        _fill(self.frame, np.ones(len(SHAPES), dtype=np.bool_), inside)
        return inside

    def lines(self, names: int) -> Floats:
        """Room for features of the candidates of one shape, all 0: [name, node]."""
        return np.zeros((names, self.band.size), dtype=np.float32)


class Evidence(Protocol):
    """One kind of evidence about the candidates of two sides."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its features."""

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Add the features times the weights to `scores[shape, node]`; or keep them in `features[shape, node, name]`.

        They are kept when `features` has room for them, and weighed when it is empty.
        """


FIRST, LAST = range(2)
"""Which segments of a bead say something of it."""

NOTHING = np.zeros((0, 0, 0), dtype=np.float32)
"""The empty `features` of a call that weighs."""


def candidates_in(band: Band, largest: int | None = None) -> Candidates:
    """Every bead that the band holds, of at most `largest` segments on both sides together."""
    shapes = np.array([largest is None or sum(shape) <= largest for shape in SHAPES])
    starts, stops = np.zeros((2, len(SHAPES), len(band.low)), dtype=np.int64)
    _find(band.low, band.high, band.offset, SHAPE_ARRAY, shapes, starts, stops)
    rows = np.where(stops.any(axis=1), len(band.low) - SHAPE_ARRAY[:, 0], 0)
    return Candidates(band, starts, stops, rows)


def weigh_all(evidence: Iterable[Evidence], candidates: Candidates, weights: Weights) -> Floats:
    """The score of every candidate: [shape, node]; -inf for what is none."""
    scores = np.full((len(SHAPES), candidates.band.size), -np.inf, dtype=np.float32)
    _fill(candidates.frame, weights.biases, scores)
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


@compiled_part
def row_count(frame: Any, shape: int) -> int:
    """How many rows there are to look at for candidates of a shape: none where it has none."""
    return frame[5][shape]  # type: ignore[no-any-return]


@compiled_part
def row_of(frame: Any, shape: int, i: int) -> Any:
    """The candidates of a shape that start in a row: the first node, the column where that is, and how many there are."""
    low, offset, _, starts, stops, _ = frame
    start = starts[shape, i]
    return start, start - offset[i] + low[i], stops[shape, i] - start


@compiled_part
def settle(frame: Any, lines: Any, shape: int, start: int, weights: Any, scores: Any, features: Any) -> None:
    """Weigh or keep what the lines hold of the nodes from `start` on, as `Evidence.weigh`; then they are 0 again."""
    if row_count(frame, shape) == 0:
        return
    for name in range(lines.shape[0]):
        line, weight = lines[name], weights[name]
        if features.shape[0] > 0:
            for k in range(len(line)):
                features[shape, start + k, name] = line[k]
        else:
            row = scores[shape, start : start + len(line)]
            for k in range(len(line)):
                row[k] += weight * line[k]
        for k in range(len(line)):
            line[k] = 0


@compiled_part
def settle_one(values: Any, shape: int, node: int, weights: Any, scores: Any, features: Any) -> None:
    """As `settle`, for one candidate; the values are 32-bit numbers."""
    if features.shape[0] > 0:
        for name in range(len(values)):
            features[shape, node, name] = values[name]
    else:
        score = scores[shape, node]
        for name in range(len(values)):
            score += weights[name] * values[name]
        scores[shape, node] = score


@compiled
def weigh_cells(frame: Any, lines: Any, place: int, weights: Any, scores: Any, features: Any) -> None:
    """Weigh or keep what only the segments in one place of a bead with two sides say, FIRST or LAST: the lines hold it of cells.

    It is added to what is kept. To be weighed it is summed up in the first line, once for the beads of all shapes.
    """
    low, offset, shapes = frame[0], frame[1], frame[2]
    kept = lines.shape[0] if features.shape[0] > 0 else 0
    for name in range(0 if kept else lines.shape[0]):
        for node in range(lines.shape[1]):
            lines[0, node] = weights[name] * lines[name, node] + (lines[0, node] if name > 0 else 0)
    for shape in range(2, len(shapes)):
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            last = i + shapes[shape, 0] - 1
            cell = start if place == FIRST else offset[last] + j + shapes[shape, 1] - 1 - low[last]
            row, line = scores[shape, start : start + count], lines[0, cell : cell + count]
            for k in range(0 if kept else count):
                row[k] += line[k]
            for name in range(kept):
                for k in range(count):
                    features[shape, start + k, name] += lines[name, cell + k]


@compiled
def _fill(frame: Any, values: Any, scores: Any) -> None:
    """Put the value of its shape to every candidate."""
    for shape in range(scores.shape[0]):
        for i in range(row_count(frame, shape)):
            start, _, count = row_of(frame, shape, i)
            for node in range(start, start + count):
                scores[shape, node] = values[shape]


@compiled
def _find(low: Any, high: Any, offset: Any, shapes: Any, allowed: Any, starts: Any, stops: Any) -> None:
    """Find where the candidates of the allowed shapes start in every row."""
    n = len(low) - 1
    for shape in range(len(shapes)):
        a, b = shapes[shape, 0], shapes[shape, 1]
        for i in range(n + 1 - a if allowed[shape] else 0):
            first, last = max(low[i], low[i + a] - b), min(high[i], high[i + a] - b)
            if a > 0 and b > 0:  # all its cells are inside when the corners (i + a - 1, j) and (i, j + b - 1) are
                first, last = max(first, low[i + a - 1]), min(last, high[i] - b + 1)
            if first <= last:
                starts[shape, i], stops[shape, i] = offset[i] + first - low[i], offset[i] + last - low[i] + 1
