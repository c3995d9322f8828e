"""Tables without borders: three columns or more that white space divides, in text laid out with spaces and on pages of a PDF."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import NamedTuple

from corpus.cleaning.line_marks import starts_low
from corpus.pages.fragments import Word

LEAST_CHANNELS, LEAST_ROWS, LEAST_FULL = 2, 3, 0.5
"""White that runs down between the columns; rows, and the share of them that have words in three columns."""
LEAST_WIDE = 0.5
"""The share of the lines with words beside a channel that must be parted widely there: a heading may be as wide as its column."""
LEAST_EVEN, MOSTLY = 3, 0.8
"""Lines, and the share of them, whose words begin at one place behind a channel, where it parts them no further than words."""
WIDE_STEP = 1.2
"""How many steps from line to line of a paragraph, or smallest ones of a table, part its rows."""
RUNNING = 0.3
"""The share of the cells of a column, one below the other, that begin in the middle of a sentence where it is a running text."""
TOUCHING = 0.01
"""Points or characters by which words that touch may be apart."""
SHORT = 14.0
"""Letters that a line of a column of text has on average; a table has a column of shorter ones."""


class White(NamedTuple):
    """White on a line or down through several, from left to right."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    def is_in(self, other: "White") -> bool:
        """True where the other reaches at least as far on both sides."""
        return other.left <= self.left and self.right <= other.right


@dataclass(frozen=True)
class PrintedLine:
    """The words of a line from left to right, at least one, and how far below the line before it stands."""

    words: tuple[Word, ...]
    step: float

    @cached_property
    def white(self) -> tuple[White, ...]:
        """Where the line has no words: before, between and behind them."""
        ends = [-inf, *(word.right for word in self.words)]
        return tuple(map(White, ends, [*(word.left for word in self.words), inf]))

    def wide_gaps(self, least: float) -> int:
        """How many gaps between words are so wide."""
        return sum(after.left - before.right >= least for before, after in pairwise(self.words))

    def gaps(self, least: float) -> list[White]:
        """The white between words that is so wide."""
        return [gap for gap in self.white[1:-1] if gap.right - gap.left >= least]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines from top to bottom, and the least white between words and between columns, all in one measure.

    `step` is the distance between the lines of a paragraph where it is known.
    """

    lines: Sequence[PrintedLine]
    space: float
    wide: float
    step: float = inf


class CellLine(NamedTuple):
    """The line of a cell: the number of the printed line, and the half-open stretch of its words."""

    line: int
    start: int
    stop: int


class OpenTable(NamedTuple):
    """The first and last line of a table, and its rows from top to bottom, each with the lines of the cells by their columns."""

    first: int
    last: int
    rows: tuple[Mapping[int, Sequence[CellLine]], ...]


_Row = dict[int, list[CellLine]]


def open_tables(sheet: Sheet) -> Iterator[OpenTable]:
    """The tables of a sheet from top to bottom."""
    done = 0
    for seed, line in enumerate(sheet.lines):
        if seed < done or line.wide_gaps(sheet.wide) < LEAST_CHANNELS:
            continue
        rows = _table_rows(sheet, *_region(sheet, done, seed))
        if not rows:
            continue
        places = [part.line for row in rows for parts in row.values() for part in parts]
        done = max(places) + 1
        if _are_of_table(sheet, rows):
            yield OpenTable(min(places), max(places), tuple(rows))


def _region(sheet: Sheet, least: int, seed: int) -> tuple[int, int, Sequence[White]]:
    """The first and the last line around a seed that have white in its wide gaps, and all white that runs down between words."""
    first = last = seed
    white: Sequence[White] = sheet.lines[seed].white
    left = [[gap] for gap in sheet.lines[seed].gaps(sheet.wide)]
    for step, end in ((1, len(sheet.lines)), (-1, least - 1)):
        for place in range(seed + step, end, step):
            own = sheet.lines[place].white
            kept = [_shared(pieces, own, sheet.space) for pieces in left]
            if not all(kept) or _is_text(kept, own, sheet.wide):
                break
            white, left = _shared(white, own, sheet.space), kept
            first, last = min(first, place), max(last, place)
    return first, last, white[1:-1]


def _shared(one: Sequence[White], other: Sequence[White], space: float) -> list[White]:
    """The white of both that is as wide as a space; both run from left to right."""
    found = []
    start = 0
    for mine in one:
        while start < len(other) and other[start].right <= mine.left:
            start += 1
        for place in range(start, len(other)):
            if other[place].left >= mine.right:
                break
            left, right = max(mine.left, other[place].left), min(mine.right, other[place].right)
            if right - left >= space:
                found.append(White(left, right))
    return found


def _is_text(gaps: Sequence[Sequence[White]], white: Sequence[White], wide: float) -> bool:
    """True for a line that most gaps part no further than words: one of a text whose spaces happen to stand there."""
    widest = [max((own.width for own in white if any(one.is_in(own) for one in gap)), default=inf) for gap in gaps]
    parting = [width for width in widest if width < inf]
    return 2 * sum(width < wide for width in parting) > len(parting)


def _table_rows(sheet: Sheet, first: int, last: int, white: Sequence[White]) -> list[_Row]:
    """The rows between two lines, without what stands alone above and below them; none where they are too few or too empty."""
    if last - first + 1 < LEAST_ROWS:
        return []
    edges = [channel.right for channel in _dividing(sheet, range(first, last + 1), white)]
    rows = _rows(sheet, [dict(_cells(sheet, number, edges)) for number in range(first, last + 1)], len(edges) + 1)
    while rows and len(rows[0]) < LEAST_CHANNELS + 1:
        del rows[0]
    while rows and len(rows[-1]) == 1:
        del rows[-1]
    is_full = sum(len(row) > LEAST_CHANNELS for row in rows) >= LEAST_FULL * len(rows)
    return rows if len(rows) >= LEAST_ROWS and is_full else []


def _are_of_table(sheet: Sheet, rows: Sequence[_Row]) -> bool:
    """True for rows with a column of short lines and none of running text."""
    columns = [[row[column] for row in rows if column in row] for column in {column for row in rows for column in row}]
    return any(_is_short(sheet, column) for column in columns) and not any(_is_running_text(sheet, column) for column in columns)


def _dividing(sheet: Sheet, places: range, channels: Sequence[White]) -> Sequence[White]:
    """The white that divides columns, the other taken out one by one."""
    for channel in channels:
        if not _divides(sheet, places, channels, channel):
            return _dividing(sheet, places, [one for one in channels if one is not channel])
    return channels


def _divides(sheet: Sheet, places: range, channels: Sequence[White], channel: White) -> bool:
    """True where lines with words in both columns beside a channel are mostly parted widely there, or begin even behind it."""
    number = channels.index(channel)
    left = channels[number - 1].right if number else -inf
    right = channels[number + 1].left if number + 1 < len(channels) else inf
    lines = [sheet.lines[place] for place in places]
    beside = [gap for line in lines for gap in line.gaps(0.0) if channel.is_in(gap) and left <= gap.left and gap.right <= right]
    are_wide = sum(gap.width >= sheet.wide for gap in beside)
    are_even = sum(gap.right == channel.right for gap in beside)
    is_mostly_even = are_wide > 0 and are_even >= max(LEAST_EVEN, MOSTLY * len(beside))
    return is_mostly_even or are_wide >= max(1.0, LEAST_WIDE * len(beside))


def _cells(sheet: Sheet, number: int, edges: Sequence[float]) -> Iterator[tuple[int, CellLine]]:
    """The parts of a line by their columns."""
    columns = [sum(edge <= word.left for edge in edges) for word in sheet.lines[number].words]
    for column in sorted(set(columns)):
        start = columns.index(column)
        yield column, CellLine(number, start, start + columns.count(column))


def _rows(sheet: Sheet, divided: Sequence[Mapping[int, CellLine]], columns: int) -> list[_Row]:
    """The lines put together to rows."""
    ends = [_end(sheet, [parts[column] for parts in divided if column in parts]) for column in range(columns)]
    if not _are_wrapped(sheet, divided):
        ends = [inf] * columns
    steps = [sheet.lines[next(iter(parts.values())).line].step for parts in divided]
    least = min([sheet.step, *steps[1:]])
    rows: list[_Row] = []
    before: Mapping[int, CellLine] = {}
    for parts, step in zip(divided, steps, strict=True):
        if not rows or _begins_row(sheet, before, parts, ends, is_apart=step > WIDE_STEP * least):
            rows.append({})
        for column, part in parts.items():
            rows[-1].setdefault(column, []).append(part)
        before = parts
    return rows


def _are_wrapped(sheet: Sheet, divided: Sequence[Mapping[int, CellLine]]) -> bool:
    """True where some cell goes on with a small letter on a line that has none in another column; else every line had room."""
    return any(
        column in before and len(parts) < len(before) and starts_low(_text(sheet, part))
        for before, parts in pairwise(divided)
        for column, part in parts.items()
    )


def _end(sheet: Sheet, column: Sequence[CellLine]) -> float:
    """Where the longest line of a column ends."""
    return max((_last(sheet, part).right for part in column), default=inf)


def _begins_row(
    sheet: Sheet, before: Mapping[int, CellLine], parts: Mapping[int, CellLine], ends: Sequence[float], *, is_apart: bool
) -> bool:
    """True for a line apart from the one before, and for one of which a cell does not go on there.

    Nor does a line with words in every column that all begin anew.
    """
    are_low = [starts_low(_text(sheet, part)) for part in parts.values()]
    if is_apart:
        return len(parts) == len(ends) or not all(are_low)
    if len(parts) == len(ends) and not any(are_low):
        return True
    return not all(_goes_on(sheet, before.get(column), part, ends[column]) for column, part in parts.items())


def _goes_on(sheet: Sheet, above: CellLine | None, part: CellLine, end: float) -> bool:
    """True for words below others that begin small, or for which the line above had no room."""
    return above is not None and (starts_low(_text(sheet, part)) or not _had_room(sheet, above, part, end))


def _is_short(sheet: Sheet, column: Sequence[Sequence[CellLine]]) -> bool:
    """True for a column whose lines are shorter than those of a text on average."""
    lengths = [len(_text(sheet, part)) for cell in column for part in cell]
    return sum(lengths) < SHORT * len(lengths)


def _is_running_text(sheet: Sheet, column: Sequence[Sequence[CellLine]]) -> bool:
    """True for a column of which full lines of several words go on from row to row: a text, to be parted from the table first."""
    end = _end(sheet, [part for cell in column for part in cell])
    going_on = [
        starts_low(_text(sheet, cell[0]))
        and above[-1].stop - above[-1].start > 1
        and not _had_room(sheet, above[-1], cell[0], end)
        for above, cell in pairwise(column)
    ]
    return sum(going_on) >= max(2.0, RUNNING * len(going_on))


def _had_room(sheet: Sheet, above: CellLine, part: CellLine, end: float) -> bool:
    """True where the first word of a line would have stood before the end of its column on the line above."""
    word = _first(sheet, part)
    return _last(sheet, above).right + word.right - word.left <= end - TOUCHING


def _first(sheet: Sheet, part: CellLine) -> Word:
    return sheet.lines[part.line].words[part.start]


def _last(sheet: Sheet, part: CellLine) -> Word:
    return sheet.lines[part.line].words[part.stop - 1]


def _text(sheet: Sheet, part: CellLine) -> str:
    return " ".join(word.text for word in sheet.lines[part.line].words[part.start : part.stop])
