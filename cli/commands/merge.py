"""`tilmash merge`: another memory taken into this one, by an explicit policy."""

from pathlib import Path

import click

from alignments.errors import AlignmentsError
from alignments.intake import Policy
from cli.databases import opened_memory, url_of
from cli.talk import say_counts, say_remarks

_SQLITE = b"SQLite format 3\0"
"""How every SQLite file begins."""


@click.command("merge", epilog="Example: tilmash merge ../office/tilmash.db --policy newer --dry-run")
@click.argument("other", metavar="MEMORY")
@click.option(
    "--policy",
    type=click.Choice([policy.value for policy in Policy]),
    required=True,
    help="Of a unit in both memories: the one changed later stays (never what only the aligner made instead of what a person "
    "reviewed), that of this memory, or that of the other.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
def command(other: str, policy: str, *, dry_run: bool) -> None:
    """Take the units, decisions, dismissals and terms of MEMORY (a file, or a database URL) into this memory.

    All are taken or none; MEMORY stays as it is, and so do its documents. Like units that came under different ids are found by
    `tilmash purge --near-duplicates`.
    """
    from alignments.files.options import Report  # noqa: PLC0415 - nothing of the memory is loaded for help
    from alignments.memory import open_memory  # noqa: PLC0415 - as above
    from alignments.merging import merge  # noqa: PLC0415 - as above

    report = Report()
    with opened_memory(creates=True) as memory, open_memory(_url(other), may_migrate=False) as second:
        counts = merge(memory, second, Policy(policy), report, is_trial=dry_run)
    say_remarks(report)
    say_counts(counts, is_trial=dry_run)


def _url(other: str) -> str:
    """The URL of a memory that is there; a file that is not would be made anew."""
    file = other.removeprefix("sqlite:///")
    if "://" in file:
        return file
    if not Path(file).is_file():
        raise AlignmentsError(f"{file}: no such memory; give the file or the URL of another memory")
    with Path(file).open("rb") as opened:
        if opened.read(len(_SQLITE)) not in {_SQLITE, b""}:
            raise AlignmentsError(f"{file}: no memory of tilmash; `tilmash import` takes TMX and other formats")
    return url_of(file)
