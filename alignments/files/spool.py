"""Rows put aside until the last one is known: a table needs all its columns before its first line."""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

from alignments.files.headings import FIELDS, heading_of, variant_column
from alignments.files.options import WriteOptions
from alignments.files.rows import ordered, row_of
from alignments.units import TranslationUnit

BATCH = 500
"""Rows put aside and taken back together."""

BASIC = ("id", "probability", "status")
"""Columns that every table has, also an empty one."""


@contextmanager
def spooled(units: Iterable[TranslationUnit], options: WriteOptions) -> Iterator[tuple[list[str], Iterator[list[str]]]]:
    """The columns that the units need, and the rows; texts lie in a temporary file meanwhile."""
    columns = dict.fromkeys((*BASIC, *options.languages), "")
    rows = map(row_of, units)
    with TemporaryFile() as store:
        count = 0
        while batch := list(islice(rows, BATCH)):
            for row in batch:
                columns.update(row)
            pickle.dump(batch, store)
            count += 1
        names = _in_order(columns, options)
        store.seek(0)
        yield [_written(name, options) for name in names], _rows(store, count, names)


def _in_order(columns: Iterable[str], options: WriteOptions) -> list[str]:
    """The languages asked for in the order they were asked for, everything else as people read it."""
    names = ordered(columns)
    if not options.languages:
        return names
    wanted = [language for language in options.languages if language in names]
    return [*names[:1], *wanted, *(name for name in names[1:] if name not in wanted)]


def _written(name: str, options: WriteOptions) -> str:
    """The heading with the tag that the language map asks for."""
    place = variant_column(name) if name not in FIELDS else None
    if place is None or not options.language_map:
        return name
    language, copy, detail = place
    return heading_of(options.tag(language), copy, detail)


def _rows(store: IO[bytes], batches: int, names: Sequence[str]) -> Iterator[list[str]]:
    for _ in range(batches):
        for row in pickle.load(store):  # noqa: S301 - what was put aside above
            yield [row.get(name, "") for name in names]
