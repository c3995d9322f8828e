"""Raised digits, as in м² and at note marks: written small in a document, they must not run into the word before them."""

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", RAISED)


def raised(text: str) -> str:
    """The text with raised digits where it is digits only: `2` → `²`; `th` and `[2]` stay."""
    return text.translate(_RAISED) if text.isascii() and text.isdigit() else text
