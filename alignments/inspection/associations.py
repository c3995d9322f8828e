"""Which words translate which: from the built-in lexicon, and from standing beside each other in the units themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from aligner.lexicon import builtin_concepts
from aligner.lexicon.entries import LANGUAGES
from alignments.inspection.rows import Places, Rows
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
    terms = {language: [concept.terms[column] for concept in concepts] for column, language in enumerate(LANGUAGES)}
    roots = {language: _roots(own, language) for language, own in terms.items()}
    entries: dict[tuple[int, int], float] = {}
    for number in range(len(concepts)):
        for one, other in combinations(LANGUAGES, 2):
            for first, second in product(roots[one][number], roots[other][number]):
                strength = LISTED / max(len(first), len(second), 1)
                for pair in product(first, second):
                    if entries.get(pair, 0.0) < strength:
                        entries[pair] = strength
    one_way = np.array(list(entries), dtype=np.uint64).reshape(-1, 2)
    keys = np.concatenate([one_way, one_way[:, ::-1]])
    return ListedWords(keys[:, 0], keys[:, 1], np.tile(np.fromiter(entries.values(), np.float32, len(entries)), 2))


def _roots(terms: Sequence[Sequence[str]], language: str) -> list[list[list[int]]]:
    """The root keys of the words of each term of each concept."""
    flat = [term.replace("-", " ") for own in terms for term in own]
    rows = roots_of(flat, language)
    values = rows.values.tolist()
    keys = iter([values[begin:end] for begin, end in zip(rows.begins.tolist(), rows.ends.tolist(), strict=True)])
    return [[next(keys) for _ in own] for own in terms]


def _learned(size: int, first: Rows, second: Rows) -> sparse.csr_matrix:
    """Dice coefficients of the roots of two languages, in both directions."""
    a, b = _incidence(first, size), _incidence(second, size)
    together = (a.T @ b).tocoo()
    count_a, count_b = (np.asarray(matrix.sum(0)).ravel() for matrix in (a, b))
    shared = together.data - 1
    dice = 2 * shared / np.maximum(count_a[together.row] + count_b[together.col] - 1, 1)
    kept = dice >= WEAKEST
    row, column, strength = together.row[kept], together.col[kept], np.minimum(dice[kept], 1)
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
