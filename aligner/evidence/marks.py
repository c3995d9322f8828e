"""Evidence from punctuation: how segments begin and end, their quotes, brackets and the like; never the stops inside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from aligner.compiling import compiled, compiled_part
from aligner.evidence.kinds import Candidates, row_count, row_of, settle
from aligner.search.lattice import Floats, Integers

QUESTION, OPEN, DASH, LIST_MARK, QUOTED, SMALL = 1, 0, 1, 3, 4, 6


def _with_wide(marks: str) -> str:
    """The marks, and those of them that Chinese and Japanese write as wide as a letter."""
    return marks + "".join(chr(ord(mark) + 0xFEE0) for mark in marks if mark.isascii())


_CLOSING = _with_wide("»”\"')’」』")
_ENDS = {mark: kind for kind, marks in enumerate(("", "?؟", "!", ":", ";,،、", ".…。।")) for mark in _with_wide(marks)}
"""The class of a segment's last mark, closing quotes left out; 0 for none."""

_START = re.compile(r"\s*(?:([-–—−])|([•·*▪●■])|(\(?\w{1,3}[.)])|([«“\"„'「『]))")
"""The classes of beginnings, by their groups: a dash of dialogue or list, a bullet, a list mark such as `a)`, a quotation."""

_DIGIT, _OTHER = 5, 7
_SAYS_ON = re.compile(r"\s*[-–—−]?\s*([^\W\d_])")
_LISTED = tuple(_with_wide(":;"))
"""What a segment ends with before an item of a list, which may begin with a small letter."""

COUNTED = tuple(frozenset(_with_wide(marks)) for marks in ('«»“”„"「」『』', "()[]", ":;", "%$€₸£№", ",،、"))


Columns = tuple[Integers, Integers, Integers, Floats, Integers]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one side: the class of each segment's end and start, and the counts of marks before each segment by kind.

    `joins` is 1 for a segment that only goes on with the one before: a small letter begins it, if need be behind a dash.
    `seams` counts the segments before each that join the one before them, and those that stand behind a title.
    """

    ends: Integers
    starts: Integers
    joins: Integers
    before: Floats
    seams: Integers

    @property
    def columns(self) -> Columns:
        """What compiled loops take."""
        return self.ends, self.starts, self.joins, self.before, self.seams


def marks_of(segments: Sequence[str], counts: Integers) -> Marks:
    """The marks of a side; `counts` says how many of each kind of COUNTED every segment has: [kind, segment]."""
    ends = np.array([_end(text) for text in segments], dtype=np.int64)
    starts = np.array([_start(text) for text in segments], dtype=np.int64)
    joins = _joins(segments, starts)
    behind_titles = np.concatenate([[False], ends == OPEN]) & (joins == 0)
    seams = np.concatenate([np.zeros((2, 1), dtype=np.int64), np.cumsum([joins, behind_titles], axis=1)], axis=1)
    before = np.zeros((len(counts), len(segments) + 1), dtype=np.float32)
    np.cumsum(counts, axis=1, out=before[:, 1:])
    return Marks(ends, starts, joins, before, seams)


def _joins(segments: Sequence[str], starts: Integers) -> Integers:
    """1 for each segment that goes on with the one before, and one 0 more after the last segment."""
    flags = np.zeros(len(segments) + 1, dtype=np.int64)
    for place in np.flatnonzero((starts == DASH) | (starts == LIST_MARK) | (starts == SMALL)).tolist():
        begins = _SAYS_ON.match(segments[place])
        flags[place] = bool(place and begins and begins[1].islower() and not segments[place - 1].rstrip().endswith(_LISTED))
    return flags


def _end(text: str) -> int:
    return _ENDS.get(text.rstrip().rstrip(_CLOSING)[-1:], 0)


def _start(text: str) -> int:
    if known := _START.match(text):
        return known.lastindex or 0
    first = text.lstrip()[:1]
    return _DIGIT if first.isdigit() else SMALL if first.islower() else _OTHER


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
        first, second = self._marks
        lines = self._candidates.lines(len(self.names))
        _weigh_marks(self._candidates.frame, first.columns, second.columns, lines, weights, scores, features)


@compiled
def _weigh_marks(frame: Any, first: Any, second: Any, lines: Any, weights: Any, scores: Any, features: Any) -> None:
    shapes = frame[2]
    for shape in range(len(shapes)):
        a, b = shapes[shape, 0], shapes[shape, 1]
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            row = lines[:, start : start + count]
            if a > 0 and b > 0:
                _compare_ends(first[0][i + a - 1], second[0][j + b - 1 : j + b - 1 + count], row)
                _compare_starts(first[1][i], second[1][j : j + count], row)
                _compare_counts(first[3], second[3], (i, j, a, b), row[6:])
            _look_at_seams(first, second, (i, j, a, b), row[6 + len(first[3]) :])
        settle(frame, lines, shape, 0, weights, scores, features)


@compiled_part
def _compare_ends(own: int, others: Any, lines: Any) -> None:
    for k in range(len(others)):
        lines[0, k] = own == others[k]
        lines[1, k] = -1.0 if (own == QUESTION) != (others[k] == QUESTION) else 0.0
        lines[2, k] = -1.0 if (own == OPEN) != (others[k] == OPEN) else 0.0


@compiled_part
def _compare_starts(own: int, others: Any, lines: Any) -> None:
    for k in range(len(others)):
        lines[3, k] = own == others[k]
        lines[4, k] = -1.0 if _goes_on(own) != _goes_on(others[k]) else 0.0
        lines[5, k] = -1.0 if _speaks(own) != _speaks(others[k]) else 0.0


@compiled_part
def _goes_on(start: int) -> bool:
    return start in (DASH, SMALL)


@compiled_part
def _speaks(start: int) -> bool:
    return start in (DASH, QUOTED)


@compiled_part
def _compare_counts(first: Any, second: Any, bead: Any, lines: Any) -> None:
    """How unlike the numbers of marks of every kind are, four at most."""
    i, j, a, b = bead
    for kind in range(len(first)):
        own = first[kind, i + a] - first[kind, i]
        for k in range(lines.shape[1]):
            lines[kind, k] = -min(abs(own - (second[kind, j + k + b] - second[kind, j + k])), np.float32(4.0))


@compiled_part
def _look_at_seams(first: Any, second: Any, bead: Any, lines: Any) -> None:
    """What the segments say of the seams inside a bead and at its ends: whether they join, and whether a title stands there."""
    i, j, a, b = bead
    (ends_a, _, joins_a, _, inside_a), (ends_b, _, joins_b, _, inside_b) = first, second
    for k in range(lines.shape[1]):
        at = j + k
        joined = inside_a[0, i + max(a, 1)] - inside_a[0, i + 1] + inside_b[0, at + max(b, 1)] - inside_b[0, at + 1]
        titles = inside_a[1, i + max(a, 1)] - inside_a[1, i + 1] + inside_b[1, at + max(b, 1)] - inside_b[1, at + 1]
        lines[0, k], lines[1, k] = joined, -titles
        if a == 0:
            lines[3, k], lines[4, k] = -(joins_b[at] + joins_b[at + 1]), ends_b[at] == OPEN
        elif b == 0:
            lines[3, k], lines[4, k] = -(joins_a[i] + joins_a[i + 1]), ends_a[i] == OPEN
        else:
            lines[2, k] = -(abs(joins_a[i] - joins_b[at]) + abs(joins_a[i + a] - joins_b[at + b]))
