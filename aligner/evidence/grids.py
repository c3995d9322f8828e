"""Evidence from grids of similarities: how alike two stretches are, and how alike beside their rivals.

A grid holds for every candidate with two sides the similarity of its stretches: [shape - 2, node]. To the rivals of every bead
a stranger of similarity 0 is added, so that two texts of one segment each can be told from strangers.
"""

from typing import Any

import numpy as np

from aligner.compiling import compiled, compiled_part
from aligner.evidence.kinds import Candidates, row_count, row_of, settle
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
    frame, stop, (n, m) = candidates.frame, len(COMPARISONS), candidates.band.lengths
    lines, columns, rivals = candidates.lines(4), np.empty((3, m + 1), dtype=np.float32), candidates.lines(1)[0]
    _compare(frame, grids, (columns, rivals, lines), weights[:stop], scores, features[:, :, :stop])
    sides = np.zeros((n + 1, 5), dtype=np.float32), np.zeros((m + 1, 5), dtype=np.float32)
    _lonely(frame, grids[0], sides, lines, weights[stop:], scores, features[:, :, stop:])


@compiled
def _compare(frame: Any, grids: Any, room: Any, weights: Any, scores: Any, features: Any) -> None:
    shapes, one, (columns, rivals, lines) = frame[2], np.float32(1), room
    for shape in range(2, len(shapes)):
        if row_count(frame, shape) == 0:
            continue
        grid, b, half = grids[shape - 2], shapes[shape, 1], np.float32((shapes[shape, 0] + shapes[shape, 1]) / 2)
        _read_columns(frame, shape, grid, columns, rivals)
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            stop = start + count
            values, others, means = grid[start:stop], rivals[start:stop], columns[_MEAN, j : j + count]
            similar, beyond = lines[0, start:stop], lines[1, start:stop]
            margin, lead = lines[2, start:stop], lines[3, start:stop]
            _note_rivals(values, b, others)
            own = np.float32(0)
            for k in range(count):
                own += values[k]
            own /= np.float32(count + 1)
            for k in range(count):
                value, expected = values[k], (own + means[k]) * np.float32(0.5)
                similar[k] = half * value
                beyond[k] = half * (value - expected)
                margin[k] = half * ((one - value) / max(np.float32(0.01), one - expected))
                lead[k] = half * (value - others[k])
        settle(frame, lines, shape, 0, weights, scores, features)


@compiled_part
def _note_rivals(values: Any, b: int, rivals: Any) -> None:
    """Raise the best rival of every candidate of a row to the best of the row that shares none of its `b` columns."""
    left, right, count = np.float32(0.0), np.float32(0.0), len(values)
    for k in range(count - b):
        left = max(left, values[k])
        rivals[b + k] = max(rivals[b + k], left)
    for k in range(count - b):
        right = max(right, values[count - 1 - k])
        rivals[count - 1 - b - k] = max(rivals[count - 1 - b - k], right)


_MEAN, _COUNT, _BEST = range(3)
"""What is known of columns: the mean of their values, how many those are, and the best of the rows that were looked at."""


@compiled_part
def _read_columns(frame: Any, shape: int, grid: Any, columns: Any, rivals: Any) -> None:
    """The mean of every column, and for every node the best value of its column that shares none of its rows."""
    n, a = len(frame[0]) - 1, frame[2][shape, 0]
    means, counts, bests = columns[_MEAN], columns[_COUNT], columns[_BEST]
    for j in range(len(means)):
        means[j], counts[j], bests[j] = 0, 1, 0
    for i in range(n + 1):
        if i >= a:
            _note_best(frame, shape, i - a, grid, bests)
        start, j, count = row_of(frame, shape, i)
        values, best, mean, seen = grid[start : start + count], bests[j : j + count], means[j : j + count], counts[j : j + count]
        others = rivals[start : start + count]
        for k in range(count):
            others[k] = best[k]
            mean[k] += values[k]
            seen[k] += 1
    for j in range(len(means)):
        means[j] /= counts[j]
        bests[j] = 0
    for i in range(n, -1, -1):
        if i + a <= n:
            _note_best(frame, shape, i + a, grid, bests)
        start, j, count = row_of(frame, shape, i)
        others, best = rivals[start : start + count], bests[j : j + count]
        for k in range(count):
            others[k] = max(others[k], best[k])


@compiled_part
def _note_best(frame: Any, shape: int, i: int, grid: Any, bests: Any) -> None:
    """Raise the best of every column to what a row holds."""
    start, j, count = row_of(frame, shape, i)
    best, values = bests[j : j + count], grid[start : start + count]
    for k in range(count):
        best[k] = max(best[k], values[k])


@compiled
def _lonely(frame: Any, grid: Any, sides: Any, lines: Any, weights: Any, scores: Any, features: Any) -> None:
    """Weigh or keep LONELINESS; `sides` is room for what is known of rows and columns: best, second, sum, count, lead."""
    row, column = sides
    for place in range(len(row)):
        row[place, 4] = -1
    for place in range(len(column)):
        column[place, 4] = -1
    for i in range(row_count(frame, 2)):
        start, j, count = row_of(frame, 2, i)
        for k in range(count):
            _note(row, i, grid[start + k])
            _note(column, j + k, grid[start + k])
    for i in range(row_count(frame, 2)):
        start, j, count = row_of(frame, 2, i)
        for k in range(count):
            value = grid[start + k]
            row[i, 4] = max(row[i, 4], value - _best_other(column, j + k, value))
            column[j + k, 4] = max(column[j + k, 4], value - _best_other(row, i, value))
    for shape in range(2):
        held = row if shape == 0 else column
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            for k in range(count):
                place = i if shape == 0 else j + k
                if held[place, 3] > 0:
                    lines[0, start + k] = held[place, 0]
                    lines[1, start + k] = held[place, 0] - held[place, 2] / (held[place, 3] + 1)
                    lines[2, start + k] = held[place, 0] - held[place, 1]
                    lines[3, start + k] = held[place, 4]
        settle(frame, lines, shape, 0, weights, scores, features)


@compiled_part
def _best_other(held: Any, place: int, value: Any) -> Any:
    """The best of a row or column beside one of its values."""
    return held[place, 1] if value >= held[place, 0] else held[place, 0]


@compiled_part
def _note(held: Any, place: int, value: Any) -> None:
    if value > held[place, 0]:
        held[place, 1] = held[place, 0]
        held[place, 0] = value
    elif value > held[place, 1]:
        held[place, 1] = value
    held[place, 2] += value
    held[place, 3] += 1
