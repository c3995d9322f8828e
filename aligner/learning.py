"""Words learned from aligned segments: IBM model 1 in both directions (Brown et al. 1993), kept where both agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from aligner.compiling import compiled, first_not_below
from aligner.search.lattice import Floats, Integers
from aligner.texts import rows_of

ITERATIONS = 5
WEAKEST = 0.03
"""Translations less likely than this are forgotten."""

MOST_COMPARISONS = 40_000
"""Word pairs of one bead above which it teaches nothing."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Translations between the stems of two languages: the numbers of the stems, strength 0…1, and how often they were seen."""

    first: Integers
    second: Integers
    strength: Floats
    votes: Floats


@dataclass(frozen=True, slots=True)
class Lesson:
    """A pair of aligned stretches as stem numbers, with the chance that they translate each other."""

    first: Integers
    second: Integers
    probability: float

    def turned(self) -> "Lesson":
        """The same lesson from the second language to the first."""
        return Lesson(self.second, self.first, self.probability)


def learn(lessons: Sequence[Lesson]) -> Learned:
    """The translations that the lessons suggest."""
    held = [lesson for lesson in lessons if 0 < len(lesson.first) * len(lesson.second) <= MOST_COMPARISONS]
    if not held:
        none = np.zeros(0)
        return Learned(none.astype(np.int64), none.astype(np.int64), none.astype(np.float32), none.astype(np.float32))
    first, second = rows_of([lesson.first for lesson in held]), rows_of([lesson.second for lesson in held])
    weights = np.array([lesson.probability for lesson in held])
    width = int(second.ids.max()) + 1
    keys = _keys(first.start, first.ids, second.start, second.ids, width)
    keys.sort()
    pairs = keys[np.concatenate([[True], keys[1:] != keys[:-1]])]
    del keys
    place = _places(first.start, first.ids, second.start, second.ids, width, pairs)
    i, j = pairs // width, pairs % width
    there, seen_there = _model1(first.start, second.start, place, weights, i, int(i.max()) + 1, backward=False)
    back, seen_back = _model1(first.start, second.start, place, weights, j, int(j.max()) + 1, backward=True)
    count = (seen_there + seen_back) / 2
    strength = np.sqrt(there * back)
    keep = (strength * count / (count + 1) >= WEAKEST) & (count > 0.2)
    return Learned(i[keep], j[keep], strength[keep].astype(np.float32), count[keep].astype(np.float32))


@compiled
def _keys(ap: Any, ai: Any, bp: Any, bi: Any, width: int) -> Any:
    size = 0
    for k in range(len(ap) - 1):
        size += (ap[k + 1] - ap[k]) * (bp[k + 1] - bp[k])
    keys = np.empty(size, dtype=np.int64)
    at = 0
    for k in range(len(ap) - 1):
        for a in range(ap[k], ap[k + 1]):
            for b in range(bp[k], bp[k + 1]):
                keys[at] = ai[a] * width + bi[b]
                at += 1
    return keys


@compiled
def _places(ap: Any, ai: Any, bp: Any, bi: Any, width: int, pairs: Any) -> Any:
    size = 0
    for k in range(len(ap) - 1):
        size += (ap[k + 1] - ap[k]) * (bp[k + 1] - bp[k])
    places = np.empty(size, dtype=np.int32)
    at = 0
    for k in range(len(ap) - 1):
        for a in range(ap[k], ap[k + 1]):
            first = first_not_below(pairs, 0, len(pairs), ai[a] * width)
            stop = first_not_below(pairs, first, len(pairs), (ai[a] + 1) * width)
            for b in range(bp[k], bp[k + 1]):
                places[at] = first_not_below(pairs, first, stop, ai[a] * width + bi[b])
                at += 1
    return places


@compiled
def _model1(ap: Any, bp: Any, pair: Any, weights: Any, given: Any, stems: int, backward: Any) -> Any:
    """p(other | given) for every pair of stems, and its expected count; `given` is the stem each pair is conditioned on."""
    chance = np.ones(len(given))
    count = np.zeros(len(given))
    totals = np.zeros(stems)
    for _ in range(ITERATIONS):
        count[:] = 0
        start = 0
        for k in range(len(ap) - 1):
            x, y = ap[k + 1] - ap[k], bp[k + 1] - bp[k]
            outer, inner = (x, y) if backward else (y, x)
            for o in range(outer):
                z = 1e-9
                for n in range(inner):
                    z += chance[pair[start + (o * y + n if backward else n * y + o)]]
                for n in range(inner):
                    p = pair[start + (o * y + n if backward else n * y + o)]
                    count[p] += weights[k] * chance[p] / z
            start += x * y
        totals[:] = 0
        for p in range(len(given)):
            totals[given[p]] += count[p]
        for p in range(len(given)):
            chance[p] = count[p] / (totals[given[p]] + 1e-9)
    return chance, count
