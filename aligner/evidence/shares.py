"""What share of its weight each side of a bead finds translated by the other, as a whole and segment by segment.

`there[k, node]` is the weight of the segment i that the k + 1 segments from j on translate, `back[k, node]` that of the segment j
that the k + 1 segments from i on translate; `inverse_a` and `inverse_b` are one divided by the weight of each segment.
"""

from typing import Any

import numpy as np

from aligner.compiling import compiled, compiled_part
from aligner.evidence.kinds import Candidates, row_count, row_of, settle, settle_one
from aligner.search.lattice import LARGEST, SHAPES, Floats

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


def weigh_shares(candidates: Candidates, sides: Any, weights: Floats, scores: Floats, features: Floats) -> Floats:
    """Weigh or keep SHARES; the geometric means of the shares of both sides: [shape - 2, node]."""
    means = np.empty((len(SHAPES) - 2, candidates.band.size), dtype=np.float32)
    widest = int(np.diff(candidates.band.offset).max())
    by_row, by_column = np.zeros((5, LARGEST + 1, widest), dtype=np.float32), np.zeros((6, widest), dtype=np.float32)
    _weigh_shares(candidates.frame, sides, (by_row, by_column), means, weights, scores, features)
    return means


def weigh_alone(candidates: Candidates, sides: Any, weights: Floats, scores: Floats, features: Floats) -> None:
    """Weigh or keep LEFT_ALONE."""
    row, column = (np.zeros((size + 1, 3), dtype=np.float32) for size in candidates.band.lengths)
    _weigh_alone(candidates.frame, sides, row, column, candidates.lines(len(LEFT_ALONE)), weights, scores, features)


@compiled
def _weigh_shares(frame: Any, sides: Any, room: Any, means: Any, weights: Any, scores: Any, features: Any) -> None:
    low, offset = frame[0], frame[1]
    n, (by_row, by_column) = len(low) - 1, room
    for i in range(n):
        width = offset[i + 1] - offset[i]
        for known in range(by_row.shape[0]):
            for b in range(LARGEST + 1):
                for k in range(width):
                    by_row[known, b, k] = 1 if known == _WEAK else 0
        whole = np.float32(0)
        for a in range(1, min(LARGEST, n - i) + 1):
            for known in range(len(by_column)):
                for k in range(width):
                    by_column[known, k] = 1 if known == _LEAST else 0
            whole += np.float32(1) / sides[2][i + a - 1]
            for b in range(1, LARGEST + 1):
                shape = LARGEST * (a - 1) + b + 1
                if row_count(frame, shape) == 0:
                    break
                _grow(frame, sides, (i, a, b), by_row, by_column)
                start, j, count = row_of(frame, shape, i)
                for k in range(count):
                    mean, values = _read(by_row, by_column, b, j - low[i] + k, whole)
                    means[shape - 2, start + k] = mean
                    settle_one(values, shape, start + k, weights, scores, features)


@compiled_part
def _grow(frame: Any, sides: Any, bead: Any, by_row: Any, by_column: Any) -> None:
    """Let the beads of a - 1 rows and b columns, and of a rows and b - 1 columns, become those of a rows and b columns."""
    low, offset = frame[0], frame[1]
    there, back, inverse_a, inverse_b = sides
    i, a, b = bead
    last, j = i + a - 1, low[i + a - 1]
    count = min(low[i] + offset[i + 1] - offset[i], len(inverse_b)) - b + 1 - j
    if count <= 0:
        return
    here, node, at = offset[last], offset[i] + j - low[i], j - low[i]
    told, told_back = there[b - 1, here : here + count], back[a - 1, node + b - 1 : node + b - 1 + count]
    own_a, own_b, one = inverse_a[last], inverse_b[j + b - 1 : j + b - 1 + count], np.float32(1)
    alone, alone_back = there[0, here + b - 1 : here + b - 1 + count], back[0, here + b - 1 : here + b - 1 + count]
    for k in range(count):
        by_row[_FOUND, b, at + k] += told[k]
        by_row[_WEAK, b, at + k] = min(by_row[_WEAK, b, at + k], told[k] * own_a)
        by_column[_SECOND, at + k] += told_back[k]
        by_column[_WHOLE, at + k] += one / own_b[k]
        by_column[_LEAST, at + k] = min(by_column[_LEAST, at + k], told_back[k] * own_b[k])
        by_column[_LINE, at + k] += alone[k] + alone_back[k]
        by_row[_SINGLE, b, at + k] += by_column[_LINE, at + k]
        by_column[_GAIN, at + k] = one
    if a > 1:
        below = offset[i + 1] + j - low[i + 1] + b - 1
        for k in range(count):
            by_column[_UNDER, at + k] += back[a - 2, below + k]
            second, before = by_column[_SECOND, at + k], by_row[_BEFORE, b, at + k]
            by_column[_GAIN, at + k] = min((second - by_column[_UNDER, at + k]) * inverse_a[i], (second - before) * own_a)
    if b > 1:
        for k in range(count):
            by_row[_AHEAD, b, at + k] += there[b - 2, here + 1 + k]
            found, narrower = by_row[_FOUND, b, at + k], by_row[_FOUND, b - 1, at + k]
            gain = min((found - by_row[_AHEAD, b, at + k]) * inverse_b[j + k], (found - narrower) * own_b[k])
            by_column[_GAIN, at + k] = min(by_column[_GAIN, at + k], gain)
    for k in range(count):
        by_row[_BEFORE, b, at + k] = by_column[_SECOND, at + k]


@compiled_part
def _read(by_row: Any, by_column: Any, b: int, at: int, whole: Any) -> Any:
    """The mean share and the SHARES of a bead from what is known of it."""
    first, second, other = by_row[_FOUND, b, at], by_column[_SECOND, at], by_column[_WHOLE, at]
    share_a, share_b, found, weight = first / whole, second / other, first + second, whole + other
    weakest, alike = min(by_row[_WEAK, b, at], by_column[_LEAST, at]), (found - by_row[_SINGLE, b, at]) / weight
    return np.sqrt(share_a * share_b), (
        min(share_a, share_b), max(share_a, share_b), weakest, by_column[_GAIN, at], alike,
        found / np.float32(20), (found - weight) / np.float32(20),
    )  # fmt: skip


@compiled
def _weigh_alone(frame: Any, sides: Any, row: Any, column: Any, lines: Any, weights: Any, scores: Any, features: Any) -> None:
    """`row` and `column` are room for what is known of the segments of both sides: best, sum, count."""
    low, offset = frame[0], frame[1]
    there, back, inverse_a, inverse_b = sides
    n, m = len(inverse_a), len(inverse_b)
    for i in range(n):
        for j in range(low[i], min(low[i] + offset[i + 1] - offset[i], m)):
            node = offset[i] + j - low[i]
            _note(row, i, there[0, node] * inverse_a[i])
            _note(column, j, back[0, node] * inverse_b[j])
    for shape in range(2):
        held = row if shape == 0 else column
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            for k in range(count):
                place = i if shape == 0 else j + k
                lines[0, start + k] = held[place, 0]
                lines[1, start + k] = held[place, 0] - held[place, 1] / (held[place, 2] + 1)
        settle(frame, lines, shape, 0, weights, scores, features)


@compiled_part
def _note(held: Any, place: int, value: Any) -> None:
    held[place, 0] = max(held[place, 0], value)
    held[place, 1] += value
    held[place, 2] += 1
