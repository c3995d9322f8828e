"""Evidence from grids of similarities: how alike two stretches are, and how alike beside their rivals.

A grid holds for every candidate with two sides the similarity of its stretches: [shape - 2, node]. To the rivals of every bead
a stranger of similarity 0 is added, so that two texts of one segment each can be told from strangers.
"""

from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates, lines_for, row_count, row_of, settle
from aligner.search.lattice import Floats

COMPARISONS = ("similarity", "beyond the mean", "margin cost", "lead on rivals")
"""Of beads with two sides, times half the segments of the bead.

The similarity; less the mean of its row and column; the margin-normalised cost (Thompson and Koehn 2019); less the best rival
in row and column that shares no segment with it.
"""

LONELINESS = ("best partner", "best partner beyond the mean", "best before second", "lead as a partner")
"""Of beads with one side, from the similarities of single segments.

The best similarity the segment has with any in reach; that less the mean; that less the second best; and the most by which it
is a better partner for some segment than every other is.
"""

GRID_FEATURES = (*COMPARISONS, *LONELINESS)


class GridEvidence:
    """What a grid says of the candidates."""

    def __init__(self, name: str, candidates: Candidates, grids: Floats) -> None:
        self.names = tuple(f"{name}: {feature}" for feature in GRID_FEATURES)
        self._grids = grids
        self._candidates = candidates

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate."""
        weigh_grid(self._candidates, self._grids, weights, scores, features)


def weigh_grid(candidates: Candidates, grids: Floats, weights: Floats, scores: Floats, features: Floats) -> None:
    """Weigh or keep GRID_FEATURES of every candidate."""
    frame, stop = candidates.frame, len(COMPARISONS)
    _compare(frame, grids, weights[:stop], scores, features[:, :, :stop])
    _lonely(frame, grids[0], weights[stop:], scores, features[:, :, stop:])


@compiled
def _compare(frame: Any, grids: Any, weights: Any, scores: Any, features: Any) -> None:
    shapes, lines, one = frame[2], lines_for(frame, 4), np.float32(1)
    for shape in range(2, len(shapes)):
        if row_count(frame, shape) == 0:
            continue
        grid, b, half = grids[shape - 2], shapes[shape, 1], np.float32(shapes[shape].sum() / 2)
        mean, rivals = _columns(frame, shape, grid)
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            values, usual, rival = grid[start : start + count], mean[j : j + count], rivals[start : start + count]
            _note_rivals(values, b, rival)
            similarity, beyond, cost, lead = lines[:, start : start + count]
            own = np.float32(values.sum() / (count + 1))
            for k in range(count):
                value, expected = values[k], (own + usual[k]) * np.float32(0.5)
                similarity[k], beyond[k], lead[k] = half * value, half * (value - expected), half * (value - rival[k])
                cost[k] = half * ((one - value) / max(np.float32(0.01), one - expected))
        settle(lines, shape, 0, weights, scores, features)


@compiled
def _note_rivals(values: Any, b: int, rivals: Any) -> None:
    """Raise the best rival of every candidate of a row to the best of the row that shares none of its `b` columns."""
    left, right, count = np.float32(0.0), np.float32(0.0), len(values)
    for k in range(b, count):
        left = max(left, values[k - b])
        rivals[k] = max(rivals[k], left)
    for k in range(count - 1 - b, -1, -1):
        right = max(right, values[k + b])
        rivals[k] = max(rivals[k], right)


@compiled
def _columns(frame: Any, shape: int, grid: Any) -> Any:
    """The mean of every column, and for every node the best value of its column that shares none of its rows."""
    low, offset, shapes, _, _ = frame
    n, a, size = len(low) - 1, shapes[shape, 0], low[-1] + offset[-1] - offset[-2]
    mean, counts = np.zeros(size, dtype=np.float32), np.ones(size, dtype=np.float32)
    rivals, best = np.empty(offset[-1], dtype=np.float32), np.zeros(size, dtype=np.float32)
    for i in range(n + 1):
        if i >= a:
            _note_best(frame, shape, i - a, grid, best)
        start, j, count = row_of(frame, shape, i)
        rivals[start : start + count] = best[j : j + count]
        mean[j : j + count] += grid[start : start + count]
        counts[j : j + count] += 1
    best[:] = 0
    for i in range(n, -1, -1):
        if i + a <= n:
            _note_best(frame, shape, i + a, grid, best)
        start, j, count = row_of(frame, shape, i)
        held, ahead = rivals[start : start + count], best[j : j + count]
        for k in range(count):
            held[k] = max(held[k], ahead[k])
    return mean / counts, rivals


@compiled
def _note_best(frame: Any, shape: int, i: int, grid: Any, best: Any) -> None:
    """Raise the best of every column to what a row holds."""
    start, j, count = row_of(frame, shape, i)
    held, values = best[j : j + count], grid[start : start + count]
    for k in range(count):
        held[k] = max(held[k], values[k])


@compiled
def _lonely(frame: Any, grid: Any, weights: Any, scores: Any, features: Any) -> None:
    low, offset, _, _, _ = frame
    n, m = len(low) - 1, low[-1] + offset[-1] - offset[-2] - 1
    row = np.zeros((n + 1, 5), dtype=np.float32)  # best, second, sum, count, lead
    column = np.zeros((m + 1, 5), dtype=np.float32)
    row[:, 4] = -1
    column[:, 4] = -1
    for i in range(n):
        start, j, count = row_of(frame, 2, i)
        for k in range(count):
            _note(row[i], grid[start + k])
            _note(column[j + k], grid[start + k])
    for i in range(n):
        start, j, count = row_of(frame, 2, i)
        for k in range(count):
            value = grid[start + k]
            row[i, 4] = max(row[i, 4], value - _best_other(column[j + k], value))
            column[j + k, 4] = max(column[j + k, 4], value - _best_other(row[i], value))
    lines = lines_for(frame, 4)
    for shape in range(2):
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            for k in range(count):
                best, second, total, number, lead = row[i] if shape == 0 else column[j + k]
                if number > 0:
                    lines[0, start + k], lines[1, start + k] = best, best - total / (number + 1)
                    lines[2, start + k], lines[3, start + k] = best - second, lead
        settle(lines, shape, 0, weights, scores, features)


@compiled
def _best_other(line: Any, value: Any) -> Any:
    """The best of a row or column beside one of its values."""
    return line[1] if value >= line[0] else line[0]


@compiled
def _note(line: Any, value: Any) -> None:
    if value > line[0]:
        line[1] = line[0]
        line[0] = value
    elif value > line[1]:
        line[1] = value
    line[2] += value
    line[3] += 1
