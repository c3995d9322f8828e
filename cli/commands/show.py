"""`tilmash show`: aligned units side by side."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import click

from cli.options import LANGUAGES, opened_memory
from cli.output import print_table, say

if TYPE_CHECKING:
    from alignments.units import TranslationUnit


@click.command("show", epilog="Example: tilmash show --source order --limit 10")
@click.option("--source", default="", metavar="GROUP", help="Only units of this group of documents or imported file.")
@click.option("--languages", type=LANGUAGES, default=("kk", "ru", "en"), show_default="kk,ru,en", help="The columns.")
@click.option("--min-probability", type=click.FloatRange(0, 1), metavar="P", help="Leave out what is less sure.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many units.")
@click.option("--skip", type=click.IntRange(0), default=0, help="How many units to pass over first.")
def command(*, source: str, languages: Sequence[str], min_probability: float | None, limit: int, skip: int) -> None:
    """Show units side by side in the order of their documents, each with its probability.

    A unit with an empty column has no translation there: it was left out, or merged elsewhere.
    """
    from alignments.selection import Selection  # noqa: PLC0415 - SQLAlchemy comes with it

    chosen = Selection(languages=tuple(languages), source=source, min_probability=min_probability)
    with opened_memory() as memory:
        units = list(islice(memory.store.units(chosen), skip, skip + limit))
        total = memory.store.count(chosen)
    if units:
        print_table(("%", *languages), _rows(units, languages))
        say(f"units {skip + 1}–{skip + len(units)} of {total:,}")
    else:
        say("no units yet; `tilmash align` makes them from documents, `tilmash import` reads them from a file")


def _rows(units: Sequence["TranslationUnit"], languages: Sequence[str]) -> Iterator[tuple[object, ...]]:
    for unit in units:
        variants = [unit.variant(language) for language in languages]
        chance = "" if unit.probability is None else f"{unit.probability:.0%}".rstrip("%")
        yield chance, *(variant.text if variant else "" for variant in variants)
        yield ("",) * (1 + len(languages))
