"""Shared letters across scripts: segments as weighted counts of the letter n-grams of their romanised words."""

import sys
from collections.abc import Sequence

import numpy as np
from scipy import sparse

from aligner.characters import code_points, folded_lines
from aligner.search.lattice import Integers
from aligner.spelling.romanisation import romanised
from aligner.texts import Vocabulary, Words, one_after_the_other, runs_of
from aligner.vectors import Rows, rows_of_matrix

SIZE = 4
"""Letters of an n-gram; a word is marked `^` and `$` at its ends."""

NUMBER_WEIGHT = 3
"""How many n-grams a number counts for."""

_NUMBER = " ".join("#" * NUMBER_WEIGHT)


def letter_vectors(sides: Sequence[Sequence[str]]) -> list[sparse.csr_matrix]:
    """One sparse row a segment, in a space that the sides share; weights are counts times inverse segment frequency."""
    vocabulary = Vocabulary("und")
    (rows,) = letter_rows([(vocabulary, one_after_the_other([vocabulary.read(folded_lines(side)) for side in sides]))])
    return [rows.part(held).matrix() for held in runs_of(map(len, sides))]


def letter_rows(texts: Sequence[tuple[Vocabulary, Words]]) -> list[Rows]:
    """The letters of the segments of each language, given as their vocabulary and words; all share the columns."""
    grams, width = _grams([word for vocabulary, _ in texts for word in vocabulary.words])
    counts = [
        _counted(words, held.stop - held.start) @ _counted(grams.part(held), width)
        for (_, words), held in zip(texts, runs_of(len(vocabulary.words) for vocabulary, _ in texts), strict=True)
    ]
    frequency = sum(np.asarray(part.sum(axis=0)).ravel() for part in counts)
    weights = np.log1p(sum(part.shape[0] for part in counts) / np.maximum(frequency, 1)).astype(np.float32)
    for part in counts:
        part.data *= weights[part.indices]
    return [rows_of_matrix(part) for part in counts]


def _counted(words: Words, width: int) -> sparse.csr_matrix:
    """How often each row has each number."""
    ids = words.ids[words.start[0] : words.start[-1]]
    ones, start = np.ones(len(ids), dtype=np.float32), words.start - words.start[0]
    counts = sparse.csr_matrix((ones, ids, start), shape=(len(words), width))
    counts.sum_duplicates()
    return counts


def _grams(words: Sequence[str]) -> tuple[Words, int]:
    """The n-grams of every word, numbered, and how many numbers there are; a part too short for an n-gram counts as one."""
    letters, ends = _letters(words)
    inside = letters > 0
    starts = np.flatnonzero(inside[:-SIZE] & ~np.concatenate([[False], inside[: -SIZE - 1]]))
    grams, is_inside = np.zeros(len(letters) - SIZE, dtype=np.int64), np.ones(len(letters) - SIZE, dtype=np.bool_)
    for place in range(SIZE):
        is_inside &= inside[place : place - SIZE]
        grams = grams * (letters.max() + 1) + np.where(is_inside, letters[place : place - SIZE], 0)
    is_inside[starts] = True
    numbers = np.unique(grams[is_inside], return_inverse=True)
    start = np.concatenate([[0], np.cumsum(is_inside)])[np.concatenate([[0], ends])]
    return Words(numbers[1].astype(np.int64), start), max(1, len(numbers[0]))


def _letters(words: Sequence[str]) -> tuple[Integers, Integers]:
    """The romanised words as one row of numbered letters, 0 between their parts and SIZE times at the end; where each word ends.

    A number is one letter of its own, and as many parts as it counts for.
    """
    is_number = [word.isdigit() for word in words]
    plain = "\n".join(_NUMBER if number else word for word, number in zip(words, is_number, strict=True))
    parts = romanised(f"^{plain}$".replace("\n", "$\n^")).replace(" ", "$ ^").replace("^$", "").replace("^#$", "#")
    codes = code_points(parts + "\n" * SIZE).astype(np.int64)
    place: dict[str, int] = {}
    numbers = [place.setdefault(word, len(place)) for word, number in zip(words, is_number, strict=True) if number]
    codes[codes == ord("#")] = sys.maxunicode + 1 + np.repeat(np.array(numbers, dtype=np.int64), NUMBER_WEIGHT)
    ends = np.flatnonzero(codes == ord("\n"))[: len(words)]
    codes[(codes == ord("\n")) | (codes == ord(" "))] = 0
    return np.unique(codes, return_inverse=True)[1].astype(np.int64), ends
