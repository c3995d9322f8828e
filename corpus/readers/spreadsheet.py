"""XLSX and ODS: every filled cell of the visible sheets is a block with its row and column."""

from typing import TYPE_CHECKING

import polars as pl

from corpus.archives import opened_archive
from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.errors import CorpusError

if TYPE_CHECKING:
    from fastexcel import ExcelReader


def read(file: RawFile) -> Contents:
    """The cells of all visible sheets, one sheet after the other; empty rows count but cost nothing."""
    try:
        from fastexcel import read_excel  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise CorpusError("reading spreadsheets needs fastexcel: pip install 'tilmash[documents]'") from error
    with opened_archive(file) as archive:
        archive.refuse_large()
    workbook: ExcelReader = read_excel(file.data)
    blocks = Blocks(file.name)
    rows, hidden = 0, []
    for name in workbook.sheet_names:
        sheet = workbook.load_sheet(name, header_row=None, dtypes="string")
        if sheet.visible == "visible":
            _add_sheet(blocks, sheet.to_polars(), rows)
            rows += sheet.height
        else:
            hidden.append(name)
    remarks = (f"hidden sheets left out: {', '.join(hidden)}",) if hidden else ()
    return Contents(blocks.text(), tuple(blocks.gathered), remarks=remarks)


def _add_sheet(blocks: Blocks, sheet: pl.DataFrame, first_row: int) -> None:
    numbered = sheet.with_row_index("row", first_row)
    filled = numbered.filter(pl.any_horizontal(pl.col(sheet.columns).is_not_null())) if sheet.width else numbered.head(0)
    for row, *cells in filled.iter_rows():
        for column, cell in enumerate(cells):
            blocks.add((cell or "").strip(), BlockKind.CELL, row=row, column=column)
