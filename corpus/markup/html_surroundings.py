"""What stands around the text of a web page: menus, banners, lists of links, forms."""

import re
from typing import TYPE_CHECKING

from corpus.markup.safe_markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_NEVER_TEXT = {"nav", "form", "dialog", "menu"}
_AROUND = {"header", "footer", "aside"}
"""Surroundings of the page, but not inside an article, where they hold its title, authors and notes."""
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert"}
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|sidebar|footer|cookies?|share|sharing|social|banner|advert\w*|ads|"
    r"pagination|pager|related|popup|modal|skip-link|toolbar|comments?|subscribe|copyright)(?:$|[\s_-])"
)
"""Words in the class or id of an element that say what it is."""
_MOST_TEXT = 0.4
"""An element that holds more of the page than this is its text, whatever it is called."""
_LINKED = 0.7
"""A list of which more is links than this is a menu."""


class Surroundings:
    """Tells the text of one page from what stands around it."""

    def __init__(self, root: "_Element") -> None:
        self._most_text = _MOST_TEXT * _letters(root)

    def holds(self, element: "_Element") -> bool:
        """True for an element that is not part of the page's text."""
        name = local_name(element).lower()
        if element.get("aria-hidden") == "true" or "hidden" in element.attrib or _is_invisible(element):
            return True
        if name in _AROUND and _is_in_article(element):
            return False
        is_list = name in {"ul", "ol", "dl"} and len(element) > 2
        is_called_so = name in _NEVER_TEXT or name in _AROUND or element.get("role") in _ROLES or _is_named_so(element)
        return (is_called_so or (is_list and _linked_share(element) > _LINKED)) and _letters(element) <= self._most_text


def _is_invisible(element: "_Element") -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _is_named_so(element: "_Element") -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return local_name(element).lower() not in {"body", "html", "main", "article"} and bool(_NAMES.search(names))


def _is_in_article(element: "_Element") -> bool:
    return any(local_name(outer).lower() in {"article", "main"} for outer in element.iterancestors())


def _linked_share(element: "_Element") -> float:
    letters = _letters(element)
    return sum(map(_letters, element.iter("a"))) / letters if letters else 0.0


def _letters(element: "_Element") -> int:
    return sum(len(str(text).strip()) for text in element.itertext())
