"""DOCX: paragraphs, headings, lists, tables, notes, text boxes, headers and footers in the order in which they are read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.files.archives import Archive, opened_archive
from corpus.markup.hidden_text import hidden_remarks
from corpus.markup.inner_tables import hold_versions
from corpus.markup.office_parts import Part, core_title, diagram_paragraphs, parts_of
from corpus.markup.page_references import without_page
from corpus.markup.raised import raised
from corpus.markup.safe_markup import attribute, local_name, parsed_xml
from corpus.markup.symbols import symbol
from corpus.markup.word_styles import Styles, styles_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = {
    *("del", "moveFrom", "instrText", "delText", "rt", "Fallback", "txbxContent"),
    *("pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr"),
}
"""Deleted text, field codes, properties; of alternatives the first form is read; text boxes are read after their paragraph."""
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass(slots=True)
class _Text:
    """The document on its way into blocks."""

    archive: Archive
    parts: Mapping[str, Part]
    blocks: Blocks
    styles: Styles
    notes: "dict[tuple[str, str], _Element]"
    rows: int = 0
    cell: tuple[int, int] | None = None
    keeps_cell: bool = False
    begun: str = ""
    hidden: list[str] = field(default_factory=list)


def read(file: RawFile) -> Contents:
    """The text of a Word document; footnotes follow their paragraph, in a table inside its cell; hidden text is left out."""
    with opened_archive(file) as archive:
        body = parsed_xml(archive.member(_main_part(archive)), "DOCX")
        styles = styles_of(_part(archive, "word/styles.xml"))
        parts = parts_of(archive, _main_part(archive), "DOCX")
        text = _Text(archive, parts, Blocks(file.name), styles, _notes(archive))
        heads = dict.fromkeys(_running(parts, body, "headerReference"))
        feet = dict.fromkeys(_running(parts, body, "footerReference"))
        for part in heads:
            _add_content(text, parsed_xml(archive.member(part), "DOCX"))
        _add_content(text, body)
        for part in feet:
            _add_content(text, parsed_xml(archive.member(part), "DOCX"))
        remarks = hidden_remarks(text.hidden)
        return Contents(text.blocks.text(), tuple(text.blocks.gathered), title=core_title(archive, "DOCX"), remarks=remarks)


def _main_part(archive: Archive) -> str:
    """The member with the text: `word/document.xml`, with some programs `word/document2.xml`."""
    found = sorted(member for member in archive.members if re.fullmatch(r"word/document\d*\.xml", member))
    return found[0] if found else "word/document.xml"


def _part(archive: Archive, member: str) -> "_Element | None":
    return parsed_xml(archive.member(member), "DOCX") if member in archive.members else None


def _notes(archive: Archive) -> "dict[tuple[str, str], _Element]":
    """Footnotes and endnotes by sort and number."""
    found = {}
    for sort in ("footnote", "endnote"):
        part = _part(archive, f"word/{sort}s.xml")
        for note in () if part is None else part:
            found[sort, attribute(note, "id")] = note
    return found


def _running(parts: Mapping[str, Part], body: "_Element", reference: str) -> Iterator[str]:
    """The members with running heads or feet that the sections name, in order."""
    for element in body.iter(f"{{*}}{reference}"):
        part = parts.get(attribute(element, "id"))
        if part is not None:
            yield part.member


def _add_content(text: _Text, parent: "_Element") -> None:
    """Add the paragraphs and tables inside an element; wrappers such as content controls are looked through."""
    for element in parent:
        name = local_name(element)
        if name == "p":
            _add_paragraph(text, element)
        elif name == "tbl":
            _add_table(text, element)
        elif name not in _LEFT_OUT:
            _add_content(text, element)


def _add_paragraph(text: _Text, paragraph: "_Element") -> None:
    kind = BlockKind.CELL if text.cell else text.styles.kind_of(paragraph)
    row, column = text.cell or (None, None)
    _take_out_hidden(text, paragraph)
    letters, text.begun = text.begun + "".join(_letters(paragraph)), ""
    if any("PAGEREF" in (code.text or "") for code in paragraph.iter("{*}instrText")):
        letters = without_page(letters)
    goes_on = _has_deleted_end(paragraph)
    if not goes_on:
        text.blocks.add(letters.strip(), kind, row=row, column=column)
    for box in paragraph.iter("{*}txbxContent"):
        if not any(local_name(outer) in {"Fallback", "txbxContent"} for outer in box.iterancestors()):
            _add_content(text, box)
    for reference in paragraph.iter("{*}relIds"):
        for one in diagram_paragraphs(text.archive, text.parts, reference):
            text.blocks.add("".join(_letters(one)).strip(), kind, row=row, column=column)
    for sort in ("footnote", "endnote"):
        for mark in paragraph.iter(f"{{*}}{sort}Reference"):
            _add_note(text, text.notes.pop((sort, attribute(mark, "id")), None))
    text.begun = letters if goes_on else ""


def _take_out_hidden(text: _Text, paragraph: "_Element") -> None:
    """Take hidden runs out of a paragraph; those of its text boxes belong to the paragraphs in there."""
    if not text.styles.hiding and next(paragraph.iter("{*}vanish"), None) is None:
        return
    runs = [run for run in paragraph.iter("{*}r") if next(run.iterancestors("{*}p")) is paragraph]
    hidden = [run for run in runs if text.styles.hide(run, paragraph)]
    text.hidden.append("".join(letters for run in hidden for letters in _letters(run)))
    for run in hidden:
        run.clear()


def _has_deleted_end(paragraph: "_Element") -> bool:
    """True where a tracked change took out the end of a paragraph, so that the next one goes on with it."""
    is_deleted = any(paragraph.find(f"{{*}}pPr/{{*}}rPr/{{*}}{change}") is not None for change in ("del", "moveFrom"))
    following = paragraph.getnext()
    return is_deleted and following is not None and local_name(following) == "p"


def _add_note(text: _Text, note: "_Element | None") -> None:
    row, column = text.cell or (None, None)
    for paragraph in () if note is None else note.iter("{*}p"):
        _take_out_hidden(text, paragraph)
        text.blocks.add("".join(_letters(paragraph)).strip(), BlockKind.NOTE, row=row, column=column)


def _add_table(text: _Text, table: "_Element") -> None:
    """Add the cells row by row; a cell that spans several columns counts them all.

    A table inside a cell has rows of its own, unless the cells of the outer row hold versions of it.
    """
    outer, keeps_cell = text.cell, text.keeps_cell
    for row in _inside(table, "tr"):
        cells, number, column = list(_inside(row, "tc")), text.rows, 0
        text.keeps_cell = keeps_cell or hold_versions(cells)
        text.rows += not keeps_cell
        for cell in cells:
            text.cell = outer if keeps_cell else (number, column)
            _add_content(text, cell)
            span = cell.find("{*}tcPr/{*}gridSpan")
            column += 1 if span is None else int(attribute(span, "val") or 1)
    text.cell, text.keeps_cell = outer, keeps_cell


def _inside(parent: "_Element", name: str) -> "Iterator[_Element]":
    """The rows or cells of a table, also those inside content controls and tracked changes, but not of inner tables."""
    for element in parent:
        if local_name(element) == name:
            yield element
        elif local_name(element) in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            yield from _inside(element, name)


def _letters(parent: "_Element") -> Iterator[str]:
    """The text of a paragraph as it is printed."""
    for element in parent:
        name = local_name(element)
        if name == "t":
            yield element.text or ""
        elif name in _LETTERS:
            yield _LETTERS[name]
        elif name == "sym":
            yield symbol(attribute(element, "font"), attribute(element, "char"))
        elif name == "r" and _is_raised(element):
            yield raised("".join(_letters(element)))
        elif name not in _LEFT_OUT:
            yield from _letters(element)


def _is_raised(run: "_Element") -> bool:
    """True for superscript, and for what is set higher by half-points as some programs write it."""
    align, position = run.find("{*}rPr/{*}vertAlign"), run.find("{*}rPr/{*}position")
    if align is not None:
        return attribute(align, "val") == "superscript"
    return position is not None and attribute(position, "val").isdigit() and attribute(position, "val") != "0"
