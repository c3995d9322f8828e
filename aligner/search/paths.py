"""Paths through the band: the best one, and how likely every bead is over all of them.

A path is a sequence of beads. Omissions (1-0) come before insertions (0-1) where both stand together, so that every alignment
is one path only. The first bead of such a run pays `OPEN`, the turn from omissions to insertions pays `TURN`.
"""

from typing import Any

import numpy as np

from aligner.compiling import compiled, compiled_part
from aligner.search.lattice import SHAPE_ARRAY, Band, Floats

Step = tuple[int, int, int]
"""A bead of a path: the number of its shape, and the node (i, j) at which it starts."""

OPEN, TURN = 0, 1
"""Places in the two scores of transitions."""

NO_TRANSITIONS = np.zeros(2, dtype=np.float32)


def best_path(band: Band, scores: Floats, transitions: Floats) -> list[Step]:
    """The path from (0, 0) to (n, m) with the highest sum of scores.

    `scores[shape, node]` is the score of a bead of that shape that starts at the node; -inf forbids it.
    """
    best, back = np.full((band.size, 3), -np.inf), np.zeros((band.size, 4, 2), dtype=np.int8)
    _find_best(band.low, band.high, band.offset, SHAPE_ARRAY, scores, transitions, best, back)
    steps = np.empty((sum(band.lengths), 3), dtype=np.int64)
    start = _walk_back(band.low, band.high, band.offset, SHAPE_ARRAY, back, steps)
    return [(shape, i, j) for shape, i, j in steps[start:].tolist()]


def posteriors(band: Band, scores: Floats, transitions: Floats) -> tuple[Floats, Floats, float]:
    """How likely each bead is, each transition's expected number, and the logarithm of the sum over all paths."""
    lattice = band.low, band.high, band.offset, SHAPE_ARRAY
    forward, backward = np.full((4, band.size), -np.inf), np.full((3, band.size), -np.inf)
    _go_forward(lattice, scores, transitions, forward, np.zeros(band.size))
    _go_backward(lattice, scores, transitions, backward, np.full((2, band.size), -np.inf), np.zeros(band.size))
    chance, expected = np.zeros(scores.shape, dtype=np.float32), np.zeros(2, dtype=np.float32)
    _combine(lattice, scores, transitions, forward, backward, chance, expected)
    return chance, expected, float(forward[_ANY, -1])


@compiled_part
def _sum(a: Any, b: Any) -> Any:
    if a < b:
        a, b = b, a
    return a if b < a - 40.0 or b == -np.inf else a + np.log1p(np.exp(b - a))


@compiled
def _walk_back(low: Any, high: Any, offset: Any, shapes: Any, back: Any, steps: Any) -> Any:
    """Put the best path behind each other, in the order of the text: shape, i, j; where the first step stands."""
    i, j, state, at = len(low) - 1, high[-1], back[-1, 3, 0], len(steps)
    while i > 0 or j > 0:
        shape, before = back[offset[i] + j - low[i], state]
        i, j, state, at = i - shapes[shape, 0], j - shapes[shape, 1], before, at - 1
        steps[at, 0], steps[at, 1], steps[at, 2] = shape, i, j
    return at


@compiled
def _find_best(low: Any, high: Any, offset: Any, shapes: Any, scores: Any, transitions: Any, best: Any, back: Any) -> None:
    """The best score of a path to every node by what the last bead was, and that bead; at the last node which end is best."""
    best[0, 0] = 0.0
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(shapes.shape[0]):
                x, y = i - shapes[shape, 0], j - shapes[shape, 1]
                if x < 0 or y < low[x] or y > high[x]:
                    continue
                start = offset[x] + y - low[x]
                to = 1 if shape == 0 else (2 if shape == 1 else 0)
                for state in range(3):
                    value = best[start, state] + scores[shape, start]
                    if to == 1 and state == 2:
                        continue
                    if to > 0 and state == 0:
                        value += transitions[0]
                    if to == 2 and state == 1:
                        value += transitions[1]
                    if value > best[node, to]:
                        best[node, to] = value
                        back[node, to, 0] = shape
                        back[node, to, 1] = state
    for state in range(1, 3):
        if best[-1, state] > best[-1, back[-1, 3, 0]]:
            back[-1, 3, 0] = state


_MATCHED, _OMITTED, _INSERTED, _ANY = range(4)
"""What the last bead before a node was."""


@compiled_part
def _reach(lattice: Any, shape: int, i: int) -> Any:
    """The beads of a shape from row i that end in the band: where the first starts, where it ends, and how many there are."""
    low, high, offset, shapes = lattice
    x = i + shapes[shape, 0]
    if x >= len(low):
        return 0, 0, 0
    first = max(low[i], low[x] - shapes[shape, 1])
    last = min(high[i], high[x] - shapes[shape, 1])
    return offset[i] + first - low[i], offset[x] + first + shapes[shape, 1] - low[x], max(0, last - first + 1)


@compiled
def _go_forward(lattice: Any, scores: Any, transitions: Any, alpha: Any, mass: Any) -> None:
    """The logarithm of the sum over all paths to a node: [last bead, node]."""
    low, _, offset, shapes = lattice
    alpha[_MATCHED, 0], alpha[_ANY, 0] = 0.0, 0.0
    matched, omitted, inserted, reached = alpha[_MATCHED], alpha[_OMITTED], alpha[_INSERTED], alpha[_ANY]
    for i in range(len(low)):
        for shape in range(2, len(shapes)):
            if shapes[shape, 0] <= i:
                start, stop, count = _reach(lattice, shape, i - shapes[shape, 0])
                _raise_to(matched, stop, reached, start, scores, shape, start, count)
        for shape in range(2, len(shapes)):
            if shapes[shape, 0] <= i:
                start, stop, count = _reach(lattice, shape, i - shapes[shape, 0])
                _add_mass(mass, matched, stop, reached, start, scores, shape, start, count)
        if i > 0:
            start, stop, count = _reach(lattice, 0, i - 1)
            for k in range(count):
                before = _sum(matched[start + k] + transitions[0], omitted[start + k])
                omitted[stop + k] = scores[0, start + k] + before
        for node in range(offset[i], offset[i + 1]):
            if mass[node] > 0:
                matched[node] += np.log(mass[node])
            if node > offset[i]:
                gap = _sum(matched[node - 1] + transitions[0], omitted[node - 1] + transitions[1])
                inserted[node] = scores[1, node - 1] + _sum(gap, inserted[node - 1])
            if node > 0:
                reached[node] = _sum(_sum(matched[node], omitted[node]), inserted[node])


@compiled_part
def _raise_to(top: Any, at: int, others: Any, there: int, scores: Any, shape: int, here: int, count: int) -> None:
    for k in range(count):
        top[at + k] = max(top[at + k], others[there + k] + scores[shape, here + k])


@compiled_part
def _add_mass(mass: Any, top: Any, at: int, others: Any, there: int, scores: Any, shape: int, here: int, count: int) -> None:
    """Add what is not negligible beside the top, as a share of it."""
    for k in range(count):
        value = others[there + k] + scores[shape, here + k] - top[at + k]
        if value > -40.0:
            mass[at + k] += np.exp(value)


@compiled
def _go_backward(lattice: Any, scores: Any, transitions: Any, beta: Any, room: Any, mass: Any) -> None:
    """The logarithm of the sum over all paths from a node, by what the last bead before it was: [last bead, node]."""
    low, _, offset, shapes = lattice
    after_match, after_omission, after_insertion = beta[_MATCHED], beta[_OMITTED], beta[_INSERTED]
    top, omission = room[0], room[1]
    for i in range(len(low) - 1, -1, -1):
        for shape in range(2, len(shapes)):
            start, stop, count = _reach(lattice, shape, i)
            _raise_to(top, start, after_match, stop, scores, shape, start, count)
        for shape in range(2, len(shapes)):
            start, stop, count = _reach(lattice, shape, i)
            _add_mass(mass, top, start, after_match, stop, scores, shape, start, count)
        start, stop, count = _reach(lattice, 0, i)
        for k in range(count):
            omission[start + k] = scores[0, start + k] + after_omission[stop + k]
        for node in range(offset[i + 1] - 1, offset[i] - 1, -1):
            if node == offset[-1] - 1:
                after_match[node], after_omission[node], after_insertion[node] = 0.0, 0.0, 0.0
                continue
            match = top[node] + np.log(mass[node]) if mass[node] > 0 else -np.inf
            insertion = scores[1, node] + after_insertion[node + 1] if node + 1 < offset[i + 1] else -np.inf
            omitted = omission[node]
            after_match[node] = _sum(match, transitions[0] + _sum(omitted, insertion))
            after_omission[node] = _sum(match, _sum(omitted, transitions[1] + insertion))
            after_insertion[node] = _sum(match, insertion)


@compiled
def _combine(lattice: Any, scores: Any, transitions: Any, alpha: Any, beta: Any, chance: Any, expected: Any) -> None:
    """How likely each bead is, and each transition's expected number."""
    low, _, offset, shapes = lattice
    matched, omitted, inserted, reached = alpha[_MATCHED], alpha[_OMITTED], alpha[_INSERTED], alpha[_ANY]
    total = alpha[_ANY, -1]
    for i in range(len(low)):
        for shape in range(2, len(shapes)):
            start, stop, count = _reach(lattice, shape, i)
            for k in range(count):
                value = reached[start + k] + scores[shape, start + k] + beta[_MATCHED, stop + k] - total
                if value > -30.0:
                    chance[shape, start + k] = np.exp(value)
        start, stop, count = _reach(lattice, 0, i)
        for k in range(count):
            node = start + k
            rest = scores[0, node] + beta[_OMITTED, stop + k] - total
            opened = np.exp(matched[node] + transitions[0] + rest)
            expected[0] += opened
            chance[0, node] = opened + np.exp(omitted[node] + rest)
        for node in range(offset[i], offset[i + 1] - 1):
            rest = scores[1, node] + beta[_INSERTED, node + 1] - total
            opened = np.exp(matched[node] + transitions[0] + rest)
            turned = np.exp(omitted[node] + transitions[1] + rest)
            expected[0] += opened
            expected[1] += turned
            chance[1, node] = opened + turned + np.exp(inserted[node] + rest)
