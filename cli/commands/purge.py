"""`tilmash purge`: delete documents, sources or a person's traces."""

from typing import TYPE_CHECKING

import click

from cli.options import opened_memory
from cli.output import counted, say

if TYPE_CHECKING:
    from alignments.memory import Memory
    from alignments.purging import Purged


@click.command("purge", epilog="Examples: tilmash purge --document 3; tilmash purge --person 'А. Серікова' --yes")
@click.option("--document", "documents", type=int, multiple=True, help="Number of a document (see `tilmash documents`).")
@click.option("--source", "sources", multiple=True, help="A group or imported file: its units go.")
@click.option("--person", "people", multiple=True, help="A name: it goes from units, decisions and dismissals, which stay.")
@click.option("--duplicates", is_flag=True, help="Units whose texts are all those of another unit.")
@click.option("--yes", is_flag=True, help="Do it; without, only say what would go.")
def command(
    documents: tuple[int, ...], sources: tuple[str, ...], people: tuple[str, ...], *, duplicates: bool, yes: bool
) -> None:
    """Delete from the memory: a document with its text and units, a source's units, a person's name."""
    if not (documents or sources or people or duplicates):
        raise click.UsageError("say what to delete: --document, --source, --person or --duplicates")
    with opened_memory() as memory, memory.transaction():
        for label, purged in _purge(memory, documents, sources, people, duplicates=duplicates, dry_run=not yes):
            say(f"{label}: {_told(purged)}")
    say("deleted" if yes else "nothing deleted yet; add --yes")


def _purge(  # noqa: PLR0913 - one parameter an option
    memory: "Memory",
    documents: tuple[int, ...],
    sources: tuple[str, ...],
    people: tuple[str, ...],
    *,
    duplicates: bool,
    dry_run: bool,
) -> "list[tuple[str, Purged]]":
    from alignments.purging import (  # noqa: PLC0415 - nothing of the memory is loaded for help
        purge_document,
        purge_duplicates,
        purge_person,
        purge_source,
    )

    done = [("duplicates", purge_duplicates(memory, dry_run=dry_run))] if duplicates else []
    done += [(f"document {number}", purge_document(memory, number, dry_run=dry_run)) for number in documents]
    done += [(f"source {source}", purge_source(memory, source, dry_run=dry_run)) for source in sources]
    return done + [(f"person {name}", purge_person(memory, name, dry_run=dry_run)) for name in people]


def _told(purged: "Purged") -> str:
    counts = ((purged.documents, "document"), (purged.units, "unit"), (purged.traces, "mention"))
    return ", ".join(counted(count, thing) for count, thing in counts if count) or "nothing there"
