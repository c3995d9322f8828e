"""Page numbers and the lines printed at the head or foot of every page."""

import re
from collections import Counter
from itertools import takewhile

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.line_marks import CONTACT, LIST_MARK, starts_low
from corpus.cleaning.page_edges import printed_lines
from corpus.cleaning.page_numbers import PAGE_NUMBER, line_key, page_numbers, parts_a_sentence
from corpus.cleaning.pieces import Piece
from corpus.cleaning.steps import Pieces, Step
from corpus.labels import label_of

_ADDRESS = re.compile(r"\S@\S|https?://|www\.|(?:\d[\s()+-]*){9,}")
_LETTERS = re.compile(r"[^\W\d_]{2}")
NEAR, OFTEN, OFTEN_BESIDE_NUMBER = 3, 3, 2
"""A head stands within so many lines of a page number or page edge, and comes back so often."""

MOSTLY_BESIDE = 0.4
"""The share of a line's returns that stand beside page numbers: a heading that comes back elsewhere is none of the page's."""

LONG_LINE = 60
"""Characters; a line so long that a small letter follows on is text, and no head above a torn page."""

LONGEST_HEAD = 110
"""Characters; a longer line is text."""


def _running_heads(pieces: Pieces, ledger: Ledger) -> Pieces:
    if not any(piece.is_line for piece in pieces):
        return pieces
    printed = _printed_lines(pieces)
    for place in sorted(printed):
        ledger.note("running heads", pieces[place].text.strip(), "")
    return _without(pieces, printed)


def _printed_lines(pieces: Pieces) -> frozenset[int]:
    """Page numbers, heads and feet; where no page is known, they are recognised by the distance between numbers."""
    if any(piece.is_line and piece.page is not None for piece in pieces):
        return printed_lines(
            pieces,
            is_number=lambda place: PAGE_NUMBER.fullmatch(pieces[place].text) is not None,
            may_be_head=lambda place: place > 0 and _may_be_head(pieces[place]),
        )
    numbers = page_numbers(pieces)
    return numbers | _heads(pieces, numbers)


def _heads(pieces: Pieces, numbers: frozenset[int]) -> frozenset[int]:
    """Lines that come back beside page numbers or at page edges; the first time such a line opens the document it stays."""
    sides = [range(number + step, number + step * (NEAR + 1), step) for number in numbers for step in (-1, 1)]
    edges = {place + step for place, piece in enumerate(pieces) if piece.opens_page and place for step in (-1, 0)}
    keys = {place: line_key(pieces[place].text) for side in (*sides, edges) for place in side if _is_head(pieces, place)}
    everywhere = _counts(pieces, frozenset(keys.values()))
    beside = Counter(keys[place] for place in {place for side in sides for place in side} & keys.keys())
    often = {place for place, key in keys.items() if beside[key] >= max(OFTEN_BESIDE_NUMBER, MOSTLY_BESIDE * everywhere[key])}
    at_numbers = {place for side in sides for place in takewhile((often | numbers).__contains__, side)} - numbers
    once = {line for number in numbers for line in (number - 1, number + 1) if _parts_a_sentence(pieces, number, line)}
    at_edges = {place for place in edges & keys.keys() if everywhere[keys[place]] >= OFTEN and _is_apart(pieces, place)}
    return frozenset(at_numbers | once | at_edges)


def _counts(pieces: Pieces, keys: frozenset[str]) -> Counter[str]:
    """How often each of these lines stands in the text."""
    return Counter(key for piece in pieces if keys and (key := line_key(piece.text)) in keys)


def _is_head(pieces: Pieces, place: int) -> bool:
    return 0 < place < len(pieces) and _may_be_head(pieces[place]) and not _runs_on(pieces, place)


def _parts_a_sentence(pieces: Pieces, number: int, line: int) -> bool:
    """A line beside a page number, both between blank lines inside a sentence: a head, though it stands once."""
    first, last = min(number, line), max(number, line)
    if not parts_a_sentence(pieces, first, last) or not _may_be_head(pieces[line]) or starts_low(pieces[line].text):
        return False
    return pieces[first].gap > 0 and pieces[last + 1].gap > 0


def _runs_on(pieces: Pieces, place: int) -> bool:
    """True for a line of text: it goes on from the line before or into the next one."""
    if starts_low(pieces[place].text):
        return True
    follows = pieces[place + 1] if place + 1 < len(pieces) else None
    is_long = len(pieces[place].text.strip()) >= LONG_LINE
    return is_long and follows is not None and follows.gap == 0 and starts_low(follows.text)


def _is_apart(pieces: Pieces, place: int) -> bool:
    follows = pieces[place + 1] if place + 1 < len(pieces) else None
    return pieces[place].gap > 0 or pieces[place].opens_page or follows is None or follows.gap > 0


def _may_be_head(piece: Piece) -> bool:
    """Never an address, a telephone number, a numbered title or a label."""
    text = piece.text.strip()
    if not piece.is_line or len(text) > LONGEST_HEAD or not _LETTERS.search(text):
        return False
    return not (CONTACT.match(text) or _ADDRESS.search(text) or LIST_MARK.match(text) or label_of(text) is not None)


def _without(pieces: Pieces, places: frozenset[int]) -> Pieces:
    """The rest; the line behind a page number or head opens a page, so that a sentence may go on over it."""
    kept: list[Piece] = []
    torn = False
    for place, piece in enumerate(pieces):
        if place in places:
            torn = True
            continue
        kept.append(piece.on_new_page() if torn else piece)
        torn = False
    return tuple(kept)


RUNNING_HEADS = Step(
    "running heads", "page numbers and repeated heads and feet of pages taken out", _running_heads, changes_letters=True
)
