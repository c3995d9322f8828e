"""How far the cells of a sheet of an XLSX reach: its reader makes room for every cell between the first and the last."""

import logging
import re
from collections.abc import Iterable

MOST_CELLS = 32_000_000
"""Cells that a sheet may span, some 2 GB in its reader: a million rows of thirty columns."""

FAR_APART = "its cells lie too far apart; delete what stands far to the right or below"
"""Said of a workbook with a sheet that spans more."""

LONGEST_TAG = 1 << 20
"""Bytes between two `<`; a cell holds 32,767 letters."""

_FAR = re.compile(rb"""r=["'](?:([A-Za-z]{2,})([0-9]{1,12})|[A-Za-z]([0-9]{7,12}))["'][^<>]*(?<!/)>""")
"""A filled cell beyond column Z or row 999,999; up to there they are few enough."""

_ROW = re.compile(rb"""row\s[^<>]*?\br=["']([0-9]{1,12})["']""")


def silence_reader() -> None:
    """Keep the library's own remarks on a damaged workbook from the person, to whom we say in one line what is wrong."""
    logging.getLogger("calamine").setLevel(logging.CRITICAL)


def is_sheet(member: str) -> bool:
    """Whether a member of the package is a sheet."""
    return member.startswith("xl/worksheets/") and member.endswith(".xml")


def spanned_cells(sheet: Iterable[bytes]) -> int:
    """How many cells there are between the first and the last filled one, or at most; the sheet comes in pieces.

    Two cells in far corners are enough for billions; a name such as `issues1` is that of the 115 millionth column.
    """
    columns: set[bytes] = {b"Z"}
    last_row = 1
    rest = b""
    for piece in sheet:
        whole, bracket, rest = (rest + piece).rpartition(b"<")
        rest = bracket + rest
        if len(rest) > LONGEST_TAG:
            return MOST_CELLS + 1
        for column, row, low_row in _FAR.findall(whole):
            columns.add(column)
            last_row = max(last_row, int(row or low_row))
        last_row = max(last_row, *map(int, _ROW.findall(whole)), 0)
    return max(map(_number, columns)) * last_row


def _number(letters: bytes) -> int:
    """The number of a column: `A` is 1, `Z` 26, `AA` 27; of none it is 0."""
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + letter - ord("A") + 1
    return number
