"""Evidence from punctuation: how segments begin and end, their quotes, brackets and the like; never the stops inside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from aligner.beads import Side
from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates
from aligner.search.lattice import SHAPE_ARRAY, Floats, Integers

QUESTION, OPEN, DASH, QUOTED, SMALL = 1, 0, 1, 4, 6


def _with_wide(marks: str) -> str:
    """The marks, and those of them that Chinese and Japanese write as wide as a letter."""
    return marks + "".join(chr(ord(mark) + 0xFEE0) for mark in marks if mark.isascii())


_CLOSING = _with_wide("»”\"')’」』")
_ENDS = {mark: kind for kind, marks in enumerate(("", "?؟", "!", ":", ";,،、", ".…。।")) for mark in _with_wide(marks)}
"""The class of a segment's last mark, closing quotes left out; 0 for none."""

_STARTS = (
    (DASH, re.compile(r"[-–—−]")),
    (2, re.compile(r"[•·*▪●■]")),
    (3, re.compile(r"\(?\w{1,3}[.)]")),
    (QUOTED, re.compile(r"[«“\"„'「『]")),
)
"""The class of a segment's beginning: a dash of dialogue or list, a bullet, a list mark such as `a)`, a quotation."""

_DIGIT, _OTHER = 5, 7
_SAYS_ON = re.compile(r"\s*[-–—−]?\s*([^\W\d_])")
_LISTED = tuple(_with_wide(":;"))
"""What a segment ends with before an item of a list, which may begin with a small letter."""

_COUNTED = tuple(frozenset(_with_wide(marks)) for marks in ('«»“”„"「」『』', "()[]", ":;", "%$€₸£№", ",،、"))


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one side: the class of each segment's end and start, and the counts of marks before each segment.

    `joins` is 1 for a segment that only goes on with the one before: a small letter begins it, if need be behind a dash.
    """

    ends: Integers
    starts: Integers
    joins: Integers
    before: Floats


def marks_of(side: Side) -> Marks:
    """Read the marks of a side."""
    ends = np.array([_end(text) for text in side.segments], dtype=np.int64)
    starts = np.array([_start(text) for text in side.segments], dtype=np.int64)
    counts = np.zeros((len(side) + 1, len(_COUNTED)), dtype=np.float32)
    for place, text in enumerate(side.segments, start=1):
        for mark in _ANY.findall(text):
            counts[place, _KIND[mark]] += 1
    return Marks(ends, starts, _joins(side.segments), counts.cumsum(axis=0))


def _joins(segments: Sequence[str]) -> Integers:
    """1 for each segment that goes on with the one before, and one 0 more after the last segment."""
    flags = np.zeros(len(segments) + 1, dtype=np.int64)
    for place, (before, text) in enumerate(pairwise(segments), start=1):
        begins = _SAYS_ON.match(text)
        flags[place] = bool(begins and begins[1].islower() and not before.rstrip().endswith(_LISTED))
    return flags


_KIND = {mark: kind for kind, group in enumerate(_COUNTED) for mark in group}
_ANY = re.compile(f"[{re.escape(''.join(_KIND))}]")


def _end(text: str) -> int:
    return _ENDS.get(text.rstrip().rstrip(_CLOSING)[-1:], 0)


def _start(text: str) -> int:
    text = text.lstrip()
    known = next((number for number, pattern in _STARTS if pattern.match(text)), 0)
    return known or (_DIGIT if text[:1].isdigit() else SMALL if text[:1].islower() else _OTHER)


class MarkEvidence:
    """Whether two stretches begin and end alike and have the same marks."""

    names = (
        "marks: same end", "marks: only one asks", "marks: only one breaks off", "marks: same start", "marks: only one goes on",
        "marks: only one speaks",
        "marks: quotes", "marks: brackets", "marks: colons", "marks: symbols", "marks: commas",
        "marks: joined inside", "marks: title inside", "marks: torn off", "marks: torn off alone", "marks: title alone",
    )  # fmt: skip

    def __init__(self, candidates: Candidates, marks: tuple[Marks, Marks]) -> None:
        self._candidates = candidates
        self._marks = marks

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate."""
        band, inside = self._candidates.band, self._candidates.inside
        a, b = self._marks
        _marks(
            band.low, band.high, band.offset, SHAPE_ARRAY, inside, a.ends, a.starts, a.before, b.ends, b.starts, b.before,
            weights, scores, features,
        )  # fmt: skip
        _joined(
            band.low, band.high, band.offset, SHAPE_ARRAY, inside, a.ends, a.joins, b.ends, b.joins, 6 + len(_COUNTED),
            weights, scores, features,
        )  # fmt: skip


@compiled
def _marks(
    low: Any, high: Any, offset: Any, shapes: Any, inside: Any, end_a: Any, start_a: Any, before_a: Any,
    end_b: Any, start_b: Any, before_b: Any, weights: Any, scores: Any, features: Any,
) -> None:  # fmt: skip
    keep = features.shape[0] > 0
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(2, len(shapes)):
                if not inside[shape, node]:
                    continue
                x, y = i + shapes[shape, 0], j + shapes[shape, 1]
                same_end = 1.0 if end_a[x - 1] == end_b[y - 1] else 0.0
                asks = -1.0 if (end_a[x - 1] == QUESTION) != (end_b[y - 1] == QUESTION) else 0.0
                same_start = 1.0 if start_a[i] == start_b[j] else 0.0
                breaks = -1.0 if (end_a[x - 1] == OPEN) != (end_b[y - 1] == OPEN) else 0.0
                goes_on = -1.0 if _goes_on(start_a[i]) != _goes_on(start_b[j]) else 0.0
                speaks = -1.0 if _speaks(start_a[i]) != _speaks(start_b[j]) else 0.0
                total = weights[0] * same_end + weights[1] * asks + weights[2] * breaks
                total += weights[3] * same_start + weights[4] * goes_on + weights[5] * speaks
                if keep:
                    features[shape, node, 0] = same_end
                    features[shape, node, 1] = asks
                    features[shape, node, 2] = breaks
                    features[shape, node, 3] = same_start
                    features[shape, node, 4] = goes_on
                    features[shape, node, 5] = speaks
                for kind in range(before_a.shape[1]):
                    difference = (before_a[x, kind] - before_a[i, kind]) - (before_b[y, kind] - before_b[j, kind])
                    unlike = -min(abs(difference), np.float32(4.0))
                    total += weights[6 + kind] * unlike
                    if keep:
                        features[shape, node, 6 + kind] = unlike
                if not keep:
                    scores[shape, node] += total


@compiled
def _goes_on(start: int) -> bool:
    return start in (DASH, SMALL)


@compiled
def _speaks(start: int) -> bool:
    return start in (DASH, QUOTED)


@compiled
def _joined(
    low: Any, high: Any, offset: Any, shapes: Any, inside: Any, end_a: Any, join_a: Any, end_b: Any, join_b: Any, at: int,
    weights: Any, scores: Any, features: Any,
) -> None:  # fmt: skip
    """What the segments say of the seams inside a bead and at its ends: whether they join, and whether a title stands there."""
    keep = features.shape[0] > 0
    found = np.zeros(5, dtype=np.float32)
    for i in range(len(low)):
        for j in range(low[i], high[i] + 1):
            node = offset[i] + j - low[i]
            for shape in range(len(shapes)):
                if not inside[shape, node]:
                    continue
                x, y = i + shapes[shape, 0], j + shapes[shape, 1]
                found[:] = 0
                for place in range(i + 1, x):
                    found[0] += join_a[place]
                    found[1] -= 1 if end_a[place - 1] == OPEN and not join_a[place] else 0
                for place in range(j + 1, y):
                    found[0] += join_b[place]
                    found[1] -= 1 if end_b[place - 1] == OPEN and not join_b[place] else 0
                if shape == 0:
                    found[3], found[4] = -(join_a[i] + join_a[x]), 1 if end_a[i] == OPEN else 0
                elif shape == 1:
                    found[3], found[4] = -(join_b[j] + join_b[y]), 1 if end_b[j] == OPEN else 0
                else:
                    found[2] = -(abs(join_a[i] - join_b[j]) + abs(join_a[x] - join_b[y]))
                for kind in range(len(found)):
                    if keep:
                        features[shape, node, at + kind] = found[kind]
                    else:
                        scores[shape, node] += weights[at + kind] * found[kind]
