"""Which stretches of two streams of text translate each other: local alignment, for files that hold more than a bitext."""

from dataclasses import dataclass

import numba
import numpy as np
from numpy.typing import NDArray

from aligner.beads import Side, Span
from aligner.lexicon import Lexicon
from aligner.likeness import likeness

Matrix = NDArray[np.float32]

THRESHOLD = 0.08
"""What a pair of segments must be alike beyond chance to speak for a stretch; fitted by `benchmarks/passages.py`."""

GAP = 0.10
"""What an untranslated segment inside a stretch costs."""

MIN_SCORE = 0.75
"""What a stretch must gather over all its pairs; fitted by `benchmarks/passages.py`."""


MIN_PAIRS = 2
"""A single pair of segments is no passage: `Землетрясение в горах` may be a headline of another text."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two runs of segments that translate each other; `score` is what all their pairs are alike beyond chance."""

    spans: tuple[Span, Span]
    pairs: tuple[tuple[int, int], ...]
    score: float


def find_stretches(first: Side, second: Side, lexicon: Lexicon | None = None) -> tuple[Stretch, ...]:
    """The stretches of two streams, best first; a segment is in one stretch at most.

    Local alignment (Smith & Waterman 1981) over the likeness of segments, repeated on what is left.
    """
    if not len(first) or not len(second):
        return ()
    excess = likeness(first, second, lexicon) - np.float32(THRESHOLD)
    found: list[Stretch] = []
    while True:
        path = _best_local_path(excess, np.float32(GAP))
        score = float(path[0, 2]) if len(path) else 0.0
        if score < MIN_SCORE:
            return tuple(found)
        pairs = tuple((int(i), int(j)) for i, j, _ in path[::-1])
        rows, columns = ([pair[side] for pair in pairs] for side in (0, 1))
        spans = (Span(min(rows), max(rows) + 1), Span(min(columns), max(columns) + 1))
        if len(pairs) >= MIN_PAIRS:
            found.append(Stretch(spans, pairs, score))
        excess[spans[0].start : spans[0].stop, :] = -1
        excess[:, spans[1].start : spans[1].stop] = -1


@numba.njit(cache=True)
def _best_local_path(excess: Matrix, gap: np.float32) -> Matrix:
    """The pairs of the best path from its end to its start, with the score reached at each; empty when nothing is alike."""
    n, m = excess.shape
    reached = np.zeros((n + 1, m + 1), np.float32)
    came = np.zeros((n + 1, m + 1), np.int8)
    best, best_i, best_j = np.float32(0), 0, 0
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            score, step = reached[i - 1, j - 1] + excess[i - 1, j - 1], 1
            if reached[i - 1, j] - gap > score:
                score, step = reached[i - 1, j] - gap, 2
            if reached[i, j - 1] - gap > score:
                score, step = reached[i, j - 1] - gap, 3
            if score > 0:
                reached[i, j], came[i, j] = score, step
                if score > best:
                    best, best_i, best_j = score, i, j
    path = np.zeros((n + m, 3), np.float32)
    length, i, j = 0, best_i, best_j
    while came[i, j]:
        if came[i, j] == 1:
            path[length, 0], path[length, 1], path[length, 2] = i - 1, j - 1, reached[i, j]
            length += 1
            i, j = i - 1, j - 1
        elif came[i, j] == 2:
            i -= 1
        else:
            j -= 1
    return path[:length]
