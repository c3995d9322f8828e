"""Columns of text laid out with spaces, as `pdftotext -layout` writes them: each is read to its end before the next.

Tables among them are read cell by cell.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise, takewhile
from typing import NamedTuple

from corpus.cleaning.line_marks import ends_sentence
from corpus.languages import UNKNOWN
from corpus.open_tables import OpenTable, PrintedLine, Sheet, open_tables
from corpus.pages.fragments import Word
from corpus.recognition.language_id import recognise

LEAST_LINES, LEAST_LETTERS = 3, 14.0
"""Lines beside each other of which the right one begins at the edge, and letters that the lines of a column have on average:
less is a table."""

LEAST_SHARE = 0.4
"""The share of the lines between the first and last such line that must have one beside them, also one that is set in."""

SPACE, WIDE = 1.0, 2.0
"""Spaces between words, and those that may divide the columns of a table."""

NEAR = 40
"""Lines around one with three parts in which the table that it is a row of is looked for."""
MOST_SPREAD = 3
"""Spaces in each of the gaps, all alike, of a line that was stretched to the margin."""
MOST_NARROW, FARTHEST = 2, 6
"""Lines up to which one with both columns stands above and below those whose left part comes up to the right one; spaces by which
that may then start before its edge."""

_GAP = re.compile(r"(?:^|(?<=\S)) {3,}(?=\S)")
_SPACES = re.compile(r" +")
_THREE_PARTS = re.compile(r"\S {2,}\S.*?\S {2,}\S")
_WORD = re.compile(r"\S+")


class Part(NamedTuple):
    """A part of a line: the number of the line, and where the part starts and stops in it."""

    line: int
    start: int
    stop: int


class Cell(NamedTuple):
    """A cell: `row` counts the rows of tables from 0, `column` the columns of its table; the parts of its lines."""

    row: int
    column: int
    parts: tuple[Part, ...]


class _Zone(NamedTuple):
    """First and last line of a pair of columns, the edge of the right one, the first and last line with text on both sides.

    `narrow` are the numbers of the lines whose left part leaves no white space before the edge, and where the right one starts.
    """

    first: int
    last: int
    edge: int
    both_from: int
    both_to: int
    narrow: Mapping[int, int]


def in_reading_order(lines: Sequence[str]) -> Iterator[Part | Cell]:
    """All lines whole, but where columns stand side by side the left parts of their lines and then the right ones.

    Instead of the lines of a table come its cells.
    """
    rows = count()
    yield from _ordered([Part(number, 0, len(line)) for number, line in enumerate(lines)], lines, rows)


def _ordered(parts: Sequence[Part], lines: Sequence[str], rows: Iterator[int]) -> Iterator[Part | Cell]:
    """The parts in reading order, where columns stand side by side in them each divided."""
    texts = [lines[part.line][part.start : part.stop] for part in parts]
    are_spread = _are_spread(texts)
    tables = [] if are_spread else list(_tables(texts))
    zones = [zone for zone in _zones(texts, are_exact=are_spread) if not any(_holds(table, zone, texts) for table in tables)]
    apart = [table for table in tables if all(table.last < zone.first or zone.last < table.first for zone in zones)]
    done = 0
    regions: list[_Zone | OpenTable] = [*zones, *apart]
    for region in sorted(regions, key=lambda region: region.first):
        yield from parts[done : region.first]
        if isinstance(region, OpenTable):
            yield from _cells(region, parts, texts, rows)
        else:
            yield from _sides(parts, region, lines, rows)
        done = region.last + 1
    yield from parts[done:]


def _sides(parts: Sequence[Part], zone: _Zone, lines: Sequence[str], rows: Iterator[int]) -> Iterator[Part | Cell]:
    """What stands left of an edge and then what stands right of it."""
    own = parts[zone.first : zone.last + 1]
    edges = [min(part.start + zone.narrow.get(number, zone.edge), part.stop) for number, part in enumerate(own, start=zone.first)]
    yield from _ordered([part._replace(stop=stop) for part, stop in zip(own, edges, strict=True)], lines, rows)
    yield from _ordered([part._replace(start=start) for part, start in zip(own, edges, strict=True)], lines, rows)


def _tables(texts: Sequence[str]) -> Iterator[OpenTable]:
    """The tables, their lines counted with the blank ones."""
    filled = [number for number, text in enumerate(texts) if text.strip()]
    for start, stop in _stretches([_THREE_PARTS.search(texts[number]) is not None for number in filled]):
        places = filled[start:stop]
        steps = [after - before for before, after in pairwise([-1, *places])]
        lines = [PrintedLine(tuple(_words(texts[place])), step) for place, step in zip(places, steps, strict=True)]
        for table in open_tables(Sheet(lines, SPACE, WIDE, step=1.0)):
            rows = tuple(
                {column: [part._replace(line=places[part.line]) for part in parts] for column, parts in row.items()}
                for row in table.rows
            )
            yield OpenTable(places[table.first], places[table.last], rows)


def _stretches(have_parts: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where lines are that have three parts or stand near one that has, as half-open stretches."""
    start = stop = 0
    for place in (place for place, has_parts in enumerate(have_parts) if has_parts):
        if place - NEAR > stop:
            if start < stop:
                yield start, stop
            start = place - NEAR
        stop = min(len(have_parts), place + NEAR + 1)
    if start < stop:
        yield start, stop


def _words(text: str) -> Iterator[Word]:
    return (Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text))


def _are_spread(texts: Sequence[str]) -> bool:
    """True where most lines with wide gaps were stretched to the margin: their words all stand two or three spaces apart."""
    wide = list(filter(_THREE_PARTS.search, texts))
    gaps = [set(map(len, _SPACES.findall(text.strip()))) for text in wide]
    return 2 * sum(len(own) == 1 and max(own) <= MOST_SPREAD for own in gaps) > len(wide)


def _holds(table: OpenTable, zone: _Zone, texts: Sequence[str]) -> bool:
    """True where nothing stands side by side but the cells of a table, both sides of which are in one language."""
    if not (table.first <= zone.both_from and zone.both_to <= table.last):
        return False
    own = [(text, zone.narrow.get(number, zone.edge)) for number, text in enumerate(texts)][zone.first : zone.last + 1]
    spoken = {recognise(" ".join(text[:edge] for text, edge in own)), recognise(" ".join(text[edge:] for text, edge in own))}
    return len(spoken - {UNKNOWN}) < 2


def _cells(table: OpenTable, parts: Sequence[Part], texts: Sequence[str], rows: Iterator[int]) -> Iterator[Cell]:
    words = {number: list(_words(texts[number])) for number in range(table.first, table.last + 1)}
    for cells in table.rows:
        row = next(rows)
        for column, own in sorted(cells.items()):
            ends = [(one.line, words[one.line][one.start], words[one.line][one.stop - 1]) for one in own]
            yield Cell(row, column, tuple(_part(parts[line], int(first.left), int(last.right)) for line, first, last in ends))


def _part(part: Part, start: int, stop: int) -> Part:
    return part._replace(start=part.start + start, stop=part.start + stop)


def _zones(lines: Sequence[str], *, are_exact: bool) -> list[_Zone]:
    """Every pair of columns, in order; the largest first choose their lines.

    `are_exact` is true where no line of a right column may start before its edge.
    """
    edges = Counter(gap.end() for line in lines for gap in _GAP.finditer(line))
    found = [
        zone for edge, count in edges.items() if count >= LEAST_LINES for zone in _zones_at(lines, edge, are_exact=are_exact)
    ]
    chosen: list[_Zone] = []
    for zone in sorted(found, key=lambda zone: zone.first - zone.last):
        if all(zone.last < other.first or other.last < zone.first for other in chosen):
            chosen.append(zone)
    return chosen


def _zones_at(printed: Sequence[str], edge: int, *, are_exact: bool) -> Iterator[_Zone]:
    """The zones in the runs of lines that leave white space before the edge.

    From the first lines beside each other to the last, and what the right column has above and below them.
    """
    narrow = {} if are_exact else dict(_narrow(printed, edge))
    lines = [_widened(line, narrow.get(number), edge) for number, line in enumerate(printed)] if narrow else printed
    run: list[int] = []
    for number in range(len(lines) + 1):
        if number < len(lines) and _is_white_before(lines[number], edge):
            run.append(number)
            continue
        beside = _beside(lines, run, edge)
        if beside and _are_columns(lines[beside[0][0] : beside[-1][1] + 1], len(beside), edge):
            first, last = beside[0][0], beside[-1][1]
            first -= _right_parts(lines, range(first - 1, run[0] - 1, -1), edge)
            last += _right_parts(lines, range(last + 1, run[-1] + 1), edge)
            yield _Zone(first, _end_of_column(lines, run, last, edge), edge, beside[0][0], beside[-1][1], narrow)
        run = []


def _narrow(lines: Sequence[str], edge: int) -> Iterator[tuple[int, int]]:
    """The lines whose right part starts somewhat before the edge, and where: behind a gap, or between lines that have one."""
    own = [_start_of_right(line, edge) for line in lines]
    for number, line in enumerate(lines):
        if _is_white_before(line, edge) or len(line) <= edge:
            continue
        start = own[number]
        if start is None and any(own[max(0, number - MOST_NARROW) : number]) and any(own[number + 1 : number + 1 + MOST_NARROW]):
            start = line.rfind(" ", max(0, edge - FARTHEST), edge) + 1
        if start:
            yield number, start


def _start_of_right(line: str, edge: int) -> int | None:
    """Where the right part of a line starts behind white space, at the edge or somewhat before it."""
    if not line[:edge].strip() or len(line) <= edge:
        return None
    if _is_white_before(line, edge):
        return None if line[edge].isspace() else edge
    gap = line.rfind("   ", 0, edge) + 3
    return gap if edge - FARTHEST <= gap and line[: gap - 3].strip() else None


def _is_white_before(line: str, edge: int) -> bool:
    return not line[max(0, edge - 2) : edge].strip()


def _widened(line: str, start: int | None, edge: int) -> str:
    """A line whose right part starts at the edge, however narrow the gap before it is."""
    return line if start is None else line[: min(start, edge - 2)].ljust(edge) + line[start:]


def _right_parts(lines: Sequence[str], places: range, edge: int) -> int:
    """How many of the lines, before the first without any, have text behind the edge."""
    return sum(1 for _ in takewhile(lambda place: lines[place][edge:].strip(), places))


def _beside(lines: Sequence[str], run: Sequence[int], edge: int) -> list[tuple[int, int]]:
    """The lines with text on both sides, and of lines that stand half a line higher than those beside them each with its next."""
    filled = [number for number in run if lines[number].strip()]
    found = [(number, number) for number in filled if _has_both(lines[number], edge)]
    found += [(one, other) for one, other in pairwise(filled) if len(lines[one]) <= edge and _begins_at(lines[other], edge)]
    return sorted(found)


def _end_of_column(lines: Sequence[str], run: Sequence[int], last: int, edge: int) -> int:
    """Where a left column ends that is longer than the right one: with the sentence that its last line beside text left open."""
    if ends_sentence(lines[last][:edge]):
        return last
    behind = takewhile(lambda number: len(lines[number]) < edge, range(last + 1, run[-1] + 1))
    return next((number for number in behind if ends_sentence(lines[number])), last)


def _has_both(line: str, edge: int) -> bool:
    """True for a line with text on both sides that begins again exactly at the edge."""
    return bool(line[:edge].strip()) and not line[edge : edge + 1].isspace() and len(line) > edge


def _begins_at(line: str, edge: int) -> bool:
    return not line[:edge].strip() and len(line) > edge and not line[edge].isspace()


def _are_columns(lines: Sequence[str], beside: int, edge: int) -> bool:
    left, right = [line[:edge].strip() for line in lines], [line[edge:].strip() for line in lines]
    sides = [[part for part in side if part] for side in (left, right)]
    both = sum(1 for one, other in zip(left, right, strict=True) if one and other)
    is_often = beside >= LEAST_LINES and max(beside, both) >= LEAST_SHARE * max(map(len, sides))
    return is_often and all(sum(map(len, side)) >= LEAST_LETTERS * len(side) for side in sides)
