"""The search against every path of a small lattice, written out."""

from itertools import product

import numpy as np
import pytest

from aligner.search.lattice import SHAPES, band_around, full_band
from aligner.search.paths import Step, best_path, posteriors


def every_path(n: int, m: int) -> list[list[Step]]:
    """All paths of a lattice, omissions before insertions."""

    def follow(i: int, j: int, last: int) -> list[list[Step]]:
        if (i, j) == (n, m):
            return [[]]
        found = []
        for shape, (a, b) in enumerate(SHAPES):
            if i + a <= n and j + b <= m and not (shape == 0 and last == 1):
                found += [[(shape, i, j), *rest] for rest in follow(i + a, j + b, shape)]
        return found

    return follow(0, 0, 2)


def score_of(path: list[Step], scores: np.ndarray, transitions: np.ndarray, columns: int) -> float:
    total, last = 0.0, 2
    for shape, i, j in path:
        total += float(scores[shape, i * columns + j])
        kind = min(shape, 2)
        total += float(transitions[0]) if kind < 2 and last == 2 else 0.0
        total += float(transitions[1]) if (last, kind) == (0, 1) else 0.0
        last = kind
    return total


@pytest.mark.parametrize(("n", "m", "seed"), list(product((0, 1, 3, 4), (0, 2, 3), (1, 2))))
def test_the_best_path_and_the_chances_are_those_of_all_paths(n: int, m: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    band = full_band(n, m)
    scores = random.normal(size=(len(SHAPES), band.size)).astype(np.float32)
    transitions = random.normal(size=2).astype(np.float32)
    paths = every_path(n, m)
    totals = np.array([score_of(path, scores, transitions, m + 1) for path in paths])
    assert best_path(band, scores, transitions).tolist() == [list(step) for step in paths[int(totals.argmax())]]
    weights = np.exp(totals - totals.max())
    weights /= weights.sum()
    expected = np.zeros_like(scores)
    for path, weight in zip(paths, weights, strict=True):
        for shape, i, j in path:
            expected[shape, band.node(i, j)] += weight
    chance, _, total = posteriors(band, scores, transitions)
    assert chance == pytest.approx(expected, abs=1e-4)
    assert total == pytest.approx(np.log(np.exp(totals).sum()), abs=1e-3)


def test_a_band_holds_the_path_and_its_surroundings() -> None:
    rows, columns = np.array([0, 1, 2, 3, 4, 4]), np.array([0, 1, 2, 3, 4, 5])
    band = band_around(rows, columns, (4, 5), 1)
    assert [(int(low), int(high)) for low, high in zip(band.low, band.high, strict=True)] == [
        (0, 1),
        (0, 2),
        (1, 3),
        (2, 5),
        (3, 5),
    ]
    assert band.holds(0, 0)
    assert band.holds(4, 5)
    assert not band.holds(0, 2)


def test_a_band_of_a_side_without_segments_is_whole() -> None:
    band = band_around(np.array([0, 0, 0]), np.array([0, 1, 2]), (0, 2), 3)
    assert (band.size, band.lengths) == (3, (0, 2))
