"""The first sheet of an Excel or OpenDocument workbook as rows of text."""

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import IO

from alignments.errors import AlignmentsError
from alignments.exchange.options import ReadOptions
from alignments.exchange.requirements import required

MAX_CELL = 32_767
"""Letters that a cell of Excel holds."""

MAX_ROWS = 1_048_576
"""Rows of an Excel sheet."""

MAX_FILE = 500_000_000
MAX_UNPACKED = 4_000_000_000
"""Bytes; a workbook that swells beyond this is no table but a bomb."""


def sheet_rows(stream: IO[bytes], options: ReadOptions) -> Iterator[Sequence[str]]:
    """The rows of the first sheet, every cell as text, trailing emptiness included.

    Raises AlignmentsError when the bytes are no workbook or swell without measure.
    """
    content = stream.read(MAX_FILE + 1)
    if len(content) > MAX_FILE:
        raise AlignmentsError(f"{options.name}: larger than {MAX_FILE:,} bytes; save it as CSV")
    _refuse_bombs(content, options.name)
    excel = required("fastexcel", "reading XLSX")
    try:
        sheet = excel.read_excel(content).load_sheet(0, header_row=None, dtypes="string")
        table = sheet.to_polars()
    except Exception as error:  # noqa: BLE001 - the library raises its own, pyo3's and panics
        raise AlignmentsError(f"{options.name}: cannot be read as a workbook ({_first_line(error)}); save it anew") from None
    for row in table.iter_rows():
        yield tuple("" if cell is None else cell for cell in row)


def _refuse_bombs(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise AlignmentsError(f"{name}: no XLSX workbook, or cut off; save it anew from the spreadsheet program") from None
    if unpacked > min(MAX_UNPACKED, 1_000 * len(content)):
        raise AlignmentsError(f"{name}: swells to {unpacked:,} bytes; refused")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
