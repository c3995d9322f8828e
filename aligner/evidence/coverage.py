"""Evidence from words: how much of a stretch finds its translation in the other, by every lexicon at hand."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled, compiled_part
from aligner.evidence.grids import GRID_FEATURES, weigh_grid
from aligner.evidence.kinds import Candidates
from aligner.evidence.shares import LEFT_ALONE, SHARES, weigh_alone, weigh_shares
from aligner.search.lattice import LARGEST, Band, Floats, Integers, turned_cells
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


def joined_links(first: Links, second: Links) -> Links:
    """The links of the first kind and then those of the second for every unit."""
    units = [np.repeat(np.arange(len(links.start) - 1), np.diff(links.start)) for links in (first, second)]
    order = np.argsort(np.concatenate(units), kind="stable")
    return Links(
        first.start + second.start,
        np.concatenate([first.marks, second.marks])[order],
        np.concatenate([first.strength, second.strength])[order],
        np.concatenate([first.votes, second.votes])[order],
    )


@dataclass(frozen=True, slots=True)
class Bag:
    """One side as the lexicon sees it: units that want a translation, with weights, and marks that offer one.

    `weights` are those of `units.ids`, `sums` those of the segments. `taught` holds for every segment the half-open run of
    segments of the other side that it was aligned with when the links were learned (-1, -1 for none), so that a pair does not
    vote for itself.
    """

    units: Words
    weights: Floats
    sums: Floats
    marks: Words
    taught: Integers


class CoverageEvidence:
    """The share of the weight of all units of two stretches that is translated by the other, as a geometric mean; and SHARES.

    `places` is -1 for every mark there is, and so again when the coverage is worked out.
    """

    def __init__(
        self, name: str, candidates: Candidates, bags: tuple[Bag, Bag], links: tuple[Links, Links], places: NDArray[np.int32]
    ) -> None:
        band, turned = candidates.band, candidates.band.turned()
        there = _covered(band, bags[0], bags[1], links[0], places)
        back = turned_cells(turned, band, _covered(turned, bags[1], bags[0], links[1], places))
        self._sides = there, back, _inverse_weights(bags[0]), _inverse_weights(bags[1])
        self._candidates = candidates
        self.names = tuple(f"{name}: {feature}" for feature in (*GRID_FEATURES, *SHARES, *LEFT_ALONE))

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """As every grid; and what both sides and their single segments have translated."""
        at, alone = len(GRID_FEATURES), len(GRID_FEATURES) + len(SHARES)
        means = weigh_shares(self._candidates, self._sides, weights[at:alone], scores, features[:, :, at:alone])
        weigh_alone(self._candidates, self._sides, weights[alone:], scores, features[:, :, alone:])
        weigh_grid(self._candidates, means, weights[:at], scores, features[:, :, :at])


def _inverse_weights(bag: Bag) -> Floats:
    """One divided by the summed weight of the units of each segment, which is taken for 0.1 at least."""
    inverse: Floats = (1 / np.maximum(0.1, bag.sums)).astype(np.float32)
    return inverse


def _covered(band: Band, wanting: Bag, offering: Bag, links: Links, places: NDArray[np.int32]) -> Floats:
    """The weight of every segment that the k + 1 segments of the other side from j on translate: [k, node]."""
    covered = np.zeros((LARGEST, band.size), dtype=np.float32)
    best = np.zeros(len(offering.marks) + LARGEST, dtype=np.float32)
    chains = np.empty((2, offering.marks.start[-1] - offering.marks.start[0]), dtype=np.int32)
    _cover(
        band.low, band.high, band.offset, wanting.units.start, wanting.units.ids, wanting.weights, wanting.taught,
        links.start, links.marks, links.strength, links.votes, offering.marks.start, offering.marks.ids, places, chains,
        best, covered,
    )  # fmt: skip
    return covered


@compiled
def _cover(
    low: Any, high: Any, offset: Any, start: Any, units: Any, weights: Any, taught: Any,
    link_start: Any, link_marks: Any, strength: Any, votes: Any, mark_start: Any, marks: Any, places: Any,
    chains: Any, best: Any, covered: Any,
) -> None:  # fmt: skip
    """For every mark the places of its segments in a chain: from `places[mark]` by `later` to -1, the rows rising."""
    (later, segments), one = chains, np.float32(1)
    _chain(mark_start, marks, places, later, segments)
    for i in range(len(start) - 1):
        first, stop, taught_from, taught_to = low[i], high[i] + 1, taught[i, 0], taught[i, 1]
        for token in range(start[i], start[i + 1]):
            left, right = stop, first
            for link in range(link_start[units[token]], link_start[units[token] + 1]):
                mark = link_marks[link]
                while places[mark] >= 0 and segments[places[mark]] < first:
                    places[mark] = later[places[mark]]  # the band only moves on
                place = places[mark]
                if place < 0 or segments[place] >= stop:
                    continue
                others, own = _worth(strength[link], votes[link]), _worth(strength[link], votes[link] - one)
                while place >= 0 and segments[place] < stop:
                    column = segments[place]
                    place = later[place]
                    value = own if taught_from <= column < taught_to else others
                    if value > 0:
                        best[column] = max(best[column], value)
                        left, right = min(left, column), max(right, column + 1)
            if left < right:
                left = max(first, left - LARGEST + 1)
                _add_best(covered, offset[i] - first + left, best[left : right + 1], weights[token])
    for place in range(mark_start[0], mark_start[-1]):
        places[marks[place]] = -1


@compiled_part
def _worth(strength: Any, seen: Any) -> Any:
    """What a link is worth that was taught so often: nothing without a vote, all its strength where it was handed in."""
    return max(np.float32(0), strength * (seen / (seen + np.float32(1)) if seen < np.float32(1e6) else np.float32(1)))


@compiled_part
def _chain(start: Any, marks: Any, places: Any, later: Any, segments: Any) -> None:
    """Chain the places of every mark; behind each the next one, and the segment in which it stands."""
    for segment in range(len(start) - 2, -1, -1):
        for place in range(start[segment + 1] - 1, start[segment] - 1, -1):
            own = place - start[0]
            later[own] = places[marks[place]]
            segments[own] = segment
            places[marks[place]] = own


@compiled_part
def _add_best(covered: Any, at: int, best: Any, weight: Any) -> None:
    """Add what the best of one, two and more segments translate from each of some columns on, then forget it; the last is 0."""
    count = len(best) - 1
    for k in range(LARGEST):
        row = covered[k, at : at + count]
        for column in range(count):
            row[column] += weight * best[column]
            best[column] = max(best[column], best[column + 1])
    for column in range(count):
        best[column] = 0
