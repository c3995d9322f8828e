"""`tilmash show`: aligned units side by side."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from cli.databases import opened_memory
from cli.languages import LANGUAGES
from cli.output import form_of, open_output
from cli.talk import say
from cli.terminal_tables import GAP, row_lines, terminal_width

if TYPE_CHECKING:
    from alignments.units import TranslationUnit


SHOWN = 20
"""Units on a terminal."""

ENDINGS = {".txt": "text", ".jsonl": "jsonl", ".html": "html"}
"""Endings of files and the form each is written in, the one for the terminal first."""


class Wishes(TypedDict):
    """The options that say what is shown and where."""

    group: str
    languages: tuple[str, ...]
    min_probability: float | None
    limit: int | None
    page: int
    form: str | None
    as_json: bool
    output: str | None


@click.command("show", epilog="Examples: tilmash show --group order --limit 10; tilmash show --output page.html")
@click.option("--group", default="", help="Only units of this group of documents or imported file.")
@click.option("--languages", "-l", type=LANGUAGES, default=(), help="The columns; all languages of the memory by default.")
@click.option("--min-probability", type=click.FloatRange(0, 1), metavar="P", help="Leave out what is less sure.")
@click.option("--limit", type=click.IntRange(0), help=f"Units a page; 0 is all. {SHOWN} by default, all in html.")
@click.option("--page", type=click.IntRange(1), default=1, show_default=True, help="Which page.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(ENDINGS.values())),
    help="Otherwise the ending of FILE says it; text by default. html is a page to print.",
)
@click.option("--json", "as_json", is_flag=True, help="As --format jsonl: one JSON object a line, as `export jsonl` writes them.")
@click.option("--output", "-o", metavar="FILE", help=f"File to write ({', '.join(ENDINGS)}); stdout by default.")
def command(**wishes: Unpack[Wishes]) -> None:
    """Show units side by side in the order of their documents, each with its id and its probability.

    A unit with an empty column has no translation there: it was left out, or merged elsewhere.
    """
    from alignments.selection import Selection  # noqa: PLC0415 - SQLAlchemy comes with it
    from corpus.languages import working_first  # noqa: PLC0415 - as above

    form = "jsonl" if wishes["as_json"] else form_of(wishes["output"], wishes["form"], ENDINGS)
    limit = (0 if form == "html" else SHOWN) if wishes["limit"] is None else wishes["limit"]
    first = (wishes["page"] - 1) * limit
    with opened_memory() as memory:
        memory.store.index.require(wishes["languages"])
        memory.store.require(source=wishes["group"])
        columns = wishes["languages"] or working_first(memory.store.index.languages())
        chosen = Selection(languages=columns, source=wishes["group"], min_probability=wishes["min_probability"])
        total = memory.store.count(chosen)
        units = islice(memory.store.units(chosen), first, first + limit if limit else None)
        shown = min(total, first + limit) - first if limit else total
        told = _told(first, shown, total)
        with open_output(wishes["output"]) as stream:
            for part in _parts(form, units, columns, told):
                click.echo(part, file=stream)
    say(told + (f"; the next: --page {wishes['page'] + 1}" if shown > 0 and first + shown < total else ""))


def _told(first: int, shown: int, total: int) -> str:
    return f"units {first + 1:,}–{first + shown:,} of {total:,}" if shown > 0 else f"none of {total:,} units of this kind"


def _parts(form: str, units: Iterable["TranslationUnit"], languages: Sequence[str], about: str) -> Iterator[str]:
    if form == "html":
        from cli.side_by_side import html_page  # noqa: PLC0415 - one of three forms

        return html_page(units, languages, about)
    return _objects(units) if form == "jsonl" else _lines(list(units), languages)


def _objects(units: Iterable["TranslationUnit"]) -> Iterator[str]:
    from alignments.files.options import WriteOptions  # noqa: PLC0415 - as above
    from alignments.formats.jsonl import as_object  # noqa: PLC0415 - as above

    return (json.dumps(as_object(unit, WriteOptions()), ensure_ascii=False) for unit in units)


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
