"""Tables for a terminal: columns as wide as their texts, long texts wrapped between words."""

import shutil
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import click

GAP = "  "


def terminal_width() -> int:
    """Columns of the terminal, or of $COLUMNS; 80 where neither is known."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def text_width(text: str) -> int:
    """Columns a text takes: wide East Asian letters take two, combining marks none."""
    wide = sum(1 for letter in text if unicodedata.east_asian_width(letter) in "WF")
    marks = sum(1 for letter in text if unicodedata.combining(letter))
    return len(text) + wide - marks


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled with spaces up to a width, at its right end or before it."""
    spaces = " " * max(0, width - text_width(text))
    return spaces + text if right else text + spaces


def table_lines(headings: Sequence[str], rows: Iterable[Sequence[object]], *, width: int | None = None) -> Iterator[str]:
    """The lines of a table no wider than the terminal: columns of numbers to the right, long texts wrapped between words."""
    cells = [[_cell(value) for value in row] for row in rows]
    numeric = [bool(cells) and all(_is_number(row[place]) for row in cells) for place in range(len(headings))]
    widths = _column_widths(headings, cells, width or terminal_width())
    for row in [list(headings), *cells]:
        yield from row_lines(row, widths, numeric)


def row_lines(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool] = ()) -> Iterator[str]:
    """The lines of one row of a table, texts wrapped between words; what is `numeric` stands at the right of its column."""
    wrapped = [_wrap(text, width) for text, width in zip(cells, widths, strict=True)]
    to_the_right = [*numeric, *[False] * (len(cells) - len(numeric))]
    for line in range(max(map(len, wrapped))):
        parts = [texts[line] if line < len(texts) else "" for texts in wrapped]
        filled = [pad(part, widths[place], right=to_the_right[place]) for place, part in enumerate(parts)]
        yield GAP.join(filled).rstrip()


def print_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table on stdout; None becomes an empty cell."""
    for line in table_lines(headings, rows):
        click.echo(line)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return " ".join(str(value).split())


def _is_number(text: str) -> bool:
    return text == "" or text.replace(",", "").replace(".", "").rstrip(" %").isdigit()


def _column_widths(headings: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """Natural widths, the widest columns narrowed until the table fits; no column under its longest heading word or 8."""
    widths = [max(1, *map(text_width, column)) for column in zip(headings, *cells, strict=True)]
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 8:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
