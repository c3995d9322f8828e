"""Parquet: a unit a row, every column text but the probability, for engineers who train on bitext."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO

import polars as pl
from polars.io.plugins import register_io_source

from alignments.errors import AlignmentsError
from alignments.exchange.options import ReadOptions, WriteOptions
from alignments.exchange.spool import spooled
from alignments.exchange.table_reading import units_of_rows
from alignments.exchange.workbooks import whole
from alignments.units import TranslationUnit

BATCH = 10_000
"""Rows written and read together."""

NUMBERS = {"probability": pl.Float64}


def write(units: Iterable[TranslationUnit], stream: IO[bytes], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write one table, batch by batch."""
    with spooled(units, options) as (names, rows):
        schema = pl.Schema({name: NUMBERS.get(name, pl.String) for name in names})

        def batches(*_asked: object) -> Iterator[pl.DataFrame]:
            while batch := list(islice(rows, BATCH)):
                yield pl.DataFrame([_values(row, names) for row in batch], schema=schema, orient="row")

        register_io_source(batches, schema=schema).sink_parquet(stream, compression="zstd")


def _values(row: Sequence[str], names: Sequence[str]) -> list[str | float | None]:
    return [float(cell) if cell and name in NUMBERS else cell or None for name, cell in zip(names, row, strict=True)]


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of a table with a column a language; a faulty row is reported as failed."""
    return units_of_rows(enumerate(_rows(stream, options), start=1), options)


def _rows(stream: IO[bytes], options: ReadOptions) -> Iterator[Sequence[str]]:
    content = whole(stream, b"PAR1", options.name)
    if not content.endswith(b"PAR1"):
        raise AlignmentsError(f"{options.name}: no Parquet file, or cut off")
    try:
        table = pl.scan_parquet(content)
        names = table.collect_schema().names()
        batches = table.with_columns(pl.all().cast(pl.String)).collect_batches(chunk_size=BATCH)
        for row in chain([names], (row for batch in batches for row in batch.iter_rows())):
            yield ["" if cell is None else cell for cell in row]
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise AlignmentsError(f"{options.name}: cannot be read as Parquet ({reason})") from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the library's bug on damaged bytes; no subclass of Exception
            raise AlignmentsError(f"{options.name}: damaged Parquet file") from None
        raise
