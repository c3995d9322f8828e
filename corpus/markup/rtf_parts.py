"""The parts of an RTF file and their paragraphs, as far as they are read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from corpus.documents import BlockKind
from corpus.markup.page_references import without_page
from corpus.markup.raised import raised


class Sort(Enum):
    """What a part of the file is."""

    BODY = "body"
    HEAD = "head"
    FOOT = "foot"
    NOTE = "note"
    BOX = "box"


PARTS = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), Sort.HEAD),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), Sort.FOOT),
    "footnote": Sort.NOTE,
    "shptxt": Sort.BOX,
}
"""Groups that are read apart from the paragraph in which they stand."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that has ended: a block without its offsets."""

    text: str
    kind: BlockKind
    row: int | None = None
    column: int | None = None


@dataclass(slots=True)
class Part:
    """A part of the file: the paragraphs that have ended, the runs of the one that has not, and what is to follow it."""

    sort: Sort
    ended: list[Paragraph] = field(default_factory=list)
    runs: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[Paragraph] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    in_table: bool = False
    is_entry: bool = False
    row: int = 0
    column: int = 0

    def end_paragraph(self, *, in_cell: bool = False) -> None:
        """Keep the paragraph, and behind it its text boxes and the notes to it."""
        is_cell = self.in_table or in_cell
        where = (self.row, self.column) if is_cell else (None, None)
        text = "".join(_run(is_raised, run) for is_raised, run in groupby(self.runs, key=lambda one: one[1])).strip()
        text = without_page(text) if self.is_entry else text
        self.ended.append(Paragraph(text, BlockKind.CELL if is_cell else self.kind, *where))
        self.ended += [*self.boxes, *(Paragraph(note, BlockKind.NOTE, *where) for note in self.notes)]
        self.runs, self.boxes, self.notes, self.is_entry = [], [], [], False

    def add(self, part: "Part") -> None:
        """Take in a part that stands in the paragraph."""
        if part.sort is Sort.NOTE:
            self.notes += [one.text for one in part.ended]
        else:
            self.boxes += part.ended


def _run(is_raised: bool, letters: Iterable[tuple[str, bool]]) -> str:  # noqa: FBT001 - a key of groupby
    run = "".join(text for text, _ in letters)
    return raised(run) if is_raised else run
