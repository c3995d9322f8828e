"""`tilmash show`: aligned units side by side."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.languages import LANGUAGES
from cli.output import json_line
from cli.talk import say
from cli.terminal_tables import GAP, row_lines, terminal_width

if TYPE_CHECKING:
    from alignments.units import TranslationUnit


@click.command("show", epilog="Example: tilmash show --group order --limit 10")
@click.option("--group", default="", help="Only units of this group of documents or imported file.")
@click.option("--languages", "-l", type=LANGUAGES, default=(), help="The columns; all languages of the memory by default.")
@click.option("--min-probability", type=click.FloatRange(0, 1), metavar="P", help="Leave out what is less sure.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many units.")
@click.option("--skip", type=click.IntRange(0), default=0, help="How many units to pass over first.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, as `export jsonl` writes them.")
def command(  # noqa: PLR0913 - a parameter an option
    *, group: str, languages: Sequence[str], min_probability: float | None, limit: int, skip: int, as_json: bool
) -> None:
    """Show units side by side in the order of their documents, each with its id and its probability.

    A unit with an empty column has no translation there: it was left out, or merged elsewhere.
    """
    from alignments.selection import Selection  # noqa: PLC0415 - SQLAlchemy comes with it
    from corpus.languages import working_first  # noqa: PLC0415 - as above

    with opened_memory() as memory:
        memory.store.index.require(languages)
        memory.store.require(source=group)
        columns = tuple(languages) or working_first(memory.store.index.languages())
        chosen = Selection(languages=columns, source=group, min_probability=min_probability)
        units = list(islice(memory.store.units(chosen), skip, skip + limit))
        total = memory.store.count(chosen)
    if as_json:
        _print_objects(units)
    else:
        _print_columns(units, columns)
    say(f"units {skip + 1:,}–{skip + len(units):,} of {total:,}" if units else f"none of {total:,} units of this kind")


def _print_objects(units: Sequence["TranslationUnit"]) -> None:
    from alignments.files.options import WriteOptions  # noqa: PLC0415 - as above
    from alignments.formats.jsonl import as_object  # noqa: PLC0415 - as above

    for unit in units:
        json_line(as_object(unit, WriteOptions()))


def _print_columns(units: Sequence["TranslationUnit"], languages: Sequence[str]) -> None:
    for line in _lines(units, languages):
        click.echo(line)


def _lines(units: Sequence["TranslationUnit"], languages: Sequence[str]) -> Iterator[str]:
    """The languages once, then every unit: a line that says which it is, and its texts beside each other."""
    used = [language for language in languages if any(unit.variant(language) for unit in units)]
    if not used:
        return
    widths = [(terminal_width() + len(GAP)) // len(used) - len(GAP)] * len(used)
    yield from row_lines(used, widths)
    for unit in units:
        yield ""
        yield click.style(f"unit {unit.id}{_chance(unit)}", dim=True)
        variants = [unit.variant(language) for language in used]
        yield from row_lines([" ".join(variant.text.split()) if variant else "" for variant in variants], widths)


def _chance(unit: "TranslationUnit") -> str:
    """How sure the aligner is, in words where a unit of one language could be taken for a sure translation."""
    if unit.probability is None:
        return ""
    meaning = "" if len(unit.variants) > 1 else " sure that nothing translates it"
    return f", {unit.probability:.0%}{meaning}".replace("%", " %")
