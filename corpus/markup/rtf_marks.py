r"""RTF as a stream of groups, control words and letters (Rich Text Format 1.9.1); what they mean, their reader knows.

`{\b Кітап\par}` is an opened group, the control words b and par around letters, and a closed group.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

OPENED, CLOSED = "{", "}"
"""The words of the marks that begin and end a group."""

LETTERS = ""
"""The word of a mark that holds letters."""

_MARK = re.compile(
    rb"(?P<letters>(?:[^\\{}\r\n]|\\'[0-9A-Fa-f]{2})+)"
    rb"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|(?P<brace>[{}])"
    rb"|\\(?P<sign>[^A-Za-z])"
)
_BYTE = re.compile(rb"\\'(..)")


class Mark(NamedTuple):
    r"""A control word or sign with its number (`\u1171` → u, 1171), the border of a group, or letters as bytes of a code page."""

    word: str
    number: int | None = None
    letters: bytes = b""


def marks(data: bytes) -> Iterator[Mark]:
    r"""The marks of a file; ends of lines between them say nothing, bytes behind `\bin` are left out."""
    place = 0
    while found := _MARK.search(data, place):
        place = found.end()
        if found.lastgroup == "letters":
            yield Mark(LETTERS, letters=_BYTE.sub(lambda byte: bytes.fromhex(byte[1].decode()), found[0]))
        elif found.lastgroup in {"word", "number"}:
            word, number = found["word"].decode(), None if found["number"] is None else int(found["number"])
            if word == "bin":
                place += max(0, number or 0)
            yield Mark(word, number)
        else:
            yield Mark((found["brace"] or found["sign"]).decode("latin-1"))
