"""`tilmash repair`: a broken TMX mended; what was mended is said, everything else stays as it was."""

import click

from cli.input import watched_input
from cli.talk import counted, say


@click.command("repair", epilog="Example: tilmash repair broken.tmx --output mended.tmx")
@click.argument("path", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write here instead of to the terminal.")
@click.option("--encoding", help="Encoding, if the file does not say the right one: windows-1251, kz-1048.")
def command(path: str, output: str | None, encoding: str | None) -> None:
    """Mend what can be mended in a broken TMX FILE: forbidden characters, entities, tags, languages, dates, a missing end."""
    from alignments.exchange.repairing import repair  # noqa: PLC0415 - nothing is loaded for help
    from alignments.files.options import ReadOptions  # noqa: PLC0415 - as above
    from cli.output import open_output  # noqa: PLC0415 - as above

    options = ReadOptions(path.rpartition("/")[2], encoding=encoding)
    with watched_input(path) as stream, open_output(output) as written:
        mends, units = repair(stream, written, options)
    for mend, count in mends.items():
        if count:
            say(f"{mend}: {count:,}")
    say(f"{counted(units, 'unit')} in the result" if any(mends.values()) else f"nothing to mend; {counted(units, 'unit')}")
