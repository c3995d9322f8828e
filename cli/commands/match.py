"""`tilmash match`: a sentence looked up in the memory."""

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from cli.databases import opened_memory
from cli.languages import LANGUAGE, to_another_language
from cli.output import json_line
from cli.talk import say
from cli.terminal_tables import print_table

if TYPE_CHECKING:
    from alignments.matching.matches import MatchRequest
    from alignments.units import Match


class Options(TypedDict):
    """The options of one call."""

    text: str
    language: str
    target: str
    least: float
    limit: int
    before: str
    after: str
    penalty: tuple[tuple[str, float], ...]
    explain: bool
    as_json: bool


@click.command(
    "match",
    epilog="Example: tilmash match 'Осы бұйрық жарияланған күнінен бастап қолданысқа енгізіледі.' --from kk --to ru --explain",
)
@click.argument("text")
@click.option("--from", "language", type=LANGUAGE, required=True, is_eager=True, help="Language of TEXT.")
@click.option("--to", "target", type=LANGUAGE, required=True, callback=to_another_language, help="Language of the translation.")
@click.option("--min", "least", type=click.FloatRange(30, 100), default=70, show_default=True, help="Least similarity, per cent.")
@click.option("--limit", type=click.IntRange(min=1), default=5, show_default=True, help="Matches to show.")
@click.option("--before", default="", metavar="TEXT", help="The sentence before: agreeing neighbours make a context match.")
@click.option("--after", default="", metavar="TEXT", help="The sentence after.")
@click.option(
    "--penalty",
    type=(str, click.FloatRange(0, 100)),
    multiple=True,
    metavar="SOURCE PERCENT",
    help="Take so much off what comes from SOURCE.",
)
@click.option("--explain", is_flag=True, help="Mark the differences and say what was taken off.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def command(**options: Unpack[Options]) -> None:
    """Look TEXT up in the memory: context (101 %), exact (100 %) and fuzzy matches.

    The similarity is the share of letters that need not be touched: 1 − edits / letters of the longer text. Where only
    numbers differ they are put into the translation, and that is said.
    """
    from alignments.matching.matches import best_matches  # noqa: PLC0415 - nothing of the memory is loaded for help

    with opened_memory() as memory:
        found = best_matches(memory.store, _request(options))
    if options["as_json"]:
        json_line([_fields(match) for match in found])
    elif not found:
        say(f"nothing in the memory is {options['least']:g} % similar or more; try a lower --min")
    for match in () if options["as_json"] else found:
        _print(match, options)


def _request(options: Options) -> "MatchRequest":
    from alignments.matching.matches import MatchRequest  # noqa: PLC0415 - as above

    return MatchRequest(
        text=options["text"],
        language=options["language"],
        target=options["target"],
        least=options["least"] / 100,
        limit=options["limit"],
        before=options["before"],
        after=options["after"],
        penalties={source: percent / 100 for source, percent in options["penalty"]},
    )


def _fields(match: "Match") -> dict[str, object]:
    return {
        "similarity": match.similarity,
        "kind": match.kind,
        "source": match.source,
        "target": match.target,
        "unit": match.unit,
        "document": match.document,
        "repeats": match.repeats,
        "penalties": dict(match.penalties),
        "substituted": [list(pair) for pair in match.substituted],
    }


def percent(match: "Match") -> str:
    """The similarity as translators say it: a context match is 101 %; nothing but an equal text is 100 %."""
    if match.kind == "context" and match.similarity == 1:
        return "101 %"
    return f"{int(match.similarity * 100)} %"


def _print(match: "Match", options: Options) -> None:
    from alignments.matching.differences import marked  # noqa: PLC0415 - as above

    shown = marked(" ".join(options["text"].split()), " ".join(match.source.split())) if options["explain"] else match.source
    rows = [(options["language"], shown), (options["target"], match.target)]
    print_table((percent(match), _about(match)), rows)
    for old, new in match.substituted:
        click.echo(f"  number put in: {old} → {new}")
    for reason, cost in match.penalties if options["explain"] else ():
        click.echo(f"  {reason}: −{cost:.0%}")
    click.echo()


def _about(match: "Match") -> str:
    repeats = f", {match.repeats} times" if match.repeats > 1 else ""
    return f"{match.kind}{repeats}, {match.document or 'no document'}, unit {match.unit}"
