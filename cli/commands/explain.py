"""`tilmash explain`: why segments were paired, or why a text was cut as it was."""

from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.languages import LANGUAGE
from cli.terminal_tables import print_table

if TYPE_CHECKING:
    from alignments.memory import Memory

CONTEXT = 24
"""How many letters of the text are shown on either side of a place."""


@click.command("explain", epilog="Examples: tilmash explain 3f2a9c0d1e4b5a67; tilmash explain --cuts 'Ол 1995 ж. туған. Оқыды.'")
@click.argument("unit", required=False, metavar="[UNIT]")
@click.option("--cuts", "text", metavar="TEXT", help="Explain where this paragraph is cut into sentences, and where not.")
@click.option("--language", type=LANGUAGE, help="The language of TEXT; recognised when not given.")
def command(unit: str | None, text: str | None, language: str | None) -> None:
    """Say why the segments of UNIT (an id) were paired, or with --cuts why a text was cut as it was."""
    if (unit is None) == (text is None):
        raise click.UsageError("give a unit's id, or --cuts TEXT")
    if text is not None:
        _explain_cuts(text, language)
    else:
        with opened_memory() as memory:
            _explain_unit(memory, str(unit))


def _explain_cuts(text: str, language: str | None) -> None:
    """Every place where a sentence might end, what was decided there, and the rule that decided."""
    from corpus.recognition.language_id import recognise  # noqa: PLC0415 - needs ICU
    from corpus.segmentation import decisions  # noqa: PLC0415 - as above

    spoken = language or recognise(text)
    rows = [(_place(text, one.offset), "cut" if one.breaks else "no cut", one.rule) for one in decisions(text, spoken)]
    click.echo(f"language: {spoken}")
    print_table(("place", "decision", "rule"), rows)


def _place(text: str, offset: int) -> str:
    return f"…{text[max(0, offset - CONTEXT) : offset]}¦{text[offset : offset + CONTEXT]}…"


def _explain_unit(memory: "Memory", name: str) -> None:
    from alignments.pairing.explaining import explain_unit  # noqa: PLC0415 - needs the aligner

    explanation = explain_unit(memory, name)
    for line in explanation.origin:
        click.echo(line)
    click.echo()
    if explanation.evidence:
        print_table(("evidence", "sides", "speaks", "what"), explanation.evidence)
    else:
        click.echo("it has one text only: nothing was found that translates it")
