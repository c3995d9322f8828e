"""A letter, whatever program kept it: the subject above the body; attachments are named."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import Block, BlockKind
from corpus.files.encodings import decode
from corpus.markup.web_pages import web_page

_MOST_NAMED = 5
"""Attachments that a remark names."""


def letter(body: RawFile, subject: str, attachments: Sequence[str], *, is_html: bool) -> Contents:
    """The subject as a heading and the body as a web page or line by line; a remark names what was attached."""
    contents = web_page(body) if is_html else _lines(body)
    above = _below(" ".join(subject.split()), contents)
    remarks = (*contents.remarks, *_remarks(attachments))
    return replace(above, title=" ".join(subject.split()) or contents.title, remarks=remarks)


def _lines(file: RawFile) -> Contents:
    """A body in plain text, its empty lines kept between the blocks; rows pasted from a table are cells."""
    text, encoding = decode(file.name, file.data, file.encoding)
    blocks = Blocks(file.name)
    rows = 0
    for width, run in groupby(text.splitlines(), key=_width):
        lines = list(run)
        if width > 1 and len(lines) > 1:
            for row, line in enumerate(lines, start=rows):
                for column, cell in enumerate(line.split("\t")):
                    blocks.add(cell.strip(), BlockKind.CELL, row=row, column=column)
            rows += len(lines)
        elif width:
            for line in lines:
                blocks.add(line, BlockKind.LINE)
        elif blocks.gathered:
            blocks.separate("\n" * len(lines))
    return Contents(blocks.text(), tuple(blocks.gathered), encoding)


def _width(line: str) -> int:
    """How many fields between tabs a line has, none where it is empty."""
    return line.rstrip().count("\t") + 1 if line.strip() and not line.startswith("\t") else int(bool(line.strip()))


def _below(subject: str, contents: Contents) -> Contents:
    """The contents with the subject on a line before them; a saved web page has its own title there."""
    if not subject or contents.text.lstrip().startswith(subject):
        return contents
    shift = len(subject) + 1
    moved = (replace(block, start=block.start + shift, stop=block.stop + shift) for block in contents.blocks)
    heading = Block(subject, BlockKind.HEADING, 0, len(subject))
    return replace(contents, text=f"{subject}\n{contents.text}", blocks=(heading, *moved))


def _remarks(attachments: Sequence[str]) -> list[str]:
    if not attachments:
        return []
    shown = ", ".join(attachments[:_MOST_NAMED]) + (" …" if len(attachments) > _MOST_NAMED else "")
    return [f"attachments are not read, add them by themselves: {shown}"]
