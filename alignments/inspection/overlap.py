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
