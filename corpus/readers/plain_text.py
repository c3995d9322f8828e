"""Plain text: every line is a block; a form feed begins a page."""

import re
from collections.abc import Iterator

from corpus.contents import LONGEST_TEXT, Contents, RawFile
from corpus.documents import Block, BlockKind
from corpus.errors import CorpusError
from corpus.files.encodings import decode
from corpus.text_columns import Cell, Part, in_reading_order

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
    """Every line that is not empty, columns one after the other; pages are counted in a text that has form feeds."""
    blocks: list[Block] = []
    page = 1 if "\f" in text else None
    lines: list[re.Match[str]] = []
    for match in _LINE.finditer(text):
        if match[0] != "\f":
            lines.append(match)
        elif page is not None:
            blocks += _blocks(lines, page, _rows(blocks))
            page, lines = page + 1, []
    return (*blocks, *_blocks(lines, page, _rows(blocks)))


def _rows(blocks: list[Block]) -> int:
    """How many rows of tables there are so far."""
    return 1 + max((block.row for block in blocks if block.row is not None), default=-1)


def _blocks(lines: list[re.Match[str]], page: int | None, rows: int) -> Iterator[Block]:
    """The lines of a page, or their parts where columns stand side by side; `rows` counts those of tables before."""
    for part in in_reading_order([line[0] for line in lines]):
        if isinstance(part, Cell):
            yield _cell(lines, part, page, rows)
            continue
        start, stop = _place(lines, part)
        if start < stop:
            yield Block(lines[part.line][0][part.start : part.stop], BlockKind.LINE, start, stop, page)


def _cell(lines: list[re.Match[str]], cell: Cell, page: int | None, rows: int) -> Block:
    """A cell with its lines, between which other cells have theirs."""
    text = "\n".join(lines[part.line][0][part.start : part.stop] for part in cell.parts)
    places = tuple(_place(lines, part) for part in cell.parts)
    start, stop = places[0][0], places[-1][1]
    return Block(text, BlockKind.CELL, start, stop, page, rows + cell.row, cell.column, lines=places)


def _place(lines: list[re.Match[str]], part: Part) -> tuple[int, int]:
    """Where a part starts and stops in the text."""
    start = lines[part.line].start()
    return start + part.start, start + part.stop
