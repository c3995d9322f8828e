"""Sides in, beads out: the two-line door of the room."""

from collections.abc import Sequence
from importlib.metadata import version
from itertools import pairwise, permutations

import numpy as np
from numpy.typing import NDArray

from aligner.beads import Bead, Side, Signature, Span
from aligner.errors import AlignerError
from aligner.letters import letter_vectors
from aligner.search import SHAPES, best_path, full_band

METHOD = "letters"


def align(*sides: Side | Sequence[str], vectors: Sequence[object] | None = None) -> tuple[Bead, ...]:
    """Align two or more sides: beads that hold every segment of every side once and in order."""
    del vectors
    return align_bitexts([tuple(map(_as_side, sides))])[0]


def align_bitexts(bitexts: Sequence[tuple[Side, ...]]) -> tuple[tuple[Bead, ...], ...]:
    """Align several documents together, so that they teach each other."""
    return tuple(_align_document(sides) for sides in bitexts)


def align_pairs(bitexts: Sequence[tuple[Side, ...]]) -> tuple[dict[tuple[str, str], tuple[Bead, ...]], ...]:
    """For each document the beads of every pair of its sides, by their languages in both orders."""
    return tuple({key: beads for pair in permutations(sides, 2) for key, beads in [_pair_beads(*pair)]} for sides in bitexts)


def _pair_beads(first: Side, second: Side) -> tuple[tuple[str, str], tuple[Bead, ...]]:
    return (first.language, second.language), _align_document((first, second))


def signature() -> Signature:
    """The recipe of this aligner."""
    return Signature(METHOD, (("largest", "4"),), version("tilmash"))


def _as_side(side: Side | Sequence[str]) -> Side:
    return side if isinstance(side, Side) else Side("und", tuple(side))


def _align_document(sides: tuple[Side, ...]) -> tuple[Bead, ...]:
    if len(sides) < 2:
        raise AlignerError(f"{len(sides)} side given; give at least two")
    return _joined([_align_pair(sides[0], other) for other in sides[1:]], sides)


def _align_pair(first: Side, second: Side) -> list[tuple[int, int]]:
    """The nodes of the best path of two sides."""
    band = full_band(len(first), len(second))
    nodes = [(0, 0)]
    for shape, _, _ in best_path(band, _scores(first, second, band.size)):
        a, b = SHAPES[shape]
        nodes.append((nodes[-1][0] + a, nodes[-1][1] + b))
    return nodes


def _scores(first: Side, second: Side, nodes: int) -> NDArray[np.float32]:
    n, m = len(first), len(second)
    scores = np.full((len(SHAPES), nodes), -np.inf, dtype=np.float32)
    a, b = letter_vectors([first.segments, second.segments])
    cross, own_a, own_b = (a @ b.T).toarray(), (a @ a.T).toarray(), (b @ b.T).toarray()
    chars_a, chars_b = (np.array([max(1, len(text)) for text in side.segments], float) for side in (first, second))
    ratio = chars_b.sum() / chars_a.sum() if n and m else 1.0
    skip = 0.5
    for number, (x, y) in enumerate(SHAPES):
        grid = np.full((n + 1, m + 1), -np.inf)
        if not (x and y):
            grid[: n + 1 - x, : m + 1 - y] = -skip
        elif x <= n and y <= m:
            similarity = _cosines(cross, own_a, own_b, x, y)
            mean = (similarity.mean(1, keepdims=True) + similarity.mean(0, keepdims=True)) / 2
            la, lb = (np.convolve(c, np.ones(k), "valid") for c, k in ((chars_a, x), (chars_b, y)))
            z = (lb[None, :] - la[:, None] * ratio) / np.sqrt(6.8 * (lb[None, :] + la[:, None] * ratio) / 2 + 1)
            cost = (1 - similarity) / np.maximum(1 - mean, 1e-3) + 0.04 * np.minimum(abs(z), 5)
            grid[: n + 1 - x, : m + 1 - y] = (x + y) / 2 * (1 - cost) - 0.08 * (x + y - 2)
        scores[number] = grid.ravel()
    return scores


def _cosines(
    cross: NDArray[np.float64], own_a: NDArray[np.float64], own_b: NDArray[np.float64], x: int, y: int
) -> NDArray[np.float64]:
    def blocks(matrix: NDArray[np.float64], p: int, q: int) -> NDArray[np.float64]:
        total = np.zeros((matrix.shape[0] + 1, matrix.shape[1] + 1))
        total[1:, 1:] = matrix.cumsum(0).cumsum(1)
        return total[p:, q:] - total[:-p, q:] - total[p:, :-q] + total[:-p, :-q]

    norm_a, norm_b = (np.sqrt(np.maximum(np.diag(blocks(own, k, k)), 1e-9)) for own, k in ((own_a, x), (own_b, y)))
    return np.minimum(blocks(cross, x, y) / (norm_a[:, None] * norm_b[None, :]), 1.0)


def _joined(paths: list[list[tuple[int, int]]], sides: tuple[Side, ...]) -> tuple[Bead, ...]:
    """Beads over all sides, cut where every path of the first side with another has a node."""
    reached = [{i: (min(js), max(js)) for i, js in _by_row(path).items()} for path in paths]
    cuts = sorted(set.intersection(*(set(rows) for rows in reached)))
    nodes = [(0,) * len(sides)]
    for i in cuts:
        before = [rows[i][0] for rows in reached]
        nodes.append((i, *before))
        for side, rows in enumerate(reached):
            nodes.extend((i, *before[:side], j, *before[side + 1 :]) for j in range(rows[i][0] + 1, rows[i][1] + 1))
            before[side] = rows[i][1]
    return tuple(Bead(tuple(map(Span, a, b))) for a, b in pairwise(nodes) if a != b)


def _by_row(path: list[tuple[int, int]]) -> dict[int, list[int]]:
    rows: dict[int, list[int]] = {}
    for i, j in path:
        rows.setdefault(i, []).append(j)
    return rows
