"""A workbook for review: a unit a row, languages side by side, what to doubt, a column to decide, columns to correct."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.headings import language_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.workbooks import MAX_CELL, MAX_ROWS, Cell, Table, new_workbook, sheet_rows
from alignments.units import TranslationUnit
from corpus.languages import WORKING_LANGUAGES

VERDICTS = ("accept", "reject", "қабылдау", "қабылдамау", "принять", "отклонить")
"""The words that a cell of the column offers; Excel takes no others."""
_WORDS = {
    **dict.fromkeys(
        ("accept", "accepted", "+", "ok", "yes", "қабылдау", "қабылданды", "иә", "принять", "принято", "да"), "accept"
    ),
    **dict.fromkeys(("reject", "rejected", "-", "no", "қабылдамау", "жоқ", "отклонить", "отклонено", "нет"), "reject"),
}
_CORRECTED = "corrected"
_WIDTHS = {"id": 18, "probability": 11, "doubt": 9, "issues": 40, "verdict": 10, "note": 25}
_TEXT_WIDTH = 50
_PERCENT = {"num_format": "0%"}


@dataclass(frozen=True, slots=True)
class Question:
    """A unit put before a reviewer, with the sentences of its issues and the chance 0…1 that it is wrong (or None)."""

    unit: TranslationUnit
    issues: tuple[str, ...] = ()
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reviewer wrote into a row: a verdict (accept, reject or nothing), corrected texts by language, a note.

    `texts` are those that were to be looked at, by language, as the row has them now.
    """

    row: int
    unit: str
    verdict: str
    corrections: tuple[tuple[str, str], ...]
    note: str
    texts: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """True for a row without a verdict and a correction."""
        return not (self.verdict or self.corrections)


def write(questions: Iterable[Question], stream: IO[bytes], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write a sheet whose row a reviewer answers by choosing a verdict or correcting a text.

    Raises AlignmentsError when Excel cannot hold so many rows or so long a text.
    """
    languages = options.languages or WORKING_LANGUAGES
    headings = [
        "id",
        "probability",
        "doubt",
        *languages,
        "issues",
        "verdict",
        *(f"{tag} {_CORRECTED}" for tag in languages),
        "note",
    ]
    place = headings.index("verdict")
    with new_workbook(stream) as workbook:
        columns = [(heading, _WIDTHS.get(heading, _TEXT_WIDTH)) for heading in headings]
        table = Table(workbook, "review", columns, looks=dict.fromkeys((1, 2), _PERCENT), fixed=1, printed=place + 1)
        table.sheet.data_validation(1, place, MAX_ROWS - 1, place, {"validate": "list", "source": list(VERDICTS)})
        for number, question in enumerate(questions, start=1):
            table.add(_checked(_cells(question, languages), number, question.unit.id))
        table.close()


def _cells(question: Question, languages: Sequence[str]) -> list[Cell]:
    unit = question.unit
    variants = [unit.variant(language) for language in languages]
    texts = (variant.text if variant else "" for variant in variants)
    return [unit.id, unit.probability, question.doubt, *texts, "\n".join(question.issues)]


def _checked(cells: list[Cell], number: int, name: str) -> list[Cell]:
    if number >= MAX_ROWS:
        raise AlignmentsError(
            f"more than {MAX_ROWS - 1:,} units do not fit on an Excel sheet; choose fewer with --max-doubt or --group"
        )
    if any(isinstance(cell, str) and len(cell) > MAX_CELL for cell in cells):
        raise AlignmentsError(f"unit {name}: a text of more than {MAX_CELL:,} letters does not fit in a cell")
    return cells


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[Answer]:
    """The rows, answered or not; a verdict that is none is reported as failed.

    Raises AlignmentsError when the workbook is not one of ours.
    """
    rows = sheet_rows(stream, options)
    headings = [heading.strip() for heading in next(rows, ())]
    if "id" not in headings or "verdict" not in headings:
        raise AlignmentsError(f"{options.name}: no review workbook: the columns id and verdict are missing")
    corrected = {place: tag for place, heading in enumerate(headings) if (tag := _corrected_language(heading))}
    shown = {place: tag for place, heading in enumerate(headings) if (tag := language_of(heading))}
    for number, cells in enumerate(rows, start=2):
        told = dict(zip(headings, cells, strict=False))
        word = told["verdict"].strip()
        corrections = tuple((tag, cells[place]) for place, tag in corrected.items() if cells[place].strip())
        if word and word.casefold() not in _WORDS:
            options.report.fail(f"row {number}: the verdict {word!r} is none of {', '.join(VERDICTS)}")
        elif (name := told["id"].strip()) or word or corrections:
            texts = tuple((tag, cells[place]) for place, tag in shown.items())
            yield Answer(number, name, _WORDS.get(word.casefold(), ""), corrections, told.get("note", "").strip(), texts)


def _corrected_language(heading: str) -> str | None:
    tag, _, rest = heading.partition(" ")
    return language_of(tag) if rest == _CORRECTED else None
