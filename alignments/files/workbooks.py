"""Workbooks: the first sheet of an Excel or OpenDocument one as rows of text, and new ones whose sheets read and print well."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from shutil import copyfileobj
from tempfile import TemporaryFile
from types import MappingProxyType
from typing import IO, Any

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions
from alignments.files.requirements import required
from corpus.files.sheets import FAR_APART, MOST_CELLS, is_sheet, silence_reader, spanned_cells

WORKBOOKS = (".xlsx", ".ods")
"""Endings of the workbooks that are read."""

MAX_CELL = 32_767
"""Letters that a cell of Excel holds."""

CHUNK = 1 << 18
"""Bytes of a sheet that are looked through at once."""

MAX_ROWS = 1_048_576
"""Rows of an Excel sheet."""

LINE_HEIGHT, MAX_HEIGHT = 15.0, 400.0
"""Points that a line of text takes, and the highest row, near what Excel bears."""

FILLED = 0.85
"""How much of the width of a column a line fills on average: words are not broken, and Cyrillic letters are wider than digits."""

A4 = 9
"""The number of the paper in the standard of Excel's files."""

MAX_FILE = 500_000_000
MAX_UNPACKED = 4_000_000_000
"""Bytes; a workbook that swells beyond this is no table but a bomb."""


Cell = str | float | None

_PLAIN = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Row by row, and a text stays a text."""

_WRAPPED = {"text_wrap": True, "valign": "top"}


@contextmanager
def new_workbook(stream: IO[bytes]) -> Iterator[Any]:
    """A workbook of xlsxwriter, written row by row, whose bytes go to the stream when it is whole; equal content, equal bytes.

    It is put together in a temporary file: closed by a full disk, the library's archive would complain behind our message.
    """
    with TemporaryFile() as whole_file:
        workbook = required("xlsxwriter", "writing XLSX").Workbook(whole_file, _PLAIN)
        workbook.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        try:
            yield workbook
        finally:
            workbook.close()
        whole_file.seek(0)
        copyfileobj(whole_file, stream)


class Table:
    """A sheet that is filled row by row and is for people: LibreOffice leaves the rows of others as high as one line.

    Its head stays in view and on every printed page; a page is as wide as the sheet, or as its first `printed` columns.
    `looks` are formats of xlsxwriter by column; texts are wrapped where these do not say otherwise. `fixed` columns stay in view.
    """

    def __init__(  # noqa: PLR0913 - all but three have a usual value
        self,
        workbook: Any,  # noqa: ANN401 - of xlsxwriter, which has no types
        name: str,
        columns: Sequence[tuple[str, int]],
        *,
        looks: Mapping[int, Mapping[str, object]] = MappingProxyType({}),
        fixed: int = 0,
        printed: int | None = None,
    ) -> None:
        self.sheet = workbook.add_worksheet(name)
        self._columns = len(columns)
        wrapped = {place: width for place, (_, width) in enumerate(columns) if looks.get(place, {}).get("text_wrap", True)}
        self._wrapped = tuple(wrapped.items())
        self._formats = [workbook.add_format({**_WRAPPED, **looks.get(place, {})}) for place in range(len(columns))]
        self._printed = printed or len(columns)
        self._written = 0
        bold = workbook.add_format({**_WRAPPED, "bold": True})
        for place, (heading, width) in enumerate(columns):
            self.sheet.set_column(place, place, width)
            self.sheet.write_string(0, place, heading, bold)
        self.sheet.freeze_panes(1, fixed)
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)

    def add(self, cells: Sequence[Cell]) -> None:
        """Write the next row, as high as its longest text needs."""
        self._written += 1
        lines = max((_lines(cells[place], width) for place, width in self._wrapped if place < len(cells)), default=1)
        if lines > 1:
            self.sheet.set_row(self._written, min(lines * LINE_HEIGHT, MAX_HEIGHT))
        for place, cell in enumerate(cells):
            if isinstance(cell, str):
                if cell:
                    self.sheet.write_string(self._written, place, cell_text(cell), self._formats[place])
            elif cell is not None:
                self.sheet.write_number(self._written, place, cell, self._formats[place])

    def close(self) -> None:
        """Let readers filter and sort the rows that were written; what is printed is known now."""
        self.sheet.autofilter(0, 0, self._written, self._columns - 1)
        self.sheet.print_area(0, 0, self._written, self._printed - 1)


def _lines(cell: Cell, width: int) -> int:
    """About how many lines a cell takes in a column of so many digits."""
    if not isinstance(cell, str):
        return 1
    return sum(1 + int(len(line) / (width * FILLED)) for line in cell.split("\n"))


def cell_text(text: str) -> str:
    """A text for xlsxwriter, which takes `<r>…</r>` for markup of its own: a space behind it keeps it text."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def sheet_rows(stream: IO[bytes], options: ReadOptions, most: int | None = None) -> Iterator[Sequence[str]]:
    """The rows of the first sheet (at most so many), every cell as text, trailing emptiness included.

    Raises AlignmentsError when the bytes are no workbook or swell without measure.
    """
    content = whole(stream, b"PK", options.name)
    _refuse_bombs(content, options.name)
    excel = required("fastexcel", "reading XLSX")
    silence_reader()
    try:
        sheet = excel.read_excel(content).load_sheet(0, header_row=None, n_rows=most, dtypes="string")
        table = sheet.to_polars()
    except Exception as error:  # noqa: BLE001 - the library raises its own, pyo3's and panics
        raise AlignmentsError(f"{options.name}: cannot be read as a workbook ({_first_line(error)}); save it anew") from None
    for row in table.iter_rows():
        yield tuple("" if cell is None else cell for cell in row)


def whole(stream: IO[bytes], signature: bytes, name: str) -> bytes:
    """All bytes of a file that begins as its format does; what begins otherwise is not read any further.

    Raises AlignmentsError for another beginning, and for a file that is too large to be held.
    """
    head = stream.read(len(signature))
    if head != signature:
        raise AlignmentsError(f"{name}: not a file of this format, or empty; say which one it is with --format")
    content = head + stream.read(MAX_FILE)
    if len(content) > MAX_FILE:
        raise AlignmentsError(f"{name}: larger than {MAX_FILE:,} bytes; use csv, jsonl or tmx, which are read piece by piece")
    return content


def _refuse_bombs(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
            if unpacked > min(MAX_UNPACKED, 1_000 * len(content)):
                raise AlignmentsError(f"{name}: swells to {unpacked:,} bytes; refused")
            cells = max((_spanned(package, member) for member in filter(is_sheet, package.namelist())), default=0)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise AlignmentsError(f"{name}: no workbook, or cut off; save it anew from the spreadsheet program") from None
    if cells > MOST_CELLS:
        raise AlignmentsError(f"{name}: {FAR_APART}")


def _spanned(package: zipfile.ZipFile, member: str) -> int:
    with package.open(member) as sheet:
        return spanned_cells(iter(partial(sheet.read, CHUNK), b""))


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
