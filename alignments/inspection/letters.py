"""The letters of many texts in one array of code points, as written or folded, and the words they make."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner.words import fold, joins
from alignments.inspection.hashing import Codes, counted_letters, hashed_spans, hashed_texts, looked_up, mark, spelt_out
from alignments.inspection.rows import Places, Rows, are_among

BEGINNING = 3
"""Letters that all forms of a word have in common; «ел» has two."""

_CODE_BITS = np.uint64(21)

_END = "\0"
"""Behind every text; in none."""

_SPACE = "\x1f"
"""Stands for an _END inside a text: a separator too."""


class Letters:
    """Code points of texts; words are unbroken runs of letters and digits."""

    def __init__(self, codes: Codes) -> None:
        self.codes = codes
        ends = np.flatnonzero(codes == 0)
        self.texts = Rows(codes, np.concatenate([[0], ends + 1])[:-1], ends)

    def are(self, belongs: Callable[[str], bool]) -> NDArray[np.bool_]:
        """For every letter whether it is of a kind."""
        return looked_up(self.codes, self._table(belongs, np.bool_))

    def count(self, belongs: Callable[[str], bool]) -> Places:
        """How many letters of a kind each text has."""
        table = self._table(belongs, np.bool_)
        return counted_letters(self.codes, table, self.texts.begins, self.texts.ends)

    def keys(self, belongs: Callable[[str], bool]) -> NDArray[np.uint64]:
        """A number for each text that texts with the same letters of a kind share."""
        return hashed_texts(self.codes, self._table(belongs, np.bool_), self.texts.begins, self.texts.ends)

    @cached_property
    def words(self) -> tuple[Places, Places]:
        """Where each word starts and stops in `codes`."""
        inside = np.concatenate([[False], self.are(str.isalnum), [False]])
        edges = np.flatnonzero(inside[1:] != inside[:-1])
        return edges[::2], edges[1::2]

    def by_text(self, values: NDArray[Any]) -> Rows:
        """A value for each word, grouped by text."""
        starts = self.words[0]
        return Rows(values, np.searchsorted(starts, self.texts.begins), np.searchsorted(starts, self.texts.ends))

    @cached_property
    def text_of_word(self) -> Places:
        """The text in which each word stands."""
        return np.repeat(np.arange(len(self.texts)), self.by_text(self.words[0]).sizes)

    def all_are(self, belongs: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Which words have letters of a kind only."""
        starts, stops = self.words
        whole: NDArray[np.bool_] = Rows(self.codes, starts, stops).count(self.are(belongs)) == stops - starts
        return whole

    def spelt(self, words: Places) -> list[str]:
        """The letters of these words."""
        starts, stops = (edge[words].tolist() for edge in self.words)
        return [_text(self.codes[start:stop]) for start, stop in zip(starts, stops, strict=True)]

    def word_keys(self, words: Places) -> NDArray[np.uint64]:
        """A number for each of these words that it always has."""
        starts, stops = (edge[words] for edge in self.words)
        return hashed_spans(self.codes, starts, stops, np.zeros(len(words), np.uint64))

    def begin_as(self, beginnings: NDArray[np.uint64], words: Places) -> Places:
        """Those of these words that begin, once folded, as one of `numbered_beginnings` does."""
        return words[are_among(self._beginnings(words), beginnings)]

    def _beginnings(self, words: Places) -> NDArray[np.uint64]:
        """The first letters of these words, folded, as `beginning` gives them."""
        starts, stops = (edge[words] for edge in self.words)
        table = self._table(lambda letter: beginning(fold(letter)[:1]), np.uint64)
        numbers = np.zeros(len(words), dtype=np.uint64)
        for place in range(BEGINNING):
            inside = starts + place < stops
            numbers[inside] = (numbers[inside] << _CODE_BITS) | table[self.codes[starts[inside] + place]]
        return numbers

    def _table(self, value: Callable[[str], int], kind: type[np.generic]) -> NDArray[Any]:
        """A value for each code point that occurs; 0 for the end of a text."""
        table = np.zeros(self.largest + 1, dtype=kind)
        table[self.distinct] = [value(chr(code)) for code in self.distinct]
        return table

    @cached_property
    def distinct(self) -> list[int]:
        """The code points that occur in texts, rising."""
        occurs = np.zeros(int(self.codes.max(initial=0)) + 1, dtype=np.bool_)
        mark(self.codes, occurs)
        return (1 + np.flatnonzero(occurs[1:])).tolist()

    @property
    def largest(self) -> int:
        """The largest code point."""
        return self.distinct[-1] if self.distinct else 0


def codes_of(texts: Sequence[str]) -> Codes:
    """The code points of texts as they are written, 0 behind each."""
    joined = _END.join((*texts, ""))
    if joined.count(_END) > len(texts):
        joined = _END.join((*(text.replace(_END, _SPACE) for text in texts), ""))
    return _coded(joined)


def folded_codes(written: Letters) -> Codes:
    """The code points of texts as they are compared: each letter folded for itself, unless some have marks that join them."""
    letters = list(map(chr, written.distinct))
    if any(map(joins, letters)):
        return _coded(fold(_text(written.codes)))
    folded = [fold(letter) for letter in letters]
    begins, ends = (np.zeros(written.largest + 1, dtype=np.int64) for _ in range(2))
    ends[0], stops = 1, 1 + np.cumsum([len(letter) for letter in folded], dtype=np.int64)
    begins[written.distinct], ends[written.distinct] = np.concatenate([[1], stops])[:-1], stops
    return spelt_out(written.codes, _coded(_END + "".join(folded)), begins, ends)


def numbered_beginnings(words: Iterable[str]) -> NDArray[np.uint64]:
    """The first BEGINNING letters of folded words as numbers, each once, rising."""
    return np.unique(np.array([beginning(word) for word in words], dtype=np.uint64))


def beginning(word: str) -> int:
    """The first BEGINNING letters of a word as one number."""
    number = 0
    for letter in word[:BEGINNING]:
        number = number << int(_CODE_BITS) | ord(letter)
    return number


def _coded(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _text(codes: Codes) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")
