"""Heads and feet where the file says on which page a line stands: only lines at the top or bottom of a page may be any."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

from corpus.cleaning.steps import Pieces

NEAR = 3
"""How many lines at the top and at the bottom of a page may be head or foot."""

PAGES, PAGES_WITH_NUMBER = 3, 2
"""On how many pages a line must come back at the same end; fewer when it is a page number or stands beside one.

At the top a line that counts nothing may have the number at the foot; a title such as `Қаулы 40` may count itself, and a
signature stands at the foot of every page.
"""

_NUMBER = re.compile(r"\d{1,9}")


class _Form(NamedTuple):
    """A line as it comes back, and whether a number in it grows with the pages."""

    text: str
    grows: bool


@dataclass(frozen=True, slots=True)
class _End:
    """One end of all pages: the lines of each from the outermost inwards, and on how many pages a form stands there."""

    edges: list[list[int]]
    forms: dict[int, list[_Form]]
    often: Counter[_Form]

    def counts_pages(self, place: int) -> bool:
        """True when a number in the line grows as the pages do."""
        return any(form.grows and self.often[form] >= PAGES_WITH_NUMBER for form in self.forms[place])

    def comes_back(self, place: int, *, growing: int, plain: int) -> bool:
        """True when the line stands on so many pages, as it is or with a number that grows with them."""
        return any(self.often[form] >= (growing if form.grows else plain) for form in self.forms[place])

    def facing(self) -> set[int]:
        """The outermost lines of neighbouring pages of which each comes back on the next but one: author left, title right."""
        outer = [edge[0] for edge in self.edges]
        comes_back = [
            not set(self.forms[one]).isdisjoint(self.forms[other]) for one, other in zip(outer, outer[2:], strict=False)
        ]
        starts = [page for page, both in enumerate(pairwise(comes_back)) if all(both)]
        return {outer[page + step] for page in starts for step in range(4)}


def printed_lines(pieces: Pieces, is_number: Callable[[int], bool], may_be_head: Callable[[int], bool]) -> frozenset[int]:
    """The places of page numbers, heads and feet, peeled off from the edges of the pages inwards.

    The two functions say of a place whether the line there has the form of a page number, and whether it may be a head.
    """
    pages = _pages(pieces)
    top, foot = _end(pieces, [page[:NEAR] for page in pages]), _end(pieces, [page[: -NEAR - 1 : -1] for page in pages])
    numbers = {place for end in (top, foot) for place in end.forms if is_number(place) and end.counts_pages(place)}
    found: set[int] = set()
    for end, beside in ((top, pages), (foot, foot.edges)):
        facing = end.facing()
        for edge, lines in zip(end.edges, beside, strict=True):
            growing, plain = _pages_needed(edge, numbers), _pages_needed(lines, numbers)
            heads = {place for place in edge if may_be_head(place) and end.comes_back(place, growing=growing, plain=plain)}
            heads |= {place for place in edge[:1] if place in facing and may_be_head(place)}
            found.update(takewhile((heads | numbers).__contains__, edge))
    return frozenset(found)


def _end(pieces: Pieces, edges: list[list[int]]) -> _End:
    forms = {place: _forms(pieces, place) for edge in edges for place in edge}
    return _End(edges, forms, Counter(form for edge in edges for form in {form for place in edge for form in forms[place]}))


def _pages_needed(lines: list[int], numbers: set[int]) -> int:
    """On how many pages a line must come back beside these lines."""
    return PAGES if numbers.isdisjoint(lines) else PAGES_WITH_NUMBER


def _pages(pieces: Pieces) -> list[list[int]]:
    """The places of the lines of every page, from top to bottom."""
    pages: defaultdict[int, list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        if piece.is_line and piece.page is not None:
            pages[piece.page].append(place)
    return list(pages.values())


def _forms(pieces: Pieces, place: int) -> list[_Form]:
    """The line as it is, and with each of its numbers as its distance from the number of the page: `Есеп 17` → `есеп #5`."""
    text, page = " ".join(pieces[place].text.casefold().split()), pieces[place].page or 0
    counted = (f"{text[: match.start()]}#{int(match[0]) - page}{text[match.end() :]}" for match in _NUMBER.finditer(text))
    return [_Form(text, grows=False), *(_Form(form, grows=True) for form in counted)]
