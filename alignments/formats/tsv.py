"""Tab-separated values: a unit a line, cells as they are, no quotation marks; tabs and line ends in a text become spaces."""

from collections.abc import Iterable, Iterator
from typing import IO

from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.spool import spooled
from alignments.files.table_reading import units_of_rows
from alignments.units import TranslationUnit

_SPACES = str.maketrans(dict.fromkeys("\t\n\r", " "))


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write a line of headings and a line a unit."""
    with spooled(units, options) as (names, rows):
        stream.write("\t".join(names) + "\n")
        for row in rows:
            stream.write("\t".join([_on_one_line(cell) for cell in row]) + "\n")


def _on_one_line(cell: str) -> str:
    """The cell without tabs and line ends; a text that can be printed has none, and nearly all can."""
    return cell if cell.isprintable() else cell.translate(_SPACES)


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of a table whose first line names the columns; a faulty line is reported as failed."""
    lines = enumerate(lines_of(stream, options), start=1)
    return units_of_rows(((number, line.rstrip("\r\n").split("\t")) for number, line in lines), options)
