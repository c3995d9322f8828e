"""Paths through the band: the best one, and how likely every bead is over all of them.

A path is a sequence of beads. Omissions (1-0) come before insertions (0-1) where both stand together, so that every alignment
is one path only. The first bead of such a run pays `OPEN`, the turn from omissions to insertions pays `TURN`.
"""

from typing import Any

import numpy as np

from aligner.compiling import compiled, compiled_part
from aligner.search.lattice import INSERTION, OMISSION, SHAPE_ARRAY, Band, Floats, Integers

Step = tuple[int, int, int]
"""A bead of a path: the number of its shape, and the node (i, j) at which it starts."""

OPEN, TURN = 0, 1
"""Places in the two scores of transitions."""

NEGLIGIBLE, FORGOTTEN = -40.0, 1e-13
"""The logarithm of the share of the best way to a node, and the chance, below which nothing is counted."""

NO_TRANSITIONS = np.zeros(2, dtype=np.float32)


def best_path(band: Band, scores: Floats, transitions: Floats) -> Integers:
    """The path from (0, 0) to (n, m) with the highest sum of scores: a row a bead, as in `Step`.

    `scores[shape, node]` is the score of a bead of that shape that starts at the node; -inf forbids it.
    """
    lattice = band.low, band.high, band.offset, SHAPE_ARRAY
    best, came = np.full((4, band.size), -np.inf), np.zeros((4, band.size), dtype=np.int8)
    _find_best(lattice, scores, transitions, best, came)
    steps = np.empty((sum(band.lengths), 3), dtype=np.int64)
    return steps[_walk_back(lattice, came, steps) :]


def posteriors(band: Band, scores: Floats, transitions: Floats) -> tuple[Floats, Floats, float]:
    """How likely each bead is, each transition's expected number, and the logarithm of the sum over all paths."""
    lattice = band.low, band.high, band.offset, SHAPE_ARRAY
    ways, masses = np.full((4, band.size), -np.inf), np.zeros(band.size)
    chance, expected = np.zeros(scores.shape, dtype=np.float32), np.zeros(2, dtype=np.float32)
    _go_forward(lattice, scores, transitions, ways, masses, chance)
    _go_backward(lattice, transitions, ways, masses, np.zeros((3, band.size)), chance, expected)
    return chance, expected, float(ways[_ANY, -1])


@compiled_part
def _sum(a: Any, b: Any) -> Any:
    if a < b:
        a, b = b, a
    return a if b < a + NEGLIGIBLE or b == -np.inf else a + np.log1p(np.exp(b - a))


_MATCHED, _OMITTED, _INSERTED, _ANY = range(4)
"""What the last bead before a node was."""


@compiled_part
def _reach(lattice: Any, shape: int, i: int) -> Any:
    """The beads of a shape from row i that end in the band: the nodes where they start, and those where they end."""
    low, high, offset, shapes = lattice
    x = i + shapes[shape, 0]
    if i < 0 or x >= len(low):
        return slice(0, 0), slice(0, 0)
    first = max(low[i], low[x] - shapes[shape, 1])
    start, stop = offset[i] + first - low[i], offset[x] + first + shapes[shape, 1] - low[x]
    count = max(0, min(high[i], high[x] - shapes[shape, 1]) - first + 1)
    return slice(start, start + count), slice(stop, stop + count)


@compiled
def _find_best(lattice: Any, scores: Any, transitions: Any, best: Any, came: Any) -> None:
    """The best score of a path to every node by what the last bead was, and of all: [last bead, node].

    And how it came: by which shape of two sides; behind which last bead an omission and an insertion; the last bead of the best.
    """
    low, _, offset, shapes = lattice
    matched, omitted, inserted, reached = best[_MATCHED], best[_OMITTED], best[_INSERTED], best[_ANY]
    matched[0] = reached[0] = 0.0
    for i in range(len(low)):
        for shape in range(2, len(shapes)):
            here, there = _reach(lattice, shape, i - shapes[shape, 0])
            before, own, to, by = reached[here], scores[shape, here], matched[there], came[_MATCHED, there]
            for k in range(len(own)):
                if before[k] + own[k] > to[k]:
                    to[k], by[k] = before[k] + own[k], shape
        here, there = _reach(lattice, OMISSION, i - 1)
        opened, longer, own, to, by = matched[here], omitted[here], scores[OMISSION, here], omitted[there], came[_OMITTED, there]
        for k in range(len(own)):
            to[k] = max(opened[k] + transitions[OPEN], longer[k]) + own[k]
            by[k] = _OMITTED if longer[k] > opened[k] + transitions[OPEN] else _MATCHED
        for node in range(offset[i], offset[i + 1]):
            if node > offset[i]:
                value, last = matched[node - 1] + transitions[OPEN], _MATCHED
                if omitted[node - 1] + transitions[TURN] > value:
                    value, last = omitted[node - 1] + transitions[TURN], _OMITTED
                if inserted[node - 1] > value:
                    value, last = inserted[node - 1], _INSERTED
                inserted[node], came[_INSERTED, node] = value + scores[INSERTION, node - 1], last
            for last in range(_ANY):
                if best[last, node] > reached[node]:
                    reached[node], came[_ANY, node] = best[last, node], last


@compiled
def _walk_back(lattice: Any, came: Any, steps: Any) -> Any:
    """Put the best path behind each other, in the order of the text: shape, i, j; where the first step stands."""
    low, high, offset, shapes = lattice
    i, j, last, at = len(low) - 1, high[-1], came[_ANY, -1], len(steps)
    while i > 0 or j > 0:
        node = offset[i] + j - low[i]
        shape = came[_MATCHED, node] if last == _MATCHED else last - 1
        i, j, at = i - shapes[shape, 0], j - shapes[shape, 1], at - 1
        last = came[_ANY, offset[i] + j - low[i]] if last == _MATCHED else came[last, node]
        steps[at, 0], steps[at, 1], steps[at, 2] = shape, i, j
    return at


@compiled
def _go_forward(lattice: Any, scores: Any, transitions: Any, ways: Any, masses: Any, chance: Any) -> None:
    """The logarithm of the sum over all paths to a node: [last bead, node].

    And of the paths that come to a node by a bead with two sides the share that comes by each, not yet divided by their mass.
    """
    low, _, offset, shapes = lattice
    ways[_MATCHED, 0], ways[_ANY, 0] = 0.0, 0.0
    matched, omitted, inserted, reached = ways[_MATCHED], ways[_OMITTED], ways[_INSERTED], ways[_ANY]
    for i in range(len(low)):
        for shape in range(2, len(shapes)):
            here, there = _reach(lattice, shape, i - shapes[shape, 0])
            before, own, best = reached[here], scores[shape, here], matched[there]
            for k in range(len(own)):
                best[k] = max(best[k], before[k] + own[k])
        for shape in range(2, len(shapes)):
            here, there = _reach(lattice, shape, i - shapes[shape, 0])
            before, own, best = reached[here], scores[shape, here], matched[there]
            shares, mass = chance[shape, here], masses[there]
            for k in range(len(own)):
                value = before[k] + own[k] - best[k]
                if value > NEGLIGIBLE:
                    shares[k] = np.exp(value)
                    mass[k] += shares[k]
        here, there = _reach(lattice, OMISSION, i - 1)
        opened, longer, own, to = matched[here], omitted[here], scores[OMISSION, here], omitted[there]
        for k in range(len(own)):
            to[k] = own[k] + _sum(opened[k] + transitions[OPEN], longer[k])
        for node in range(offset[i], offset[i + 1]):
            if masses[node] > 0:
                matched[node] += np.log(masses[node])
            if node > offset[i]:
                gap = _sum(matched[node - 1] + transitions[OPEN], omitted[node - 1] + transitions[TURN])
                inserted[node] = scores[INSERTION, node - 1] + _sum(gap, inserted[node - 1])
            if node > 0:
                reached[node] = _sum(_sum(matched[node], omitted[node]), inserted[node])


@compiled
def _go_backward(lattice: Any, transitions: Any, ways: Any, masses: Any, visits: Any, chance: Any, expected: Any) -> None:
    """How likely each bead is, and each transition's expected number.

    A node is as likely as all that starts there, and is reached by each bead and state as often as its share of the ways says.
    In `visits` there is room for how likely a bead with two sides, an omission and an insertion start at every node.
    """
    low, _, offset, shapes = lattice
    matched, omitted, inserted, reached = ways[_MATCHED], ways[_OMITTED], ways[_INSERTED], ways[_ANY]
    starts = visits[_MATCHED]
    starts[offset[-1] - 1] = 1.0  # the end of all paths is like the start of a bead
    for i in range(len(low) - 1, -1, -1):
        for node in range(offset[i + 1] - 1, offset[i] - 1, -1):
            match, omission, insertion = starts[node], visits[_OMITTED, node], visits[_INSERTED, node]
            by_match, by_omission, by_insertion = 0.0, 0.0, 0.0
            if match > FORGOTTEN:
                by_match += match * np.exp(matched[node] - reached[node])
                by_omission += match * np.exp(omitted[node] - reached[node])
                by_insertion += match * np.exp(inserted[node] - reached[node])
            if omission > FORGOTTEN:
                opened, longer = matched[node] + transitions[OPEN], omitted[node]
                every = _sum(opened, longer)
                by_match += omission * np.exp(opened - every)
                by_omission += omission * np.exp(longer - every)
                expected[OPEN] += omission * np.exp(opened - every)
            if insertion > FORGOTTEN:
                opened, turned, longer = matched[node] + transitions[OPEN], omitted[node] + transitions[TURN], inserted[node]
                every = _sum(_sum(opened, turned), longer)
                by_match += insertion * np.exp(opened - every)
                by_omission += insertion * np.exp(turned - every)
                by_insertion += insertion * np.exp(longer - every)
                expected[OPEN] += insertion * np.exp(opened - every)
                expected[TURN] += insertion * np.exp(turned - every)
            starts[node] = by_match / masses[node] if masses[node] > 0 and by_match > FORGOTTEN else 0.0
            if by_omission > FORGOTTEN:
                before = offset[i - 1] + node - offset[i] + low[i] - low[i - 1]
                chance[OMISSION, before] = visits[_OMITTED, before] = by_omission
            if by_insertion > FORGOTTEN:
                chance[INSERTION, node - 1] = visits[_INSERTED, node - 1] = by_insertion
        for shape in range(2, len(shapes)):
            here, there = _reach(lattice, shape, i - shapes[shape, 0])
            shares, visited, before = chance[shape, here], starts[there], starts[here]
            for k in range(len(shares)):
                shares[k] *= visited[k]
                before[k] += shares[k]
