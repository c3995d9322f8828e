"""A table of terms: a column a language (terms separated by `; `), and `id`, `pos`, `subject`, `source`.

Written tab-separated; a workbook of Excel or OpenDocument with the same columns is read too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.headings import language_of
from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.word_lists import alternatives, entry_of
from alignments.files.workbooks import WORKBOOKS, sheet_rows
from alignments.units import TermEntry
from corpus.languages import WORKING_LANGUAGES

DETAILS = ("id", "pos", "subject", "source")


def write(entries: Iterable[TermEntry], stream: IO[str], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write a line an entry, in the languages named; Kazakh, Russian and English when none are."""
    languages = options.languages or WORKING_LANGUAGES
    stream.write("\t".join([*map(options.tag, languages), *DETAILS]) + "\n")
    for entry in entries:
        cells = ["; ".join(term for tag, term in entry.terms if tag == language) for language in languages]
        if any(cells):
            row = [*cells, entry.id, entry.part_of_speech, entry.subject, entry.source]
            stream.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TermEntry]:
    """The entries of a table whose first line names the columns; a line without two languages is reported as failed."""
    rows = _rows(stream, options)
    headings = next(rows, ())
    languages = {place: tag for place, heading in enumerate(headings) if (tag := language_of(heading.strip()))}
    if len(languages) < 2:
        raise AlignmentsError(f"{options.name}, line 1: fewer than two columns are headed by a language tag such as kk and ru")
    details = {heading.strip().lower(): place for place, heading in enumerate(headings) if place not in languages}
    for number, cells in enumerate(rows, start=2):
        if not any(cells):
            continue
        entry = _entry(cells, languages, details, options.name)
        if len(dict(entry.terms)) < 2:
            options.report.fail(f"{options.name}, line {number}: terms in fewer than two languages")
        else:
            yield entry


def _rows(stream: IO[bytes], options: ReadOptions) -> Iterator[Sequence[str]]:
    """The cells of every line, or of every row of a workbook."""
    if options.name.lower().endswith(WORKBOOKS):
        return sheet_rows(stream, options)
    return (line.rstrip("\r\n").split("\t") for line in lines_of(stream, options))


def _entry(cells: Sequence[str], languages: dict[int, str], details: dict[str, int], name: str) -> TermEntry:
    terms = [(tag, term) for place, tag in languages.items() if place < len(cells) for term in alternatives(cells[place])]
    told = {detail: cells[place].strip() for detail, place in details.items() if place < len(cells)}
    entry = entry_of(terms, name, part_of_speech=told.get("pos", ""), subject=told.get("subject", ""))
    return replace(entry, id=told.get("id") or entry.id, source=told.get("source", "" if "source" in told else name))
