"""`tilmash check`: the issues of the stored units, most doubtful units first."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Generic, TypedDict, TypeVar

import click

from alignments.units import Severity
from cli.databases import opened_memory
from cli.output import form_of, open_output
from cli.talk import counted, progress, say

if TYPE_CHECKING:
    from alignments.examination import Examined, Judgement
    from alignments.store import Store
    from alignments.units import Dismissal, Issue, TermEntry, TranslationUnit

WORTH_SHARING, MOST_PROCESSES = 10_000, 4
"""So many units are checked on several processors, and on so many at most: beyond, reading the memory is the slow part."""

ENDINGS = {".txt": "text", ".jsonl": "jsonl", ".html": "html"}
"""Endings of files and the form each is written in, the one for the terminal first."""

PARAGRAPHS = 500
"""Units that are fetched at once to be shown."""

Item = TypeVar("Item")

SEVERITIES = tuple(severity.value for severity in reversed(Severity))
"""The gravest last."""


class CheckNames(click.ParamType[tuple[str, ...]]):
    """Ids of checks, separated by commas."""

    name = "CHECK,…"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The ids in the order given, or wrong use."""
        from alignments.checks import chosen_checks  # noqa: PLC0415 - numpy and numba are loaded by the commands that need them
        from alignments.errors import AlignmentsError  # noqa: PLC0415 - as above

        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in str(value).split(",") if name.strip())
        try:
            chosen_checks(names)
        except AlignmentsError as error:
            self.fail(str(error), param, ctx)
        return names


class Streamed(Generic[Item]):
    """What a store gives, streamed anew each time it is gone through."""

    def __init__(self, stream: Callable[[], Iterable[Item]], length: int | None = None) -> None:
        self._stream, self._length = stream, length

    def __iter__(self) -> Iterator[Item]:
        return progress(self._stream(), "checking", self._length)


@click.command("check", epilog="Example: tilmash check --skip brackets --fail-on error")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(ENDINGS.values())),
    help="Otherwise the ending of the file says it; text by default. html is a report with pictures.",
)
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Exit with 3 when there is an issue this severe or worse.")
@click.option("--only", type=CheckNames(), default=(), help="Run these checks only, such as numbers,lengths.")
@click.option("--skip", type=CheckNames(), default=(), help="Leave these checks out.")
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    help="Show issues from this severity up; text without --only: warning, otherwise info.",
)
@click.option("--limit", type=click.IntRange(1), help="Show this many units at most, the most doubtful ones.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help=f"File to write ({', '.join(ENDINGS)}); stdout by default.")
def command(  # noqa: PLR0913, PLR0917 - a parameter an option
    form: str | None,
    fail_on: str | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    severity: str | None,
    limit: int | None,
    output: str | None,
) -> None:
    """List the units to doubt and say why: what is probably no translation, then errors, then warnings, each by doubt.

    Doubt is the chance that a unit pairs the wrong texts; one wrong number in a right pair is an issue and hardly a doubt.

    A false alarm is put aside for good with `tilmash dismiss`.
    """
    chosen = form_of(output, form, ENDINGS)
    if chosen == "html" and severity:
        raise click.UsageError(
            "--severity is for text and jsonl; the report counts all issues and shows the units with errors and warnings"
        )
    with opened_memory() as memory, memory.store.snapshot():
        how = _how(memory.store, only, skip)
        if chosen == "html":
            failed = _write_report(memory.store, how, fail_on, limit, output)
        else:
            shown = Severity(severity) if severity else Severity.INFO if only or chosen != "text" else Severity.WARNING
            failed = _write_issues(chosen, memory.store, _Issues(_judged(memory.store, how), shown, fail_on, only), limit, output)
    if failed:
        raise click.exceptions.Exit(3)


class How(TypedDict):
    """How units are checked: the arguments of `judge` and `examine`."""

    terms: "tuple[TermEntry, ...]"
    only: tuple[str, ...]
    skip: tuple[str, ...]
    dismissals: "tuple[Dismissal, ...]"
    processes: int


def _how(store: "Store", only: tuple[str, ...], skip: tuple[str, ...]) -> How:
    processes = 1 if store.count() < WORTH_SHARING else min(os.cpu_count() or 1, MOST_PROCESSES)
    return How(terms=store.terms(), only=only, skip=skip, dismissals=store.dismissals(), processes=processes)


def _judged(store: "Store", how: How) -> "Iterator[Judgement]":
    from alignments.examination import judge  # noqa: PLC0415 - as above

    return judge(Streamed(store.columns), **how)


class _Issues:
    """What is shown of judged units, by need, and how many there were.

    These are those with issues severe enough, and those probably wrong unless only some checks were asked for.
    """

    def __init__(self, judged: "Iterable[Judgement]", shown: Severity, fail_on: str | None, only: Sequence[str]) -> None:
        self.units: list[tuple[Judgement, list[Issue]]] = []
        self.seen, self.failed = 0, False
        for self.seen, one in enumerate(judged, start=1):
            self.failed |= fails(one, fail_on)
            issues = [issue for issue in one.issues if _reaches(issue, shown)]
            if issues or (not only and one.needs_look(shown)):
                self.units.append((one, issues))
        self.units.sort(key=lambda pair: pair[0].need, reverse=True)


def fails(one: "Judgement", fail_on: str | None) -> bool:
    """True when the unit has an issue for which the command is to fail."""
    return bool(fail_on) and any(_reaches(issue, str(fail_on)) for issue in one.issues)


def _reaches(issue: "Issue", severity: str) -> bool:
    return SEVERITIES.index(issue.severity.value) >= SEVERITIES.index(severity)


def _write_issues(form: str, store: "Store", found: _Issues, limit: int | None, output: str | None) -> bool:
    with open_output(output) as stream:
        told = found.units[:limit]
        for start in range(0, len(told), PARAGRAPHS):
            part = told[start : start + PARAGRAPHS]
            units = _units(store, [one.unit for one, _ in part]) if form == "text" else {}
            for one, issues in part:
                stream.writelines(_lines(one, issues) if form == "jsonl" else _paragraph(units[one.unit], one.doubt, issues))
    if form == "text":
        shown = min(len(found.units), limit or len(found.units))
        say(f"{counted(found.seen, 'unit')} checked, {len(found.units):,} to look at" + (f", {shown:,} shown" if limit else ""))
        if shown:
            say("first what is probably no translation (doubt of 50 % or more), then errors, then warnings, each by doubt")
            say("for a false alarm: tilmash dismiss UNIT CHECK")
    return found.failed


def _units(store: "Store", names: Sequence[str]) -> "dict[str, TranslationUnit]":
    """Units by id."""
    from alignments.selection import Selection  # noqa: PLC0415 - as above

    return {unit.id: unit for unit in store.units(Selection(ids=tuple(names)))}


def _lines(one: "Judgement", issues: "list[Issue]") -> Iterator[str]:
    """One JSON object an issue."""
    for issue in issues:
        fields = {
            "unit": issue.unit,
            "check": issue.check,
            "severity": issue.severity.value,
            "message": issue.message,
            "language": issue.language,
            "start": issue.start,
            "stop": issue.stop,
            **({"counterparts": [asdict(span) for span in issue.counterparts]} if issue.counterparts else {}),
            "doubt": round(one.doubt, 4),
        }
        yield json.dumps(fields, ensure_ascii=False) + "\n"


def _paragraph(unit: "TranslationUnit", doubt: float, issues: "list[Issue]") -> Iterator[str]:
    """A unit for people: how doubtful, where it stands, its texts, and each issue in a sentence."""
    from alignments.examination import NO_REASON  # noqa: PLC0415 - as above

    titles = dict.fromkeys(variant.document for variant in unit.variants if variant.document)
    yield f"doubt {doubt:.0%}  {unit.id}  {' | '.join(titles) or unit.provenance.source}\n"
    for variant in unit.variants:
        yield f"    {variant.language}  {variant.text}\n"
    for issue in issues:
        yield f"  {issue.severity.value:>9}  {issue.check}: {issue.message}\n"
    if not issues:
        yield f"             {NO_REASON}\n"
    yield "\n"


def _write_report(store: "Store", how: How, fail_on: str | None, limit: int | None, output: str | None) -> bool:
    from alignments.checks import CHECKS  # noqa: PLC0415 - as above
    from alignments.examination import examine  # noqa: PLC0415 - as above
    from alignments.report import write_report  # noqa: PLC0415 - as above

    failed = False

    def watched() -> "Iterator[Examined]":
        nonlocal failed
        for one in examine(Streamed(store.units, store.count()), **how):
            failed |= fails(one.judgement, fail_on)
            yield one

    with open_output(output) as stream:
        write_report(watched(), stream, {name: check.name for name, check in CHECKS.items()}, worst=limit or 60)
    if output not in {None, "-"}:
        say(f"report written to {output}; open it in a browser")
    return failed
