"""Texts as numbers: their words, roots and letter n-grams, each as rows of one array and none kept as a string."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from aligner.spelling.romanisation import romanised
from alignments.inspection.hashing import hashed_grams, hashed_spans
from alignments.inspection.letters import Letters
from alignments.inspection.rows import Rows

ROOT = 5
"""Letters of a word taken as its root: as good as stems for counting which words stand together, and much faster."""

LATIN = 4
"""Latin letters kept of one letter: щ has two, and no letter of a living alphabet more than four."""


class FoldedLetters(Letters):
    """The code points of texts folded as they are compared, with their words, roots and n-grams."""

    @cached_property
    def identities(self) -> Rows:
        """A number for each word that it always has, by text."""
        starts, stops = self.words
        return self.by_text(hashed_spans(self.codes, starts, stops, np.zeros(len(starts), np.uint64)))

    def roots(self, seeds: NDArray[np.uint64]) -> Rows:
        """A number for the root of each word, by text; `seeds` tell the languages of the texts apart."""
        starts, stops = self.words
        return self.by_text(hashed_spans(self.codes, starts, np.minimum(stops, starts + ROOT), seeds[self.text_of_word]))

    def grams(self) -> Rows:
        """The n-grams of the words of each text in Latin letters, as places in a table of GRAMS."""
        starts, stops = self.words
        latin, sizes = np.zeros((self.largest + 1, LATIN), dtype=np.uint64), np.zeros(self.largest + 1, dtype=np.int64)
        for code in self.distinct:
            letters = [ord(letter) for letter in romanised(chr(code))[:LATIN]]
            latin[code, : len(letters)], sizes[code] = letters, len(letters)
        values, first = hashed_grams(self.codes, starts, stops, latin, sizes)
        words = self.by_text(starts)
        return Rows(values, first[words.begins], first[words.ends])
