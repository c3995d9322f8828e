"""Text made safe for XML 1.0: markup escaped, characters outside `Char` left out (XML 1.0, fifth edition, 2.2)."""

import re

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML 1.0 document may hold, not even as a reference: a form feed torn from a PDF breaks every reader."""


def content(text: str) -> str:
    """Text to stand between tags; a carriage return survives as a reference, for parsers turn a bare one into a line feed."""
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text):  # nearly every text: a fifth of the time
        return text
    allowed = FORBIDDEN.sub("", text)
    return allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Text to stand between double quotes."""
    if text.isalnum():
        return text
    return content(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def attributes(*pairs: tuple[str, str]) -> str:
    """Attributes as they stand in a tag, with a space before each; those without a value are left out."""
    return "".join(f' {name}="{attribute(value)}"' for name, value in pairs if value)
