"""Tables as Excel workbooks, for the commands that print tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO

Cell = str | float | None


def write_sheet(
    stream: IO[bytes],
    name: str,
    rows: Iterable[Sequence[Cell]],
    widths: Sequence[int],
    looks: Mapping[int, Mapping[str, object]],
) -> None:
    """Write one sheet whose first row is the heading; `looks` are formats of xlsxwriter by column. Nothing becomes a formula."""
    from alignments.files.workbooks import Table, new_workbook  # noqa: PLC0415 - an extra that only spreadsheets need

    below = iter(rows)
    headings = map(str, next(below))
    with new_workbook(stream) as book:
        table = Table(book, name, list(zip(headings, widths, strict=True)), looks=looks)
        for row in below:
            table.add(row)
        table.close()
