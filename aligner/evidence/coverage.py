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


class CoverageEvidence(GridEvidence):
    """The share of the weight of all units of two stretches that is translated by the other, as a geometric mean."""

    def __init__(self, name: str, candidates: Candidates, bags: tuple[Bag, Bag], links: tuple[Links, Links]) -> None:
        band = candidates.band
        there = _covered(band, bags[0], bags[1], links[0], transposed=False)
        back = _covered(band, bags[1], bags[0], links[1], transposed=True)
        totals = [_totals(bag) for bag in bags]
        grids, self._less, self._more = _grids(
            band.low, band.high, band.offset, SHAPE_ARRAY, candidates.inside, candidates.used, there, back, *totals
        )
        super().__init__(name, candidates, grids)
        self.names = (*self.names, f"{name}: less covered side", f"{name}: more covered side")

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """As every grid; and the coverage of the less and of the more covered side."""
        super().weigh(weights, scores, features)
        _sides(self._candidates.inside, self._less, self._more, len(GRID_FEATURES), weights, scores, features)


def _totals(bag: Bag) -> Floats:
    """The summed weight of the units before each segment."""
    sums = np.concatenate([[0.0], np.cumsum(bag.weights, dtype=np.float64)])
    totals: Floats = sums[bag.units.start].astype(np.float64)
    return totals


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
    low: Any, high: Any, offset: Any, shapes: Any, inside: Any, used: Any, there: Any, back: Any, total_a: Any, total_b: Any
) -> Any:
    grids = np.empty((len(shapes) - 2, offset[-1]), dtype=np.float32)  # no memory is used for shapes that have no bead
    for shape in range(2, len(shapes)):
        if used[shape]:
            grids[shape - 2, :] = np.nan
    less, more = np.zeros(grids.shape, dtype=np.float32), np.zeros(grids.shape, dtype=np.float32)
    for i in range(len(low) - 1):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(2, len(shapes)):
                if not inside[shape, node]:
                    continue
                a, b = shapes[shape, 0], shapes[shape, 1]
                first, second = np.float32(0.0), np.float32(0.0)
                for x in range(a):
                    first += there[b - 1, offset[i + x] + j - low[i + x]]
                for y in range(b):
                    second += back[a - 1, node + y]
                first /= max(np.float32(0.1), np.float32(total_a[i + a] - total_a[i]))
                second /= max(np.float32(0.1), np.float32(total_b[j + b] - total_b[j]))
                grids[shape - 2, node] = np.sqrt(first * second)
                less[shape - 2, node], more[shape - 2, node] = min(first, second), max(first, second)
    return grids, less, more


@compiled
def _sides(inside: Any, less: Any, more: Any, at: int, weights: Any, scores: Any, features: Any) -> None:
    keep = features.shape[0] > 0
    for shape in range(len(less)):
        for node in range(less.shape[1]):
            if not inside[shape + 2, node]:
                continue
            if keep:
                features[shape + 2, node, at] = less[shape, node]
                features[shape + 2, node, at + 1] = more[shape, node]
            else:
                scores[shape + 2, node] += weights[at] * less[shape, node] + weights[at + 1] * more[shape, node]
