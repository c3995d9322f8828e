"""What share of its weight each side of a bead finds translated by the other, as a whole and segment by segment.

`there[k, node]` is the weight of the segment i that the k + 1 segments from j on translate, `back[k, node]` that of the segment j
that the k + 1 segments from i on translate; `inverse_a` and `inverse_b` are one divided by the weight of each segment.
"""

from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.kinds import lines_for, row_count, row_of, settle
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


_FOUND, _AHEAD, _WEAK, _BEFORE, _SINGLE = range(5)
"""What is known of beads of so many columns that grow row by row: the weight of the first side that is translated, that by all
columns but the first, the least covered row, the translated weight of the second side a row before, and what single segments
translate."""

_SECOND, _UNDER, _LEAST, _LINE, _WHOLE, _GAIN = range(6)
"""What is known of beads of so many rows that grow column by column: the weight of the second side that is translated, that by
all rows but the first, the least covered column, what single segments translate in the last row, all weight, and the gain."""


@compiled
def weigh_shares(frame: Any, sides: Any, weights: Any, scores: Any, features: Any) -> Any:
    """Weigh or keep SHARES; the geometric means of the shares of both sides: [shape - 2, node]."""
    low, offset, shapes, _, _ = frame
    n, widest, means = len(low) - 1, np.diff(offset).max(), np.empty((len(shapes) - 2, offset[-1]), dtype=np.float32)
    by_row, by_column = np.zeros((5, LARGEST + 1, widest), dtype=np.float32), np.zeros((6, widest), dtype=np.float32)
    lines = np.zeros((7, widest), dtype=np.float32)
    used = np.array([row_count(frame, shape) > 0 for shape in range(len(shapes))])
    for i in range(n):
        width = offset[i + 1] - offset[i]
        by_row[:, :, :width] = 0
        by_row[_WEAK, :, :width] = 1
        for a in range(1, min(LARGEST, n - i) + 1):
            by_column[:, :width] = 0
            by_column[_LEAST, :width] = 1
            whole = (1 / sides[2][i : i + a]).sum()
            for b in range(1, LARGEST + 1):
                shape = LARGEST * (a - 1) + b + 1
                if not used[shape]:
                    break
                _grow(frame, sides, (i, a, b), by_row, by_column)
                start, j, count = row_of(frame, shape, i)
                rows, columns = by_row[:, b, j - low[i] : j - low[i] + count], by_column[:, j - low[i] : j - low[i] + count]
                _read(rows, columns, np.float32(whole), lines[:, :count], means[shape - 2, start : start + count])
                settle(lines[:, :count], shape, start, weights, scores, features)
    return means


@compiled
def _grow(frame: Any, sides: Any, bead: Any, by_row: Any, by_column: Any) -> None:
    """Let the beads of a - 1 rows and b columns, and of a rows and b - 1 columns, become those of a rows and b columns."""
    low, offset, _, _, _ = frame
    there, back, inverse_a, inverse_b = sides
    i, a, b = bead
    last, j = i + a - 1, low[i + a - 1]
    count = min(low[i] + offset[i + 1] - offset[i], len(inverse_b)) - b + 1 - j
    if count <= 0:
        return
    here, node = offset[last], offset[i] + j - low[i]
    first, ahead, weak, before, single = by_row[:, b, j - low[i] : j - low[i] + count]
    second, under, least, line, whole, gain = by_column[:, j - low[i] : j - low[i] + count]
    told, told_back = there[b - 1, here : here + count], back[a - 1, node + b - 1 : node + b - 1 + count]
    own_a, own_b, one = inverse_a[last], inverse_b[j + b - 1 : j + b - 1 + count], np.float32(1)
    alone, alone_back = there[0, here + b - 1 : here + b - 1 + count], back[0, here + b - 1 : here + b - 1 + count]
    for k in range(count):
        first[k] += told[k]
        second[k] += told_back[k]
        whole[k] += one / own_b[k]
        weak[k] = min(weak[k], told[k] * own_a)
        least[k] = min(least[k], told_back[k] * own_b[k])
        line[k] += alone[k] + alone_back[k]
        single[k] += line[k]
        gain[k] = one
    if a > 1:
        below = offset[i + 1] + j - low[i + 1] + b - 1
        held = back[a - 2, below : below + count]
        for k in range(count):
            under[k] += held[k]
            gain[k] = min((second[k] - under[k]) * inverse_a[i], (second[k] - before[k]) * own_a)
    if b > 1:
        held, narrower = there[b - 2, here + 1 : here + 1 + count], by_row[_FOUND, b - 1, j - low[i] : j - low[i] + count]
        begins = inverse_b[j : j + count]
        for k in range(count):
            ahead[k] += held[k]
            gain[k] = min(gain[k], (first[k] - ahead[k]) * begins[k])
            gain[k] = min(gain[k], (first[k] - narrower[k]) * own_b[k])
    before[:] = second


@compiled
def _read(by_row: Any, by_column: Any, whole: Any, lines: Any, means: Any) -> None:
    """The SHARES of some beads from what is known of them."""
    first, _, weak, _, single = by_row
    second, _, least, _, other, gain = by_column
    for k in range(len(means)):
        share_a, share_b, found, weight = first[k] / whole, second[k] / other[k], first[k] + second[k], whole + other[k]
        means[k] = np.sqrt(share_a * share_b)
        lines[0, k], lines[1, k], lines[2, k] = min(share_a, share_b), max(share_a, share_b), min(weak[k], least[k])
        lines[3, k], lines[4, k] = gain[k], (found - single[k]) / weight
        lines[5, k], lines[6, k] = found / np.float32(20), (found - weight) / np.float32(20)


@compiled
def weigh_alone(frame: Any, sides: Any, weights: Any, scores: Any, features: Any) -> None:
    """Weigh or keep LEFT_ALONE."""
    low, offset, _, _, _ = frame
    there, back, inverse_a, inverse_b = sides
    n, m = len(inverse_a), len(inverse_b)
    row, column = np.zeros((3, n + 1), dtype=np.float32), np.zeros((3, m + 1), dtype=np.float32)  # best, sum, count
    for i in range(n):
        first, count = low[i], min(low[i] + offset[i + 1] - offset[i], m) - low[i]
        _note_line(row[:, i : i + 1], there[0, offset[i] : offset[i] + count] * inverse_a[i])
        _note_line(column[:, first : first + count], back[0, offset[i] : offset[i] + count] * inverse_b[first : first + count])
    lines = lines_for(frame, 2)
    for shape in range(2):
        best, total, number = row if shape == 0 else column
        beyond = best - total / (number + 1)
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            for k in range(count):
                place = i if shape == 0 else j + k
                lines[0, start + k], lines[1, start + k] = best[place], beyond[place]
        settle(lines, shape, 0, weights, scores, features)


@compiled
def _note_line(held: Any, values: Any) -> None:
    """Note values in what is held of their places, or of one place for all."""
    for k in range(len(values)):
        place = min(k, held.shape[1] - 1)
        held[0, place] = max(held[0, place], values[k])
        held[1, place] += values[k]
        held[2, place] += 1
