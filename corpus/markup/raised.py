"""Raised digits, as in м² and at note marks: written small in a document, they must not run into the word before them."""

import re

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", RAISED)
_MARKS = re.compile(r"\d{1,3}(?:[,; *]{1,2}\d{1,3}){0,9}[,*]?", re.ASCII)


def raised(text: str) -> str:
    """The text with raised digits where it is numbers only: `2` → `²`, `1,2*` → `¹,²*`; `th` and `[2]` stay."""
    return text.translate(_RAISED) if _MARKS.fullmatch(text) else text
