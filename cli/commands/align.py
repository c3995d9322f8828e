"""`tilmash align`: pair the passages of the stored documents and align them."""

from collections.abc import Sequence

import click

from cli.databases import opened_memory
from cli.talk import doing, progress, say


@click.command("align", epilog="Examples: tilmash align; tilmash align 3 4; tilmash align order --again")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]…")
@click.option("--again", is_flag=True, help="Align anew what was aligned before; reviewed units stay.")
def command(documents: Sequence[str], *, again: bool) -> None:
    """Pair the passages of stored documents that translate each other, and align them sentence by sentence.

    DOCUMENT is a number or a group name as `tilmash documents` lists them; without any, all that is not yet aligned.
    Documents named by number are tried against each other even when they were added under different names. An interrupted
    run loses nothing that was finished and goes on where it stopped.
    """
    from alignments.pairing.aligning import align_all, pending_groups  # noqa: PLC0415 - heavy

    with opened_memory() as memory:
        with doing("looking for what belongs together"):
            pending = pending_groups(memory, documents, again=again)
        groups = pending.groups
        if pending.uncompared:
            say(
                f"{pending.uncompared} files stand alone, too many to be compared with each other; add translations under one "
                "name (--group), or name two documents: tilmash align 3 4"
            )
        for outcome in progress(align_all(memory, groups), "aligning", len(groups)):
            say(outcome.line)
            if outcome.warning:
                say(outcome.warning)
        if not groups and not memory.library.documents(with_segments=False):
            say("no documents yet; `tilmash add FILE…` stores them")
        elif not groups:
            say("nothing to align: every stored document is aligned; add documents, or use --again")
