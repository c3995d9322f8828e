"""Evidence from signs that survive translation: how many two stretches share, and how many only one of them has."""

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates
from aligner.search.lattice import SHAPE_ARRAY, Floats
from aligner.texts import rows_of
from aligner.vectors import Rows, products


class SignEvidence:
    """Signs of one kind, such as numbers; `signs` are their rows, rare signs counted more."""

    def __init__(self, name: str, candidates: Candidates, signs: tuple[Rows, Rows]) -> None:
        self.names = tuple(f"{name}: {feature}" for feature in ("shared", "unshared", "all shared"))
        self._candidates = candidates
        self._sums = [_before(side) for side in signs]
        self._cells = products(candidates.band, *signs) if all(sums[-1] for sums in self._sums) else None

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate."""
        band, inside = self._candidates.band, self._candidates.inside
        if not any(sums[-1] for sums in self._sums):
            return
        cells = self._cells if self._cells is not None else np.zeros(band.size, dtype=np.float32)
        first, second = self._sums
        _signs(band.low, band.high, band.offset, SHAPE_ARRAY, inside, cells, first, second, weights, scores, features)


def sign_rows(sides: Sequence[Sequence[Sequence[str]]]) -> list[Rows]:
    """The signs of every segment of every side as rows; a sign that stands in few segments of all the sides weighs up to 1."""
    held = [[sorted(set(segment)) for segment in side] for side in sides]
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
    low: Any, high: Any, offset: Any, shapes: Any, inside: Any, cells: Any, first: Any, second: Any,
    weights: Any, scores: Any, features: Any,
) -> None:  # fmt: skip
    keep = features.shape[0] > 0
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(2, len(shapes)):
                if not inside[shape, node]:
                    continue
                a, b = first[i + shapes[shape, 0]] - first[i], second[j + shapes[shape, 1]] - second[j]
                if a + b == 0:
                    continue
                shared = 0.0
                for x in range(shapes[shape, 0]):
                    for y in range(shapes[shape, 1]):
                        shared += cells[offset[i + x] + j + y - low[i + x]]
                shared = min(shared, min(a, b))  # noqa: PLW3301 - three take a second to compile
                unshared = a + b - 2 * shared
                both, single = min(shared, 3.0), -min(unshared, 4.0)
                same = 1.0 if shared > 0 and unshared < 0.01 else 0.0
                if keep:
                    features[shape, node, 0] = both
                    features[shape, node, 1] = single
                    features[shape, node, 2] = same
                else:
                    scores[shape, node] += weights[0] * both + weights[1] * single + weights[2] * same
