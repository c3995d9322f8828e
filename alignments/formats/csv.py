"""Comma-separated values (RFC 4180): a unit a row; texts with line ends stay whole. Semicolons are read too."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.spool import spooled
from alignments.files.table_reading import units_of_rows
from alignments.units import TranslationUnit


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write a row of headings and a row a unit."""
    with spooled(units, options) as (names, rows):
        writer = csv.writer(stream)
        writer.writerow(names)
        writer.writerows(rows)


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of a table whose first row names the columns; a faulty row is reported as failed."""
    return units_of_rows(_rows(stream, options), options)


def _rows(stream: IO[bytes], options: ReadOptions) -> Iterator[tuple[int, Sequence[str]]]:
    lines = lines_of(stream, options)
    first = next(lines, None)
    if first is None:
        return
    rows = csv.reader(chain([first], lines), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        for row in rows:
            yield rows.line_num, row
    except csv.Error as error:
        raise AlignmentsError(f"{options.name}, line {rows.line_num}: {error}; the table is damaged or cut off") from None
