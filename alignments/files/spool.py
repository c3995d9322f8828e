"""Rows put aside until the last one is known: a table needs all its columns before its first line."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO

from alignments.files.headings import FIELDS, heading_of, variant_column
from alignments.files.options import WriteOptions
from alignments.files.rows import ordered, row_of
from alignments.units import TranslationUnit

_as_json = json.JSONEncoder(ensure_ascii=False).encode

BASIC = ("id", "probability", "status")
"""Columns that every table has, also an empty one."""


@contextmanager
def spooled(units: Iterable[TranslationUnit], options: WriteOptions) -> Iterator[tuple[list[str], Iterator[list[str]]]]:
    """The columns that the units need, and the rows; texts lie in a temporary file meanwhile."""
    columns = dict.fromkeys((*BASIC, *options.languages))
    with TemporaryFile("w+", encoding="utf-8", errors="surrogatepass") as store:
        for unit in units:
            row = row_of(unit)
            columns.update(dict.fromkeys(row))
            store.write(_as_json(row) + "\n")
        names = _in_order(columns, options)
        store.seek(0)
        yield [_written(name, options) for name in names], _rows(store, names)


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


def _rows(store: IO[str], names: Sequence[str]) -> Iterator[list[str]]:
    for line in store:
        row: dict[str, str] = json.loads(line)
        yield [row.get(name, "") for name in names]
