"""Which stretches of two streams of text translate each other: local alignment, for files that hold more than a bitext."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner.beads import Side, Span
from aligner.compiling import compiled
from aligner.lexicon import Lexicon
from aligner.likeness import likeness, row_blocks
from aligner.signs.list_marks import list_mark

Matrix = NDArray[np.float32]

THRESHOLD = 0.03
"""What a pair of segments must be alike beyond chance to speak for a stretch; chosen with `benchmarks/passages.py`."""

GAP = 0.10
"""What an untranslated segment inside a stretch costs."""

LENGTH_WEIGHT, USUAL_RATIO, STRANGEST = 0.05, 0.35, 4.0
"""What a difference in length costs: weight × (log ratio of the letters / the usual one)², at most so many times the weight."""

OTHER_NUMBER = 0.15
"""What it costs that both are items of lists under other numbers: works cited in two languages are not the same."""

MIN_SCORE = 1.2
"""What a stretch must gather over all its pairs; chosen with `benchmarks/passages.py`."""

FACING_SCORE = 0.04
"""What a stretch must gather for each segment where two texts of one size face each other; chosen likewise."""

MOST_SKIPPED = 4
"""So many untranslated segments in a row may lie inside a stretch; chosen with `benchmarks/passages.py`."""

MOST_PAIRS = 50_000_000
"""Pairs of segments that are compared one by one, at five bytes each: 7,000 segments by 7,000."""

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

    Local alignment (Smith & Waterman 1981) over the likeness of segments, repeated on what is left. Of sides with more than
    MOST_PAIRS pairs of segments, so many neighbouring segments are looked at as one that fewer are left.
    """
    if not len(first) or not len(second):
        return ()
    if (step := ceil(sqrt(len(first) * len(second) / MOST_PAIRS))) > 1:
        return tuple(
            _in_segments(stretch, step, first, second)
            for stretch in find_stretches(_joined(first, step), _joined(second, step), lexicon)
        )
    excess = _excess(first, second, lexicon)
    found: list[Stretch] = []
    while True:
        reached, pairs = _best_local_path(excess)
        if reached < MIN_SCORE:
            return tuple(sorted(found, key=lambda stretch: -stretch.score))
        stretches = [_stretch(excess, part) for part in _unbroken(pairs)]
        found += [stretch for stretch in stretches if stretch.score >= MIN_SCORE and len(stretch.pairs) >= MIN_PAIRS]
        for stretch in stretches:
            rows, columns = (slice(span.start, span.stop) for span in stretch.spans)
            excess[rows, :] = -1
            excess[:, columns] = -1


def are_facing(first: Side, second: Side, lexicon: Lexicon | None = None) -> bool:
    """True for two sides that translate each other from end to end, when nothing but their place in a file said so before."""
    reached, pairs = _best_local_path(_excess(first, second, lexicon))
    return len(pairs) > 0 and reached >= FACING_SCORE * max(len(first), len(second))


def _joined(side: Side, step: int) -> Side:
    """The side with so many neighbouring segments as one."""
    texts = side.segments
    return Side(side.language, tuple(" ".join(texts[start : start + step]) for start in range(0, len(texts), step)))


def _in_segments(stretch: Stretch, step: int, first: Side, second: Side) -> Stretch:
    """A stretch of joined segments as one of the segments themselves."""
    spans = [
        Span(span.start * step, min(span.stop * step, len(side)))
        for span, side in zip(stretch.spans, (first, second), strict=True)
    ]
    return Stretch((spans[0], spans[1]), tuple((i * step, j * step) for i, j in stretch.pairs), stretch.score)


def _excess(first: Side, second: Side, lexicon: Lexicon | None) -> Matrix:
    """What speaks for every pair of segments, less what is asked of a pair and what lengths and list numbers speak against it."""
    excess = likeness(first, second, lexicon)
    sizes = [np.log([len(text) + 8.0 for text in side.segments]) for side in (first, second)]
    numbers = [np.array([_number(text) for text in side.segments]) for side in (first, second)]
    for rows in row_blocks(excess.shape):
        ratio = (sizes[0][rows, None] - sizes[1]) / USUAL_RATIO
        differ = (numbers[0][rows, None] != numbers[1]) & (numbers[0][rows, None] != "") & (numbers[1] != "")
        excess[rows] -= LENGTH_WEIGHT * np.minimum(ratio**2, STRANGEST) + OTHER_NUMBER * differ + THRESHOLD
    return excess


def _number(text: str) -> str:
    """The number that an item of a list begins with; lists of letters are counted in other ways in other languages."""
    mark = list_mark(text)
    return mark.value if mark and mark.value[0].isdigit() else ""


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


def _best_local_path(excess: Matrix) -> tuple[float, list[tuple[int, int]]]:
    """The score of the best path, and its pairs in order; none when nothing is alike."""
    n, m = excess.shape
    rows, came, path = np.zeros((2, m + 1), np.float32), np.zeros((n + 1, m + 1), np.int8), np.empty((n + m, 2), np.int64)
    best, length = _walk(excess, np.float32(GAP), rows[0], rows[1], came, path)
    return best, [(i, j) for i, j in path[:length][::-1].tolist()]


@compiled
def _walk(excess: Any, gap: np.float32, above: Any, here: Any, came: Any, path: Any) -> tuple[float, int]:
    """The score of the best path, and of how many pairs it is; they are put behind each other from its end to its start."""
    n, m = excess.shape
    best, best_i, best_j = np.float32(0), 0, 0
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            score, step = above[j - 1] + excess[i - 1, j - 1], 1
            if above[j] - gap > score:
                score, step = above[j] - gap, 2
            if here[j - 1] - gap > score:
                score, step = here[j - 1] - gap, 3
            here[j] = np.float32(0)
            if score > 0:
                here[j], came[i, j] = score, step
                if score > best:
                    best, best_i, best_j = score, i, j
        above, here = here, above
    length, i, j = 0, best_i, best_j
    while came[i, j]:
        if came[i, j] == 1:
            path[length, 0], path[length, 1] = i - 1, j - 1
            length += 1
            i, j = i - 1, j - 1
        elif came[i, j] == 2:
            i -= 1
        else:
            j -= 1
    return float(best), length
