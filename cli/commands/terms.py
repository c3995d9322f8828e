"""`tilmash terms`: bilingual terms of the whole memory."""

import json
from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.languages import LANGUAGE, to_another_language
from cli.output import form_of, open_output
from cli.talk import say

if TYPE_CHECKING:
    from alignments.units import TermEntry

ENDINGS = {".tsv": "tsv", ".tab": "tsv", ".txt": "tsv"}


@click.group("terms", epilog="Example: tilmash terms extract --from kk --to ru --output terms.tsv")
def command() -> None:
    """Propose bilingual terms from the whole memory, or list the entries."""


@command.command("extract", epilog="Example: tilmash terms extract --from kk --to ru --output terms.tsv")
@click.option("--from", "language", type=LANGUAGE, required=True, is_eager=True, help="Language of the first column.")
@click.option("--to", "target", type=LANGUAGE, required=True, callback=to_another_language, help="Language of the second column.")
@click.option("--min-count", type=click.IntRange(min=1), default=3, show_default=True, help="Units a pair must stand in.")
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True, help="Pairs to propose.")
@click.option("--output", "-o", metavar="FILE", help="Table to write; stdout by default.")
def extract(language: str, target: str, *, min_count: int, limit: int, output: str | None) -> None:
    """Propose pairs of terms that translate each other in both directions, the most frequent first."""
    from alignments.terms.extraction import extract_terms  # noqa: PLC0415 - nothing of the memory is loaded for help

    form_of(output, None, ENDINGS)
    count = 0
    with opened_memory() as memory, open_output(output) as stream:
        memory.store.index.require((language, target))
        click.echo(f"{language}\t{target}\tscore\tunits\texamples", file=stream)
        for one in extract_terms(memory.store, language, target, least_count=min_count, limit=limit):
            found = one.translation
            cells = (one.term, found.text, f"{found.score:.2f}", str(found.count), " ".join(found.examples))
            click.echo("\t".join(cells), file=stream)
            count += 1
    table = output or "TABLE"
    say(f"{count} pairs; read them, delete the wrong ones, then `tilmash import {table} --format terms`")


@command.command("list", epilog="Example: tilmash terms list")
@click.option("--output", "-o", metavar="FILE", help="Table to write; stdout by default.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def list_entries(output: str | None, *, as_json: bool) -> None:
    """List the term entries of the memory."""
    if not as_json:
        form_of(output, None, ENDINGS)
    with opened_memory() as memory:
        entries = memory.store.terms()
    with open_output(output) as stream:
        for entry in entries:
            click.echo(_as_json(entry) if as_json else _as_line(entry), file=stream)
    if not entries:
        say("no term entries yet; `tilmash import FILE --format terms` takes some in")


def _as_line(entry: "TermEntry") -> str:
    return "\t".join((entry.id, *(f"{language}: {term}" for language, term in entry.terms)))


def _as_json(entry: "TermEntry") -> str:
    terms: dict[str, list[str]] = {}
    for language, term in entry.terms:
        terms.setdefault(language, []).append(term)
    details = {"part_of_speech": entry.part_of_speech, "subject": entry.subject, "source": entry.source}
    return json.dumps({"id": entry.id, "terms": terms, **details}, ensure_ascii=False)
