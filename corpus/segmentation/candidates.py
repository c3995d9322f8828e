"""Places where a sentence might end: PyICU's sentence breaks, and stops that it passes over."""

import re
from functools import cache

from icu import BreakIterator, Locale

from corpus.segmentation.words import CLOSING, RAISED_MARK, SPACE, STOP, WIDE_END

_STOPS = re.compile(f"{WIDE_END}|{STOP}+{CLOSING}{{0,3}}(?:{RAISED_MARK}|{SPACE}?\\[\\d[\\d,;.–— -]{{0,16}}\\]\\.?)?(?={SPACE})")
"""ICU never breaks before a number and a small letter (`… болды. 2016 жылы …`), and only behind a mark that opens: `。「`."""


def candidates(text: str) -> list[tuple[int, bool]]:
    """Every place with whether ICU breaks there, in order; a place is the end of what stands before it, spaces apart."""
    by_icu = {place for place in _icu_places(text) if 0 < place < len(text.rstrip())}
    stops = {match.end() for match in _STOPS.finditer(text) if match.end() < len(text.rstrip())}
    return [(place, place in by_icu) for place in sorted(by_icu | stops)]


def _icu_places(text: str) -> list[int]:
    iterator = _iterator()
    iterator.setText(text)
    return [len(text[:offset].rstrip()) for offset in _code_points(text, list(iterator))]


def _code_points(text: str, breaks: list[int]) -> list[int]:
    """ICU counts UTF-16 units: beyond the BMP (`😀 Бұл бір.`) a character is two of them."""
    if not text or max(text) <= "\uffff":
        return breaks
    units, position_of = 0, {0: 0}
    for index, character in enumerate(text, 1):
        units += 2 if character > "\uffff" else 1
        position_of[units] = index
    return [position_of[place] for place in breaks]


@cache
def _iterator() -> BreakIterator:
    return BreakIterator.createSentenceInstance(Locale("kk"))
