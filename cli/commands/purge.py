"""`tilmash purge`: delete documents, groups or a person's traces."""

from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from cli.databases import opened_memory
from cli.talk import counted, say

if TYPE_CHECKING:
    from alignments.memory import Memory
    from alignments.purging import Purged

MAX_SHOWN = 20
"""Duplicates that are named."""


class Wishes(TypedDict):
    """What is to go."""

    documents: tuple[int, ...]
    groups: tuple[str, ...]
    people: tuple[str, ...]
    duplicates: bool
    near_duplicates: bool
    keep: str


@click.command("purge", epilog="Examples: tilmash purge --document 3; tilmash purge --person 'А. Серікова' --yes")
@click.option("--document", "documents", type=int, multiple=True, help="Number of a document (see `tilmash documents`).")
@click.option("--group", "groups", multiple=True, help="A group of documents or an imported file: its units go.")
@click.option(
    "--person",
    "people",
    multiple=True,
    help="A name: it goes from units, decisions and dismissals, which stay; not from texts and properties.",
)
@click.option("--duplicates", is_flag=True, help="Units whose texts are all those of another unit.")
@click.option("--near-duplicates", is_flag=True, help="Also those that differ only in capitals, spacing and punctuation.")
@click.option(
    "--keep",
    type=click.Choice(["first", "newest", "surest"]),
    default="first",
    show_default=True,
    help="Which of several duplicates stays; one that was accepted goes before all others.",
)
@click.option("--yes", is_flag=True, help="Do it; without, only say what would go.")
def command(*, yes: bool, **wishes: Unpack[Wishes]) -> None:
    """Delete from the memory: a document with its text and units, a group's units, a person's name, what is there twice."""
    if not any(value for name, value in wishes.items() if name != "keep"):
        raise click.UsageError("say what to delete: --document, --group, --person, --duplicates or --near-duplicates")
    with opened_memory() as memory, memory.transaction():
        done = _purge(memory, wishes, dry_run=not yes)
        for label, purged in done:
            say(f"{label}: {_told(purged)}")
            for gone, kept in purged.alike[:MAX_SHOWN]:
                say(f"  {gone} goes, {kept} stays")
            if len(purged.alike) > MAX_SHOWN:
                say(f"  … and {len(purged.alike) - MAX_SHOWN:,} more")
    if any(purged.documents or purged.units or purged.traces for _, purged in done):
        say("deleted" if yes else "nothing deleted yet; add --yes")


def _purge(memory: "Memory", wishes: Wishes, *, dry_run: bool) -> "list[tuple[str, Purged]]":
    from alignments.purging import (  # noqa: PLC0415 - nothing of the memory is loaded for help
        Keep,
        purge_document,
        purge_duplicates,
        purge_person,
        purge_source,
    )

    done = []
    if wishes["duplicates"] or wishes["near_duplicates"]:
        near, keep = wishes["near_duplicates"], Keep(wishes["keep"])
        label = "near duplicates" if near else "duplicates"
        done.append((label, purge_duplicates(memory, keep, near=near, dry_run=dry_run)))
    done += [(f"document {number}", purge_document(memory, number, dry_run=dry_run)) for number in wishes["documents"]]
    done += [(f"group {group}", purge_source(memory, group, dry_run=dry_run)) for group in wishes["groups"]]
    return done + [(f"person {name}", purge_person(memory, name, dry_run=dry_run)) for name in wishes["people"]]


def _told(purged: "Purged") -> str:
    counts = ((purged.documents, "document"), (purged.units, "unit"), (purged.traces, "mention"))
    return ", ".join(counted(count, thing) for count, thing in counts if count) or "nothing there"
