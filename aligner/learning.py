"""Words learned from aligned segments, by a model of both directions that are made to agree.

IBM model 1 (Brown et al. 1993), in which words at like places of their stretches are likelier to translate each other (Dyer,
Chahuneau and Smith 2013) and, after the first iterations, a link counts as far as both directions see it (Liang, Taskar and
Klein 2006). Both matter most where there is one short text to learn from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from aligner.compiling import compiled, compiled_part
from aligner.search.lattice import Floats, Integers
from aligner.texts import Words

ITERATIONS, APART = 5, 2
"""Iterations, and the first of them, in which each direction counts for itself."""

FAR = 2.0
"""By how much the odds of two words fall from like places to the opposite ends of their stretches: to 1 / (1 + FAR)."""

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
    first, second = _together([lesson.first for lesson in held]), _together([lesson.second for lesson in held])
    order, cells = np.argsort(first.ids, kind="stable"), int(np.diff(first.start) @ np.diff(second.start))
    pairs, place, near = np.empty((2, cells), np.int32), np.empty(cells, np.uint32), np.empty(cells, np.float32)
    rows, met = np.empty((2, len(first.ids)), np.int64), np.full((2, second.ids.max() + 1), -1)
    i, j = pairs[:, : _pair(first.start, first.ids, second.start, second.ids, order, rows, met, pairs, place, near)]
    weights = np.array([lesson.probability for lesson in held])
    room = [np.empty(size) for words in (first, second) for size in (np.diff(words.start).max(), words.ids.max() + 1)]
    both = np.ones((len(i), 4))  # side by side, because what is read together is then fetched together
    chance, seen = both[:, :2], both[:, 2:]
    _run_model1(first.start, second.start, place, near, weights, i, j, tuple(room), chance, seen)
    count, strength = seen.mean(axis=1), np.sqrt(chance[:, 0] * chance[:, 1])
    keep = (strength * count / (count + 1) >= WEAKEST) & (count > 0.2)
    return Learned(
        i[keep].astype(np.int64), j[keep].astype(np.int64), strength[keep].astype(np.float32), count[keep].astype(np.float32)
    )


def _together(rows: Sequence[Integers]) -> Words:
    """The stems of one side of all lessons."""
    return Words(np.concatenate(rows), np.cumsum([0, *map(len, rows)]))


@compiled
def _pair(ap: Any, ai: Any, bp: Any, bi: Any, order: Any, rows: Any, met: Any, pairs: Any, place: Any, near: Any) -> int:
    """Number the pairs of stems that stand together in a lesson: note the first stem and the second of each, and of every cell the
    pair and the share of its odds that the places of its words leave. How many pairs there are.

    The cells of a lesson are each of its first words with each of its second. `order` brings equal first words together, so that
    pairs with one first stem follow each other; `met` is -1 for every second stem.
    """
    size, count = 0, 0
    for k in range(len(ap) - 1):
        for word in range(ap[k], ap[k + 1]):
            rows[0, word], rows[1, word] = k, size
            size += bp[k + 1] - bp[k]
    for word in order:
        stem, k = ai[word], rows[0, word]
        x, y = ap[k + 1] - ap[k], bp[k + 1] - bp[k]
        at = (word - ap[k] + 0.5) / x
        for b in range(bp[k], bp[k + 1]):
            other = bi[b]
            if met[0, other] != stem:
                met[0, other], met[1, other] = stem, count
                pairs[0, count], pairs[1, count] = stem, other
                count += 1
            cell = rows[1, word] + b - bp[k]
            place[cell], near[cell] = met[1, other], 1 / (1 + FAR * abs(at - (b - bp[k] + 0.5) / y))
    return count


@compiled
def _run_model1(
    ap: Any, bp: Any, place: Any, near: Any, weights: Any, first: Any, second: Any, room: Any, chance: Any, seen: Any
) -> None:
    """For every pair p(second | first) and p(first | second), and how often either is expected: [pair, direction].

    In the room there is place for the sums of a lesson and of every stem.
    """
    rows, totals, columns, others = room
    for iteration in range(ITERATIONS):
        for p in range(len(seen)):
            seen[p, 0], seen[p, 1] = 0, 0
        start = 0
        for k in range(len(ap) - 1):
            x, y = ap[k + 1] - ap[k], bp[k + 1] - bp[k]
            for b in range(y):
                columns[b] = 1e-9
            for a in range(x):
                own = 1e-9  # a sum in an array would be stored and read again for every cell
                for b in range(y):
                    cell = start + a * y + b
                    columns[b] += near[cell] * chance[place[cell], 0]
                    own += near[cell] * chance[place[cell], 1]
                rows[a] = 1 / own
            for b in range(y):
                columns[b] = 1 / columns[b]
            for a in range(x):
                own = rows[a]
                for b in range(y):
                    cell = start + a * y + b
                    p = place[cell]
                    there, back = near[cell] * chance[p, 0] * columns[b], near[cell] * chance[p, 1] * own
                    if iteration >= APART:
                        there = back = there * back
                    seen[p, 0] += weights[k] * there
                    seen[p, 1] += weights[k] * back
            start += x * y
        _divide(seen, first, second, totals, others, chance)


@compiled_part
def _divide(seen: Any, first: Any, second: Any, totals: Any, others: Any, chance: Any) -> None:
    """Make the chances the shares of what is seen of each stem."""
    for stem in range(len(totals)):
        totals[stem] = 1e-9
    for stem in range(len(others)):
        others[stem] = 1e-9
    for p in range(len(first)):
        totals[first[p]] += seen[p, 0]
        others[second[p]] += seen[p, 1]
    for p in range(len(first)):
        chance[p, 0], chance[p, 1] = seen[p, 0] / totals[first[p]], seen[p, 1] / others[second[p]]
