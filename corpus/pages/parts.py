"""A page in reading order: columns one after the other, and in each the tables and the lines between them."""

from collections.abc import Iterator, Sequence

from corpus.pages.columns import widest_columns
from corpus.pages.fragments import Fragment
from corpus.pages.grids import DrawnLine, Grid, grids_of
from corpus.pages.justification import without_stretches
from corpus.pages.lines import Line, lines_of
from corpus.pages.spaced_tables import SpacedTable, spaced_tables
from corpus.pages.tables import Table, tables_of


def parts_of(fragments: Sequence[Fragment], drawn: Sequence[DrawnLine]) -> Iterator[list[Line] | Table]:
    """The tables of a page and its regions, each with its lines from top to bottom; every word stands in one of them once."""
    return _parts(fragments, list(grids_of(drawn)))


def _parts(fragments: Sequence[Fragment], grids: Sequence[Grid]) -> Iterator[list[Line] | Table]:
    """The same of a part of the page: cut at its tables, or else into columns, until there are neither."""
    if not fragments:
        return
    rest = list(fragments)
    tables = tables_of(grids, fragments)
    for table in tables:
        yield from _parts([one for one in rest if one.middle >= table.top], grids)
        yield table
        rest = [one for one in rest if one.middle <= table.bottom]
    if tables:
        yield from _parts(rest, grids)
        return
    lines = without_stretches(lines_of(fragments))
    spaced = spaced_tables(lines)
    inside = (one for table in spaced for line in lines[table.start : table.stop] for one in line.fragments)
    drawn = (one for one in fragments if any(grid.holds(one.words[0].middle, one.middle) for grid in grids))
    columns = widest_columns(fragments, frozenset(drawn), frozenset(inside))
    if columns is None:
        yield from _between(spaced, lines)
        return
    for part in (columns.above, columns.left, columns.right, columns.below):
        yield from _parts(part, grids)


def _between(tables: Sequence[SpacedTable], lines: Sequence[Line]) -> Iterator[list[Line] | Table]:
    """Tables and the lines between them."""
    done = 0
    for table in tables:
        if lines[done : table.start]:
            yield list(lines[done : table.start])
        yield table.table
        done = table.stop
    if lines[done:]:
        yield list(lines[done:])
