"""ODT and ODP: paragraphs, headings, lists, tables, notes, text boxes, headers and footers in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.files.archives import Archive, opened_archive
from corpus.markup.hidden_text import hidden_remarks
from corpus.markup.inner_tables import hold_versions
from corpus.markup.page_references import without_page
from corpus.markup.raised import raised
from corpus.markup.safe_markup import attribute, local_name, parsed_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = {
    "tracked-changes",
    "sequence-decls",
    "annotation",
    "forms",
    "variable-decls",
    "user-field-decls",
    "ruby-text",
    "desc",
}
"""Deleted text, declarations and comments."""
_APART = {"note", "frame", "custom-shape"}
"""What stands inside a paragraph but is read after it."""
_HIGHER = re.compile(r"[1-9]\d*%")
_LETTERS = {"tab": "\t", "line-break": "\n"}


@dataclass(slots=True)
class _Text:
    """The document on its way into blocks."""

    blocks: Blocks
    raising: frozenset[str] = frozenset()
    hiding: frozenset[str] = frozenset()
    hidden: list[str] = field(default_factory=list)
    rows: int = 0
    cell: tuple[int, int] | None = None
    keeps_cell: bool = False
    in_index: bool = False


def read(file: RawFile) -> Contents:
    """The text of an OpenDocument text or presentation; a footnote follows its paragraph, what a speaker notes its slide.

    Hidden text is left out.
    """
    with opened_archive(file) as archive:
        _refuse_password(file.name, archive)
        content = parsed_xml(archive.member("content.xml"), "ODT")
        styles = parsed_xml(archive.member("styles.xml"), "ODT") if "styles.xml" in archive.members else None
        text = _Text(Blocks(file.name), frozenset(_raising(content)), frozenset(_hiding(content)))
        for name in ("header", "body", "footer"):
            place = content if name == "body" else styles
            for part in () if place is None else place.iter(f"{{*}}{name}"):
                _add_content(text, part, BlockKind.PARAGRAPH)
        remarks = hidden_remarks(text.hidden)
        return Contents(text.blocks.text(), tuple(text.blocks.gathered), title=_title(archive), remarks=remarks)


def _raising(content: "_Element") -> Iterator[str]:
    """The names of the styles that raise their letters: `super 58%`, `33% 58%`."""
    for style in content.iter("{*}style"):
        position = "" if (about := style.find("{*}text-properties")) is None else attribute(about, "text-position")
        if position.startswith("super") or _HIGHER.match(position):
            yield attribute(style, "name")


def _hiding(content: "_Element") -> Iterator[str]:
    """The names of the styles that hide their letters."""
    for style in content.iter("{*}style"):
        about = style.find("{*}text-properties")
        if about is not None and attribute(about, "display") == "none":
            yield attribute(style, "name")


def _refuse_password(name: str, archive: Archive) -> None:
    """The members of a protected ODT are encrypted one by one, as its list of members says."""
    if "META-INF/manifest.xml" in archive.members and b"encryption-data" in archive.member("META-INF/manifest.xml"):
        raise CorpusError(f"{name}: protected by a password; save an open copy first")


def _title(archive: Archive) -> str:
    if "meta.xml" not in archive.members:
        return ""
    return " ".join((parsed_xml(archive.member("meta.xml"), "ODT").findtext(".//{*}title") or "").split())


def _add_content(text: _Text, parent: "_Element", kind: BlockKind) -> None:
    """Add what is inside an element; sections, frames and indexes are looked through."""
    for element in parent:
        name = local_name(element)
        if name in {"p", "h"}:
            _add_paragraph(text, element, BlockKind.HEADING if name == "h" else kind)
        elif name == "list":
            _add_content(text, element, BlockKind.LIST_ITEM if kind is BlockKind.PARAGRAPH else kind)
        elif name == "index-body":
            text.in_index = True
            _add_content(text, element, kind)
            text.in_index = False
        elif name == "notes":
            _add_content(text, element, BlockKind.NOTE)
        elif name == "frame" and attribute(element, "class") == "title":
            _add_content(text, element, BlockKind.HEADING)
        elif name == "table":
            _add_table(text, element)
        elif name not in _LEFT_OUT:
            _add_content(text, element, kind)


def _add_paragraph(text: _Text, paragraph: "_Element", kind: BlockKind) -> None:
    row, column = text.cell or (None, None)
    where = BlockKind.CELL if text.cell and kind is not BlockKind.NOTE else kind
    letters = "".join(_letters(text, paragraph)).strip()
    letters = without_page(letters) if text.in_index else letters
    if attribute(paragraph, "style-name") in text.hiding:
        text.hidden.append(letters)
        return
    text.blocks.add(letters, where, row=row, column=column)
    for element in _set_apart(paragraph):
        body = element.find("{*}note-body") if local_name(element) == "note" else None
        _add_content(text, element if body is None else body, kind if body is None else BlockKind.NOTE)


def _set_apart(parent: "_Element") -> "Iterator[_Element]":
    """The notes and frames of a paragraph, the outermost only."""
    for element in parent:
        if local_name(element) in _APART:
            yield element
        elif local_name(element) not in _LEFT_OUT:
            yield from _set_apart(element)


def _add_table(text: _Text, table: "_Element") -> None:
    """Add the cells row by row; what a table repeats (empty rows, as a rule) counts but is not repeated.

    A table inside a cell has rows of its own, unless the cells of the outer row hold versions of it.
    """
    outer, keeps_cell = text.cell, text.keeps_cell
    for row in _rows(table):
        number, column = text.rows, 0
        text.keeps_cell = keeps_cell or hold_versions(list(row))
        text.rows += not keeps_cell
        for cell in row:
            text.cell = outer if keeps_cell else (number, column)
            _add_content(text, cell, BlockKind.CELL)
            column += int(attribute(cell, "number-columns-repeated") or 1)
    text.cell, text.keeps_cell = outer, keeps_cell


def _rows(table: "_Element") -> "Iterator[_Element]":
    for element in table:
        if local_name(element) == "table-row":
            yield element
        elif local_name(element) in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(element)


def _letters(text: _Text, parent: "_Element") -> Iterator[str]:
    """The text of a paragraph as it is printed."""
    yield parent.text or ""
    for element in parent:
        name = local_name(element)
        if name == "s":
            yield " " * min(1000, int(attribute(element, "c") or 1))
        elif name in _LETTERS:
            yield _LETTERS[name]
        elif name not in _LEFT_OUT | _APART:
            yield from _letters_inside(text, element)
        yield element.tail or ""


def _letters_inside(text: _Text, element: "_Element") -> Iterator[str]:
    """The letters of a span or link, as its style has them: as they are, raised or hidden."""
    style, letters = attribute(element, "style-name"), _letters(text, element)
    if style in text.hiding:
        text.hidden.append("".join(letters))
    else:
        yield from (raised("".join(letters)),) if style in text.raising else letters
