"""Parquet: a unit a row, every column text but the probability, for engineers who train on bitext."""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO

import polars as pl
from polars.io.plugins import register_io_source

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.spool import spooled
from alignments.files.table_reading import units_of_rows
from alignments.files.workbooks import whole
from alignments.units import TranslationUnit

BATCH = 10_000
"""Rows written and read together; a writer holds a group of them, however many there are."""

NUMBERS = {"probability": pl.Float64}


def write(units: Iterable[TranslationUnit], stream: IO[bytes], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write one table, batch by batch."""
    with spooled(units, options) as (names, rows):
        schema = pl.Schema({name: NUMBERS.get(name, pl.String) for name in names})

        def batches(*_asked: object) -> Iterator[pl.DataFrame]:
            while batch := list(islice(rows, BATCH)):
                yield pl.DataFrame([_values(row, names) for row in batch], schema=schema, orient="row")

        register_io_source(batches, schema=schema).sink_parquet(stream, compression="zstd", row_group_size=BATCH)


def _values(row: Sequence[str], names: Sequence[str]) -> list[str | float | None]:
    return [float(cell) if cell and name in NUMBERS else cell or None for name, cell in zip(names, row, strict=True)]


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of a table with a column a language; a faulty row is reported as failed."""
    return units_of_rows(enumerate(_rows(stream, options), start=1), options)


_TRIAL = "import sys, polars; [None for _ in polars.scan_parquet(sys.stdin.buffer.read()).collect_batches()]"


def _rows(stream: IO[bytes], options: ReadOptions) -> Iterator[Sequence[str]]:
    content = whole(stream, b"PAR1", options.name)
    _refuse_damaged(content, options.name)
    try:
        table = pl.scan_parquet(content)
        names = table.collect_schema().names()
        batches = table.with_columns(pl.all().cast(pl.String)).collect_batches(chunk_size=BATCH)
        for row in chain([names], (row for batch in batches for row in batch.iter_rows())):
            yield ["" if cell is None else cell for cell in row]
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise AlignmentsError(f"{options.name}: cannot be read as Parquet ({reason})") from None


def _refuse_damaged(content: bytes, name: str) -> None:
    """Read the file in a process of its own first: on some damaged bytes the library ends the whole process."""
    trial = subprocess.run([sys.executable, "-c", _TRIAL], input=content, capture_output=True, check=False)  # noqa: S603 - ours
    if trial.returncode or not content.endswith(b"PAR1"):
        raise AlignmentsError(f"{name}: damaged or cut off Parquet file; write it anew")
