"""What a file is read into: the source, its blocks, and one document of segments per language."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a reader says a block is; LINE is a line torn from a page, which cleaning joins into paragraphs."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    CELL = "cell"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cell or line as read, in reading order.

    `start` and `stop` are code point offsets into the text of the reading; `page` is 1-based, None where the file has no
    pages; `row` numbers the table rows of the file from 0, None outside tables; `column` likewise inside the row; `language`
    is the tag that the file itself gives, or None; `lines` are the starts and stops of its lines where other text stands between
    them, empty otherwise.
    """

    text: str
    kind: BlockKind
    start: int
    stop: int
    page: int | None = None
    row: int | None = None
    column: int | None = None
    language: str | None = None
    lines: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Where a text came from: the path as given, the SHA-256 of its bytes, the reader and the encoding used (or None)."""

    path: str
    sha256: str
    reader: str
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader returns: the whole text as read, never changed again, and its blocks in reading order.

    `remarks` are lines for a person: what could not be read, such as a scanned page among others.
    """

    source: SourceFile
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    metadata: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """The smallest piece that is aligned, usually a sentence.

    `position` is 0-based in its document; `text` is NFC without control characters; `paragraph` numbers the paragraphs of
    the whole source from 0, so that the reading order across the languages of one file is known; `start` and `stop` are
    code point offsets into the text of the reading; `page` is 1-based or None.
    """

    position: int
    text: str
    paragraph: int
    kind: BlockKind
    start: int
    stop: int
    page: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text in one language (BCP 47; `und` where not recognised). Documents of one group are candidates for pairing."""

    title: str
    language: str
    source: SourceFile
    segments: tuple[Segment, ...]
    group: str = ""
    metadata: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """One named cleaning step's work on one source: how often it changed something, with a few (before, after) examples."""

    step: str
    count: int
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Preparation:
    """A reading cleaned, recognised, separated and segmented: one document a language, and what was repaired on the way."""

    reading: Reading
    documents: tuple[Document, ...]
    repairs: tuple[Repair, ...]
    remarks: tuple[str, ...] = ()
