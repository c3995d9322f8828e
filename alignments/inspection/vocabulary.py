"""Words as numbers, each with its root and its letter n-grams, worked out once per word however often it stands."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from aligner.romanisation import romanised

Numbers = NDArray[np.int32]

ROOT = 5
"""Letters of a word taken as its root: as good as stems for counting which words stand together, and much faster."""

GRAM = 4
"""Letters of an n-gram, the mark of the word's beginning or end included."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Numbers grouped by row: row r holds `values[starts[r]:starts[r + 1]]`."""

    values: Numbers
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1


class _Numbering(dict[str, int]):
    """A number for every text, given when first asked for."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


class _Words(dict[str, int]):
    """The number of every word of one language; a new word's root and n-grams are worked out when it is first asked for."""

    def __init__(self, language: str, vocabulary: "Vocabulary", known: Mapping[str, int] = MappingProxyType({})) -> None:
        super().__init__(known)
        self._language, self._vocabulary = language, vocabulary

    def __missing__(self, word: str) -> int:
        self[word] = self._vocabulary.add(word, self._language)
        return self[word]


class Vocabulary:
    """The words of all languages with their roots, which carry the language, and their n-grams, which all share."""

    def __init__(self) -> None:
        self.roots, self.grams = _Numbering(), _Numbering()
        self._words: dict[str, _Words] = {}
        self._root_of = array("i")
        self._grams_of, self._gram_starts = array("i"), array("q", [0])

    def copy(self) -> "Vocabulary":
        """A vocabulary that knows the same words under the same numbers and learns on its own."""
        twin = Vocabulary()
        twin.roots, twin.grams = _Numbering(self.roots), _Numbering(self.grams)
        twin._words = {language: _Words(language, twin, words) for language, words in self._words.items()}
        twin._root_of = self._root_of[:]
        twin._grams_of, twin._gram_starts = self._grams_of[:], self._gram_starts[:]
        return twin

    def root(self, word: str, language: str) -> int:
        """The number of a folded word's root."""
        return self._root_of[self._table(language)[word]]

    def words(self, texts: Sequence[Sequence[str]], language: str) -> Rows:
        """The numbers of the words of each text."""
        starts = np.zeros(len(texts) + 1, dtype=np.int64)
        np.cumsum([len(words) for words in texts], out=starts[1:])
        number_of = self._table(language).__getitem__
        return Rows(np.fromiter(map(number_of, chain.from_iterable(texts)), np.int32, int(starts[-1])), starts)

    def roots_of(self, words: Rows) -> Rows:
        """The numbers of the roots of rows of words."""
        return Rows(np.array(self._root_of, np.int32)[words.values], words.starts)

    def grams_of(self, words: Rows) -> Rows:
        """The numbers of the letter n-grams of rows of words."""
        starts = np.array(self._gram_starts, np.int64)
        first, counts = starts[words.values], np.diff(starts)[words.values]
        ends = np.concatenate([[0], np.cumsum(counts)])
        places = np.arange(ends[-1]) + np.repeat(first - ends[:-1], counts)
        return Rows(np.array(self._grams_of, np.int32)[places], ends[words.starts])

    def add(self, word: str, language: str) -> int:
        """Take a new word in; its number."""
        self._root_of.append(self.roots[f"{language}:{word[:ROOT]}"])
        marked = f"^{romanised(word)}$"
        self._grams_of.extend({self.grams[marked[at : at + GRAM]] for at in range(max(1, len(marked) - GRAM + 1))})
        self._gram_starts.append(len(self._grams_of))
        return len(self._root_of) - 1

    def _table(self, language: str) -> _Words:
        if language not in self._words:
            self._words[language] = _Words(language, self)
        return self._words[language]
