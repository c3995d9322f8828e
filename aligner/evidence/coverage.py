"""Evidence from words: how much of a stretch finds its translation in the other, by every lexicon at hand."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from aligner.compiling import compiled, first_not_below
from aligner.evidence.grids import GRID_FEATURES, GridEvidence
from aligner.evidence.kinds import Candidates
from aligner.lattice import LARGEST, SHAPE_ARRAY, Band, Floats, Integers
from aligner.texts import Words


@dataclass(frozen=True, slots=True)
class Links:
    """What translates each unit: unit u is linked to the marks `marks[start[u]:start[u + 1]]` of the other side.

    `strength` is 0…1; `votes` is how many aligned segments taught it, infinite for a lexicon that was handed in.
    """

    start: Integers
    marks: Integers
    strength: Floats
    votes: Floats


@dataclass(frozen=True, slots=True)
class Bag:
    """One side as the lexicon sees it: units that want a translation, with weights, and marks that offer one.

    `taught` holds for every segment the half-open run of segments of the other side that it was aligned with when the links
    were learned (-1, -1 for none), so that a pair does not vote for itself.
    """

    units: Words
    weights: Floats
    marks: Words
    taught: Integers


COVERED = (
    "less covered side", "more covered side", "weakest segment", "least gain", "claimed twice",
    "covered weight", "missing weight",
)  # fmt: skip
"""Of beads with two sides, from the share of weight that is translated, which is the coverage.

That of the less and of the more covered side; of the least covered segment; the least that the first or last of several segments
adds to the coverage of the other side, for its own weight; what several segments translate alike; and the weight, in tens,
that is translated and that is not.
"""

LEFT_ALONE = ("best covered", "best covered beyond the mean")
"""Of beads with one side: the coverage by the best segment in reach, and that less the mean."""


class CoverageEvidence(GridEvidence):
    """The share of the weight of all units of two stretches that is translated by the other, as a geometric mean."""

    def __init__(self, name: str, candidates: Candidates, bags: tuple[Bag, Bag], links: tuple[Links, Links]) -> None:
        band = candidates.band
        there = _covered(band, bags[0], bags[1], links[0], transposed=False)
        back = _covered(band, bags[1], bags[0], links[1], transposed=True)
        self._known = (there, back, *(_inverse_weights(bag) for bag in bags))
        grids = _grids(band.low, band.high, band.offset, SHAPE_ARRAY, candidates.inside, candidates.used, *self._known)
        super().__init__(name, candidates, grids)
        self.names = (*self.names, *(f"{name}: {feature}" for feature in (*COVERED, *LEFT_ALONE)))

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """As every grid; and what both sides and their single segments have translated."""
        super().weigh(weights, scores, features)
        band, inside, at = self._candidates.band, self._candidates.inside, len(GRID_FEATURES)
        _sides(band.low, band.high, band.offset, inside, *self._known, at, weights, scores, features)
        _alone(band.low, band.high, band.offset, inside, *self._known, at + len(COVERED), weights, scores, features)


def _inverse_weights(bag: Bag) -> Floats:
    """One divided by the summed weight of the units of each segment, which is taken for 0.1 at least."""
    sums = np.concatenate([[0.0], np.cumsum(bag.weights, dtype=np.float64)])
    inverse: Floats = (1 / np.maximum(0.1, np.diff(sums[bag.units.start]))).astype(np.float32)
    return inverse


def _covered(band: Band, wanting: Bag, offering: Bag, links: Links, *, transposed: bool) -> Floats:
    m = len(offering.units) + 1
    segments = np.repeat(np.arange(len(offering.marks)), np.diff(offering.marks.start))
    keys = np.sort(offering.marks.ids * m + segments)
    if transposed:
        low, high = _transposed(band)
    else:
        low, high = band.low, band.high
    covered: Floats = _cover(
        low, high, band.low, band.offset, transposed, wanting.units.start, wanting.units.ids, wanting.weights,
        wanting.taught, links.start, links.marks, links.strength, links.votes, keys, m,
    )  # fmt: skip
    return covered


def _transposed(band: Band) -> tuple[Integers, Integers]:
    """For every column the first and the last row that holds it."""
    columns = np.arange(band.lengths[1] + 1)
    return np.searchsorted(band.high, columns), np.searchsorted(band.low, columns, side="right") - 1


@compiled
def _cover(
    low: Any, high: Any, band_low: Any, offset: Any, transposed: Any, start: Any, units: Any, weights: Any,
    taught: Any, link_start: Any, link_marks: Any, strength: Any, votes: Any, keys: Any, m: int,
) -> Any:  # fmt: skip
    out = np.zeros((LARGEST, offset[-1]), dtype=np.float32)
    for i in range(len(start) - 1):
        first, width = low[i], high[i] - low[i] + 1
        best = np.zeros(width + LARGEST, dtype=np.float32)
        for token in range(start[i], start[i + 1]):
            unit = units[token]
            found = False
            for link in range(link_start[unit], link_start[unit + 1]):
                base = link_marks[link] * m
                at = first_not_below(keys, 0, len(keys), base + first)
                while at < len(keys) and keys[at] < base + first + width:
                    column = keys[at] - base
                    left = votes[link] - (1 if taught[i, 0] <= column < taught[i, 1] else 0)
                    if left > 0:
                        value = strength[link] * (left / (left + 1) if left < 1e6 else 1.0)
                        if value > best[column - first]:
                            best[column - first] = value
                            found = True
                    at += 1
            if not found:
                continue
            weight = weights[token]
            for column in range(width):
                top = np.float32(0.0)
                for k in range(LARGEST):
                    top = max(top, best[column + k])
                    if top > 0:
                        j = first + column
                        node = offset[j] + i - band_low[j] if transposed else offset[i] + j - band_low[i]
                        out[k, node] += weight * top
            best[:] = 0
    return out


@compiled
def _grids(
    low: Any, high: Any, offset: Any, shapes: Any, inside: Any, used: Any, there: Any, back: Any, inverse_a: Any, inverse_b: Any
) -> Any:
    grids = np.empty((len(shapes) - 2, offset[-1]), dtype=np.float32)  # no memory is used for shapes that have no bead
    for shape in range(2, len(shapes)):
        if used[shape]:
            grids[shape - 2, :] = np.nan
    first = np.zeros(LARGEST + 1, dtype=np.float32)
    for i in range(len(low) - 1):
        for j in range(low[i], high[i] + 1):
            node, whole_a = offset[i] + j - low[i], np.float32(0.0)
            rows, columns = _reach(low, high, i, j)
            first[:] = 0
            for a in range(1, rows + 1):
                here = offset[i + a - 1] + j - low[i + a - 1]
                whole_a += 1 / inverse_a[i + a - 1]
                second, whole_b = np.float32(0.0), np.float32(0.0)
                for b in range(1, columns + 1):
                    first[b] += there[b - 1, here]
                    second += back[a - 1, node + b - 1]
                    whole_b += 1 / inverse_b[j + b - 1]
                    shape = LARGEST * (a - 1) + b + 1
                    if inside[shape, node]:
                        grids[shape - 2, node] = np.sqrt(first[b] / whole_a * (second / whole_b))
    return grids


@compiled
def _reach(low: Any, high: Any, i: int, j: int) -> Any:
    """How many segments of both sides a bead that starts at a node may have in the band."""
    rows = 0
    while rows < LARGEST and i + rows < len(low) - 1 and low[i + rows] <= j:
        rows += 1
    return rows, min(LARGEST, min(high[i] + 1, high[-1]) - j)


@compiled
def _sides(
    low: Any, high: Any, offset: Any, inside: Any, there: Any, back: Any, inverse_a: Any, inverse_b: Any,
    at: int, weights: Any, scores: Any, features: Any,
) -> None:  # fmt: skip
    keep = features.shape[0] > 0
    found = np.zeros(7, dtype=np.float32)
    size = LARGEST + 1
    first, right, weak, before, single = (
        np.zeros(size, dtype=np.float32), np.zeros(size, dtype=np.float32), np.zeros(size, dtype=np.float32),
        np.zeros(size, dtype=np.float32), np.zeros(size, dtype=np.float32),
    )  # fmt: skip
    for i in range(len(low) - 1):
        for j in range(low[i], high[i] + 1):
            node, whole_a = offset[i] + j - low[i], np.float32(0.0)
            rows, columns = _reach(low, high, i, j)
            first[:], right[:], weak[:], before[:], single[:] = 0, 0, 1, 0, 0
            for a in range(1, rows + 1):
                here, below = offset[i + a - 1] + j - low[i + a - 1], offset[i + 1] + j - low[i + 1]
                own_a = inverse_a[i + a - 1]
                whole_a += 1 / own_a
                second, under, least, line, whole_b = (
                    np.float32(0.0), np.float32(0.0), np.float32(1.0), np.float32(0.0), np.float32(0.0)
                )  # fmt: skip
                for b in range(1, columns + 1):
                    own_b = inverse_b[j + b - 1]
                    whole_b += 1 / own_b
                    first[b] += there[b - 1, here]
                    second += back[a - 1, node + b - 1]
                    weak[b] = min(weak[b], there[b - 1, here] * own_a)
                    least = min(least, back[a - 1, node + b - 1] * own_b)
                    line += there[0, here + b - 1] + back[0, here + b - 1]
                    single[b] += line
                    gain = np.float32(1.0)
                    if a > 1:
                        under += back[a - 2, below + b - 1]
                        gain = min((second - under) * inverse_a[i], (second - before[b]) * own_a)
                    if b > 1:
                        right[b] += there[b - 2, here + 1]
                        gain = min(gain, (first[b] - right[b]) * inverse_b[j])
                        gain = min(gain, (first[b] - first[b - 1]) * own_b)
                    before[b] = second
                    shape = LARGEST * (a - 1) + b + 1
                    if not inside[shape, node]:
                        continue
                    share_a, share_b = first[b] / whole_a, second / whole_b
                    found[0], found[1], found[2] = min(share_a, share_b), max(share_a, share_b), min(weak[b], least)
                    found[3], found[4] = gain, -(single[b] - first[b] - second) / (whole_a + whole_b)
                    found[5], found[6] = (first[b] + second) / 20, -(whole_a + whole_b - first[b] - second) / 20
                    if keep:
                        features[shape, node, at : at + len(found)] = found
                    else:
                        total = np.float32(0.0)
                        for kind in range(len(found)):
                            total += weights[at + kind] * found[kind]
                        scores[shape, node] += total


@compiled
def _alone(
    low: Any, high: Any, offset: Any, inside: Any, there: Any, back: Any, inverse_a: Any, inverse_b: Any,
    at: int, weights: Any, scores: Any, features: Any,
) -> None:  # fmt: skip
    n, m, keep = len(low) - 1, high[-1], features.shape[0] > 0
    row, column = np.zeros((n + 1, 3), dtype=np.float32), np.zeros((m + 1, 3), dtype=np.float32)  # best, sum, count
    for i in range(n):
        for j in range(low[i], min(m - 1, high[i]) + 1):
            node = offset[i] + j - low[i]
            for line, value in (
                (row[i], there[0, node] * inverse_a[i]),
                (column[j], back[0, node] * inverse_b[j]),
            ):
                line[0] = max(line[0], value)
                line[1] += value
                line[2] += 1
    for i in range(n + 1):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(2):
                if not inside[shape, node]:
                    continue
                line = row[i] if shape == 0 else column[j]
                best, beyond = line[0], line[0] - line[1] / (line[2] + 1)
                if keep:
                    features[shape, node, at] = best
                    features[shape, node, at + 1] = beyond
                else:
                    scores[shape, node] += weights[at] * best + weights[at + 1] * beyond
