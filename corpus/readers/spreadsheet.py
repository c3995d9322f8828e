"""XLSX and ODS: every filled cell of the visible sheets is a block with its row and column."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import polars as pl

from corpus.contents import Blocks, Contents, RawFile
from corpus.errors import CorpusError
from corpus.files.archives import opened_archive
from corpus.files.sheets import FAR_APART, MOST_CELLS, is_sheet, silence_reader, spanned_cells
from corpus.table_rows import TableRows

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
        if any(spanned_cells([archive.member(member)]) > MOST_CELLS for member in archive.members if is_sheet(member)):
            raise CorpusError(f"{file.name}: {FAR_APART}")
    silence_reader()
    workbook: ExcelReader = read_excel(file.data)
    table, hidden = TableRows(Blocks(file.name)), []
    for name in workbook.sheet_names:
        sheet = workbook.load_sheet(name, header_row=None, dtypes="string")
        if sheet.visible == "visible":
            first = table.rows
            table.add_table(_filled_rows(sheet.to_polars()))
            table.rows = first + sheet.height
        else:
            hidden.append(name)
    unseen = (f"hidden sheets left out: {', '.join(hidden)}",) if hidden else ()
    blocks = table.blocks
    return Contents(blocks.text(), tuple(blocks.gathered), metadata=table.metadata, remarks=(*table.remarks, *unseen))


def _filled_rows(sheet: pl.DataFrame) -> Iterator[tuple[int, list[str]]]:
    numbered = sheet.with_row_index("row")
    filled = numbered.filter(pl.any_horizontal(pl.col(sheet.columns).is_not_null())) if sheet.width else numbered.head(0)
    for row, *cells in filled.iter_rows():
        yield row, [(cell or "").strip() for cell in cells]
