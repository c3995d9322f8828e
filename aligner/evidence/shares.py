"""What share of its weight each side of a bead finds translated by the other, as a whole and segment by segment.

`there[k, node]` is the weight of the segment i that the k + 1 segments from j on translate, `back[k, node]` that of the segment j
that the k + 1 segments from i on translate; `inverse_a` and `inverse_b` are one divided by the weight of each segment.
"""

from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.search.lattice import LARGEST

SHARES = (
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


@compiled
def share_grids(
    low: Any, high: Any, offset: Any, shapes: Any, inside: Any, used: Any, there: Any, back: Any, inverse_a: Any, inverse_b: Any
) -> Any:
    """The geometric mean of the shares of both sides of every bead with two: [shape - 2, node], NaN where there is none."""
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
def weigh_sides(
    low: Any, high: Any, offset: Any, inside: Any, there: Any, back: Any, inverse_a: Any, inverse_b: Any,
    at: int, weights: Any, scores: Any, features: Any,
) -> None:  # fmt: skip
    """Weigh or keep SHARES, in the places of features from `at` on; sums over the segments of a bead grow with its shape."""
    keep = features.shape[0] > 0
    found, sums = np.zeros(7, dtype=np.float32), np.zeros((5, LARGEST + 1), dtype=np.float32)
    first, right, weak, before, single = sums[0], sums[1], sums[2], sums[3], sums[4]
    for i in range(len(low) - 1):
        for j in range(low[i], high[i] + 1):
            node, whole_a = offset[i] + j - low[i], np.float32(0.0)
            rows, columns = _reach(low, high, i, j)
            sums[:] = 0
            weak[:] = 1
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
def weigh_alone(
    low: Any, high: Any, offset: Any, inside: Any, there: Any, back: Any, inverse_a: Any, inverse_b: Any,
    at: int, weights: Any, scores: Any, features: Any,
) -> None:  # fmt: skip
    """Weigh or keep LEFT_ALONE, in the places of features from `at` on."""
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
