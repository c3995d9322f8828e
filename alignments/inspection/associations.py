"""Which words translate which: from the built-in lexicon, and from standing beside each other in the units themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations, product

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from aligner.lexicon import builtin_concepts
from aligner.lexicon.entries import LANGUAGES
from alignments.inspection.vocabulary import Numbers, Rows, Vocabulary

Chosen = tuple[Rows, Sequence[int]]
"""Rows of root numbers, and which of them are meant."""

KEPT = 8
"""The strongest translations kept of a root."""

WEAKEST = 0.12
"""A Dice coefficient under this is chance."""

LISTED = 0.8
"""How strongly two words hang together that an entry of the lexicon gives; shared out over the words of a phrase."""


@dataclass(frozen=True, slots=True)
class Associations:
    """For every root the roots that translate it (`others`, a row a root) and how strongly, 0…1."""

    others: Rows
    strengths: NDArray[np.float32]


def associate(size: int, texts: Iterable[tuple[Chosen, Chosen]], listed: sparse.csr_matrix) -> Associations:
    """Learn from sampled units: for each pair of languages the rows of both sides, unit by unit; `size` roots are known.

    A pair of roots is counted once less than it was seen, so that a unit never speaks for itself.
    """
    total = sparse.csr_matrix((size, size), dtype=np.float32)
    for matrix in (*(_learned(size, *sides) for sides in texts), listed.copy()):
        matrix.resize((size, size))
        total = total.maximum(matrix)
    return _strongest(total.tocsr())


@cache
def listed_words() -> tuple[Vocabulary, sparse.csr_matrix]:
    """The words of the built-in lexicon and how strongly they hang together, worked out once; copy what you change."""
    vocabulary = Vocabulary()
    entries: dict[tuple[int, int], float] = {}
    for concept in builtin_concepts():
        sides = [
            [[vocabulary.root(word, language) for word in term.casefold().replace("-", " ").split()] for term in terms]
            for language, terms in zip(LANGUAGES, concept.terms, strict=True)
        ]
        for one, other in permutations(sides, 2):
            for first, second in product(one, other):
                strength = LISTED / max(len(first), len(second), 1)
                for pair in product(first, second):
                    entries[pair] = max(entries.get(pair, 0.0), strength)
    places = np.array(list(entries), dtype=np.int64).reshape(-1, 2)
    size = len(vocabulary.roots)
    strengths = np.fromiter(entries.values(), np.float32, len(entries))
    return vocabulary, sparse.csr_matrix((strengths, (places[:, 0], places[:, 1])), shape=(size, size))


def _learned(size: int, first: Chosen, second: Chosen) -> sparse.csr_matrix:
    """Dice coefficients of the roots of two languages, in both directions."""
    a, b = _incidence(*first, size), _incidence(*second, size)
    together = (a.T @ b).tocoo()
    count_a, count_b = (np.asarray(matrix.sum(0)).ravel() for matrix in (a, b))
    shared = together.data - 1
    dice = 2 * shared / np.maximum(count_a[together.row] + count_b[together.col] - 1, 1)
    kept = dice >= WEAKEST
    row, column, strength = together.row[kept], together.col[kept], np.minimum(dice[kept], 1)
    one_way = sparse.csr_matrix((strength, (row, column)), shape=(size, size), dtype=np.float32)
    return one_way + one_way.T.tocsr()


def _incidence(rows: Rows, chosen: Sequence[int], size: int) -> sparse.csr_matrix:
    """Which of the chosen rows has which number, each counted once."""
    ones = np.ones(len(rows.values), np.float32)
    matrix = sparse.csr_matrix((ones, rows.values, rows.starts), shape=(len(rows), size))[list(chosen)]
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
    starts = np.zeros(matrix.shape[0] + 1, dtype=np.int64)
    np.cumsum(np.bincount(row[kept], minlength=matrix.shape[0]), out=starts[1:])
    others: Numbers = column[kept].astype(np.int32)
    return Associations(Rows(others, starts), strength[kept].astype(np.float32))
