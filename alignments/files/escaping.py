"""Text made safe for XML 1.0: markup escaped, characters outside `Char` left out (XML 1.0, fifth edition, 2.2)."""

import re

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 document may hold, not even as a reference: a form feed torn from a PDF breaks every reader."""


def content(text: str) -> str:
    """Text to stand between tags; a carriage return survives as a reference, for parsers turn a bare one into a line feed."""
    is_plain = text.isprintable()  # nearly every text is, and asking takes a fifth of the time of the search
    allowed = text if is_plain else FORBIDDEN.sub("", text)
    marked_up = allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return marked_up if is_plain else marked_up.replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Text to stand between double quotes."""
    return content(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def attributes(*pairs: tuple[str, str]) -> str:
    """Attributes as they stand in a tag, with a space before each; those without a value are left out."""
    return "".join(f' {name}="{attribute(value)}"' for name, value in pairs if value)
