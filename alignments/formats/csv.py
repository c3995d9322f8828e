"""Comma-separated values (RFC 4180): a unit a row; texts with line ends stay whole. Semicolons are read too."""

import csv
from collections.abc import Iterable, Iterator
from typing import IO

from alignments.files.csv_rows import csv_rows
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
    return units_of_rows(csv_rows(stream, options), options)
