"""Texts of the memory that may be similar to a text: they are of similar length and share its rare stems."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from alignments.index.recipe import VARIANT_BITS, WHOLE_VARIANT, index_stems, index_words_of
from alignments.index.search_index import SearchIndex

POSTING_BUDGET = 30_000
"""Postings read for one text, of all lengths, rare stems first; some are read whatever they cost."""

ALWAYS_READ = 3

RARE_SHARE = 0.6
"""Share of the stems that is read, and two more: a text that has the other 40 % and two of these is found with two in common."""

SURE_OF_TWO, FEW = 5, 20
"""From so many postings read, texts with a single stem in common are left out, unless there are few candidates anyway."""

STRONG_SHARE = 0.25
"""Where texts have this share of the stems read, those with fewer are left out: they differ in three words of four."""

MOST_CANDIDATES = 300
"""Texts that are compared letter by letter, those with the most stems in common."""


class CandidateFinder:
    """Finds candidates in one language."""

    def __init__(self, index: SearchIndex, language: str) -> None:
        self._index = index
        self._language = language
        self._counts: dict[str, int] = {}

    def candidates(self, texts: Sequence[str], similarity: float) -> Iterator[list[int]]:
        """For each of one or more texts the variants of texts that may reach a similarity."""
        words = list(index_words_of(texts))
        if len(texts) > 1:
            self._index.vocabulary.recall_stems(self._language, sorted(set(chain.from_iterable(words))))
        stems = [list(dict.fromkeys(index_stems(one, self._language))) for one in words]
        self._count(sorted(set(chain.from_iterable(stems))))
        chosen = list(map(self._chosen, stems))
        bounds = [(ceil(len(text) * similarity), floor(len(text) / similarity)) for text in texts]
        for text, own, read in zip(texts, chosen, self._index.postings(self._language, chosen, bounds), strict=True):
            yield _most_shared(np.sort(read), len(own), len(text))

    def _count(self, stems: Iterable[str]) -> None:
        """Learn how many variants have each stem."""
        missing = [stem for stem in stems if stem not in self._counts]
        if missing:
            self._counts.update(dict.fromkeys(missing, 0))
            self._counts.update(self._index.vocabulary.stem_counts(self._language, missing))

    def _chosen(self, stems: Sequence[str]) -> list[str]:
        """The stems whose postings are read, rare ones first; those of no variant are left out."""
        rare = sorted((self._counts[stem], stem) for stem in stems if self._counts[stem])
        wanted = rare[: ceil(len(rare) * RARE_SHARE) + 2]
        affordable = sum(total <= POSTING_BUDGET for total in accumulate(count for count, _ in wanted))
        return [stem for _, stem in wanted[: max(ALWAYS_READ, affordable)]]


def _most_shared(ordered: NDArray[np.int64], stems: int, length: int) -> list[int]:
    """The variants that occur in the most postings of so many stems; among equals those nearest in length."""
    is_many = stems >= SURE_OF_TWO and (len(ordered) > FEW * stems or len(_standing(ordered, 1)) > FEW)
    least = (ceil(stems * STRONG_SHARE), 2) if is_many else (1,)
    found = next((some for some in (_standing(ordered, times) for times in least) if len(some)), ordered[:0])
    if len(found) > MOST_CANDIDATES:
        shared = np.searchsorted(ordered, found, side="right") - np.searchsorted(ordered, found)
        off = np.minimum(np.abs((found >> VARIANT_BITS) - length), 9_999)
        found = found[np.argpartition(off - shared * 10_000, MOST_CANDIDATES)[:MOST_CANDIDATES]]
    variants: list[int] = (found & WHOLE_VARIANT).tolist()
    return variants


def _standing(ordered: NDArray[np.int64], times: int) -> NDArray[np.int64]:
    """The numbers that stand in a sorted row at least so many times."""
    begins = ordered[: max(0, len(ordered) - times + 1)]
    repeated = begins[begins == ordered[times - 1 :]]
    found: NDArray[np.int64] = np.concatenate((repeated[:1], repeated[1:][repeated[1:] != repeated[:-1]]))
    return found
