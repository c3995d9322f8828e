"""The letters of a page of a PDF with their boxes and types, turned so that most of the text stands upright."""

import re
from collections.abc import Iterator
from ctypes import byref, create_string_buffer
from functools import cache
from math import pi
from typing import TYPE_CHECKING

from corpus.pages.letters import Letter, Type, is_on_one_line

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_SPACE = Letter(" ")
_WORD = re.compile(r"[^\W\d_]+|.", re.DOTALL)
_BOLD = re.compile(rb"(?i)bold|black|heavy|demi")
_LONGEST_NAME = 128
"""Bytes of a font's name, in which its weight is told; the weight that PDFium tells is often wrong."""
_SIGNS = {
    0x02: "-",
    0xFFFE: "-",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
"""PDFium's own signs for a hyphen at the end of a line; ligatures, which are a matter of type and not of spelling."""


def letters_of(page: "PdfPage") -> tuple[int, list[Letter], list[list[Letter]]]:
    """By how many quarter turns most of a page's text stands upright, its letters so turned, and those that run otherwise.

    Each way in which other letters run has a list of its own, turned so that they stand upright too. All are in the order of
    drawing. Letters of one word come together, because asking for the box of every letter takes most of the time; signs and
    digits, which may be raised, come alone.
    """
    page_text = page.get_textpage()
    ways: dict[int, list[Letter]] = {}
    for turns, letter in _boxed(page_text, _signs(page_text)):
        ways.setdefault(turns, []).append(letter)
    page_text.close()
    most = max(ways, key=lambda turns: sum(len(letter.text) for letter in ways[turns]), default=0)
    letters = ways.pop(most, [])
    return most, letters, [others for _, others in sorted(ways.items()) if not all(letter.is_space for letter in others)]


def _boxed(page_text: "PdfTextPage", signs: str) -> Iterator[tuple[int, Letter]]:
    """The letters with their boxes, upright after so many quarter turns."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    text, box, name = page_text.raw, raw.FS_RECTF(), create_string_buffer(_LONGEST_NAME)
    into_box, box_at = byref(box), raw.FPDFText_GetLooseCharBox
    font_at, size_at = raw.FPDFText_GetFontInfo, raw.FPDFText_GetFontSize

    @cache
    def type_named(name: bytes, size: float) -> Type:
        return Type(_BOLD.search(name) is not None, round(size, 1))

    def type_at(place: int) -> Type:
        font_at(text, place, name, _LONGEST_NAME, None)
        return type_named(name.value, size_at(text, place))

    def boxed(letters: str, place: int, turns: int) -> Letter | None:
        if not box_at(text, place, into_box):
            return None
        sides = (box.left, box.bottom, box.right, box.top)
        left, bottom, right, top = upright(turns, *sides) if turns else sides
        return Letter(letters.translate(_SIGNS), left, bottom, right, top, type_at(place) if letters.isalpha() else None)

    turns = 0
    for word in _WORD.finditer(signs):
        if word[0].isspace() or word[0] == "\0":
            yield turns, _SPACE
            continue
        turns = _turns(raw.FPDFText_GetCharAngle(text, word.start()))
        first = boxed(word[0], word.start(), turns)
        last = boxed("", word.end() - 1, turns) if len(word[0]) > 1 else first
        if first is not None and last is not None and is_on_one_line(first, last) and first.left <= last.left:
            yield turns, first._replace(right=last.right)
        else:
            each = (boxed(letter, place, turns) for place, letter in enumerate(word[0], word.start()))
            yield from ((turns, letter) for letter in each if letter is not None)


def _signs(page_text: "PdfTextPage") -> str:
    """The sign of every letter: all at once, or one by one where PDFium's text leaves letters out."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    count, text = page_text.count_chars(), page_text.get_text_range()
    return text if len(text) == count else "".join(chr(raw.FPDFText_GetUnicode(page_text.raw, place)) for place in range(count))


def _turns(angle: float) -> int:
    """How often a letter must be turned clockwise to stand upright; its angle is in radians."""
    return round((2 * pi - angle) / (pi / 2)) % 4


def upright(turns: int, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """A box after quarter turns clockwise."""
    for _ in range(turns):
        left, bottom, right, top = bottom, -right, top, -left
    return left, bottom, right, top
