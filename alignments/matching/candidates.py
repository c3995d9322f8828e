"""Texts of the memory that may be similar to a text: they are of similar length and share its rare stems."""

from collections.abc import Sequence
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from alignments.index.recipe import VARIANT_BITS, index_stems, index_words
from alignments.index.search_index import SearchIndex

POSTING_BUDGET = 60_000
"""Postings read for one text, rare stems first; some are read whatever they cost."""

ALWAYS_READ = 3

RARE_SHARE = 0.6
"""Share of the stems that is read, and two more: a text that has the other 40 % and two of these is found with two in common."""

SURE_OF_TWO, FEW = 5, 20
"""From so many postings read, texts with a single stem in common are left out, unless there are few candidates anyway."""

STRONG_SHARE = 0.25
"""Where texts have this share of the stems read, those with fewer are left out: they differ in three words of four."""

MOST_CANDIDATES = 300
"""Texts that are compared letter by letter, those with the most stems in common."""

FREQUENT = 400_000
"""Postings of one stem beyond which they are not kept in memory."""

_VARIANT = (1 << VARIANT_BITS) - 1


class CandidateFinder:
    """Finds candidates in one language; with `keeps_postings` those read once stay in memory, for whole documents."""

    def __init__(self, index: SearchIndex, language: str, *, keeps_postings: bool = False) -> None:
        self._index = index
        self._language = language
        self._keeps = keeps_postings
        self._kept: dict[str, NDArray[np.int64]] = {}
        self._counts: dict[str, int] = {}

    def candidates(self, text: str, similarity: float) -> list[int]:
        """Variants of texts that may reach a similarity."""
        shortest, longest = ceil(len(text) * similarity), floor(len(text) / similarity)
        stems = list(dict.fromkeys(index_stems(index_words(text), self._language)))
        rare = sorted((count, stem) for stem, count in self._frequencies(stems).items())
        read: list[NDArray[np.int64]] = []
        total = 0
        for _, stem in rare[: ceil(len(rare) * RARE_SHARE) + 2]:
            if total > POSTING_BUDGET and len(read) >= ALWAYS_READ:
                break
            read.append(self._postings(stem, shortest, longest))
            total += len(read[-1])
        return _most_shared(read, len(text))

    def _frequencies(self, stems: Sequence[str]) -> dict[str, int]:
        """How many variants have each stem; those of no variant are left out."""
        missing = [stem for stem in stems if stem not in self._counts]
        if missing:
            self._counts.update(dict.fromkeys(missing, 0))
            self._counts.update(self._index.vocabulary.stem_counts(self._language, missing))
        return {stem: self._counts[stem] for stem in stems if self._counts[stem]}

    def _postings(self, stem: str, shortest: int, longest: int) -> NDArray[np.int64]:
        if not self._keeps or self._counts[stem] > FREQUENT:
            return self._index.postings(self._language, stem, shortest, longest)
        if stem not in self._kept:
            self._kept[stem] = np.sort(self._index.postings(self._language, stem, 0, 1 << 22))
        whole = self._kept[stem]
        first, last = np.searchsorted(whole, (shortest << VARIANT_BITS, longest + 1 << VARIANT_BITS))
        return whole[first:last]


def _most_shared(read: Sequence[NDArray[np.int64]], length: int) -> list[int]:
    """The variants that occur in the most postings; among equals those nearest in length."""
    if not read:
        return []
    ordered = np.sort(np.concatenate(read))
    found = _standing(ordered, 1)
    if len(read) >= SURE_OF_TWO and len(found) > FEW:
        strong = _standing(ordered, ceil(len(read) * STRONG_SHARE))
        found = strong if len(strong) else _standing(ordered, 2)
    if len(found) > MOST_CANDIDATES:
        shared = np.searchsorted(ordered, found, side="right") - np.searchsorted(ordered, found)
        off = np.minimum(np.abs((found >> VARIANT_BITS) - length), 9_999)
        found = found[np.argpartition(off - shared * 10_000, MOST_CANDIDATES)[:MOST_CANDIDATES]]
    variants: list[int] = (found & _VARIANT).tolist()
    return variants


def _standing(ordered: NDArray[np.int64], times: int) -> NDArray[np.int64]:
    """The numbers that stand in a sorted row at least so many times."""
    last = len(ordered) - times + 1
    repeated = ordered[: max(0, last)][ordered[times - 1 :] == ordered[: max(0, last)]]
    distinct: NDArray[np.int64] = repeated[np.diff(repeated, prepend=-1) != 0]
    return distinct
