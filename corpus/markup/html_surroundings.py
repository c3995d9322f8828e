"""What stands around the text of a web page: menus, banners, lists of links, forms."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.markup.page_controls import LONGEST, is_control, is_label_of_control
from corpus.markup.safe_markup import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_NEVER_TEXT = {"nav", "form", "dialog", "menu"}
_AROUND = {"header", "footer", "aside"}
"""Surroundings of the page, but not inside an article, where they hold its title, authors and notes."""
_CORE = 0.6
"""An element that holds more of what is no link is the core of the page."""
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LISTS = {"ul", "ol", "dl"}
_BLOCKS = {"div", "p", "td", "section", "center"}
_SHORT_BLOCKS = _BLOCKS | _HEADINGS | {"dt", "dd", "li"}
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert"}
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|(?:bread)?crumbs?|sidebar|footer|cookies?|share|sharing|social|banner|"
    r"advert\w*|ads|pagination|pager|related|popup|modal|skip-link|toolbar|comments?|subscribe|copyright|views|hits|counter)"
    r"(?:$|[\s_-])"
)
"""Words in the class or id of an element that say what it is."""
_MOST_TEXT = 0.4
"""An element that holds more of the page than this is its text, whatever it is called."""
_MOST_HIDDEN = 0.2
"""What is hidden and holds more of the page is shown by a button: the same text in another language, an opened section."""
_LINKED = 0.7
"""A list or block with several links of which more is links than this is a menu, or a way back: `Басты бет / Жаңалықтар`."""
_MOST_LINKED, _LEAST_PLAIN = 0.5, 200
"""A page in whose core more is links than this, or fewer letters are none, is itself a list of them."""
_PATH = re.compile("\\s[→»\u203a>/|]\\s")
"""What stands between the steps of a way back."""
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_LONGEST_COPYRIGHT = 200
"""Letters."""


@dataclass(slots=True)
class _Extent:
    """What an element holds: letters, letters in links, links."""

    letters: int = 0
    linked: int = 0
    links: int = 0

    @property
    def plain(self) -> int:
        """Letters that are no link."""
        return self.letters - self.linked


class Surroundings:
    """Tells the text of one page from what stands around it."""

    def __init__(self, root: "_Element") -> None:
        self._extents = _extents(root)
        core = _core(root, self._extents)
        self._most_text, self._most_hidden = (share * self._extents[root].letters for share in (_MOST_TEXT, _MOST_HIDDEN))
        own = self._extents[core]
        self._is_list = own.plain < _LEAST_PLAIN or own.linked > _MOST_LINKED * own.letters
        self._at_core = {core, *core.iterancestors(), *core.iterdescendants()}

    def holds(self, element: "_Element") -> bool:
        """True for an element that is not part of the page's text."""
        name = local_name(element).lower()
        extent = self._extents[element]
        if _is_invisible(element) and extent.letters <= self._most_hidden:
            return True
        if name in _AROUND and _is_in_article(element):
            return False
        is_called_so = name in _NEVER_TEXT or name in _AROUND or element.get("role") in _ROLES or _is_named_so(element)
        is_around = is_called_so or self._is_menu(element, extent) or self._is_short(element, extent)
        return is_around and extent.letters <= self._most_text

    def _is_menu(self, element: "_Element", extent: _Extent) -> bool:
        name = local_name(element).lower()
        is_list = name in _LISTS and len(element) > 2
        is_block = name in _BLOCKS and not self._is_list and extent.links > 1
        is_outside = name in _SHORT_BLOCKS and not self._is_list and element not in self._at_core
        return (is_list or is_block or is_outside) and extent.linked > _LINKED * extent.letters

    def _is_short(self, element: "_Element", extent: _Extent) -> bool:
        """True for buttons, counters, ways back and copyright lines by their words; cells and headings of the core stay."""
        name, is_outside = local_name(element).lower(), element not in self._at_core
        if extent.letters > _LONGEST_COPYRIGHT or name not in (_SHORT_BLOCKS if is_outside else _BLOCKS - {"td"}):
            return False
        text = "".join(map(str, element.itertext()))
        if _COPYRIGHT.match(text) or is_control(text):
            return True
        is_linked = is_outside and extent.links > 0 and extent.letters <= LONGEST
        return is_linked and (_PATH.search(text) is not None or is_label_of_control(text))


def _core(root: "_Element", extents: "Mapping[_Element, _Extent]") -> "_Element":
    """The innermost element that holds most of what is no link."""
    core, least = root, _CORE * extents[root].plain
    while (inner := next((one for one in core if extents[one].plain >= max(1, least)), None)) is not None:
        core = inner
    return core


def _extents(root: "_Element") -> "dict[_Element, _Extent]":
    """What every element of a page holds, in one walk."""
    found = {element: _Extent(_length(element.text)) for element in root.iter()}
    for element in reversed(found):
        own = found[element]
        if local_name(element).lower() == "a":
            own.linked, own.links = own.letters, 1
        if element is not root and (outer := element.getparent()) is not None:
            around = found[outer]
            around.letters += own.letters + _length(element.tail)
            around.linked += own.linked
            around.links += own.links
    return found


def _length(text: str | None) -> int:
    return len((text or "").strip())


def _is_invisible(element: "_Element") -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    is_hidden = element.get("aria-hidden") == "true" or "hidden" in element.attrib
    return is_hidden or "display:none" in style or "visibility:hidden" in style


def _is_named_so(element: "_Element") -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return local_name(element).lower() not in {"body", "html", "main", "article"} and bool(_NAMES.search(names))


def _is_in_article(element: "_Element") -> bool:
    return any(local_name(outer).lower() in {"article", "main"} for outer in element.iterancestors())
