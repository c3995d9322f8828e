"""`tilmash documents`: what is stored."""

from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.output import json_line
from cli.talk import say
from cli.terminal_tables import print_table

if TYPE_CHECKING:
    from corpus.library import StoredDocument


@click.command("documents", epilog="Example: tilmash documents --json")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(*, as_json: bool) -> None:
    """List the stored documents – number, language, segments, group, title and file – and the files that units came from."""
    from corpus.library import current  # noqa: PLC0415 - SQLAlchemy comes with it

    with opened_memory() as memory:
        stored = memory.library.documents(with_segments=False)
        imported = [] if as_json else [(source, count) for kind, source, count in memory.store.sources() if kind == "imported"]
    newest = {one.id for one in current(stored)}
    if as_json:
        for one in stored:
            json_line(_fields(one) | {"older_version": one.id not in newest})
    elif stored:
        rows = (_row(one, is_older=one.id not in newest) for one in stored)
        print_table(("number", "language", "segments", "group", "title", "file"), rows)
    else:
        say("no documents yet; `tilmash add FILE…` stores some")
    if imported:
        click.echo(nl=bool(stored))
        print_table(("imported from", "units"), imported)


def _row(stored: "StoredDocument", *, is_older: bool) -> tuple[object, ...]:
    document = stored.document
    file = f"{document.source.path} (an older version)" if is_older else document.source.path
    return stored.id, document.language, stored.segment_count, document.group, document.title, file


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
