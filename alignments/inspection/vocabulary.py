"""Texts as numbers: their letters, words, roots and letter n-grams, each as rows of one array and none kept as a string."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner.spelling.romanisation import romanised
from aligner.words import fold
from alignments.inspection.hashing import counted_letters, hashed_grams, hashed_spans, hashed_texts

Places = NDArray[np.int64]

ROOT = 5
"""Letters of a word taken as its root: as good as stems for counting which words stand together, and much faster."""

LATIN = 4
"""Latin letters kept of one letter: щ has two, and no letter of a living alphabet more than four."""

BEGINNING = 3
"""Letters that all forms of a word have in common; «ел» has two."""

_CODE_BITS = np.uint64(21)

_END = "\0"
"""Behind every text; in none."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Numbers grouped by row: row r holds `values[begins[r]:ends[r]]`."""

    values: NDArray[Any]
    begins: Places
    ends: Places

    def __len__(self) -> int:
        return len(self.begins)

    @property
    def sizes(self) -> Places:
        """How many numbers each row has."""
        return self.ends - self.begins

    def take(self, rows: Places) -> "Rows":
        """The rows at these places in this order; an empty row for a place under 0."""
        return Rows(self.values, np.where(rows < 0, 0, self.begins[rows]), np.where(rows < 0, 0, self.ends[rows]))

    def count(self, chosen: NDArray[np.bool_]) -> Places:
        """How many of the chosen numbers each row has; a truth value for each of `values`."""
        before = np.concatenate([[0], np.cumsum(chosen)])
        counted: Places = before[self.ends] - before[self.begins]
        return counted


class Letters:
    """The code points of texts in one array, as written."""

    def __init__(self, texts: Iterable[str]) -> None:
        ended = "".join([text.replace(_END, " ") + _END for text in texts])
        self.codes: NDArray[np.uint32] = np.frombuffer(self._written(ended).encode("utf-32-le", "surrogatepass"), "<u4")
        ends = np.flatnonzero(self.codes == 0)
        self.texts = Rows(self.codes, np.concatenate([[0], ends + 1])[:-1], ends)

    @staticmethod
    def _written(text: str) -> str:
        return text

    def are(self, belongs: Callable[[str], bool]) -> NDArray[np.bool_]:
        """For every letter whether it is of a kind."""
        chosen: NDArray[np.bool_] = self._table(belongs, np.bool_)[self.codes]
        return chosen

    def count(self, belongs: Callable[[str], bool]) -> Places:
        """How many letters of a kind each text has."""
        return counted_letters(self.codes, self.texts.begins, self.texts.ends, self._table(belongs, np.bool_))

    def keys(self, kept: NDArray[np.bool_]) -> NDArray[np.uint64]:
        """A number for each text that texts with the same kept letters share."""
        return hashed_texts(self.codes, self.texts.begins, self.texts.ends, kept)

    @cached_property
    def words(self) -> tuple[Places, Places]:
        """Where each word starts and stops in `codes`: unbroken runs of letters and digits."""
        inside = np.concatenate([[False], self.are(str.isalnum), [False]])
        edges = np.flatnonzero(inside[1:] != inside[:-1])
        return edges[::2], edges[1::2]

    def by_text(self, values: NDArray[Any]) -> Rows:
        """A value for each word, grouped by text."""
        starts = self.words[0]
        return Rows(values, np.searchsorted(starts, self.texts.begins), np.searchsorted(starts, self.texts.ends))

    def beginnings(self) -> NDArray[np.uint64]:
        """The first letters of each word, folded, as `beginning` gives them."""
        starts, stops = self.words
        table = self._table(lambda letter: beginning(fold(letter)[:1]), np.uint64)
        numbers = np.zeros(len(starts), dtype=np.uint64)
        for place in range(BEGINNING):
            inside = starts + place < stops
            numbers[inside] = (numbers[inside] << _CODE_BITS) | table[self.codes[starts[inside] + place]]
        return numbers

    def _table(self, value: Callable[[str], int], kind: type[np.generic]) -> NDArray[Any]:
        """A value for each code point that occurs; 0 for the end of a text."""
        table = np.zeros(int(self.codes.max(initial=0)) + 1, dtype=kind)
        for code in self.distinct:
            table[code] = value(chr(code))
        return table

    @cached_property
    def distinct(self) -> list[int]:
        """The code points that occur in texts."""
        return (1 + np.flatnonzero(np.bincount(self.codes)[1:])).tolist() if len(self.codes) else []


def beginning(word: str) -> int:
    """The first BEGINNING letters of a word as one number."""
    number = 0
    for letter in word[:BEGINNING]:
        number = number << int(_CODE_BITS) | ord(letter)
    return number


class FoldedLetters(Letters):
    """The code points of texts folded as they are compared, with their words, roots and n-grams."""

    @staticmethod
    def _written(text: str) -> str:
        return fold(text)

    @cached_property
    def identities(self) -> Rows:
        """A number for each word that it always has, by text."""
        starts, stops = self.words
        return self.by_text(hashed_spans(self.codes, starts, stops, np.zeros(len(starts), np.uint64)))

    def roots(self, seeds: NDArray[np.uint64]) -> Rows:
        """A number for the root of each word, by text; `seeds` tell the languages of the texts apart."""
        starts, stops = self.words
        texts = np.searchsorted(self.texts.begins, starts, side="right") - 1
        return self.by_text(hashed_spans(self.codes, starts, np.minimum(stops, starts + ROOT), seeds[texts]))

    def grams(self) -> Rows:
        """The n-grams of the words of each text in Latin letters, as places in a table of GRAMS."""
        starts, stops = self.words
        latin = np.zeros((int(self.codes.max(initial=0)) + 1, LATIN), dtype=np.uint64)
        for code in self.distinct:
            letters = [ord(letter) for letter in romanised(chr(code))[:LATIN]]
            latin[code, : len(letters)] = letters
        values, first = hashed_grams(self.codes, starts, stops, latin)
        words = self.by_text(starts)
        return Rows(values, first[words.begins], first[words.ends])
