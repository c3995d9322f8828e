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


_HALF, _ONE, _FAR, _LITTLE = np.float32(0.5), np.float32(1), np.float32(FAR), np.float32(1e-9)
"""Loops reckon in single precision: twice as fast, and the strengths are the same to six digits."""


_THERE, _BACK, _SEEN = range(3)
"""What is known of a pair: the chance of each direction, and how often it was seen in each."""


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
    widths, heights = np.diff(first.start), np.diff(second.start)
    order, cells = np.argsort(first.ids, kind="stable"), int(widths @ heights)
    pairs, place = np.empty((2, cells), np.int32), np.empty(cells, np.uint32)
    rows, met = np.empty((len(first.ids), 2), np.int64), np.full((second.ids.max() + 1, 2), -1, np.int32)
    i, j = pairs[:, : _pair(first.start, first.ids, second.start, second.ids, order, rows, met, pairs, place)]
    weights = np.array([lesson.probability for lesson in held], dtype=np.float32)
    sums = np.empty(widths.max(), np.float32), np.empty(heights.max(), np.float32)
    totals = np.empty(first.ids.max() + 1, np.float32), np.empty(second.ids.max() + 1, np.float32)
    odds = np.empty((2, int((widths * heights).max())), np.float32)
    known = np.ones((len(i), 4), np.float32)  # side by side, because what is read together is then fetched together
    _run_model1(first.start, second.start, place, weights, i, j, sums, totals, odds, known)
    count, strength = known[:, _SEEN:].mean(axis=1), np.sqrt(known[:, _THERE] * known[:, _BACK])
    keep = (strength * count / (count + 1) >= WEAKEST) & (count > 0.2)
    return Learned(i[keep].astype(np.int64), j[keep].astype(np.int64), strength[keep], count[keep])


def _together(rows: Sequence[Integers]) -> Words:
    """The stems of one side of all lessons."""
    return Words(np.concatenate(rows), np.cumsum([0, *map(len, rows)]))


@compiled
def _pair(ap: Any, ai: Any, bp: Any, bi: Any, order: Any, rows: Any, met: Any, pairs: Any, place: Any) -> int:
    """Number the pairs of stems that stand together in a lesson; note the stems of each, and the pair of every cell.

    How many pairs there are. The cells of a lesson are each of its first words with each of its second. `order` brings equal
    first words together, so that pairs with one first stem follow each other; `met` is -1 for every second stem.
    """
    size, count = 0, 0
    for k in range(len(ap) - 1):
        for word in range(ap[k], ap[k + 1]):
            rows[word, 0], rows[word, 1] = k, size
            size += bp[k + 1] - bp[k]
    for word in order:
        stem, k, cell = ai[word], rows[word, 0], rows[word, 1]
        others = bi[bp[k] : bp[k + 1]]
        own = place[cell : cell + len(others)]
        for b in range(len(others)):
            other = others[b]
            if met[other, 0] != stem:
                met[other, 0], met[other, 1] = stem, count
                pairs[0, count], pairs[1, count] = stem, other
                count += 1
            own[b] = met[other, 1]
    return count


@compiled
def _run_model1(
    ap: Any, bp: Any, place: Any, weights: Any, first: Any, second: Any,
    sums: Any, totals: Any, odds: Any, known: Any,
) -> None:  # fmt: skip
    """For every pair p(second | first), p(first | second), and how often either is expected.

    There is room for the sums of the words and the odds of the cells of a lesson, and for the totals of every stem.
    """
    (rows, columns), (there, back) = sums, odds
    for iteration in range(ITERATIONS):
        for p in range(len(known)):
            known[p, _SEEN], known[p, _SEEN + 1] = 0, 0
        cell = 0
        for k in range(len(ap) - 1):
            x, y = ap[k + 1] - ap[k], bp[k + 1] - bp[k]
            _expect(place[cell : cell + x * y], known, rows[:x], columns[:y], there, back)
            for a in range(x):
                own, line = rows[a], place[cell + a * y : cell + a * y + y]
                ones, others = there[a * y : a * y + y], back[a * y : a * y + y]
                if iteration >= APART:
                    for b in range(y):
                        ones[b] = others[b] = weights[k] * (ones[b] * columns[b]) * (others[b] * own)
                else:
                    for b in range(y):
                        ones[b], others[b] = weights[k] * (ones[b] * columns[b]), weights[k] * (others[b] * own)
                for b in range(y):
                    known[line[b], _SEEN] += ones[b]
                    known[line[b], _SEEN + 1] += others[b]
            cell += x * y
        _divide(known, first, second, totals[0], totals[1])


@compiled_part
def _expect(place: Any, known: Any, rows: Any, columns: Any, there: Any, back: Any) -> None:
    """The odds of the cells of a lesson in both directions, and what to multiply them with in each row and column.

    The farther apart the places of two words, the less their odds: how much less is as soon reckoned anew as kept and read.
    """
    y, step = len(columns), _ONE / np.float32(len(columns))
    for b in range(y):
        columns[b] = _LITTLE
    for a in range(len(rows)):
        line, ones, others = place[a * y : a * y + y], there[a * y : a * y + y], back[a * y : a * y + y]
        at, own = (np.float32(a) + _HALF) / np.float32(len(rows)), _LITTLE
        for b in range(y):
            ones[b] = _ONE / (_ONE + _FAR * abs(at - (np.float32(b) + _HALF) * step))
        for b in range(y):
            others[b] = ones[b] * known[line[b], _BACK]
            ones[b] *= known[line[b], _THERE]
            own += others[b]
        for b in range(y):
            columns[b] += ones[b]
        rows[a] = _ONE / own
    for b in range(y):
        columns[b] = _ONE / columns[b]


@compiled_part
def _divide(known: Any, first: Any, second: Any, totals: Any, others: Any) -> None:
    """Make the chances the shares of what is seen of each stem."""
    for stem in range(len(totals)):
        totals[stem] = _LITTLE
    for stem in range(len(others)):
        others[stem] = _LITTLE
    for p in range(len(first)):
        totals[first[p]] += known[p, _SEEN]
        others[second[p]] += known[p, _SEEN + 1]
    for p in range(len(first)):
        known[p, _THERE] = known[p, _SEEN] / totals[first[p]]
        known[p, _BACK] = known[p, _SEEN + 1] / others[second[p]]
