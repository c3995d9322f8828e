"""The marks of list items: `1)`, `2.4.`, `б)`, `IV.`."""

import re

from aligner.signs.sign import Sign, SignKind

_LIST_MARK = re.compile(r"\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]|(?P<letter>[^\W\d_])\)|(?P<roman>[IVXІХ]{1,5})[.)])(?=\s)")
_LETTERS = ("абвгдежзиклмнопрстуфхцчшщэюя", "abcdefghijklmnopqrstuvwxyz")
_PLACES = {letter: place for letters in _LETTERS for place, letter in enumerate(letters, start=1)}
"""The letters that lists are counted with; others, as `ә)`, have no place that another language would agree with."""


def list_mark(text: str) -> Sign | None:
    """The mark that an item of a list begins with: `1)`, `2.4.`, `б)`, `IV.`; letters count from 1."""
    match = _LIST_MARK.match(text)
    if match is None:
        return None
    if match["letter"]:
        place = _PLACES.get(match["letter"].lower())
        if place is None:
            return None
        value = f"a{place}"
    else:
        value = match["number"] or match["roman"].translate(str.maketrans("ІХ", "IX"))
    group = match.lastgroup or 0
    return Sign(SignKind.LIST_MARK, value, match.start(group), match.end())
