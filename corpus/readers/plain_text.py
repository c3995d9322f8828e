"""Plain text: every line is a block; a form feed begins a page."""

import re

from corpus.contents import LONGEST_TEXT, Contents, RawFile
from corpus.documents import Block, BlockKind
from corpus.encodings import decode
from corpus.errors import CorpusError

_LINE = re.compile("[^\r\n\f\v\x85\u2028\u2029]+|\f")


def read(file: RawFile) -> Contents:
    """The lines of a text in any of the known encodings, the text kept exactly as decoded; empty lines are no blocks."""
    if len(file.data) > 4 * LONGEST_TEXT:
        raise CorpusError(f"{file.name}: holds more than {LONGEST_TEXT:,} characters; cut it into several files")
    text, encoding = decode(file.name, file.data, file.encoding)
    if len(text) > LONGEST_TEXT:
        raise CorpusError(
            f"{file.name}: holds {len(text):,} characters, the limit is {LONGEST_TEXT:,}; cut it into several files"
        )
    return Contents(text, _lines(text), encoding)


def _lines(text: str) -> tuple[Block, ...]:
    """Every line that is not empty; pages are counted in a text that has form feeds."""
    page = 1 if "\f" in text else None
    blocks: list[Block] = []
    for match in _LINE.finditer(text):
        if match[0] != "\f":
            blocks.append(Block(match[0], BlockKind.LINE, match.start(), match.end(), page))
        elif page is not None:
            page += 1
    return tuple(blocks)
