"""Excel workbooks: a unit a row on the first sheet."""

from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.headings import is_text
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.spool import spooled
from alignments.files.table_reading import units_of_rows
from alignments.files.workbooks import MAX_CELL, MAX_ROWS, Table, new_workbook, sheet_rows
from alignments.units import TranslationUnit

TEXT_WIDTH, OTHER_WIDTH = 60, 18


def write(units: Iterable[TranslationUnit], stream: IO[bytes], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write one sheet, row by row. Raises AlignmentsError when Excel cannot hold so many rows or so long a text."""
    with new_workbook(stream) as workbook, spooled(units, options) as (names, rows):
        texts = [place for place, name in enumerate(names) if is_text(name)]
        columns = [(name, TEXT_WIDTH if place in texts else OTHER_WIDTH) for place, name in enumerate(names)]
        looks = {place: {"text_wrap": False} for place in range(len(names)) if place not in texts}
        table = Table(workbook, "units", columns, looks=looks, fixed=1, printed=max(texts, default=0) + 1)
        for row in _checked(rows):
            table.add(row)
        table.close()


def _checked(rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    for number, row in enumerate(rows, start=1):
        if number >= MAX_ROWS:
            raise AlignmentsError(
                f"more than {MAX_ROWS - 1:,} units do not fit on an Excel sheet; export parquet or csv, or fewer"
            )
        if max(map(len, row), default=0) > MAX_CELL:
            raise AlignmentsError(f"unit {row[0]}: a text of more than {MAX_CELL:,} letters does not fit in a cell; export csv")
        yield row


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of the first sheet, whose first row names the columns; a faulty row is reported as failed."""
    return units_of_rows(enumerate(sheet_rows(stream, options), start=1), options)
