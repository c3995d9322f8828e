"""Which words translate which: from the built-in lexicon, and from standing beside each other in the units themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from aligner.lexicon import builtin_concepts
from aligner.lexicon.entries import LANGUAGES
from alignments.inspection.rows import Places, Rows, crossed
from alignments.inspection.texts import roots_of

Keys = NDArray[np.uint64]

KEPT = 24
"""The strongest translations kept of a root."""

WEAKEST = 0.12
"""A Dice coefficient under this is chance."""

LISTED = 0.8
"""How strongly two words hang together that an entry of the lexicon gives; shared out over the words of a phrase."""


@dataclass(frozen=True, slots=True)
class Associations:
    """The roots that translate root r are `others[starts[r]:starts[r + 1]]`, each with its strength 0…1."""

    others: NDArray[np.int32]
    starts: Places
    strengths: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ListedWords:
    """Pairs of root keys that entries of the lexicon give, and how strongly they hang together."""

    first: Keys
    second: Keys
    strengths: NDArray[np.float32]


def associate(size: int, sides: Sequence[tuple[Rows, Rows]], listed: sparse.csr_matrix) -> Associations:
    """Learn from sampled units: for each pair of languages the roots of both sides, unit by unit; `size` roots are known.

    A pair of roots is counted once less than it was seen, so that a unit never speaks for itself.
    """
    total = listed
    for first, second in sides:
        total = total.maximum(_learned(size, first, second))
    return _strongest(total.tocsr())


@cache
def listed_words() -> ListedWords:
    """What the built-in lexicon says, worked out once."""
    concepts = builtin_concepts()
    terms = [_terms([concept.terms[column] for concept in concepts], language) for column, language in enumerate(LANGUAGES)]
    sides = [_beside(one, other) for one, other in combinations(terms, 2)]
    first, second, strengths = (np.concatenate(column) for column in zip(*sides, strict=True))
    order = np.lexsort((-strengths, second, first))
    first, second, strengths = first[order], second[order], strengths[order]
    strongest = np.concatenate([[True], (first[1:] != first[:-1]) | (second[1:] != second[:-1])])
    one, other = first[strongest], second[strongest]
    return ListedWords(np.append(one, other), np.append(other, one), np.tile(strengths[strongest], 2))


def _terms(concepts: Sequence[Sequence[str]], language: str) -> tuple[Rows, Places]:
    """The root keys of the words of each term, and which terms each concept has, as edges."""
    rows = roots_of([term.replace("-", " ") for own in concepts for term in own], language)
    return rows, np.concatenate([[0], np.cumsum([len(own) for own in concepts])])


def _beside(one: tuple[Rows, Places], other: tuple[Rows, Places]) -> tuple[Keys, Keys, NDArray[np.float32]]:
    """Every two words of terms of one concept, with how strongly they hang together."""
    (first, first_edges), (second, second_edges) = one, other
    terms = crossed(first_edges[:-1], first_edges[1:], second_edges[:-1], second_edges[1:])
    one_term, other_term = (rows.take(own) for rows, own in zip((first, second), terms, strict=True))
    words = crossed(one_term.begins, one_term.ends, other_term.begins, other_term.ends)
    strengths = (LISTED / np.maximum(np.maximum(one_term.sizes, other_term.sizes), 1)).astype(np.float32)
    return first.values[words[0]], second.values[words[1]], np.repeat(strengths, one_term.sizes * other_term.sizes)


def _learned(size: int, first: Rows, second: Rows) -> sparse.csr_matrix:
    """Dice coefficients of the roots of two languages, in both directions."""
    a, b = _incidence(first, size), _incidence(second, size)
    together = (a.T @ b).tocsr()
    count_a, count_b = (np.asarray(matrix.sum(0)).ravel() for matrix in (a, b))
    again = np.flatnonzero(together.data > 1)  # most pairs are seen once
    row, column = np.searchsorted(together.indptr, again, "right") - 1, together.indices[again]
    dice = 2 * (together.data[again] - 1) / np.maximum(count_a[row] + count_b[column] - 1, 1)
    kept = dice >= WEAKEST
    row, column, strength = row[kept], column[kept], np.minimum(dice[kept], 1)
    one_way = sparse.csr_matrix((strength, (row, column)), shape=(size, size), dtype=np.float32)
    return one_way + one_way.T.tocsr()


def _incidence(rows: Rows, size: int) -> sparse.csr_matrix:
    """Which row has which number, each counted once."""
    places = np.concatenate([rows.values[begin:end] for begin, end in zip(rows.begins, rows.ends, strict=True)])
    starts = np.concatenate([[0], np.cumsum(rows.sizes)])
    matrix = sparse.csr_matrix((np.ones(len(places), np.float32), places, starts), shape=(len(rows), size))
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return matrix


def _strongest(matrix: sparse.csr_matrix) -> Associations:
    """The KEPT strongest of each row."""
    coo = matrix.tocoo()
    order = np.lexsort((-coo.data, coo.row))
    row, column, strength = coo.row[order], coo.col[order], coo.data[order]
    first = np.searchsorted(row, np.arange(matrix.shape[0]))
    kept = np.arange(len(row)) - first[row] < KEPT
    starts = np.concatenate([[0], np.cumsum(np.bincount(row[kept], minlength=matrix.shape[0]))])
    return Associations(column[kept].astype(np.int32), starts, strength[kept].astype(np.float32))
