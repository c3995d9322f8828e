"""Shared letters across scripts: segments as weighted counts of the letter n-grams of their romanised words."""

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from aligner.spelling.romanisation import romanised
from aligner.texts import Vocabulary, Words, rows_of
from aligner.vectors import Rows, rows_of_matrix

SIZE = 4
"""Letters of an n-gram; a word is marked `^` and `$` at its ends."""

NUMBER_WEIGHT = 3
"""How many n-grams a number counts for."""


def letter_vectors(sides: Sequence[Sequence[str]]) -> list[sparse.csr_matrix]:
    """One sparse row a segment, in a space that the sides share; weights are counts times inverse segment frequency."""
    vocabulary = Vocabulary("und")
    words = [vocabulary.read(side) for side in sides]
    return [rows.matrix() for rows in letter_rows([(vocabulary, side) for side in words])]


def letter_rows(sides: Sequence[tuple[Vocabulary, Words]]) -> list[Rows]:
    """The letters of every side, given as its words and their vocabulary; all sides share the columns."""
    vocabularies = list({id(vocabulary): vocabulary for vocabulary, _ in sides}.values())
    place: dict[str, int] = {}
    tables = {
        id(v): _counted(rows_of([[place.setdefault(g, len(place)) for g in _grams(w)] for w in v.words])) for v in vocabularies
    }
    stacked = sparse.vstack(
        [_counted(_together(sides, v), len(v.words)) @ _widened(tables[id(v)], len(place)) for v in vocabularies]
    ).tocsr()
    frequency = np.asarray(stacked.sum(axis=0)).ravel()
    weights = np.log1p(stacked.shape[0] / np.maximum(frequency, 1)).astype(np.float32)
    stacked.data *= weights[stacked.indices]
    return _parted(rows_of_matrix(stacked), sides, vocabularies)


def _together(sides: Sequence[tuple[Vocabulary, Words]], vocabulary: Vocabulary) -> Words:
    """The words of all sides of one vocabulary, one after the other."""
    own = [words for given, words in sides if given is vocabulary]
    counts = np.concatenate([np.diff(words.start) for words in own])
    return Words(np.concatenate([words.ids for words in own]), np.concatenate([[0], np.cumsum(counts)]))


def _parted(rows: Rows, sides: Sequence[tuple[Vocabulary, Words]], vocabularies: Sequence[Vocabulary]) -> list[Rows]:
    """The rows of each side again."""
    parts: dict[int, Rows] = {}
    at = 0
    for vocabulary in vocabularies:
        for number, (given, words) in enumerate(sides):
            if given is vocabulary:
                parts[number] = rows.part(at, at + len(words))
                at += len(words)
    return [parts[number] for number in range(len(sides))]


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
