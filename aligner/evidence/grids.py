"""Evidence from grids of similarities: how alike two stretches are, and how alike beside their rivals.

A grid holds for every shape and node the similarity of the two stretches of a bead, NaN where there is none. To the rivals of
every bead a stranger of similarity 0 is added, so that two texts of one segment each can be told from strangers.
"""

from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates
from aligner.search.lattice import SHAPE_ARRAY, Floats

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
        self.grids = grids
        self._candidates = candidates

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate."""
        band = self._candidates.band
        _compare(band.low, band.high, band.offset, SHAPE_ARRAY, self.grids, self._candidates.used, weights, scores, features)
        _lonely(band.low, band.high, band.offset, self.grids[0], self._candidates.inside, weights, scores, features)


@compiled
def _compare(
    low: Any, high: Any, offset: Any, shapes: Any, grids: Any, used: Any, weights: Any, scores: Any, features: Any
) -> None:
    n, keep = len(low) - 1, features.shape[0] > 0
    right = np.empty(high[-1] + 2, dtype=np.float32)
    for shape in range(2, len(shapes)):
        if not used[shape]:
            continue
        grid, a, b = grids[shape - 2], shapes[shape, 0], shapes[shape, 1]
        half = np.float32((a + b) / 2)
        column_mean, rivals = _columns(low, high, offset, grid, a)
        for i in range(n + 1):
            width, first = high[i] - low[i] + 1, offset[i]
            mean, count = np.float32(0.0), 0
            right[width] = 0
            for k in range(width - 1, -1, -1):
                value = grid[first + k]
                right[k] = right[k + 1]
                if not np.isnan(value):
                    mean += value
                    count += 1
                    right[k] = max(right[k], value)
            left = np.float32(0.0)
            for k in range(width):
                if k >= b and grid[first + k - b] > left:
                    left = grid[first + k - b]
                value = grid[first + k]
                if np.isnan(value):
                    continue
                node = first + k
                usual = (mean / (count + 1) + column_mean[low[i] + k]) / 2
                rival = max(max(left, right[min(k + b, width)]), rivals[node])  # noqa: PLW3301 - three take a second to compile
                beyond, cost, lead = value - usual, (1 - value) / max(np.float32(0.01), 1 - usual), value - rival
                if keep:
                    features[shape, node, 0] = half * value
                    features[shape, node, 1] = half * beyond
                    features[shape, node, 2] = half * cost
                    features[shape, node, 3] = half * lead
                else:
                    scores[shape, node] += half * (
                        weights[0] * value + weights[1] * beyond + weights[2] * cost + weights[3] * lead
                    )


@compiled
def _columns(low: Any, high: Any, offset: Any, grid: Any, a: int) -> Any:
    """The mean of every column, and for every node the best value of its column that shares none of its `a` rows."""
    n, size = len(low) - 1, high[-1] + 1
    mean, counts = np.zeros(size, dtype=np.float32), np.zeros(size, dtype=np.float32)
    rivals, best = np.empty(offset[-1], dtype=np.float32), np.zeros(size, dtype=np.float32)
    for i in range(n + 1):
        if i >= a:
            for j in range(low[i - a], high[i - a] + 1):
                best[j] = max(best[j], _known(grid[offset[i - a] + j - low[i - a]]))
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            rivals[node] = best[j]
            if not np.isnan(grid[node]):
                mean[j] += grid[node]
                counts[j] += 1
    best[:] = 0
    for i in range(n, -1, -1):
        if i + a <= n:
            for j in range(low[i + a], high[i + a] + 1):
                best[j] = max(best[j], _known(grid[offset[i + a] + j - low[i + a]]))
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            rivals[node] = max(rivals[node], best[j])
    for j in range(size):
        mean[j] /= counts[j] + 1
    return mean, rivals


@compiled
def _known(value: Any) -> Any:
    return np.float32(-1.0) if np.isnan(value) else value


@compiled
def _lonely(low: Any, high: Any, offset: Any, grid: Any, inside: Any, weights: Any, scores: Any, features: Any) -> None:
    n, m, keep = len(low) - 1, high[-1], features.shape[0] > 0
    row = np.zeros((n + 1, 5), dtype=np.float32)  # best, second, sum, count, lead
    column = np.zeros((m + 1, 5), dtype=np.float32)
    row[:, 4] = -1
    column[:, 4] = -1
    for i in range(n):
        for j in range(low[i], min(m, high[i] + 1)):
            value = grid[offset[i] + j - low[i]]
            if not np.isnan(value):
                _note(row[i], value)
                _note(column[j], value)
    for i in range(n):
        for j in range(low[i], min(m, high[i] + 1)):
            value = grid[offset[i] + j - low[i]]
            if not np.isnan(value):
                row[i, 4] = max(row[i, 4], value - (column[j, 1] if value >= column[j, 0] else column[j, 0]))
                column[j, 4] = max(column[j, 4], value - (row[i, 1] if value >= row[i, 0] else row[i, 0]))
    for i in range(n + 1):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(2):
                line = row[i] if shape == 0 else column[j]
                if not inside[shape, node] or line[3] == 0:
                    continue
                best, beyond, ahead, lead = line[0], line[0] - line[2] / (line[3] + 1), line[0] - line[1], line[4]
                if keep:
                    features[shape, node, 4] = best
                    features[shape, node, 5] = beyond
                    features[shape, node, 6] = ahead
                    features[shape, node, 7] = lead
                else:
                    scores[shape, node] += weights[4] * best + weights[5] * beyond + weights[6] * ahead + weights[7] * lead


@compiled
def _note(line: Any, value: Any) -> None:
    if value > line[0]:
        line[1] = line[0]
        line[0] = value
    elif value > line[1]:
        line[1] = value
    line[2] += value
    line[3] += 1
