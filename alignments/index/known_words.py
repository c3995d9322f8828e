"""The words that a load has met, by number: what is known of a word is then looked up for whole rows of texts."""

from array import array
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from aligner.words import fresh_stem
from alignments.index.marked_stems import MarkedStems, words_of_lines
from alignments.index.recipe import loose_word
from alignments.index.stem_marks import mark
from alignments.index.vocabulary import FreshWords

MOST_KNOWN = 1 << 19
"""Words of a language from which a load begins to learn them anew."""


class Met(NamedTuple):
    """The stems of a row of words, and what of them was met for the first time."""

    stems: list[str]
    marked: MarkedStems
    fresh: FreshWords


class KnownWords(dict[str, int]):
    """Words of a language, numbered as they come; the line end between texts is number 0."""

    def __init__(self, language: str) -> None:
        super().__init__({"\n": 0})
        self._language = language
        self._stems = ["\n"]
        self._marks = array("I", [0])
        self._same: dict[str, str] = {}
        self._fresh: list[str] = []

    @property
    def is_full(self) -> bool:
        """True when it has grown too large to go on."""
        return len(self) >= MOST_KNOWN

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self._stems)
        stem = fresh_stem(word, self._language) or word
        self._stems.append(self._same.setdefault(stem, stem))
        self._marks.append(mark(stem))
        self._fresh.append(word)
        return number

    def meet(self, words: Sequence[str]) -> Met:
        """What is known of words, with a line end between text and text."""
        known_words, known_stems = len(self._stems), len(self._same)
        numbers = np.fromiter(map(self.__getitem__, words), np.int64, len(words))
        stems = list(map(self._stems.__getitem__, numbers.tolist()))
        is_word = numbers > 0
        marks = np.array(self._marks, np.uint32)[numbers[is_word]]
        counts = np.bincount(numbers[numbers >= known_words] - known_words).tolist()
        fresh_stems = list(islice(self._same, known_stems, None))
        return Met(stems, MarkedStems(marks, words_of_lines(is_word)), self._met_first(counts, fresh_stems))

    def _met_first(self, counts: list[int], fresh_stems: Sequence[str]) -> FreshWords:
        """The words not told of yet, which occurred so often, and the stems that came with them."""
        words, self._fresh = self._fresh, []
        stems = self._stems[len(self._stems) - len(words) :]
        sums = dict.fromkeys(fresh_stems, 0)
        for stem, count in zip(stems, counts, strict=True):
            if stem in sums:
                sums[stem] += count
        lines = "\n".join(words)
        return FreshWords(lines, "\n".join(stems), loose_word(lines), counts, "\n".join(sums), list(sums.values()))
