"""What the cleaning steps work on: lines and paragraphs, each with its text, place and what stood before it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.cleaning.traced import TracedText, joined
from corpus.documents import Block, BlockKind, Reading


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or paragraph on its way through the steps.

    `gap` counts the blank lines before it, `indent` the white space at its start as read; `opens_page` is true for the first
    line of a page or column, where the file says so or where a torn page leaves exactly one space at the start of a line;
    `language` is what the file itself or the parts beside it say, or None.
    """

    traced: TracedText
    kind: BlockKind
    gap: int = 0
    indent: int = 0
    opens_page: bool = False
    page: int | None = None
    row: int | None = None
    column: int | None = None
    language: str | None = None

    @property
    def text(self) -> str:
        """The text as it stands now."""
        return self.traced.text

    @property
    def is_line(self) -> bool:
        """True for a line torn from a page, which is not yet a paragraph."""
        return self.kind is BlockKind.LINE

    def with_text(self, traced: TracedText) -> "Piece":
        """The same piece with another text."""
        return self if traced is self.traced else replace(self, traced=traced)

    def on_new_page(self) -> "Piece":
        """The same piece as the first one of a page."""
        return replace(self, opens_page=True)


def pieces_of(reading: Reading) -> tuple[Piece, ...]:
    """Every block that has text, in reading order."""
    pieces: list[Piece] = []
    last_stop, last_page = 0, None
    for block in reading.blocks:
        if not block.text.strip():
            continue
        between = reading.text[last_stop : block.start]
        is_new_page = (last_page is not None and block.page != last_page) or block.start < last_stop
        pieces.append(_piece(block, reading.text, between, is_new_page=is_new_page))
        last_stop, last_page = block.stop, block.page
    return tuple(pieces)


def _piece(block: Block, source: str, between: str, *, is_new_page: bool) -> Piece:
    before = between.rpartition("\n")[2] if block.kind is BlockKind.LINE else ""
    lead = before.replace("\f", "") + block.text[: len(block.text) - len(block.text.lstrip())]
    is_torn = lead == " " and block.kind is BlockKind.LINE
    opens_page = is_new_page or "\f" in between or is_torn
    return Piece(
        traced=_traced(block),
        kind=block.kind,
        gap=max(0, between.replace("\r\n", "\n").replace("\r", "\n").count("\n") - 1) if source else 0,
        indent=len(lead.expandtabs(8)),
        opens_page=opens_page,
        page=block.page,
        row=block.row,
        column=block.column,
        language=block.language,
    )


def _traced(block: Block) -> TracedText:
    """The text of a block; lines between which other text stands each with its place."""
    if not block.lines:
        return TracedText.of(block.text, block.start, block.stop)
    texts = block.text.split("\n")
    return joined([TracedText.of(text, *place) for text, place in zip(texts, block.lines, strict=True)], "\n")


def runs_of_lines(pieces: tuple[Piece, ...]) -> Iterator[tuple[bool, tuple[Piece, ...]]]:
    """Neighbouring pieces of one sort: (True, lines) or (False, paragraphs, cells and the like)."""
    for are_lines, run in groupby(pieces, key=lambda piece: piece.is_line):
        yield are_lines, tuple(run)
