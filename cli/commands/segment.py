"""`tilmash segment`: the cleaner and the sentence cutter alone."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cli.input import reading_of
from cli.languages import LANGUAGE

if TYPE_CHECKING:
    from corpus.documents import Reading


@click.command("segment", epilog="Example: tilmash segment speech_kk.txt > sentences.txt")
@click.argument("file", default="-")
@click.option("--language", type=LANGUAGE, help="The language of the text; recognised when not given.")
@click.option("--encoding", help="Encoding of plain text, such as kz1048; otherwise recognised.")
@click.option("--broken-lines", is_flag=True, help="Lines were broken by a page: join them into paragraphs first.")
def command(file: str, language: str | None, encoding: str | None, *, broken_lines: bool) -> None:
    """Clean FILE (- is standard input) and print its sentences, one a line.

    A line of input is a paragraph; with --broken-lines, lines torn from a page are joined first.
    """
    from corpus.preparation import prepare  # noqa: PLC0415 - nothing of the rooms is loaded for help

    reading = reading_of(file, encoding)
    preparation = prepare(reading if broken_lines else _with_whole_lines(reading), languages=(language,) if language else ())
    segments = [segment for document in preparation.documents for segment in document.segments]
    for segment in sorted(segments, key=lambda segment: (segment.paragraph, segment.start)):
        click.echo(segment.text)
    for remark in (*reading.remarks, *preparation.remarks):
        click.echo(remark, err=True)


def _with_whole_lines(reading: "Reading") -> "Reading":
    """The same reading, every line a paragraph."""
    from corpus.documents import BlockKind  # noqa: PLC0415 - as above

    blocks = (replace(block, kind=BlockKind.PARAGRAPH) if block.kind is BlockKind.LINE else block for block in reading.blocks)
    return replace(reading, blocks=tuple(blocks))
