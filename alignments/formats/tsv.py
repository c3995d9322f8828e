"""Tab-separated values: a unit a line, cells as they are, no quotation marks; tabs and line ends in a text become spaces."""

from collections.abc import Iterable, Iterator
from typing import IO

from alignments.errors import AlignmentsError
from alignments.exchange.lines import lines_of
from alignments.exchange.options import ReadOptions, WriteOptions
from alignments.exchange.rows import columns_of, unit_of
from alignments.exchange.spool import spooled
from alignments.units import TranslationUnit

_SPACES = str.maketrans(dict.fromkeys("\t\n\r", " "))


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write a line of headings and a line a unit."""
    with spooled(units, options) as (names, rows):
        stream.write("\t".join(names) + "\n")
        for row in rows:
            stream.write("\t".join(cell.translate(_SPACES) for cell in row) + "\n")


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of a table whose first line names the columns; a faulty line is reported as failed."""
    lines = lines_of(stream, options)
    head = next(lines, None)
    if head is None:
        raise AlignmentsError(f"{options.name}: empty; the first line names the columns, such as kk and ru")
    columns = columns_of(head.rstrip("\r\n").split("\t"), options.name)
    for number, line in enumerate(lines, start=2):
        cells = line.rstrip("\r\n").split("\t")
        if not any(cells):
            continue
        if len(cells) > len(columns.headings):
            options.report.fail(
                f"{options.name}, line {number}: {len(cells)} cells, but {len(columns.headings)} columns have a heading"
            )
            continue
        try:
            yield unit_of(cells, columns, options.name)
        except AlignmentsError as error:
            options.report.fail(f"{options.name}, line {number}: {error}")
