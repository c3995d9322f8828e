"""`tilmash lint`: what is wrong in an exchange file, before another tool finds out."""

from dataclasses import asdict
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from alignments.formats import FORMATS, format_of
from alignments.units import Severity
from cli.input import watched_input
from cli.talk import say

if TYPE_CHECKING:
    from alignments.exchange.linting import Verdict
    from alignments.formats.tmx.rules import Finding


class Wishes(TypedDict):
    """The options that say what is shown, and when it is a failure."""

    severity: str
    limit: int
    as_json: bool
    fail_on: str | None


SEVERITIES = tuple(severity.value for severity in Severity)
"""The gravest first."""


@click.command("lint", epilog="Example: tilmash lint memory.tmx --fail-on error")
@click.argument("path", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--format", "form", type=click.Choice([name for name, form in FORMATS.items() if form.is_read]))
@click.option("--encoding", help="Encoding, if the file does not say the right one.")
@click.option("--severity", type=click.Choice(SEVERITIES), default="info", help="Leave out what matters less.")
@click.option("--limit", type=click.IntRange(1), default=1000, help="Show at most so many findings.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a finding.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Exit with 3 when something of this weight or more is found.")
def command(path: str, form: str | None, encoding: str | None, **wishes: Unpack[Wishes]) -> None:
    """Say what is wrong in FILE: each finding with its line, its unit and what other tools make of it."""
    from alignments.exchange.linting import Verdict, lint  # noqa: PLC0415 - nothing is loaded for help
    from alignments.files.options import ReadOptions  # noqa: PLC0415 - as above

    verdict = Verdict()
    options = ReadOptions(path.rpartition("/")[2], encoding=encoding)
    shown = SEVERITIES[: SEVERITIES.index(wishes["severity"]) + 1]
    with watched_input(path) as stream:
        kept = (one for one in lint(stream, form or format_of(path), options, verdict) if one.severity in shown)
        for number, finding in enumerate(kept):
            if number < wishes["limit"]:
                _print(finding, as_json=wishes["as_json"])
    _conclude(verdict, wishes["fail_on"])


def _print(finding: "Finding", *, as_json: bool) -> None:
    from cli.output import json_line  # noqa: PLC0415 - as above

    if as_json:
        json_line(asdict(finding))
        return
    places = [f"line {finding.line}" if finding.line else "", f"unit {finding.unit}" if finding.unit else ""]
    where = ", ".join(filter(None, places)) or "file"
    click.echo(f"{finding.severity}: {where}: {finding.message} [{finding.rule}]")


def _conclude(verdict: "Verdict", fail_on: str | None) -> None:
    counts = {str(severity): count for severity, count in verdict.counts.items()}
    told = ", ".join(f"{counts[severity]:,} × {severity}" for severity in SEVERITIES if severity in counts)
    say(told or "nothing found")
    if fail_on and any(severity in counts for severity in SEVERITIES[: SEVERITIES.index(fail_on) + 1]):
        raise click.exceptions.Exit(3)
