"""The rows of comma-separated values (RFC 4180), and of those that semicolons or tabs separate."""

import csv
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions


def csv_rows(stream: IO[bytes], options: ReadOptions) -> Iterator[tuple[int, Sequence[str]]]:
    """The cells of every row with the line it ends in. Raises AlignmentsError where quotation marks do not close."""
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
