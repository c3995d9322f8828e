"""Tables inside the cells of another one: whether they are versions of one table, or the outer one only lays out the page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.markup.safe_markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_TABLES, _ROWS, _CELLS = {"tbl", "table"}, {"tr", "table-row"}, {"tc", "td", "th", "table-cell"}
"""The names of Word, HTML and OpenDocument."""


def hold_versions(cells: Sequence["_Element"]) -> bool:
    """True for cells of a row that hold as many tables of as many columns each: a text and its translation side by side.

    What stands in such tables is read as the text of their cells.
    """
    widths = [found for cell in cells if (found := [_width(table) for table in cell.iter() if local_name(table) in _TABLES])]
    return len(widths) > 1 and all(one == widths[0] for one in widths) and max(widths[0]) > 1


def _width(table: "_Element") -> int:
    """The columns of a table, by its fullest row."""
    rows = (row for row in table.iter() if local_name(row) in _ROWS)
    return max((sum(local_name(cell) in _CELLS for cell in row.iter()) for row in rows), default=0)
