"""Page numbers and the lines printed at the head or foot of every page."""

import re
from collections import Counter

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.line_marks import CONTACT, LIST_MARK, ends_sentence, starts_low
from corpus.cleaning.page_edges import printed_lines
from corpus.cleaning.pieces import Piece
from corpus.cleaning.steps import Pieces, Step
from corpus.labels import label_of

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:(?:page|стр\.?|с\.|бет|p\.)\s*)?(?P<number>\d{1,4})(?:\s*(?:/|of|из)\s*\d{1,4})?\s*(?:-?\s*бет)?(?:\s*[-–—|])?\s*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"\S@\S|https?://|www\.|(?:\d[\s()+-]*){9,}")
_LETTERS = re.compile(r"[^\W\d_]{2}")
NEAR, OFTEN, OFTEN_BESIDE_NUMBER = 3, 3, 2
"""A head stands within so many lines of a page number or page edge, and comes back so often."""

LINES_ON_PAGE = (12, 120)
"""How many lines (blank ones apart) a page has at least and at most."""

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
            is_number=lambda place: _PAGE_NUMBER.fullmatch(pieces[place].text) is not None,
            may_be_head=lambda place: place > 0 and _may_be_head(pieces[place]),
        )
    numbers = _page_numbers(pieces)
    return numbers | _heads(pieces, numbers)


def _page_numbers(pieces: Pieces) -> frozenset[int]:
    """Bare numbers set apart by blank lines or page edges, when they grow through the document."""
    found = [(place, int(match["number"])) for place, piece in enumerate(pieces) if (match := _bare_number(pieces, place, piece))]
    return frozenset(place for at, (place, _) in enumerate(found) if _grows(found, at) or _is_lone(found, pieces, place))


def _bare_number(pieces: Pieces, place: int, piece: Piece) -> re.Match[str] | None:
    if not piece.is_line or len(piece.text.strip()) > 16:
        return None
    follows = pieces[place + 1] if place + 1 < len(pieces) else None
    apart_before = piece.gap > 0 or piece.opens_page or place == 0
    apart_behind = follows is None or follows.gap > 0 or follows.opens_page
    return _PAGE_NUMBER.fullmatch(piece.text) if apart_before and apart_behind else None


def _grows(found: list[tuple[int, int]], at: int) -> bool:
    """A neighbour among the bare numbers differs by as many pages as there are lines for; cells of a table follow closer."""
    return any(_is_page_apart(found[first], found[first + 1]) for first in (at - 1, at) if 0 <= first < len(found) - 1)


def _is_page_apart(first: tuple[int, int], second: tuple[int, int]) -> bool:
    lines, pages = second[0] - first[0], second[1] - first[1]
    return pages > 0 and LINES_ON_PAGE[0] * pages <= lines <= LINES_ON_PAGE[1] * pages


def _is_lone(found: list[tuple[int, int]], pieces: Pieces, place: int) -> bool:
    """One number only, in the middle of a broken sentence or before a line that comes back: the page of a torn article."""
    if len(found) != 1 or place in {0, len(pieces) - 1}:
        return False
    counts = Counter(_key(piece.text) for piece in pieces)
    return any(counts[_key(pieces[near].text)] >= OFTEN_BESIDE_NUMBER for near in (place - 1, place + 1))


def _heads(pieces: Pieces, numbers: frozenset[int]) -> frozenset[int]:
    """Lines that come back near page numbers or at page edges; the first time such a line opens the document it stays."""
    near = {line for number in numbers for line in range(number - NEAR, number + NEAR + 1)} - numbers
    edges = {place + step for place, piece in enumerate(pieces) if piece.opens_page and place for step in (-1, 0)}
    keys = {place: _key(pieces[place].text) for place in near | edges if 0 < place < len(pieces) and _may_be_head(pieces[place])}
    counts = _counts(pieces, frozenset(keys.values()))
    found = {line for number in numbers for line in (number - 1, number + 1) if _parts_a_sentence(pieces, number, line)}
    for place, key in keys.items():
        is_often = place in near and counts[key] >= OFTEN_BESIDE_NUMBER
        if (is_often or (place in edges and counts[key] >= OFTEN and _is_apart(pieces, place))) and not _runs_on(pieces, place):
            found.add(place)
    return frozenset(found)


def _counts(pieces: Pieces, keys: frozenset[str]) -> Counter[str]:
    """How often each of these lines comes back as what may be a head."""
    return Counter(key for piece in pieces if (key := _key(piece.text)) in keys and _may_be_head(piece))


def _parts_a_sentence(pieces: Pieces, number: int, line: int) -> bool:
    """A line beside a page number, both between blank lines inside a sentence: a head, though it stands once."""
    first, behind = min(number, line), max(number, line) + 1
    if first < 1 or behind >= len(pieces) or not _may_be_head(pieces[line]) or starts_low(pieces[line].text):
        return False
    are_apart = all(pieces[place].gap > 0 for place in (first, first + 1, behind))
    return are_apart and not ends_sentence(pieces[first - 1].text) and starts_low(pieces[behind].text)


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


def _key(text: str) -> str:
    return _DIGITS.sub("0", " ".join(text.casefold().split()))


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
