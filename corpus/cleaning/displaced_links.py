"""Link text that a printed web page put at the end of its line: `Заңының  сәйкес азаматтар 5-бабына`, `( ).2-қосымша`.

Prints of the Kazakh legal database do this; the step works only in a source where the pattern comes back.
"""

import re

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import TracedText, joined

FEWEST_LINES = 3
"""So many lines of a source must show the pattern before any of them is touched."""

_COUNTED = r"\d+(?:-\d+)?-(?:бап|баб|тармақ|тармағ|бөлік|бөліг|тарау|қосымша|стать|пункт|част|глав|приложени)\w*"
_NAMED = (
    r"(?:Заң|Кодекс|кодекс|Қаулы|қаулы|Жарлы|жарлы|Конституция|конвенция|Конвенция|баяндама|бұйры|ереже|Ереже|стратегия|бағдарлама"
    r"|Закон|Указ|приказ|постановлени|Конституци)\w*"
)
_LINK = rf"(?:{_COUNTED}|{_NAMED})"
_GAP_LINE = re.compile(
    rf"(?P<left>.*\S) {{2,}}(?P<right>(?:(?! {{2,}}).)*?"
    rf"(?:[.,;»)]|\s|(?:-(?:бап|баб|тармақ|тармағ)\w*?[аеыің])))(?P<link>{_LINK})\s*"
)
_GLUED_LINE = re.compile(r"(?P<left>.*\S) {2,}(?P<right>(?:(?! {2,}).)*[.,;])(?P<link>[^\W\d_]{3,})\s*")
_EMPTY_BRACKETS = re.compile(
    r"(?P<left>.*)\((?P<slots>[ ,]*(?:және[ ,]*|и[ ,]*)?)\)\s?(?P<stop>[.,;]?)"
    r"(?P<links>\d[\w ]*-\s?(?:қосымша|бап|баб|тармақ)\w*)\s*"
)
_GAP = re.compile(r"\S {2,}(?=\S)")
_CHUNK = re.compile(r"\S+")
_SLOT_SIGN = re.compile(r",|және|и")


def _displaced_links(pieces: Pieces, ledger: Ledger) -> Pieces:
    moved = {place: text for place, piece in enumerate(pieces) if piece.is_line and (text := _put_back(piece.traced))}
    if len(moved) < FEWEST_LINES:
        return pieces
    for place, text in moved.items():
        ledger.note("displaced links", pieces[place].text.strip(), text.text.strip())
    return tuple(piece.with_text(moved.get(place, piece.traced)) for place, piece in enumerate(pieces))


def _put_back(line: TracedText) -> TracedText | None:
    """The line with its link where it belongs, or None when it shows no such pattern."""
    filled = _with_brackets_filled(line)
    if filled is not None or "  " not in line.text.strip():
        return filled
    match = _GAP_LINE.fullmatch(line.text) or _GLUED_LINE.fullmatch(line.text)
    if match is None or len(_GAP.findall(line.text)) > 1:
        return None
    left, right, link = (line.part(*match.span(name)) for name in ("left", "right", "link"))
    return joined([left, link, right.stripped()], " ")


def _with_brackets_filled(line: TracedText) -> TracedText | None:
    """`( , , ).4 5 6-қосымшалар` → `(4, 5, 6-қосымшалар).`"""
    match = _EMPTY_BRACKETS.fullmatch(line.text)
    if match is None:
        return None
    signs = [found.span() for found in _SLOT_SIGN.finditer(line.text, *match.span("slots"))]
    links = [found.span() for found in _CHUNK.finditer(line.text, *match.span("links"))]
    if len(links) != len(signs) + 1:
        return None
    opening, closing = match.end("left"), match.end("slots")
    inside = line.part(*links[0])
    for sign, link in zip(signs, links[1:], strict=True):
        mark = line.part(*sign)
        inside = joined([joined([inside, mark], "" if mark.text == "," else " "), line.part(*link)], " ")
    parts = [line.part(0, opening + 1), inside, line.part(closing, closing + 1), line.part(*match.span("stop"))]
    return joined([part for part in parts if part.text], "")


DISPLACED_LINKS = Step("displaced links", "link text printed at the end of its line put back", _displaced_links)
