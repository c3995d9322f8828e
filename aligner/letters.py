"""Shared letters across scripts: segments as weighted counts of the letter n-grams of their romanised words."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log

import icu
from scipy import sparse

_WORD = re.compile(r"[^\W_]+")
SIZE = 4
DIGIT_WEIGHT = 3


def letter_vectors(sides: Sequence[Sequence[str]]) -> list[sparse.csr_matrix]:
    """One sparse row a segment, in a space that the sides share; weights are counts times inverse segment frequency."""
    counts = [[Counter(_grams(text)) for text in side] for side in sides]
    every = [segment for side in counts for segment in side]
    frequency = Counter(gram for segment in every for gram in segment)
    place = {gram: number for number, gram in enumerate(frequency)}
    weight = [log(len(every) / f) for f in frequency.values()]
    return [_rows(side, place, weight) for side in counts]


def _rows(side: list[Counter[str]], place: dict[str, int], weight: list[float]) -> sparse.csr_matrix:
    entries = [
        (row, place[gram], count * weight[place[gram]]) for row, segment in enumerate(side) for gram, count in segment.items()
    ]
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(side), len(place)), dtype=float)


def _grams(text: str) -> list[str]:
    grams = []
    for word in _WORD.findall(_romaniser().transliterate(text)):
        if word.isdigit():
            grams += ["#" + word] * DIGIT_WEIGHT
        else:
            marked = f"^{word}$"
            grams += [marked[at : at + SIZE] for at in range(max(1, len(marked) - SIZE + 1))]
    return grams


@cache
def _romaniser() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
