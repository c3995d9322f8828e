"""Evidence from signs that survive translation: how many two stretches share, and how many only one of them has."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt
from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates, row_count, row_of, settle
from aligner.evidence.similarity import sum_blocks
from aligner.search.lattice import Floats
from aligner.texts import rows_of
from aligner.vectors import Rows, products


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one side as rows, rare ones counted more; `before` is the weight of those before each segment.

    A sign weighs the square of its value, as in a product with itself.
    """

    rows: Rows
    before: Floats


class SignEvidence:
    """Signs of one kind, such as numbers."""

    def __init__(self, name: str, candidates: Candidates, signs: tuple[Signs, Signs]) -> None:
        self.names = tuple(f"{name}: {feature}" for feature in ("shared", "unshared", "all shared"))
        self._candidates = candidates
        self._sums = signs[0].before, signs[1].before
        has_both = all(sums[-1] for sums in self._sums)
        self._cells = products(candidates.band, signs[0].rows, signs[1].rows) if has_both else None

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate."""
        if not any(sums[-1] for sums in self._sums):
            return
        cells = self._cells if self._cells is not None else np.zeros(self._candidates.band.size, dtype=np.float32)
        lines, blocks = self._candidates.lines(3), self._candidates.lines(1)[0]
        _signs(self._candidates.frame, cells, *self._sums, blocks, lines, weights, scores, features)


def signs_of(sides: Sequence[Sequence[Sequence[str]]]) -> list[Signs]:
    """The signs of every segment of every side; a sign that stands in few segments of all the sides weighs up to 1."""
    held = [[sorted(set(segment)) if segment else () for segment in side] for side in sides]
    frequency = Counter(chain.from_iterable(chain.from_iterable(held)))
    place = {sign: number for number, sign in enumerate(frequency)}
    every = sum(map(len, sides))
    weight = np.array([sqrt(log(1 + every / count) / log(1 + every)) for count in frequency.values()], dtype=np.float32)
    found = []
    for side in held:
        words = rows_of([[place[sign] for sign in segment] if segment else () for segment in side])
        rows = Rows(words.start, words.ids.astype(np.int32), weight[words.ids], max(1, len(place)))
        before = np.concatenate([np.zeros(1), np.cumsum(rows.values.astype(np.float64) ** 2)])
        found.append(Signs(rows, before[rows.start]))
    return found


@compiled
def _signs(
    frame: Any, cells: Any, first: Any, second: Any, blocks: Any, lines: Any, weights: Any, scores: Any, features: Any
) -> None:
    shapes = frame[2]
    for shape in range(2, len(shapes)):
        a, b = shapes[shape, 0], shapes[shape, 1]
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            here, sums = first[i + a] - first[i], blocks[:count]
            sum_blocks(frame, cells, i, j, a, b, sums)
            before, behind = second[j : j + count], second[j + b : j + b + count]
            stop = start + count
            both, one, all_shared = lines[0, start:stop], lines[1, start:stop], lines[2, start:stop]
            for k in range(count):
                there = behind[k] - before[k]
                shared = min(float(sums[k]), min(here, there))  # noqa: PLW3301 - three take a second to compile
                unshared = here + there - 2 * shared
                both[k], one[k], all_shared[k] = min(shared, 3.0), -min(unshared, 4.0), shared > 0 and unshared < 0.01
        settle(frame, lines, shape, 0, weights, scores, features)
