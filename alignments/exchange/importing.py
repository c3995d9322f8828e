"""One file into the memory: the format's reader, then units or terms kept in one transaction."""

from datetime import UTC, datetime
from typing import IO

from alignments.exchange.incoming import Arrival, import_terms, import_units
from alignments.exchange.options import ReadOptions
from alignments.exchange.reviewing import import_answers
from alignments.exchange.workbooks import sheet_rows
from alignments.formats import FORMATS, Content, reader_of
from alignments.memory import Memory
from alignments.selection import Counts

QUESTIONS = {"id", "doubt", "issues", "verdict"}
"""Columns that a review workbook has and no table of units."""


def recognised(form: str, stream: IO[bytes], options: ReadOptions) -> str:
    """The format of a file whose ending two formats share: a workbook that asks for verdicts is one for review."""
    if form != "xlsx":
        return form
    headings = next(sheet_rows(stream, options, most=1), ())
    stream.seek(0)
    return "review" if set(headings) >= QUESTIONS else form


def import_file(memory: Memory, stream: IO[bytes], form: str, options: ReadOptions, arrival: Arrival) -> Counts:
    """Take in what a file holds and keep what became of it.

    AlignmentsError of a broken file passes through and leaves the memory as it was; a trial leaves no trace either.
    """
    if arrival.is_trial:
        return _taken_in(memory, stream, form, options, arrival)
    begun = datetime.now(UTC)
    with memory.transaction():
        counts = _taken_in(memory, stream, form, options, arrival)
        memory.store.record_run(options.name, begun, counts)
    return counts


def _taken_in(memory: Memory, stream: IO[bytes], form: str, options: ReadOptions, arrival: Arrival) -> Counts:
    taken = reader_of(form).read(stream, options)
    if FORMATS[form].content is Content.TERMS:
        return import_terms(memory, taken, options.report, arrival)
    if FORMATS[form].content is Content.REVIEW:
        return import_answers(memory, taken, options.report, arrival.who, is_trial=arrival.is_trial)
    return import_units(memory, taken, options.report, arrival)
