"""`tilmash check`: the issues of the stored units, most doubtful units first."""

import json
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from cli.options import form_of, opened_memory
from cli.output import open_output, progress, say

if TYPE_CHECKING:
    from alignments.checks import Examined
    from alignments.memory import Memory
    from alignments.store import Store
    from alignments.units import Issue, TranslationUnit

WORTH_SHARING, MOST_PROCESSES = 10_000, 4
"""So many units are checked on several processors, and on so many at most: beyond, reading the memory is the slow part."""

ENDINGS = {".txt": "text", ".jsonl": "jsonl", ".html": "html"}
"""Endings of files and the form each is written in, the one for the terminal first."""

SEVERITIES = ("info", "warning", "error")


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


class StoredUnits:
    """The units of a store, streamed anew each time they are gone through."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._count = store.count()

    def __iter__(self) -> "Iterator[TranslationUnit]":
        return progress(self._store.units(), "checking", self._count)


@click.command("check", epilog="Example: tilmash check --skip brackets --fail-on error")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(ENDINGS.values())),
    help="Instead of the one FILE's ending names: text; html: report with pictures.",
)
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Exit with 3 when there is an issue this severe or worse.")
@click.option("--only", type=CheckNames(), default=(), help="Run these checks only, such as numbers,lengths.")
@click.option("--skip", type=CheckNames(), default=(), help="Leave these checks out.")
@click.option(
    "--severity", type=click.Choice(SEVERITIES), help="Show issues from this severity up (text: warning, others: info)."
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

    Doubt is the chance that the texts of a unit do not translate each other in full.

    An issue that is none is put aside for good with `tilmash dismiss`.
    """
    chosen = form_of(output, form, ENDINGS)
    if chosen == "html" and severity:
        raise click.UsageError("--severity chooses issues of the text and jsonl forms; the report shows and counts them all")
    with opened_memory() as memory:
        examined = _examined(memory, only, skip)
        if chosen == "html":
            failed = _write_report(examined, fail_on, limit, output)
        else:
            shown = severity or ("warning" if chosen == "text" else "info")
            failed = _write_issues(chosen, _Issues(examined, shown, fail_on), limit, output)
    if failed:
        raise click.exceptions.Exit(3)


def _examined(memory: "Memory", only: tuple[str, ...], skip: tuple[str, ...]) -> "Iterator[Examined]":
    from alignments.checks import examine  # noqa: PLC0415 - as above

    store = memory.store
    processes = 1 if store.count() < WORTH_SHARING else min(os.cpu_count() or 1, MOST_PROCESSES)
    terms, dismissals = store.terms(), store.dismissals()
    return examine(StoredUnits(store), terms=terms, only=only, skip=skip, dismissals=dismissals, processes=processes)


class _Issues:
    """What is shown of examined units: those with issues severe enough, in order of need, and how many there were."""

    def __init__(self, examined: "Iterable[Examined]", shown: str, fail_on: str | None) -> None:
        self.units: list[tuple[Examined, list[Issue]]] = []
        self.seen, self.failed = 0, False
        for self.seen, one in enumerate(examined, start=1):
            self.failed |= fails(one, fail_on)
            if issues := [issue for issue in one.issues if _reaches(issue, shown)]:
                self.units.append((one, issues))
        self.units.sort(key=lambda pair: pair[0].need, reverse=True)


def fails(one: "Examined", fail_on: str | None) -> bool:
    """True when the unit has an issue for which the command is to fail."""
    return bool(fail_on) and any(_reaches(issue, str(fail_on)) for issue in one.issues)


def _reaches(issue: "Issue", severity: str) -> bool:
    return SEVERITIES.index(issue.severity.value) >= SEVERITIES.index(severity)


def _write_issues(form: str, found: _Issues, limit: int | None, output: str | None) -> bool:
    with open_output(output) as stream:
        for one, issues in islice(found.units, limit):
            stream.writelines(_lines(one, issues) if form == "jsonl" else _paragraph(one, issues))
    if form == "text":
        shown = min(len(found.units), limit or len(found.units))
        say(f"{found.seen:,} units checked, {len(found.units):,} to look at" + (f", {shown:,} shown" if limit else ""))
        if shown:
            say("first what is probably no translation (doubt of 50 % or more), then errors, then warnings, each by doubt")
            say("what is no issue: tilmash dismiss UNIT CHECK")
    return found.failed


def _lines(one: "Examined", issues: "list[Issue]") -> Iterator[str]:
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
            "doubt": round(one.doubt, 4),
        }
        yield json.dumps(fields, ensure_ascii=False) + "\n"


def _paragraph(one: "Examined", issues: "list[Issue]") -> Iterator[str]:
    """A unit for people: how doubtful, where it stands, its texts, and each issue in a sentence."""
    titles = dict.fromkeys(variant.document for variant in one.unit.variants if variant.document)
    yield f"doubt {one.doubt:.0%}  {one.unit.id}  {' | '.join(titles) or one.unit.provenance.source}\n"
    for variant in one.unit.variants:
        yield f"    {variant.language}  {variant.text}\n"
    for issue in issues:
        yield f"  {issue.severity.value:>9}  {issue.check}: {issue.message}\n"
    yield "\n"


def _write_report(examined: "Iterable[Examined]", fail_on: str | None, limit: int | None, output: str | None) -> bool:
    from alignments.checks import CHECKS  # noqa: PLC0415 - as above
    from alignments.report import write_report  # noqa: PLC0415 - as above

    failed = False

    def watched() -> "Iterator[Examined]":
        nonlocal failed
        for one in examined:
            failed |= fails(one, fail_on)
            yield one

    with open_output(output) as stream:
        write_report(watched(), stream, {name: check.name for name, check in CHECKS.items()}, worst=limit or 60)
    return failed
