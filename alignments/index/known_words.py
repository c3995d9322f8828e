"""The words that a load has met: stems and marks of whole rows of texts are looked up at once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from aligner.words import fresh_stem
from alignments.index.marked_stems import MarkedStems, words_of_lines
from alignments.index.recipe import loose_word
from alignments.index.stem_marks import mark
from alignments.index.vocabulary import FreshWords

MOST_KNOWN = 1 << 22
"""Words of a language from which a load begins to learn them anew."""


class Met(NamedTuple):
    """The stems of a row of words, and what of them was met for the first time."""

    stems: list[str]
    marked: MarkedStems
    fresh: FreshWords


class KnownWords:
    """Words by their hash, which takes an eighth of the room of a dictionary: a million of them share none of its 2^64 values.

    `_hashes` ascend; `_numbers` are those of the words' stems. The line end between texts is a word whose stem is number 0.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._hashes = np.array([hash("\n")], np.int64)
        self._numbers = np.zeros(1, np.int32)
        self._by_stem = {"\n": 0}
        self._stems = ["\n"]
        self._marks = np.zeros(1, np.uint32)

    @property
    def is_full(self) -> bool:
        """True when it has grown too large to go on."""
        return len(self._hashes) >= MOST_KNOWN

    def meet(self, words: Sequence[str]) -> Met:
        """What is known of words, with a line end between text and text."""
        hashes = np.fromiter(map(hash, words), np.int64, len(words))
        distinct, first, inverse, counts = np.unique(hashes, return_index=True, return_inverse=True, return_counts=True)
        places = np.searchsorted(self._hashes, distinct)
        is_fresh = self._hashes[np.minimum(places, len(self._hashes) - 1)] != distinct
        fresh = self._learn([words[place] for place in first[is_fresh].tolist()], counts[is_fresh])
        self._hashes = np.insert(self._hashes, places[is_fresh], distinct[is_fresh])
        self._numbers = np.insert(self._numbers, places[is_fresh], [self._by_stem[stem] for stem in fresh.stems.split()])
        numbers = self._numbers[np.searchsorted(self._hashes, distinct)][inverse]
        is_word = numbers > 0
        stems = list(map(self._stems.__getitem__, numbers.tolist()))
        return Met(stems, MarkedStems(self._marks[numbers[is_word]], words_of_lines(is_word)), fresh)

    def _learn(self, words: Sequence[str], counts: NDArray[np.int64]) -> FreshWords:
        """Stems of words that are met for the first time, and so often."""
        known = len(self._stems)
        stems = [fresh_stem(word, self._language) or word for word in words]
        sums = np.bincount([self._number(stem) for stem in stems], counts, len(self._stems)).astype(np.int64)
        fresh_stems = self._stems[known:]
        self._marks = np.append(self._marks, np.fromiter(map(mark, fresh_stems), np.uint32, len(fresh_stems)))
        lines = "\n".join(words)
        return FreshWords(
            lines, "\n".join(stems), loose_word(lines), counts.tolist(), "\n".join(fresh_stems), sums[known:].tolist()
        )

    def _number(self, stem: str) -> int:
        number = self._by_stem.setdefault(stem, len(self._stems))
        if number == len(self._stems):
            self._stems.append(stem)
        return number
