"""PPTX: titles, text boxes, tables, diagrams and speaker notes; the page of a block is the number of its slide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.files.archives import Archive, opened_archive
from corpus.markup.office_parts import Part, core_title, diagram_paragraphs, parts_of
from corpus.markup.safe_markup import attribute, local_name, parsed_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECK = "ppt/presentation.xml"
_TITLES = {"title", "ctrTitle"}
_COUNTED = {"sldNum", "dt", "sldImg"}
"""Placeholders that say the number of the slide or the day, or show the slide itself."""
_LETTERS = {"br": "\n", "tab": "\t"}


@dataclass(slots=True)
class _Text:
    """The presentation on its way into blocks."""

    archive: Archive
    blocks: Blocks
    page: int = 0
    rows: int = 0
    parts: Mapping[str, Part] = field(default_factory=dict)


def read(file: RawFile) -> Contents:
    """The text of a presentation in the order in which it is shown; what a speaker notes follows the slide.

    Hidden slides are left out.
    """
    with opened_archive(file) as archive:
        text, hidden = _Text(archive, Blocks(file.name)), []
        for number, member in enumerate(_slides(archive), start=1):
            slide = parsed_xml(archive.member(member), "PPTX")
            if attribute(slide, "show") in {"0", "false"}:
                hidden.append(str(number))
                continue
            text.page, text.parts = number, parts_of(archive, member, "PPTX")
            _add_shapes(text, slide, BlockKind.PARAGRAPH)
            for part in text.parts.values():
                if part.sort == "notesSlide":
                    _add_shapes(text, parsed_xml(archive.member(part.member), "PPTX"), BlockKind.NOTE)
        remarks = (f"hidden slides left out: {', '.join(hidden)}",) if hidden else ()
        return Contents(text.blocks.text(), tuple(text.blocks.gathered), title=core_title(archive, "PPTX"), remarks=remarks)


def _slides(archive: Archive) -> list[str]:
    """The members with the slides, in the order of the show."""
    parts = parts_of(archive, _DECK, "PPTX")
    listed = parsed_xml(archive.member(_DECK), "PPTX").iter("{*}sldId")
    # A slide has an id and an r:id; only the second, which comes from the namespace of relations, names the part.
    names = [value for slide in listed for key, value in slide.attrib.items() if str(key).endswith("relationships}id")]
    return [parts[name].member for name in names if name in parts]


def _add_shapes(text: _Text, parent: "_Element", kind: BlockKind) -> None:
    """Add the text of the shapes inside an element; groups are looked through, of alternatives the first is read."""
    for element in parent:
        name = local_name(element)
        if name == "sp":
            _add_shape(text, element, kind)
        elif name == "tbl":
            _add_table(text, element)
        elif name == "relIds":
            for paragraph in diagram_paragraphs(text.archive, text.parts, element):
                text.blocks.add("".join(_letters(paragraph)).strip(), kind, page=text.page)
        elif name != "Fallback":
            _add_shapes(text, element, kind)


def _add_shape(text: _Text, shape: "_Element", kind: BlockKind) -> None:
    place = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
    role = "" if place is None else attribute(place, "type")
    if role in _COUNTED:
        return
    chosen = BlockKind.HEADING if role in _TITLES and kind is BlockKind.PARAGRAPH else kind
    for paragraph in shape.iterfind("{*}txBody/{*}p"):
        text.blocks.add("".join(_letters(paragraph)).strip(), chosen, page=text.page)


def _add_table(text: _Text, table: "_Element") -> None:
    for row in table.iterfind("{*}tr"):
        for column, cell in enumerate(row.iterfind("{*}tc")):
            for paragraph in cell.iterfind("{*}txBody/{*}p"):
                letters = "".join(_letters(paragraph)).strip()
                text.blocks.add(letters, BlockKind.CELL, page=text.page, row=text.rows, column=column)
        text.rows += 1


def _letters(paragraph: "_Element") -> Iterator[str]:
    """The text of a paragraph as it is shown."""
    for element in paragraph:
        name = local_name(element)
        if name in {"r", "fld"}:
            yield element.findtext("{*}t") or ""
        else:
            yield _LETTERS.get(name, "")
