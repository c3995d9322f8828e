"""One file into the memory: the format's reader, then units or terms kept in one transaction."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import IO

from alignments.exchange.incoming import Arrival, import_terms, import_units
from alignments.exchange.reviewing import import_answers
from alignments.files.options import ReadOptions, Report
from alignments.files.workbooks import sheet_rows
from alignments.formats import FORMATS, Content, reader_of
from alignments.intake import Counts
from alignments.memory import Memory
from alignments.units import TranslationUnit

QUESTIONS = {"id", "doubt", "issues", "verdict"}
"""Columns that a review workbook has and no table of units."""

WORDS_OF_A_TERM, FEWEST_WORDS, MOSTLY = 3, 5, 0.8
"""Words of a short text, and how many and what part of a table's rows must be short for a list of words."""


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
    if form in {"tsv", "csv", "xlsx"}:
        taken = _told_of_words(taken, options.report)
    return import_units(memory, taken, options.report, arrival)


def _told_of_words(units: Iterable[TranslationUnit], report: Report) -> Iterator[TranslationUnit]:
    """The units of a table; of one that looks like a list of words is said how to take it for terms."""
    total = short = 0
    for unit in units:
        total += 1
        short += all(_may_be_term(variant.text) for variant in unit.variants)
        yield unit
    if total >= FEWEST_WORDS and short / total > MOSTLY:
        report.remark("these look like words, not sentences; as terms, for `term` and `check`, take them with --format terms")


def _may_be_term(text: str) -> bool:
    return len(text.split()) <= WORDS_OF_A_TERM and not text.rstrip().endswith((".", "!", "?", "…", ":"))
