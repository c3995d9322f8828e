"""Shared letters across scripts: segments as weighted counts of the letter n-grams of their romanised words."""

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from aligner.spelling.romanisation import romanised
from aligner.texts import Vocabulary, Words, one_after_the_other, rows_of, runs_of
from aligner.vectors import Rows, rows_of_matrix
from aligner.words import folded_lines

SIZE = 4
"""Letters of an n-gram; a word is marked `^` and `$` at its ends."""

NUMBER_WEIGHT = 3
"""How many n-grams a number counts for."""


def letter_vectors(sides: Sequence[Sequence[str]]) -> list[sparse.csr_matrix]:
    """One sparse row a segment, in a space that the sides share; weights are counts times inverse segment frequency."""
    vocabulary = Vocabulary("und")
    (rows,) = letter_rows([(vocabulary, one_after_the_other([vocabulary.read(folded_lines(side)) for side in sides]))])
    return [rows.part(held).matrix() for held in runs_of(map(len, sides))]


def letter_rows(texts: Sequence[tuple[Vocabulary, Words]]) -> list[Rows]:
    """The letters of the segments of each language, given as their vocabulary and words; all share the columns."""
    place: dict[str, int] = {}
    tables = [
        _counted(rows_of([[place.setdefault(g, len(place)) for g in _grams(word)] for word in vocabulary.words]))
        for vocabulary, _ in texts
    ]
    counts = [
        _counted(words, len(vocabulary.words)) @ _widened(table, len(place))
        for (vocabulary, words), table in zip(texts, tables, strict=True)
    ]
    frequency = sum(np.asarray(part.sum(axis=0)).ravel() for part in counts)
    weights = np.log1p(sum(part.shape[0] for part in counts) / np.maximum(frequency, 1)).astype(np.float32)
    for part in counts:
        part.data *= weights[part.indices]
    return [rows_of_matrix(part) for part in counts]


def _counted(words: Words, width: int | None = None) -> sparse.csr_matrix:
    """How often each row has each number."""
    width = int(words.ids.max(initial=-1)) + 1 if width is None else width
    ones = np.ones(len(words.ids), dtype=np.float32)
    counts = sparse.csr_matrix((ones, words.ids, words.start), shape=(len(words), max(1, width)))
    counts.sum_duplicates()
    return counts


def _widened(table: sparse.csr_matrix, width: int) -> sparse.csr_matrix:
    """The table with as many columns as all tables have, and at least one row."""
    table.resize((max(1, table.shape[0]), max(1, width)))
    return table


def _grams(word: str) -> list[str]:
    if word.isdigit():
        return ["#" + word] * NUMBER_WEIGHT
    grams = []
    for part in romanised(word).split():
        marked = f"^{part}$"
        grams += [marked[at : at + SIZE] for at in range(max(1, len(marked) - SIZE + 1))]
    return grams
