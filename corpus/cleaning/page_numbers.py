"""Which bare numbers are page numbers where the file does not say where its pages end."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from corpus.cleaning.line_marks import ends_sentence, is_divided, starts_low
from corpus.cleaning.pieces import Piece
from corpus.cleaning.steps import Pieces

PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:(?:page|стр\.?|с\.|бет|p\.)\s*)?(?P<number>\d{1,4})(?:\s*(?:/|of|из)\s*\d{1,4})?\s*(?:-?\s*бет)?(?:\s*[-–—|])?\s*",
    re.IGNORECASE,
)

_HEADED = re.compile(r"\s*(?:(?P<first>\d{1,4})\s+[^\W\d_][^\d]{1,80}|[^\W\d_][^\d]{1,80}\s(?P<last>\d{1,4}))\s*")
_AROUND = " \t\u00a0-–—|"
_DIGITS = re.compile(r"\d+")

LINES_ON_PAGE = (12, 120)
"""How many lines (blank ones apart) a page has at least and at most."""

FEWEST_IN_ROW, MOST_SKIPPED = 3, 3
"""So many numbers that follow on from each other count pages; a page between them may have none."""

LEAST_PARTED, LONGEST_PAGE = 0.25, 2.0
"""The share of the numbers of a row that must part a sentence; how many times the median length the longest page may have."""

FEWEST_BESIDE = 2
"""How often a head beside a number must stand in the text."""

LEAST_TORN = 5
"""Lines between two numbers that both part a sentence: a page may be torn from its middle."""

LEAST_TEXT = 20
"""Characters; a shorter line is a cell, a heading or verse, and what stands behind it parts no sentence."""

FIRST_YEAR = 1000
"""A number so large may be a year that stands over what happened in it."""


class _Number(NamedTuple):
    """A number that may count pages.

    `is_apart` is true for one alone between blank lines, `parts` for one inside a sentence, `is_torn` where blank lines set it
    and its head apart there.
    """

    place: int
    value: int
    is_apart: bool
    parts: bool
    is_torn: bool


def page_numbers(pieces: Pieces) -> frozenset[int]:
    """The places of the numbers that grow as pages do, that count them one by one, or that part one sentence after the other."""
    found = list(_numbers(pieces))
    apart = [number for number in found if number.is_apart and (number.parts or number.value < FIRST_YEAR)]
    torn = [number for number in found if number.is_torn]
    grown = {
        number.place
        for numbers, are_apart in ((apart, _are_pages_apart), (torn, _are_torn_apart))
        for pair in pairwise(numbers)
        if are_apart(*pair)
        for number in pair
    }
    counted = {number.place for row in _rows(found) if _counts_pages(row) for number in row}
    if not grown and len(apart) == 1:
        grown = {number.place for number in apart if _is_lone(pieces, number.place)}
    last = {number.place for number in found[-1:] if number.place == len(pieces) - 1 and _follows_one_of(number, found, counted)}
    return frozenset(grown | counted | last)


def line_key(text: str) -> str:
    """A line as it comes back on other pages, whatever its numbers and capitals."""
    return _DIGITS.sub("0", " ".join(text.casefold().split()))


def _numbers(pieces: Pieces) -> Iterator[_Number]:
    """Bare numbers, and numbers beside a head on one line that comes back: `Үлкен көш 17`, `18 Үлкен көш`."""
    ending = [place for place, piece in enumerate(pieces) if piece.is_line and _has_digit_at_end(piece.text.strip(_AROUND))]
    headed = {place: match for place in ending if (match := _HEADED.fullmatch(pieces[place].text))}
    counts = Counter(line_key(match.string) for match in headed.values())
    for place in ending:
        if bare := _bare_number(pieces[place]):
            yield _number(pieces, place, int(bare["number"]), is_bare=True)
        elif place in headed and counts[line_key(pieces[place].text)] >= FEWEST_BESIDE:
            yield _number(pieces, place, int(headed[place]["first"] or headed[place]["last"]), is_bare=False)


def _has_digit_at_end(text: str) -> bool:
    return text[:1].isdigit() or text[-1:].isdigit()


def _number(pieces: Pieces, place: int, value: int, *, is_bare: bool) -> _Number:
    around = [(first, last) for first, last in _with_heads(place) if parts_a_sentence(pieces, first, last)]
    is_torn = any(pieces[first].gap > 0 and pieces[last + 1].gap > 0 for first, last in around)
    return _Number(place, value, is_bare and _is_apart(pieces, place), bool(around), is_bare and is_torn)


def _bare_number(piece: Piece) -> re.Match[str] | None:
    return PAGE_NUMBER.fullmatch(piece.text) if len(piece.text.strip()) <= 16 else None


def _is_apart(pieces: Pieces, place: int) -> bool:
    piece, follows = pieces[place], pieces[place + 1] if place + 1 < len(pieces) else None
    is_apart_before = piece.gap > 0 or piece.opens_page or place == 0
    return is_apart_before and (follows is None or follows.gap > 0 or follows.opens_page)


def _with_heads(place: int) -> tuple[tuple[int, int], ...]:
    """The first and last line of a number alone, with a head below it and with one above it."""
    return (place, place), (place, place + 1), (place - 1, place)


def parts_a_sentence(pieces: Pieces, first: int, last: int) -> bool:
    """True when the lines from first to last stand between a long line that ended nothing and one that goes on from there."""
    if first < 1 or last + 1 >= len(pieces):
        return False
    before, behind = pieces[first - 1], pieces[last + 1]
    if not (before.is_line and behind.is_line) or len(before.text.strip()) < LEAST_TEXT or ends_sentence(before.text):
        return False
    return starts_low(behind.text) or (is_divided(before.text) and behind.text.lstrip()[:1].isalpha())


def _are_pages_apart(first: _Number, second: _Number) -> bool:
    """As many pages further as there are lines for; cells of a table follow closer."""
    lines, pages = second.place - first.place, second.value - first.value
    return pages > 0 and LINES_ON_PAGE[0] * pages <= lines <= LINES_ON_PAGE[1] * pages


def _are_torn_apart(first: _Number, second: _Number) -> bool:
    return first.value < second.value and second.place - first.place >= LEAST_TORN


def _rows(found: Sequence[_Number]) -> Iterator[list[_Number]]:
    """Numbers of which each follows on from the one before, by as many pages as there are lines for."""
    by_value: defaultdict[int, list[_Number]] = defaultdict(list)
    for number in found:
        by_value[number.value].append(number)
    seen: set[_Number] = set()
    for number in found:
        row = [number]
        while (following := _following(row[-1], by_value)) is not None and following not in seen:
            row.append(following)
        seen.update(row)
        yield row


def _following(number: _Number, by_value: defaultdict[int, list[_Number]]) -> _Number | None:
    """The nearest number behind a page of fitting length that is larger by one, or by as many as there are pages."""
    for step in range(1, MOST_SKIPPED + 1):
        later = by_value[number.value + step]
        nearest = bisect_left(later, number.place + LINES_ON_PAGE[0] * step, key=lambda one: one.place)
        if nearest < len(later) and _are_pages_apart(number, later[nearest]):
            return later[nearest]
    return None


def _counts_pages(row: Sequence[_Number]) -> bool:
    """Long enough, at like distances, and often inside a sentence: numbers of chapters, verses and exercises never are."""
    if len(row) < FEWEST_IN_ROW or sum(number.parts for number in row) < LEAST_PARTED * len(row):
        return False
    pages = [(second.place - first.place) / (second.value - first.value) for first, second in pairwise(row)]
    return max(pages) <= LONGEST_PAGE * median(pages)


def _follows_one_of(last: _Number, found: Sequence[_Number], counted: set[int]) -> bool:
    """True for the number of the last page, which may be short."""
    return any(number.place in counted and number.value == last.value - 1 for number in found)


def _is_lone(pieces: Pieces, place: int) -> bool:
    """The only number, before or behind a line that comes back: the page of a torn article."""
    beside = {line_key(pieces[near].text) for near in (place - 1, place + 1) if 0 <= near < len(pieces)}
    counts = Counter(line_key(piece.text) for piece in pieces)
    return any(counts[key] >= FEWEST_BESIDE for key in beside)
