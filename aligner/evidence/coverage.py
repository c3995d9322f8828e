"""Evidence from words: how much of a stretch finds its translation in the other, by every lexicon at hand."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from aligner.compiling import compiled, first_not_below
from aligner.evidence.grids import GRID_FEATURES, GridEvidence
from aligner.evidence.kinds import Candidates
from aligner.evidence.shares import LEFT_ALONE, SHARES, share_grids, weigh_alone, weigh_sides
from aligner.search.lattice import LARGEST, SHAPE_ARRAY, Band, Floats, Integers
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
        self._known = there, back, _inverse_weights(bags[0]), _inverse_weights(bags[1])
        grids = share_grids(band.low, band.high, band.offset, SHAPE_ARRAY, candidates.inside, candidates.used, *self._known)
        super().__init__(name, candidates, grids)
        self.names = (*self.names, *(f"{name}: {feature}" for feature in (*SHARES, *LEFT_ALONE)))

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """As every grid; and what both sides and their single segments have translated."""
        super().weigh(weights, scores, features)
        band, inside, at = self._candidates.band, self._candidates.inside, len(GRID_FEATURES)
        weigh_sides(band.low, band.high, band.offset, inside, *self._known, at, weights, scores, features)
        weigh_alone(band.low, band.high, band.offset, inside, *self._known, at + len(SHARES), weights, scores, features)


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
