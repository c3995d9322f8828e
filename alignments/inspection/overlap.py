"""How much of one text's content is found in others: compiled loops over all units of a batch at once."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled_maker
from alignments.inspection.associations import Associations
from alignments.inspection.rows import Places, Rows

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]


def shared_weight(first: Rows, second: Rows, weights: Floats, offsets: Places) -> Floats:
    """The cosine of row i of the first side with row i + offset of the second, for every offset; NaN off the ends.

    Rows are sets of feature numbers; a feature counts with its weight.
    """
    sides = (first.values, first.begins, first.ends, second.values, second.begins, second.ends)
    squares = weights[first.values] ** 2, weights[second.values] ** 2
    return _shared(*sides, *squares, offsets, _unmarked(len(weights)))


@cache
def _unmarked(size: int) -> NDArray[np.bool_]:
    """No number marked: a table so large is made once, and whoever marks a number in it forgets it again."""
    return np.zeros(size, dtype=np.bool_)


def explained_words(first: Rows, second: Rows, offsets: Places, known: Associations) -> Floats:
    """How strongly the associations of row i of the first side explain each word of row i + offset of the second, 0…1.

    A row an offset, a column a word: one of the `values` of the second side.
    """
    sides = (first.values, first.begins, first.ends, second.values, second.begins, second.ends)
    return _explained(*sides, offsets, known.others, known.starts, known.strengths)


def explained_weight(words: Floats, second: Rows, weights: Floats, offsets: Places) -> Floats:
    """The part of row i + offset of the second side that is explained (`explained_words`), 0…1; NaN off the ends."""
    return _weighed(words, second.values, second.begins, second.ends, weights, offsets)


def slipped_weight(own: Floats, before: Floats, after: Floats, second: Rows, weights: Floats) -> Floats:
    """How much of an edge of each row of the second side the neighbouring row of the first explains better than its own.

    The highest sum of weights from the beginning of the row against the row before, or up to its end against the row after;
    what a bead has that is cut at the wrong segment. `own`, `before` and `after` say how strongly these rows explain each word.
    """
    return _slipped(own, before, after, second.values, second.begins, second.ends, weights)


@compiled_maker
def _explained(
    first: Numbers,
    first_begins: Places,
    first_ends: Places,
    second: Numbers,
    second_begins: Places,
    second_ends: Places,
    offsets: Places,
    others: Numbers,
    starts: Places,
    strengths: Floats,
) -> Floats:
    rows = len(first_begins)
    result = np.zeros((len(offsets), len(second)), dtype=np.float32)
    best = np.zeros(len(starts), dtype=np.float32)
    for i in range(rows):
        row = first[first_begins[i] : first_ends[i]]
        for root in row:
            for t in range(starts[root], starts[root + 1]):
                best[others[t]] = max(best[others[t]], strengths[t])
        for o in range(len(offsets)):
            j = i + offsets[o]
            if 0 <= j < rows:
                for k in range(second_begins[j], second_ends[j]):
                    result[o, k] = best[second[k]]
        for root in row:
            for t in range(starts[root], starts[root + 1]):
                best[others[t]] = 0
    return result


@compiled_maker
def _weighed(words: Floats, second: Numbers, begins: Places, ends: Places, weights: Floats, offsets: Places) -> Floats:
    rows = len(begins)
    result = np.full((rows, len(offsets)), np.nan, dtype=np.float32)
    for i in range(rows):
        for o in range(len(offsets)):
            j = i + offsets[o]
            if 0 <= j < rows:
                found, total = np.float32(0), np.float32(1e-6)
                for k in range(begins[j], ends[j]):
                    total += weights[second[k]]
                    found += weights[second[k]] * words[o, k]
                result[i, o] = found / total
    return result


@compiled_maker
def _slipped(
    own: Floats, before: Floats, after: Floats, second: Numbers, begins: Places, ends: Places, weights: Floats
) -> Floats:
    result = np.zeros(len(begins), dtype=np.float32)
    for j in range(len(begins)):
        total = np.float32(0)
        for k in range(begins[j], ends[j]):
            total += weights[second[k]] * (before[k] - own[k])
            result[j] = max(result[j], total)
        total = np.float32(0)
        for k in range(ends[j] - 1, begins[j] - 1, -1):
            total += weights[second[k]] * (after[k] - own[k])
            result[j] = max(result[j], total)
    return result


@compiled_maker
def _shared(
    first: Numbers,
    first_begins: Places,
    first_ends: Places,
    second: Numbers,
    second_begins: Places,
    second_ends: Places,
    first_squares: Floats,
    second_squares: Floats,
    offsets: Places,
    marked: NDArray[np.bool_],
) -> Floats:
    rows = len(first_begins)
    norms = np.zeros((2, rows), dtype=np.float32)
    for i in range(rows):
        for k in range(first_begins[i], first_ends[i]):
            norms[0, i] += first_squares[k]
        for k in range(second_begins[i], second_ends[i]):
            norms[1, i] += second_squares[k]
    result = np.full((rows, len(offsets)), np.nan, dtype=np.float32)
    for i in range(rows):
        for k in range(first_begins[i], first_ends[i]):
            marked[first[k]] = True
        for o in range(len(offsets)):
            j = i + offsets[o]
            if 0 <= j < rows:
                total = np.float32(0)
                for k in range(second_begins[j], second_ends[j]):
                    if marked[second[k]]:
                        total += second_squares[k]
                result[i, o] = total / np.sqrt(norms[0, i] * norms[1, j] + 1e-6)
        for k in range(first_begins[i], first_ends[i]):
            marked[first[k]] = False
    return result
