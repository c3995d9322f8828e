"""What goes into a reader and what comes out of it: the bytes of a file; its text with blocks at their offsets."""

import re
from dataclasses import dataclass, field, replace

from corpus.documents import Block, BlockKind
from corpus.errors import CorpusError
from corpus.progress import Progress, no_progress

LONGEST_TEXT = 40_000_000
"""Letters and spaces; more than the 10,000 pages of the longest document a reader promises to read."""

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it lies on the disk: a name for messages, its bytes, and the encoding a person gave (or None)."""

    name: str
    data: bytes
    encoding: str | None = None
    progress: Progress = no_progress


@dataclass(frozen=True, slots=True)
class Contents:
    """What a reader found: text and blocks in reading order, and what a person should know about the reading."""

    text: str
    blocks: tuple[Block, ...]
    encoding: str | None = None
    title: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class Blocks:
    """Blocks gathered in reading order; the text grows with them, so that every offset is right."""

    name: str
    gathered: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        text: str,
        kind: BlockKind,
        *,
        page: int | None = None,
        row: int | None = None,
        column: int | None = None,
    ) -> None:
        """Append a block on a line of its own, cells of one row with a tab between them; a text of spaces is left out."""
        self._append(Block(text, kind, 0, 0, page, row, column))

    def add_cell(self, text: str, row: int, column: int, language: str | None) -> None:
        """Append a cell of a table whose headings may say in which language its columns are."""
        self._append(Block(text, BlockKind.CELL, 0, 0, row=row, column=column, language=language))

    def _append(self, block: Block) -> None:
        if not block.text.strip():
            return
        text = _without_half_letters(block.text)
        if self.gathered:
            in_one_row = block.row is not None and block.row == self.gathered[-1].row
            self.separate("\t" if in_one_row else "\n")
        start = self._length
        self._write(text)
        self.gathered.append(replace(block, text=text, start=start, stop=self._length))

    def separate(self, separator: str) -> None:
        """Append text that belongs to no block: an empty line, a form feed."""
        self._write(separator)

    def text(self) -> str:
        """The whole text so far."""
        return "".join(self._parts)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise CorpusError(f"{self.name}: holds more than {LONGEST_TEXT:,} characters; cut it into several files")


def _without_half_letters(text: str) -> str:
    """The text with the two halves that UTF-16 makes of a rare letter joined again; a lone half becomes U+FFFD."""
    if _HALF.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
