"""How much of one text's content is found in others: two kernels over all units of a batch at once."""

import numba
import numpy as np
from numpy.typing import NDArray

from alignments.inspection.vocabulary import Numbers, Rows

Floats = NDArray[np.float32]
Places = NDArray[np.int64]


def shared_weight(first: Rows, second: Rows, weights: Floats, offsets: Places) -> Floats:
    """The cosine of row i of the first side with row i + offset of the second, for every offset; NaN off the ends.

    Rows are sets of feature numbers; a feature counts with its weight.
    """
    shared: Floats = _shared(first.values, first.starts, second.values, second.starts, weights, offsets)
    return shared


def explained_weight(first: Rows, second: Rows, weights: Floats, offsets: Places, associations: tuple[Rows, Floats]) -> Floats:
    """The part of row i + offset of the second side that the associations of row i of the first explain, 0…1."""
    others, strengths = associations
    explained: Floats = _explained(
        first.values, first.starts, second.values, second.starts, weights, offsets, others.values, others.starts, strengths
    )
    return explained


def slipped_weight(first: Rows, second: Rows, weights: Floats, associations: tuple[Rows, Floats]) -> Floats:
    """How much of an edge of each row of the second side the neighbouring row of the first explains better than its own.

    The highest sum of weights from the beginning of the row against the row before, or up to its end against the row after;
    what a bead has that is cut at the wrong segment.
    """
    others, strengths = associations
    slipped: Floats = _slipped(
        first.values, first.starts, second.values, second.starts, weights, others.values, others.starts, strengths
    )
    return slipped


@numba.njit(cache=True)
def _slipped(  # noqa: PLR0913, PLR0917 - a kernel takes plain arrays
    first: Numbers,
    first_starts: Places,
    second: Numbers,
    second_starts: Places,
    weights: Floats,
    others: Numbers,
    other_starts: Places,
    strengths: Floats,
) -> Floats:
    rows, nothing = len(first_starts) - 1, np.zeros_like(strengths)
    result = np.zeros(rows, dtype=np.float32)
    own, neighbours = np.zeros(len(weights), dtype=np.float32), np.zeros(len(weights), dtype=np.float32)
    for j in range(rows):
        _translate(first[first_starts[j] : first_starts[j + 1]], others, other_starts, strengths, own)
        for i in (j - 1, j + 1):
            if not 0 <= i < rows:
                continue
            _translate(first[first_starts[i] : first_starts[i + 1]], others, other_starts, strengths, neighbours)
            row = second[second_starts[j] : second_starts[j + 1]]
            total = np.float32(0)
            for place in row if i < j else row[::-1]:
                total += weights[place] * (neighbours[place] - own[place])
                result[j] = max(result[j], total)
            _translate(first[first_starts[i] : first_starts[i + 1]], others, other_starts, nothing, neighbours)
        _translate(first[first_starts[j] : first_starts[j + 1]], others, other_starts, nothing, own)
    return result


@numba.njit(cache=True)
def _translate(row: Numbers, others: Numbers, other_starts: Places, strengths: Floats, best: Floats) -> None:
    """Note how strongly the row explains each root; with strengths of 0 forget it again."""
    for root in row:
        if root + 1 < len(other_starts):
            for t in range(other_starts[root], other_starts[root + 1]):
                best[others[t]] = max(best[others[t]], strengths[t]) if strengths[t] > 0 else 0


@numba.njit(cache=True)
def _shared(  # noqa: PLR0913, PLR0917 - a kernel takes plain arrays
    first: Numbers, first_starts: Places, second: Numbers, second_starts: Places, weights: Floats, offsets: Places
) -> Floats:
    rows = len(first_starts) - 1
    norms = np.zeros((2, rows), dtype=np.float32)
    for i in range(rows):
        for k in range(first_starts[i], first_starts[i + 1]):
            norms[0, i] += weights[first[k]] ** 2
        for k in range(second_starts[i], second_starts[i + 1]):
            norms[1, i] += weights[second[k]] ** 2
    result = np.full((rows, len(offsets)), np.nan, dtype=np.float32)
    mark = np.full(len(weights), -1, dtype=np.int64)
    for i in range(rows):
        for k in range(first_starts[i], first_starts[i + 1]):
            mark[first[k]] = i
        for o in range(len(offsets)):
            j = i + offsets[o]
            if 0 <= j < rows:
                total = np.float32(0)
                for k in range(second_starts[j], second_starts[j + 1]):
                    if mark[second[k]] == i:
                        total += weights[second[k]] ** 2
                result[i, o] = total / np.sqrt(norms[0, i] * norms[1, j] + 1e-6)
    return result


@numba.njit(cache=True)
def _explained(  # noqa: PLR0913, PLR0917 - as above
    first: Numbers,
    first_starts: Places,
    second: Numbers,
    second_starts: Places,
    weights: Floats,
    offsets: Places,
    others: Numbers,
    other_starts: Places,
    strengths: Floats,
) -> Floats:
    rows = len(first_starts) - 1
    result = np.full((rows, len(offsets)), np.nan, dtype=np.float32)
    mark = np.full(len(weights), -1, dtype=np.int64)
    best = np.zeros(len(weights), dtype=np.float32)
    for i in range(rows):
        for k in range(first_starts[i], first_starts[i + 1]):
            if first[k] + 1 >= len(other_starts):
                continue  # a root met after the associations were learned
            for t in range(other_starts[first[k]], other_starts[first[k] + 1]):
                other = others[t]
                if mark[other] != i:
                    mark[other] = i
                    best[other] = 0.0
                best[other] = max(best[other], strengths[t])
        for o in range(len(offsets)):
            j = i + offsets[o]
            if 0 <= j < rows:
                found, total = np.float32(0), np.float32(1e-6)
                for k in range(second_starts[j], second_starts[j + 1]):
                    total += weights[second[k]]
                    if mark[second[k]] == i:
                        found += weights[second[k]] * best[second[k]]
                result[i, o] = found / total
    return result
