"""Paths through the band: the best one, and how likely every bead is over all of them.

A path is a sequence of beads. Omissions (1-0) come before insertions (0-1) where both stand together, so that every alignment
is one path only. The first bead of such a run pays `OPEN`, the turn from omissions to insertions pays `TURN`.
"""

from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.search.lattice import SHAPE_ARRAY, SHAPES, Band, Floats

Step = tuple[int, int, int]
"""A bead of a path: the number of its shape, and the node (i, j) at which it starts."""

OPEN, TURN = 0, 1
"""Places in the two scores of transitions."""

NO_TRANSITIONS = np.zeros(2, dtype=np.float32)


def best_path(band: Band, scores: Floats, transitions: Floats) -> list[Step]:
    """The path from (0, 0) to (n, m) with the highest sum of scores.

    `scores[shape, node]` is the score of a bead of that shape that starts at the node; -inf forbids it.
    """
    back = _best_steps(band.low, band.high, band.offset, SHAPE_ARRAY, scores, transitions)
    (i, j), state = band.lengths, int(back[-1, 3, 0])
    path = []
    while i or j:
        shape, before = back[band.node(i, j), state]
        i, j, state = i - SHAPES[shape][0], j - SHAPES[shape][1], int(before)
        path.append((int(shape), i, j))
    return path[::-1]


def posteriors(band: Band, scores: Floats, transitions: Floats) -> tuple[Floats, Floats, float]:
    """How likely each bead is, each transition's expected number, and the logarithm of the sum over all paths."""
    forward = _forward(band.low, band.high, band.offset, SHAPE_ARRAY, scores, transitions)
    backward = _backward(band.low, band.high, band.offset, SHAPE_ARRAY, scores, transitions)
    chance, expected, total = _combine(band.low, band.high, band.offset, SHAPE_ARRAY, scores, transitions, forward, backward)
    return chance, expected, float(total)


@compiled
def _sum(a: Any, b: Any) -> Any:
    if a < b:
        a, b = b, a
    return a if b < a - 40.0 or b == -np.inf else a + np.log1p(np.exp(b - a))


@compiled
def _best_steps(low: Any, high: Any, offset: Any, shapes: Any, scores: Any, transitions: Any) -> Any:
    best = np.full((offset[-1], 3), -np.inf)
    back = np.zeros((offset[-1], 4, 2), dtype=np.int8)
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
    return back


@compiled
def _forward(low: Any, high: Any, offset: Any, shapes: Any, scores: Any, transitions: Any) -> Any:
    alpha = np.full((offset[-1], 4), -np.inf)  # matched, omitted, inserted, any of them
    alpha[0, 0] = 0.0
    alpha[0, 3] = 0.0
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            top = -np.inf
            for shape in range(2, shapes.shape[0]):
                x, y = i - shapes[shape, 0], j - shapes[shape, 1]
                if x >= 0 and y >= low[x] and y <= high[x]:
                    start = offset[x] + y - low[x]
                    top = max(top, alpha[start, 3] + scores[shape, start])
            if top > -np.inf:
                mass = 0.0
                for shape in range(2, shapes.shape[0]):
                    x, y = i - shapes[shape, 0], j - shapes[shape, 1]
                    if x >= 0 and y >= low[x] and y <= high[x]:
                        start = offset[x] + y - low[x]
                        value = alpha[start, 3] + scores[shape, start] - top
                        if value > -40.0:
                            mass += np.exp(value)
                alpha[node, 0] = top + np.log(mass)
            if i > 0 and j >= low[i - 1] and j <= high[i - 1]:
                start = offset[i - 1] + j - low[i - 1]
                alpha[node, 1] = scores[0, start] + _sum(alpha[start, 0] + transitions[0], alpha[start, 1])
            if j > low[i]:
                start = node - 1
                gap = _sum(alpha[start, 0] + transitions[0], alpha[start, 1] + transitions[1])
                alpha[node, 2] = scores[1, start] + _sum(gap, alpha[start, 2])
            if node > 0:
                alpha[node, 3] = _sum(_sum(alpha[node, 0], alpha[node, 1]), alpha[node, 2])
    return alpha


@compiled
def _backward(low: Any, high: Any, offset: Any, shapes: Any, scores: Any, transitions: Any) -> Any:
    beta = np.full((offset[-1], 3), -np.inf)  # what follows when the last bead was matched, omitted, inserted
    n, m = len(low) - 1, high[-1]
    for i in range(n, -1, -1):
        for j in range(high[i], low[i] - 1, -1):
            node = offset[i] + j - low[i]
            if i == n and j == m:
                beta[node] = 0.0
                continue
            top = -np.inf
            for shape in range(2, shapes.shape[0]):
                x, y = i + shapes[shape, 0], j + shapes[shape, 1]
                if x <= n and y >= low[x] and y <= high[x]:
                    top = max(top, beta[offset[x] + y - low[x], 0] + scores[shape, node])
            matched = -np.inf
            if top > -np.inf:
                mass = 0.0
                for shape in range(2, shapes.shape[0]):
                    x, y = i + shapes[shape, 0], j + shapes[shape, 1]
                    if x <= n and y >= low[x] and y <= high[x]:
                        value = beta[offset[x] + y - low[x], 0] + scores[shape, node] - top
                        if value > -40.0:
                            mass += np.exp(value)
                matched = top + np.log(mass)
            omitted = -np.inf
            if i < n and j >= low[i + 1] and j <= high[i + 1]:
                omitted = scores[0, node] + beta[offset[i + 1] + j - low[i + 1], 1]
            inserted = -np.inf
            if j < high[i]:
                inserted = scores[1, node] + beta[node + 1, 2]
            beta[node, 0] = _sum(matched, transitions[0] + _sum(omitted, inserted))
            beta[node, 1] = _sum(matched, _sum(omitted, transitions[1] + inserted))
            beta[node, 2] = _sum(matched, inserted)
    return beta


@compiled
def _combine(low: Any, high: Any, offset: Any, shapes: Any, scores: Any, transitions: Any, alpha: Any, beta: Any) -> Any:
    chance = np.zeros(scores.shape, dtype=np.float32)
    expected = np.zeros(2, dtype=np.float32)
    total = alpha[-1, 3]
    n = len(low) - 1
    for i in range(n + 1):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(2, shapes.shape[0]):
                x, y = i + shapes[shape, 0], j + shapes[shape, 1]
                if x <= n and y >= low[x] and y <= high[x]:
                    value = alpha[node, 3] + scores[shape, node] + beta[offset[x] + y - low[x], 0] - total
                    if value > -30.0:
                        chance[shape, node] = np.exp(value)
            if i < n and j >= low[i + 1] and j <= high[i + 1]:
                rest = scores[0, node] + beta[offset[i + 1] + j - low[i + 1], 1] - total
                opened = np.exp(alpha[node, 0] + transitions[0] + rest)
                expected[0] += opened
                chance[0, node] = opened + np.exp(alpha[node, 1] + rest)
            if j < high[i]:
                rest = scores[1, node] + beta[node + 1, 2] - total
                opened = np.exp(alpha[node, 0] + transitions[0] + rest)
                turned = np.exp(alpha[node, 1] + transitions[1] + rest)
                expected[0] += opened
                expected[1] += turned
                chance[1, node] = opened + turned + np.exp(alpha[node, 2] + rest)
    return chance, expected, total
