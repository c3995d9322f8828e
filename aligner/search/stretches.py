"""Which stretches of two streams of text translate each other: local alignment, for files that hold more than a bitext."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numba
import numpy as np
from numpy.typing import NDArray

from aligner.beads import Side, Span
from aligner.lexicon import Lexicon
from aligner.likeness import likeness

Matrix = NDArray[np.float32]

THRESHOLD = 0.03
"""What a pair of segments must be alike beyond chance to speak for a stretch; chosen with `benchmarks/passages.py`."""

GAP = 0.10
"""What an untranslated segment inside a stretch costs."""

LENGTH_WEIGHT, USUAL_RATIO, STRANGEST = 0.05, 0.35, 4.0
"""What a difference in length costs: weight × (log ratio of the letters / the usual one)², at most so many times the weight."""

MIN_SCORE = 1.2
"""What a stretch must gather over all its pairs; chosen with `benchmarks/passages.py`."""

FACING_SCORE = 0.04
"""What a stretch must gather for each segment where two texts of one size face each other; chosen likewise."""

MOST_SKIPPED = 4
"""So many untranslated segments in a row may lie inside a stretch; chosen with `benchmarks/passages.py`."""

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
    excess = _excess(first, second, lexicon)
    found: list[Stretch] = []
    while True:
        path = _best_local_path(excess, np.float32(GAP))
        if not len(path) or path[0, 2] < MIN_SCORE:
            return tuple(sorted(found, key=lambda stretch: -stretch.score))
        pairs = [(int(i), int(j)) for i, j, _ in path[::-1]]
        stretches = [_stretch(excess, part) for part in _unbroken(pairs)]
        found += [stretch for stretch in stretches if stretch.score >= MIN_SCORE and len(stretch.pairs) >= MIN_PAIRS]
        for stretch in stretches:
            rows, columns = (slice(span.start, span.stop) for span in stretch.spans)
            excess[rows, :] = -1
            excess[:, columns] = -1


def are_facing(first: Side, second: Side, lexicon: Lexicon | None = None) -> bool:
    """True for two sides that translate each other from end to end, when nothing but their place in a file said so before."""
    path = _best_local_path(_excess(first, second, lexicon), np.float32(GAP))
    return len(path) > 0 and float(path[0, 2]) >= FACING_SCORE * max(len(first), len(second))


def _excess(first: Side, second: Side, lexicon: Lexicon | None) -> Matrix:
    """What speaks for every pair of segments, less what is asked of a pair."""
    return likeness(first, second, lexicon) - _length_cost(first, second) - np.float32(THRESHOLD)


def _length_cost(first: Side, second: Side) -> Matrix:
    """For every pair of segments what speaks against it because one is much longer than the other."""
    sizes = [np.log([len(text) + 8.0 for text in side.segments]) for side in (first, second)]
    ratio = (sizes[0][:, None] - sizes[1][None, :]) / USUAL_RATIO
    cost: Matrix = (LENGTH_WEIGHT * np.minimum(ratio**2, STRANGEST)).astype(np.float32)
    return cost


def _unbroken(pairs: Sequence[tuple[int, int]]) -> Iterator[Sequence[tuple[int, int]]]:
    """The parts of a path that skip few segments: what lies between two passages may be a third one with its own translation."""
    start = 0
    for stop in range(1, len(pairs) + 1):
        if stop == len(pairs) or max(_skipped(pairs[stop - 1], pairs[stop])) > MOST_SKIPPED:
            yield pairs[start:stop]
            start = stop


def _skipped(pair: tuple[int, int], following: tuple[int, int]) -> tuple[int, int]:
    return following[0] - pair[0] - 1, following[1] - pair[1] - 1


def _stretch(excess: Matrix, pairs: Sequence[tuple[int, int]]) -> Stretch:
    gaps = sum(sum(_skipped(pair, following)) for pair, following in pairwise(pairs))
    score = sum(float(excess[pair]) for pair in pairs) - GAP * gaps
    spans = tuple(Span(pairs[0][side], pairs[-1][side] + 1) for side in (0, 1))
    return Stretch((spans[0], spans[1]), tuple(pairs), score)


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
