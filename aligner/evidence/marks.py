"""Evidence from punctuation: how segments begin and end, their quotes, brackets and the like; never the stops inside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled, compiled_part
from aligner.evidence.kinds import FIRST, LAST, Candidates, row_count, row_of, settle, weigh_cells
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


Columns = tuple[Integers, Integers, Floats, Floats, Floats]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one side: the class of each segment's end and start, and the counts of marks before each segment by kind.

    `joins` is 1 for a segment that only goes on with the one before: a small letter begins it, if need be behind a dash.
    `seams` counts the segments before each that join the one before them and, below 0, those that stand behind a title.
    """

    ends: Integers
    starts: Integers
    joins: Floats
    before: Floats
    seams: Floats

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
    return Marks(ends, starts, joins.astype(np.float32), _before(counts), _before(np.array([joins, -1 * behind_titles])))


def _before(counts: NDArray[np.generic]) -> Floats:
    """How many there are before each segment and at last in all: [kind, segment]."""
    before = np.zeros((len(counts), counts.shape[1] + 1), dtype=np.float32)
    np.cumsum(counts, axis=1, out=before[:, 1:])
    return before


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
        "marks: same end", "marks: only one asks", "marks: only one breaks off", "marks: torn off", "marks: same start",
        "marks: only one goes on", "marks: only one speaks",
        "marks: quotes", "marks: brackets", "marks: colons", "marks: symbols", "marks: commas",
        "marks: joined inside", "marks: title inside",
        "marks: torn off alone", "marks: title alone",
    )  # fmt: skip

    def __init__(self, candidates: Candidates, marks: tuple[Marks, Marks]) -> None:
        self._candidates = candidates
        self._marks = marks

    def weigh(self, weights: Floats, scores: Floats, features: Floats) -> None:
        """Weigh or keep the features of every candidate."""
        columns, frame = (self._marks[0].columns, self._marks[1].columns), self._candidates.frame
        ends, starts = self._candidates.lines(_TORN + 1), self._candidates.lines(_COUNTS - _TORN)
        _compare_cells(frame, *columns, ends, starts)
        weigh_cells(frame, ends, LAST, weights[: _TORN + 1], scores, features[:, :, : _TORN + 1])
        weigh_cells(frame, starts, FIRST, weights[_TORN:_COUNTS], scores, features[:, :, _TORN:_COUNTS])
        lines = self._candidates.lines(_ALONE - _COUNTS)
        _compare_insides(frame, *columns, lines, weights[_COUNTS:_ALONE], scores, features[:, :, _COUNTS:_ALONE])
        _look_at_seams(frame, *columns, lines[: len(self.names) - _ALONE], weights[_ALONE:], scores, features[:, :, _ALONE:])


_TORN, _COUNTS, _ALONE = 3, 7, 14
"""The feature that the first and the last segments add up to, the first that all segments make, the first of segments alone."""


@compiled
def _compare_cells(frame: Any, first: Any, second: Any, ends: Any, starts: Any) -> None:
    """How two segments end, for beads that end with them, and how they start: [name, node]."""
    low, offset = frame[0], frame[1]
    ends_a, starts_a, joins_a = first[0], first[1], first[2]
    ends_b, starts_b, joins_b = second[0], second[1], second[2]
    for i in range(len(ends_a)):
        for node in range(offset[i], min(offset[i + 1], offset[i] + len(ends_b) - low[i])):
            j = node - offset[i] + low[i]
            ends[0, node] = ends_a[i] == ends_b[j]
            ends[1, node] = -abs((ends_a[i] == QUESTION) - (ends_b[j] == QUESTION))
            ends[2, node] = -abs((ends_a[i] == OPEN) - (ends_b[j] == OPEN))
            ends[3, node] = -abs(joins_a[i + 1] - joins_b[j + 1])
            starts[0, node] = -abs(joins_a[i] - joins_b[j])
            starts[1, node] = starts_a[i] == starts_b[j]
            starts[2, node] = -1.0 if _goes_on(starts_a[i]) != _goes_on(starts_b[j]) else 0.0
            starts[3, node] = -1.0 if _speaks(starts_a[i]) != _speaks(starts_b[j]) else 0.0


@compiled_part
def _goes_on(start: int) -> bool:
    return start in (DASH, SMALL)


@compiled_part
def _speaks(start: int) -> bool:
    return start in (DASH, QUOTED)


@compiled
def _compare_insides(frame: Any, first: Any, second: Any, lines: Any, weights: Any, scores: Any, features: Any) -> None:
    """How unlike the numbers of marks of every kind are, four at most; how many segments join others inside, how many titles
    others follow.
    """
    shapes, (before_a, seams_a), (before_b, seams_b) = frame[2], first[3:], second[3:]
    for shape in range(2, len(shapes)):
        a, b = shapes[shape, 0], shapes[shape, 1]
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            for kind in range(len(before_a)):
                own, line = before_a[kind, i + a] - before_a[kind, i], lines[kind, start : start + count]
                here, there = before_b[kind, j : j + count], before_b[kind, j + b : j + b + count]
                for k in range(count):
                    line[k] = -min(abs(own - (there[k] - here[k])), np.float32(4.0))
            for kind in range(len(seams_a)):
                own, line = seams_a[kind, i + a] - seams_a[kind, i + 1], lines[len(before_a) + kind, start : start + count]
                here, there = seams_b[kind, j + 1 : j + 1 + count], seams_b[kind, j + b : j + b + count]
                for k in range(count):
                    line[k] = own + (there[k] - here[k])
        settle(frame, lines, shape, 0, weights, scores, features)


@compiled
def _look_at_seams(frame: Any, first: Any, second: Any, lines: Any, weights: Any, scores: Any, features: Any) -> None:
    """Whether a segment left alone joins its neighbours, and whether it is a title."""
    for shape in range(2):
        ends, joins = (first[0], first[2]) if shape == 0 else (second[0], second[2])
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            for k in range(count):
                at = i if shape == 0 else j + k
                lines[0, start + k], lines[1, start + k] = -(joins[at] + joins[at + 1]), ends[at] == OPEN
        settle(frame, lines, shape, 0, weights, scores, features)
