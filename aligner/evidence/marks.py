"""Evidence from punctuation: how segments begin and end, their quotes, brackets and the like; never the stops inside."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np

from aligner.beads import Side
from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates
from aligner.lattice import SHAPE_ARRAY, Floats, Integers

QUESTION, OPEN, DASH, SMALL = 1, 0, 1, 6
_CLOSING = "»”\"')’"
_ENDS = {"?": QUESTION, "!": 2, ":": 3, ";": 4, ",": 4, ".": 5, "…": 5}
"""The class of a segment's last mark, closing quotes left out; 0 for none."""

_STARTS = (
    (DASH, re.compile(r"[-–—−]")),
    (2, re.compile(r"[•·*▪●■]")),
    (3, re.compile(r"\(?\w{1,3}[.)]")),
    (4, re.compile(r"[«“\"„']")),
)
"""The class of a segment's beginning: a dash of dialogue or list, a bullet, a list mark such as `a)`, a quotation."""

_DIGIT, _OTHER = 5, 7
_COUNTED = (frozenset('«»“”„"'), frozenset("()[]"), frozenset(":;"), frozenset("%$€₸£№"), frozenset(","))


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one side: the class of each segment's end and start, and the counts of marks before each segment."""

    ends: Integers
    starts: Integers
    before: Floats


def marks_of(side: Side) -> Marks:
    """Read the marks of a side."""
    ends = np.array([_end(text) for text in side.segments], dtype=np.int64)
    starts = np.array([_start(text) for text in side.segments], dtype=np.int64)
    counts = np.zeros((len(side) + 1, len(_COUNTED)), dtype=np.float32)
    for place, text in enumerate(side.segments, start=1):
        for mark in _ANY.findall(text):
            counts[place, _KIND[mark]] += 1
    return Marks(ends, starts, counts.cumsum(axis=0))


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
        "marks: quotes", "marks: brackets", "marks: colons", "marks: symbols", "marks: commas",
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
                total = weights[0] * same_end + weights[1] * asks + weights[2] * breaks
                total += weights[3] * same_start + weights[4] * goes_on
                if keep:
                    features[shape, node, 0] = same_end
                    features[shape, node, 1] = asks
                    features[shape, node, 2] = breaks
                    features[shape, node, 3] = same_start
                    features[shape, node, 4] = goes_on
                for kind in range(before_a.shape[1]):
                    difference = (before_a[x, kind] - before_a[i, kind]) - (before_b[y, kind] - before_b[j, kind])
                    unlike = -min(abs(difference), np.float32(4.0))
                    total += weights[5 + kind] * unlike
                    if keep:
                        features[shape, node, 5 + kind] = unlike
                if not keep:
                    scores[shape, node] += total


@compiled
def _goes_on(start: int) -> bool:
    return start in (DASH, SMALL)
