"""Tables of a page whose cells are divided by white space alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from corpus.open_tables import CellLine, OpenTable, PrintedLine, Sheet, open_tables
from corpus.pages.fragments import USUAL_SPACE, WIDE_GAP, Fragment
from corpus.pages.lines import Line
from corpus.pages.tables import Cell, Table

NARROW = 0.8
"""The share of a usual space that a printed one has at least."""


class SpacedTable(NamedTuple):
    """A table and the half-open stretch of the lines that it stands for."""

    start: int
    stop: int
    table: Table


def spaced_tables(lines: Sequence[Line]) -> list[SpacedTable]:
    """The tables in the lines of a page or column, from top to bottom."""
    if not any(len(line.fragments) > 1 for line in lines):
        return []
    steps = [before.body.middle - line.body.middle for before, line in pairwise(lines)]
    printed = [PrintedLine(line.words, step) for line, step in zip(lines, [0.0, *steps], strict=True)]
    height = median(line.body.height for line in lines)
    sheet = Sheet(printed, NARROW * USUAL_SPACE * height, WIDE_GAP * height)
    return [SpacedTable(table.first, table.last + 1, _table(table, lines)) for table in open_tables(sheet)]


def _table(table: OpenTable, lines: Sequence[Line]) -> Table:
    cells = [
        (row, column, [piece for part in parts for piece in _pieces(lines[part.line], part)])
        for row, columns in enumerate(table.rows)
        for column, parts in sorted(columns.items())
    ]
    rooms = {
        column: max(one.right for _, other, pieces in cells if other == column for one in pieces)
        - min(one.left for _, other, pieces in cells if other == column for one in pieces)
        for _, column, _ in cells
    }
    fragments = [fragment for line in lines[table.first : table.last + 1] for fragment in line.fragments]
    return Table(
        tuple(Cell(row, column, rooms[column], tuple(pieces)) for row, column, pieces in cells),
        top=max(fragment.top for fragment in fragments),
        bottom=min(fragment.bottom for fragment in fragments),
    )


def _pieces(line: Line, part: CellLine) -> Iterator[Fragment]:
    """The stretches of a line whose words are those of a part."""
    done = 0
    for fragment in line.fragments:
        start, stop = max(0, part.start - done), min(len(fragment.words), part.stop - done)
        if start < stop:
            yield replace(fragment, words=fragment.words[start:stop])
        done += len(fragment.words)
