"""A table of terms: a column a language (terms separated by `; `), and `id`, `pos`, `subject`, `source`.

Written tab-separated; comma-separated values and a workbook of Excel or OpenDocument with the same columns are read too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.csv_rows import csv_rows
from alignments.files.headings import language_of
from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.word_lists import alternatives, entry_of
from alignments.files.workbooks import WORKBOOKS, sheet_rows
from alignments.units import TermEntry
from corpus.languages import WORKING_LANGUAGES

DETAILS = ("id", "pos", "subject", "source")

PROPOSED = ("score", "units", "examples")
"""Columns that `terms extract` writes for the person who reads them."""

ABOVE = 10
"""Rows among which the headings are looked for: the title of a list may stand above them."""

NONE = ("-", "–", "—")
"""Cells that say there is no term."""

_SEVERAL = re.compile(r"[,(|\n]|\s/|/\s")
"""What separates terms, or a remark from a term, in the tables of people who do not know that only semicolons do."""

Row = tuple[int, Sequence[str]]


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
    """The entries of a table whose columns are headed by languages, or told from the left by the languages of the options.

    A line without two languages is reported as failed, and the cells that seem to hold several terms unseparated as a remark.
    """
    rows = _rows(stream, options)
    languages, details, rows = _columns(rows, options)
    several: list[tuple[int, str]] = []
    for number, cells in rows:
        if not any(cells):
            continue
        entry = _entry(cells, languages, details, options.name)
        if len(dict(entry.terms)) < 2:
            options.report.fail(f"{options.name}, line {number}: terms in fewer than two languages")
            continue
        several += [(number, cells[place]) for place in languages if place < len(cells) and _SEVERAL.search(cells[place].strip())]
        yield entry
    if several:
        line, cell = several[0]
        options.report.remark(
            f"cells that may hold several terms or a remark: {len(several)} (line {line}: {' '.join(cell.split())!r}); "
            "each is taken for one term, for only `;` separates terms"
        )


def _columns(rows: Iterator[Row], options: ReadOptions) -> tuple[dict[int, str], dict[str, int], Iterator[Row]]:
    """The languages of columns, the places of details, and the rows below the headings."""
    head = list(islice(rows, ABOVE))
    if not any(any(cells) for _, cells in head):
        raise AlignmentsError(f"{options.name}: empty; the first row names the languages of the columns, such as kk and ru")
    for place, (number, cells) in enumerate(head):
        languages = {column: tag for column, heading in enumerate(cells) if (tag := language_of(heading.strip()))}
        if len(set(languages.values())) > 1:
            if any(any(above) for _, above in head[:place]):
                options.report.remark(f"{options.name}: the columns are headed in line {number}; what stands above is left out")
            unknown = [heading.strip() for column, heading in enumerate(cells) if column not in languages and heading.strip()]
            if unknown := [heading for heading in unknown if heading.lower() not in (*DETAILS, *PROPOSED)]:
                known = f"a term entry has {', '.join(DETAILS)} beside its languages"
                options.report.remark(f"{options.name}: columns passed over: {', '.join(unknown)}; {known}")
            details = {heading.strip().lower(): column for column, heading in enumerate(cells) if column not in languages}
            return languages, details, chain(head[place + 1 :], rows)
    if len(options.languages) > 1:
        return dict(enumerate(options.languages)), {}, chain(head, rows)
    raise AlignmentsError(
        f"{options.name}: fewer than two columns are headed by a language such as kk, ru or қазақша; head them, or name the "
        "languages of the columns from the left with --languages kk,ru"
    )


def _rows(stream: IO[bytes], options: ReadOptions) -> Iterator[Row]:
    """The cells of every line, or of every row of a workbook, numbered."""
    name = options.name.lower()
    if name.endswith(WORKBOOKS):
        return enumerate(sheet_rows(stream, options), start=1)
    if name.endswith(".csv"):
        return csv_rows(stream, options)
    return enumerate((line.rstrip("\r\n").split("\t") for line in lines_of(stream, options)), start=1)


def _entry(cells: Sequence[str], languages: dict[int, str], details: dict[str, int], name: str) -> TermEntry:
    told_of = {place: cells[place] for place in languages if place < len(cells) and cells[place].strip() not in NONE}
    terms = [(languages[place], term) for place, cell in told_of.items() for term in alternatives(cell)]
    told = {detail: cells[place].strip() for detail, place in details.items() if place < len(cells)}
    entry = entry_of(terms, name, part_of_speech=told.get("pos", ""), subject=told.get("subject", ""))
    return replace(entry, id=told.get("id") or entry.id, source=told.get("source", "" if "source" in told else name))
