"""A web page or a chapter of a book as blocks; of a web page the menus, banners and lists of links are left out."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.contents import Blocks
from corpus.documents import BlockKind
from corpus.markup.html_surroundings import Surroundings
from corpus.markup.inner_tables import hold_versions
from corpus.markup.raised import raised
from corpus.markup.safe_markup import local_name, lxml_module

if TYPE_CHECKING:
    from lxml.etree import _Element, iterwalk

_INLINE = frozenset(
    [
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd"),
        *(
            "label",
            "mark",
            "nobr",
            "q",
            "rb",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
        ),
        *("u", "var", "wbr"),
    ]
)
"""Elements that do not end the line of text they stand in; every other element does."""
SILENT = frozenset(
    [
        *("script", "style", "noscript", "template", "head", "title", "svg", "math", "object", "iframe", "select", "button"),
        *("input", "textarea", "rt", "rp", "audio", "video", "canvas"),
    ]
)
"""Elements whose insides are no text for readers."""
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_LISTED = {"li", "dt", "dd"}
_OF_TABLES = {"tr", "td", "th"}
_SPACES = re.compile("[ \t\n\r\f]+")


@dataclass(slots=True)
class _Place:
    """Where in the document the walk is: kind of the blocks here and, inside a table, their cell; inner tables may keep to it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    row: int | None = None
    column: int | None = None
    keeps_cell: bool = False


class HtmlBlocks:
    """Adds the text of elements to blocks, the rows of all tables counted through."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._surroundings: Surroundings | None = None
        self._rows = 0
        self._words: list[str] = []

    def add_page(self, root: "_Element") -> None:
        """Add the text of a web page, from which scripts and styles have been taken out."""
        self._surroundings = Surroundings(root)
        self.add(root)

    def add(self, element: "_Element") -> None:
        """Add everything inside an element that is read as text; the walk is a loop, since careless pages are nested deeply."""
        walk = lxml_module("etree", "HTML").iterwalk(element, events=("start", "end"))
        places: list[tuple[_Element | None, _Place]] = [(None, _Place())]
        for event, one in walk:
            if event == "start":
                self._enter(one, places, walk)
            else:
                if places[-1][0] is one:
                    self._close(places.pop()[1])
                if one is not element:
                    self._words.append(_SPACES.sub(" ", one.tail or ""))
        self._close(_Place())

    def _enter(self, element: "_Element", places: "list[tuple[_Element | None, _Place]]", walk: "iterwalk") -> None:
        """Add what stands before the inner elements of one; what is read in one go is not walked through."""
        name, place = local_name(element).lower(), places[-1][1]
        is_left_out = not name or name in SILENT or self._is_around_text(element)
        if is_left_out or name in {"br", "pre"} or name == "sup":
            walk.skip_subtree()
            if not is_left_out:
                self._add_whole(name, element, place)
            return
        if name not in _INLINE:
            self._close(place)
            places.append((element, self._place_inside(name, element, place)))
        self._words.append(_SPACES.sub(" ", element.text or ""))

    def _add_whole(self, name: str, element: "_Element", place: _Place) -> None:
        if name == "br":
            self._words.append("\n")
        elif name == "sup":
            self._words.append(raised("".join(map(str, element.itertext())).strip()))
        else:
            self._add_lines(element, place)

    def _is_around_text(self, element: "_Element") -> bool:
        return self._surroundings is not None and not _is_note(element) and self._surroundings.holds(element)

    def _place_inside(self, name: str, element: "_Element", place: _Place) -> _Place:
        if name in _HEADINGS:
            return replace(place, kind=BlockKind.HEADING)
        if name in _OF_TABLES and place.column is not None and place.keeps_cell:
            return place
        if name == "tr":
            self._rows += 1
            return _Place(BlockKind.CELL, self._rows - 1, None, hold_versions(list(element)))
        if name in {"td", "th"}:
            return _Place(BlockKind.CELL, place.row, _column(element), place.keeps_cell)
        if name in _LISTED and place.row is None:
            return _Place(BlockKind.LIST_ITEM)
        return replace(place, kind=BlockKind.NOTE) if _is_note(element) else place

    def _add_lines(self, element: "_Element", place: _Place) -> None:
        """Add preformatted text as the lines it is typed in."""
        self._close(place)
        for line in "".join(map(str, element.itertext())).splitlines():
            self._blocks.add(line, BlockKind.LINE)

    def _close(self, place: _Place) -> None:
        """End the block that is being gathered."""
        lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(self._words).split("\n"))
        text = "\n".join(lines).strip()
        self._words.clear()
        self._blocks.add(text, place.kind, row=place.row, column=place.column)


def _is_note(element: "_Element") -> bool:
    """True for what EPUB calls `epub:type="footnote"` and HTML `role="doc-footnote"`."""
    marks = (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] in {"type", "role"})
    return any("footnote" in mark or "endnote" in mark for mark in marks)


def _column(cell: "_Element") -> int:
    """The column of a table cell, the columns that the cells before it span counted."""
    return sum(_span(before) for before in cell.itersiblings(preceding=True) if local_name(before).lower() in {"td", "th"})


def _span(cell: "_Element") -> int:
    span = cell.get("colspan", "1")
    return int(span) if span.isdigit() and len(span) < 4 else 1
