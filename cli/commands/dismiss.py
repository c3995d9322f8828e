"""`tilmash dismiss`: an issue marked as a false alarm, so that it is not raised again."""

from getpass import getuser
from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.languages import LANGUAGE
from cli.output import json_line
from cli.talk import say
from cli.terminal_tables import print_table

if TYPE_CHECKING:
    from alignments.store import Store


LOOKED_THROUGH = 20_000
"""Units of a memory up to which is looked whether there is such an issue: about a second."""


@click.command("dismiss", epilog="Example: tilmash dismiss 3f2a9c0d11e4b7aa numbers --note 'feet turned into metres'")
@click.argument("unit", required=False)
@click.argument("check", required=False)
@click.option("--language", type=LANGUAGE, help="Dismiss the issue in this language only.")
@click.option("--note", default="", help="Why it is a false alarm.")
@click.option("--who", default=getuser, show_default="your login", help="Who says so.")
@click.option("--list", "listing", is_flag=True, help="List what was dismissed, with who, when and why.")
@click.option("--json", "as_json", is_flag=True, help="With --list: one JSON object a line.")
def command(  # noqa: PLR0913 - a parameter an option
    unit: str | None, check: str | None, language: str | None, note: str, who: str, *, listing: bool, as_json: bool
) -> None:
    """Mark an issue of CHECK in UNIT as a false alarm; `tilmash check` will not raise it again."""
    if listing:
        _list(as_json=as_json)
        return
    if not unit or not check:
        raise click.UsageError("name the unit and the check, as `tilmash check` shows them; or --list")
    from alignments.checks import chosen_checks  # noqa: PLC0415 - numpy and numba are loaded by the commands that need them
    from alignments.errors import AlignmentsError  # noqa: PLC0415 - as above

    try:
        chosen_checks([check])
    except AlignmentsError as error:
        raise click.BadParameter(str(error), param_hint="CHECK") from error
    with opened_memory() as memory:
        name = memory.store.unit(unit).id
        _require_issue(memory.store, name, check, language)
        memory.store.dismiss(name, check, who, language=language or "", note=note)
    say(f"{name}: {check} dismissed" + (f" in {language}" if language else ""))


def _require_issue(store: "Store", unit: str, check: str, language: str | None) -> None:
    """Raise AlignmentsError unless there is such an issue to dismiss; what is usual in a large memory takes long to learn."""
    from alignments.errors import AlignmentsError  # noqa: PLC0415 - as above
    from alignments.examination import judge  # noqa: PLC0415 - as above

    if store.count() > LOOKED_THROUGH:
        return
    judgement = next(one for one in judge(store.columns(), terms=store.terms(), only=[check]) if one.unit == unit)
    languages = {issue.language for issue in judgement.issues}
    if not languages:
        raise AlignmentsError(f"unit {unit}: {check} has found nothing there, so nothing is dismissed; see `tilmash check`")
    if language and language not in languages:
        raise AlignmentsError(f"unit {unit}: {check} has found something in {', '.join(sorted(languages))}, not in {language}")


def _list(*, as_json: bool) -> None:
    with opened_memory() as memory:
        dismissals = memory.store.dismissals()
    rows = [(one.unit, one.check, one.language, one.who, one.when.isoformat(), one.note) for one in dismissals]
    names = ("unit", "check", "language", "who", "when", "note")
    if as_json:
        for row in rows:
            json_line(dict(zip(names, row, strict=True)))
    else:
        print_table(names, rows)
