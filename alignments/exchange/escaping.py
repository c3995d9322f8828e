"""Text made safe for XML 1.0: markup escaped, characters outside `Char` left out (XML 1.0, fifth edition, 2.2)."""

import re

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even as a reference: a form feed torn from a PDF breaks every reader."""

_SPECIAL = re.compile("[&<>\r]|" + FORBIDDEN.pattern)
_SPECIAL_IN_ATTRIBUTES = re.compile('[&<>"\t\n\r]|' + FORBIDDEN.pattern)
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def content(text: str) -> str:
    """Text to stand between tags; a carriage return survives as a reference, for parsers turn a bare one into a line feed."""
    return _SPECIAL.sub(_replacement, text) if _SPECIAL.search(text) else text


def attribute(text: str) -> str:
    """Text to stand between double quotes."""
    return _SPECIAL_IN_ATTRIBUTES.sub(_replacement, text) if _SPECIAL_IN_ATTRIBUTES.search(text) else text


def attributes(*pairs: tuple[str, str]) -> str:
    """Attributes as they stand in a tag, with a space before each; those without a value are left out."""
    return "".join(f' {name}="{attribute(value)}"' for name, value in pairs if value)


def _replacement(match: re.Match[str]) -> str:
    return _WRITTEN.get(match[0], "")
