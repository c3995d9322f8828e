"""A page in reading order: its tables, and above, between and below them the lines of its columns."""

from collections.abc import Iterator, Sequence

from corpus.pages.columns import regions_of
from corpus.pages.fragments import Fragment
from corpus.pages.grids import DrawnLine
from corpus.pages.lines import Line
from corpus.pages.tables import Table, tables_of


def parts_of(fragments: Sequence[Fragment], drawn: Sequence[DrawnLine]) -> Iterator[list[Line] | Table]:
    """The tables of a page and its regions, each with its lines from top to bottom; every word stands in one of them once."""
    rest = list(fragments)
    for table in tables_of(drawn, fragments):
        yield from regions_of([one for one in rest if one.middle >= table.top])
        yield table
        rest = [one for one in rest if one.middle <= table.bottom]
    yield from regions_of(rest)
