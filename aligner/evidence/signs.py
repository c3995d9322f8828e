"""Evidence from signs that survive translation: how many two stretches share, and how many only one of them has."""

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates, row_count, row_of, settle
from aligner.evidence.similarity import sum_blocks
from aligner.search.lattice import Floats
from aligner.texts import rows_of
from aligner.vectors import Rows, products


class SignEvidence:
    """Signs of one kind, such as numbers; `signs` are their rows, rare signs counted more."""

    def __init__(self, name: str, candidates: Candidates, signs: tuple[Rows, Rows]) -> None:
        self.names = tuple(f"{name}: {feature}" for feature in ("shared", "unshared", "all shared"))
        self._candidates = candidates
        self._sums = _before(signs[0]), _before(signs[1])
        self._cells = products(candidates.band, *signs) if all(sums[-1] for sums in self._sums) else None

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate."""
        if not any(sums[-1] for sums in self._sums):
            return
        cells = self._cells if self._cells is not None else np.zeros(self._candidates.band.size, dtype=np.float32)
        lines, blocks = self._candidates.lines(3), self._candidates.lines(1)[0]
        _signs(self._candidates.frame, cells, *self._sums, blocks, lines, weights, scores, features)


def sign_rows(sides: Sequence[Sequence[Sequence[str]]]) -> list[Rows]:
    """The signs of every segment of every side as rows; a sign that stands in few segments of all the sides weighs up to 1."""
    held = [[sorted(set(segment)) if segment else () for segment in side] for side in sides]
    frequency = Counter(sign for side in held for segment in side for sign in segment)
    place = {sign: number for number, sign in enumerate(frequency)}
    every = sum(map(len, sides))
    weight = np.array([sqrt(log(1 + every / count) / log(1 + every)) for count in frequency.values()], dtype=np.float32)
    rows = []
    for side in held:
        words = rows_of([[place[sign] for sign in segment] for segment in side])
        rows.append(Rows(words.start, words.ids.astype(np.int32), weight[words.ids], max(1, len(place))))
    return rows


def _before(rows: Rows) -> Floats:
    """The weight of the signs before each segment; a sign weighs the square of its value, as in a product with itself."""
    inner = rows.values[rows.start[0] : rows.start[-1]].astype(np.float64) ** 2
    sums: Floats = np.concatenate([np.zeros(1), np.cumsum(inner)])[rows.start - rows.start[0]]
    return sums


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
