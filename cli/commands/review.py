"""`tilmash review`: accept, reject, edit, split or merge units."""

import getpass
from heapq import nsmallest
from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.languages import LANGUAGE
from cli.output import json_line
from cli.talk import counted, say
from cli.terminal_tables import print_table

if TYPE_CHECKING:
    from alignments.memory import Memory
    from alignments.review import Reviewer
    from alignments.units import Decision, TranslationUnit

WHO = click.option("--who", default=getpass.getuser, show_default="your login", help="Whose decision it is.")
NOTE = click.option("--note", default="", help="Why.")


@click.group(
    "review",
    epilog="Examples: tilmash review next; tilmash review accept 3f2a…; tilmash review edit 3f2a… --language ru 'Текст.'",
)
def command() -> None:
    """Accept, reject, edit, split or merge units; every decision is kept at once with who and when."""


@command.command("next", epilog="Example: tilmash review next --limit 10")
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="How many units.")
@click.option(
    "--max-probability", type=click.FloatRange(0, 1), default=0.9, show_default=True, help="What is surer needs no look."
)
def following(limit: int, max_probability: float) -> None:
    """Show the unreviewed units to look at next, the least probable first; `tilmash check` also sees what the texts say."""
    from alignments.selection import Selection  # noqa: PLC0415 - nothing of the memory is loaded for help
    from alignments.units import Status  # noqa: PLC0415 - as above

    with opened_memory() as memory:
        doubtful = memory.store.units(Selection(statuses=(Status.UNREVIEWED,), max_probability=max_probability))
        chosen = nsmallest(limit, doubtful, key=lambda unit: unit.probability or 0)
    for unit in chosen:
        _show(unit)
    say(f"{counted(len(chosen), 'unit')} shown" if chosen else "nothing left to review under this probability")


@command.command("accept", epilog="Example: tilmash review accept 3f2a… 90bc…")
@click.argument("units", nargs=-1, required=True)
@WHO
@NOTE
def accept(units: tuple[str, ...], who: str, note: str) -> None:
    """Say that units are right."""
    with opened_memory() as memory:
        for name in units:
            _show(_reviewer(memory, who).accept(name, note))


@command.command("reject", epilog="Example: tilmash review reject 3f2a… --note 'another edition'")
@click.argument("units", nargs=-1, required=True)
@WHO
@NOTE
def reject(units: tuple[str, ...], who: str, note: str) -> None:
    """Say that units are wrong; they are no longer matched."""
    with opened_memory() as memory:
        for name in units:
            _show(_reviewer(memory, who).reject(name, note))


@command.command("edit", epilog="Example: tilmash review edit 3f2a… --language ru 'Исправленный текст.'")
@click.argument("unit")
@click.argument("text")
@click.option("--language", type=LANGUAGE, required=True, help="Language of TEXT.")
@WHO
@NOTE
def edit(unit: str, text: str, language: str, who: str, note: str) -> None:
    """Put TEXT in the place of a variant of UNIT, or where it has none in that language."""
    with opened_memory() as memory:
        _show(_reviewer(memory, who).edit(unit, language, text, note))


@command.command("split", epilog="Example: tilmash review split 3f2a… --at kk 'Тіркеу кітабы' --at ru 'Книга'")
@click.argument("unit")
@click.option(
    "--at",
    "cuts",
    type=(LANGUAGE, str),
    multiple=True,
    required=True,
    metavar="LANG TEXT",
    help="The text with which the second part begins, or a number of letters that the first part has.",
)
@WHO
@NOTE
def split(unit: str, cuts: tuple[tuple[str, str], ...], who: str, note: str) -> None:
    """Cut UNIT in two; a variant that no --at names stays in the first part."""
    with opened_memory() as memory:
        places = {language: int(place) if place.isdecimal() else place for language, place in cuts}
        for part in _reviewer(memory, who).split(unit, places, note):
            _show(part)


@command.command("merge", epilog="Example: tilmash review merge 3f2a… 90bc… --note 'one sentence'")
@click.argument("units", nargs=-1, required=True)
@WHO
@NOTE
def merge(units: tuple[str, ...], who: str, note: str) -> None:
    """Make one unit of several neighbours."""
    with opened_memory() as memory:
        _show(_reviewer(memory, who).merge(units, note))


@command.command("log", epilog="Example: tilmash review log 3f2a…")
@click.argument("unit", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def log(unit: str | None, *, as_json: bool) -> None:
    """Show the decisions on UNIT, or all, oldest first."""
    from alignments.review import note_for_people  # noqa: PLC0415 - nothing of the memory is loaded for help

    with opened_memory() as memory:
        decisions = memory.store.decisions(unit)
        if unit and not decisions:  # not a whole id; that of a unit which was split or merged away has to be whole
            decisions = memory.store.decisions(memory.store.unit(unit).id)
    if not decisions:
        say("no decisions yet")
        return
    if as_json:
        for one in decisions:
            json_line(_fields(one))
        return
    rows = [(f"{one.when:%Y-%m-%d %H:%M}", one.who, one.verdict, one.unit, note_for_people(one)) for one in decisions]
    print_table(("when (UTC)", "who", "verdict", "unit", "note"), rows)


def _fields(decision: "Decision") -> dict[str, object]:
    """A decision for machines: of one that changed texts also what they were, and the units that came of it."""
    from alignments.settled import change_of  # noqa: PLC0415 - nothing of the memory is loaded for help

    change = change_of(decision)
    told = {"unit": decision.unit, "verdict": decision.verdict, "who": decision.who, "when": decision.when.isoformat()}
    if change is None:
        return {**told, "note": decision.note}
    before = [{"language": language, "text": text} for language, text in change.before]
    return {**told, "note": change.note, "before": before, "became": change.became}


def _reviewer(memory: "Memory", who: str) -> "Reviewer":
    from alignments.review import Reviewer  # noqa: PLC0415 - nothing of the memory is loaded for help

    return Reviewer(memory, who)


def _show(unit: "TranslationUnit") -> None:
    sure = "" if unit.probability is None else f", {unit.probability:.0%}"
    print_table(("", f"unit {unit.id} · {unit.status.value}{sure}"), [(one.language, one.text) for one in unit.variants])
    click.echo()
