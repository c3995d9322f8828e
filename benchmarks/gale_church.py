"""Gale and Church 1993 as the naive floor: lengths alone, the published priors, plain dynamic programming."""

from math import erfc, inf, log, sqrt

from aligner.beads import Side
from aligner.evaluation.agreement import Rung

PRIORS = {(1, 1): 0.89, (1, 0): 0.0099 / 2, (0, 1): 0.0099 / 2, (2, 1): 0.089 / 2, (1, 2): 0.089 / 2, (2, 2): 0.011}
RATIO, VARIANCE = 1.0, 6.8


def align_lengths(first: Side, second: Side) -> list[Rung]:
    """The likeliest beads by the lengths of the segments in characters."""
    a, b = ([len(text) for text in side.segments] for side in (first, second))
    best = {(0, 0): (0.0, (0, 0))}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            for (x, y), prior in PRIORS.items():
                before = best.get((i - x, j - y))
                if before is None:
                    continue
                cost = before[0] - log(prior) - log(_chance(sum(a[i - x : i]), sum(b[j - y : j])))
                if cost < best.get((i, j), (inf,))[0]:
                    best[i, j] = cost, (x, y)
    return _walk_back(best, len(a), len(b))


def _chance(first: int, second: int) -> float:
    """How likely lengths differ at least as much, two-sided."""
    mean = (first + second / RATIO) / 2
    if mean == 0:
        return 1.0
    deviation = abs(second - first * RATIO) / sqrt(VARIANCE * mean)
    return max(erfc(deviation / sqrt(2)), 1e-12)


def _walk_back(best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int) -> list[Rung]:
    rungs: list[Rung] = []
    while i or j:
        x, y = best[i, j][1]
        i, j = i - x, j - y
        rungs.append((tuple(range(i, i + x)), tuple(range(j, j + y))))
    return rungs[::-1]
