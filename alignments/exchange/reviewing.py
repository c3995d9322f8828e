"""The answers of a review workbook taken as decisions: all of them or none, each counted."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

from alignments.errors import AlignmentsError
from alignments.exchange.incoming import BATCH, TrialEndedError
from alignments.files.options import Report
from alignments.formats.review import Answer
from alignments.intake import Counts
from alignments.memory import Memory
from alignments.review import Reviewer
from alignments.units import Status, TranslationUnit

_STATUSES = {"accept": Status.ACCEPTED, "reject": Status.REJECTED}


def import_answers(memory: Memory, answers: Iterable[Answer], report: Report, who: str, *, is_trial: bool) -> Counts:
    """Take answers in as decisions of a person; an answer that changes nothing is skipped, one without its unit fails."""
    counts = Counts()
    reviewer = Reviewer(memory, who)
    with suppress(TrialEndedError), memory.transaction():
        for answer, unit in _with_units(memory, answers):
            for told in _passed_over(answer, unit):
                report.remark(f"row {answer.row}: {told}")
            if answer.is_empty:
                continue
            counts.read += 1
            try:
                changes = _decide(memory, reviewer, answer)
            except AlignmentsError as error:
                counts.failed += 1
                counts.failures.append(f"row {answer.row}: {error}")
                continue
            counts.updated += bool(changes)
            counts.skipped += not changes
        if is_trial:
            raise TrialEndedError
    if not counts.read and not report.failed:
        report.remark("no row has a verdict or a corrected text; write into these columns and save the workbook")
    counts.read += report.failed
    counts.failed += report.failed
    counts.failures = [*report.failures, *counts.failures]
    return counts


def _with_units(memory: Memory, answers: Iterable[Answer]) -> Iterator[tuple[Answer, TranslationUnit | None]]:
    """Every row with the unit it shows, many read together, for most rows of a workbook are not answered; None for no unit."""
    incoming = iter(answers)
    while batch := list(islice(incoming, BATCH)):
        stored = memory.store.stored_among([answer.unit for answer in batch])
        yield from ((answer, stored.get(answer.unit)) for answer in batch)


def _passed_over(answer: Answer, unit: TranslationUnit | None) -> Iterator[str]:
    """What a reviewer seems to have written where it is not looked for: over the text itself, or a note alone."""
    if unit is None:
        return
    corrected = dict(answer.corrections)
    for language, text in answer.texts:
        variant = unit.variant(language)
        if language not in corrected and _letters(text) != _letters(variant.text if variant else ""):
            yield f"the text under {language} is not that of the memory; a correction belongs under `{language} corrected`"
    if answer.note and answer.is_empty:
        yield "a note alone is not kept; choose a verdict beside it"


def _letters(text: str) -> str:
    """The text without what a workbook may lose: spaces at the ends, kinds of line ends, control characters."""
    return "".join(letter for letter in text if letter.isprintable() and not letter.isspace())


def _decide(memory: Memory, reviewer: Reviewer, answer: Answer) -> int:
    """Keep what the answer says; how many decisions that made."""
    made = 0
    unit = memory.store.unit(answer.unit)
    for language, text in answer.corrections:
        variant = unit.variant(language)
        if variant is None or variant.text != text:
            unit = reviewer.edit(unit.id, language, text, answer.note)
            made += 1
    if answer.verdict and unit.status is not _STATUSES[answer.verdict]:
        (reviewer.accept if answer.verdict == "accept" else reviewer.reject)(unit.id, answer.note)
        made += 1
    return made
