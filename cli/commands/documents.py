"""`tilmash documents`: what is stored."""

from typing import TYPE_CHECKING

import click

from cli.options import opened_memory
from cli.output import json_line, print_table, say

if TYPE_CHECKING:
    from corpus.library import StoredDocument


@click.command("documents", epilog="Example: tilmash documents --json")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(*, as_json: bool) -> None:
    """List the stored documents: number, language, segments, group, title and file."""
    with opened_memory() as memory:
        stored = memory.library.documents(with_segments=False)
    if as_json:
        for one in stored:
            json_line(_fields(one))
    elif stored:
        print_table(("number", "language", "segments", "group", "title", "file"), map(_row, stored))
    else:
        say("no documents yet; `tilmash add FILE…` stores some")


def _row(stored: "StoredDocument") -> tuple[object, ...]:
    document = stored.document
    return stored.id, document.language, stored.segment_count, document.group, document.title, document.source.path


def _fields(stored: "StoredDocument") -> dict[str, object]:
    document = stored.document
    return {
        "id": stored.id,
        "language": document.language,
        "segments": stored.segment_count,
        "group": document.group,
        "title": document.title,
        "file": document.source.path,
        "sha256": document.source.sha256,
        "reader": document.source.reader,
        "encoding": document.source.encoding,
        "metadata": dict(document.metadata),
        "added": stored.added.isoformat(),
    }
