"""How much of one text's content is found in others: compiled loops over all units of a batch at once."""

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled
from alignments.inspection.associations import Associations
from alignments.inspection.vocabulary import Places, Rows

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]


def shared_weight(first: Rows, second: Rows, weights: Floats, offsets: Places) -> Floats:
    """The cosine of row i of the first side with row i + offset of the second, for every offset; NaN off the ends.

    Rows are sets of feature numbers; a feature counts with its weight.
    """
    return _shared(first.values, first.begins, first.ends, second.values, second.begins, second.ends, weights, offsets)


def explained_weight(first: Rows, second: Rows, weights: Floats, offsets: Places, known: Associations) -> Floats:
    """The part of row i + offset of the second side that the associations of row i of the first explain, 0…1."""
    sides = (first.values, first.begins, first.ends, second.values, second.begins, second.ends)
    return _explained(*sides, weights, offsets, known.others, known.starts, known.strengths)


def slipped_weight(first: Rows, second: Rows, weights: Floats, known: Associations) -> Floats:
    """How much of an edge of each row of the second side the neighbouring row of the first explains better than its own.

    The highest sum of weights from the beginning of the row against the row before, or up to its end against the row after;
    what a bead has that is cut at the wrong segment.
    """
    sides = (first.values, first.begins, first.ends, second.values, second.begins, second.ends)
    return _slipped(*sides, weights, known.others, known.starts, known.strengths)


@compiled
def _slipped(
    first: Numbers,
    first_begins: Places,
    first_ends: Places,
    second: Numbers,
    second_begins: Places,
    second_ends: Places,
    weights: Floats,
    others: Numbers,
    starts: Places,
    strengths: Floats,
) -> Floats:
    rows, nothing = len(first_begins), np.zeros_like(strengths)
    result = np.zeros(rows, dtype=np.float32)
    own, neighbours = np.zeros(len(weights), dtype=np.float32), np.zeros(len(weights), dtype=np.float32)
    for j in range(rows):
        _translate(first[first_begins[j] : first_ends[j]], others, starts, strengths, own)
        for i in (j - 1, j + 1):
            if not 0 <= i < rows:
                continue
            _translate(first[first_begins[i] : first_ends[i]], others, starts, strengths, neighbours)
            row = second[second_begins[j] : second_ends[j]]
            total = np.float32(0)
            for place in row if i < j else row[::-1]:
                total += weights[place] * (neighbours[place] - own[place])
                result[j] = max(result[j], total)
            _translate(first[first_begins[i] : first_ends[i]], others, starts, nothing, neighbours)
        _translate(first[first_begins[j] : first_ends[j]], others, starts, nothing, own)
    return result


@compiled
def _translate(row: Numbers, others: Numbers, starts: Places, strengths: Floats, best: Floats) -> None:
    """Note how strongly the row explains each root; with strengths of 0 forget it again."""
    for root in row:
        for t in range(starts[root], starts[root + 1]):
            best[others[t]] = max(best[others[t]], strengths[t]) if strengths[t] > 0 else 0


@compiled
def _shared(
    first: Numbers,
    first_begins: Places,
    first_ends: Places,
    second: Numbers,
    second_begins: Places,
    second_ends: Places,
    weights: Floats,
    offsets: Places,
) -> Floats:
    rows = len(first_begins)
    norms = np.zeros((2, rows), dtype=np.float32)
    for i in range(rows):
        for k in range(first_begins[i], first_ends[i]):
            norms[0, i] += weights[first[k]] ** 2
        for k in range(second_begins[i], second_ends[i]):
            norms[1, i] += weights[second[k]] ** 2
    result = np.full((rows, len(offsets)), np.nan, dtype=np.float32)
    mark = np.full(len(weights), -1, dtype=np.int32)
    for i in range(rows):
        for k in range(first_begins[i], first_ends[i]):
            mark[first[k]] = i
        for o in range(len(offsets)):
            j = i + offsets[o]
            if 0 <= j < rows:
                total = np.float32(0)
                for k in range(second_begins[j], second_ends[j]):
                    if mark[second[k]] == i:
                        total += weights[second[k]] ** 2
                result[i, o] = total / np.sqrt(norms[0, i] * norms[1, j] + 1e-6)
    return result


@compiled
def _explained(
    first: Numbers,
    first_begins: Places,
    first_ends: Places,
    second: Numbers,
    second_begins: Places,
    second_ends: Places,
    weights: Floats,
    offsets: Places,
    others: Numbers,
    starts: Places,
    strengths: Floats,
) -> Floats:
    rows = len(first_begins)
    result = np.full((rows, len(offsets)), np.nan, dtype=np.float32)
    best = np.zeros(len(weights), dtype=np.float32)
    nothing = np.zeros_like(strengths)
    for i in range(rows):
        row = first[first_begins[i] : first_ends[i]]
        _translate(row, others, starts, strengths, best)
        for o in range(len(offsets)):
            j = i + offsets[o]
            if 0 <= j < rows:
                found, total = np.float32(0), np.float32(1e-6)
                for k in range(second_begins[j], second_ends[j]):
                    total += weights[second[k]]
                    found += weights[second[k]] * best[second[k]]
                result[i, o] = found / total
        _translate(row, others, starts, nothing, best)
    return result
