"""Tables as Excel workbooks, for the commands that print tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO

Cell = str | int | float | None

PLAIN = {"text_wrap": True, "valign": "top"}


def write_sheet(
    stream: IO[bytes],
    name: str,
    rows: Iterable[Sequence[Cell]],
    widths: Sequence[int],
    looks: Mapping[int, Mapping[str, object]],
) -> None:
    """Write one sheet whose first row is the heading; `looks` are formats of xlsxwriter by column. Nothing becomes a formula."""
    from alignments.files.workbooks import cell_text, new_workbook  # noqa: PLC0415 - an extra that only spreadsheets need

    with new_workbook(stream) as book:
        sheet = book.add_worksheet(name)
        heading, plain = book.add_format({**PLAIN, "bold": True}), book.add_format(PLAIN)
        formats = {column: book.add_format({**PLAIN, **look}) for column, look in looks.items()}
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                shown = cell_text(value) if isinstance(value, str) else value
                sheet.write(number, column, shown, formats.get(column, plain) if number else heading)
