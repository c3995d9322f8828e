"""Lines that say the same in several languages: `Мекенжайы / Адрес / Address`, as forms and signs have them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.pieces import Piece
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import TracedText
from corpus.documents import BlockKind
from corpus.languages import UNKNOWN
from corpus.recognition.shared_language import shared_language

FEWEST_LINES = 3
"""So many lines in a row must have their languages in one order: `2019 / 2020` and `и / или` are no translations.
Headings agree wherever they stand."""

_SLASH = re.compile(r"\s/\s")
_BLANK = re.compile(r"[\s:]*(?:_[\s_]{2,}|\.{4,}|…[\s…]+)\s*\Z")
"""Room to write at the end of a line, `Адрес / Address: ______`: it belongs to all languages and so to none."""


def _parallel_parts(pieces: Pieces, ledger: Ledger) -> Pieces:
    """Such lines become the rows of a table with a column a language."""
    languages: dict[int, tuple[str, ...]] = {}
    for places in _alike(pieces):
        languages |= dict.fromkeys(places, found) if (found := _languages(pieces, places)) else {}
    rows = 1 + max((piece.row for piece in pieces if piece.row is not None), default=-1)
    cut: list[Piece] = []
    for place, piece in enumerate(pieces):
        if place not in languages:
            cut.append(piece)
            continue
        parts = _cut(piece.traced)
        ledger.note("parallel parts", piece.text, " ¦ ".join(part.text for part in parts))
        cut += _cells(piece, parts, languages[place], rows)
        rows += 1
    return tuple(cut)


def _alike(pieces: Pieces) -> Iterator[list[int]]:
    """Places that must agree: lines in a row with as many parts each, and all headings with as many."""
    headings = defaultdict(list)
    for count, run in groupby(enumerate(pieces), key=lambda placed: _parts(placed[1])):
        places = [place for place, _ in run]
        if count > 1 and len(places) >= FEWEST_LINES:
            yield places
        for place in places if count > 1 else ():
            if pieces[place].kind is BlockKind.HEADING:
                headings[count].append(place)
    yield from headings.values()


def _parts(piece: Piece) -> int:
    """How many parts the slashes make of a line; 0 in a table."""
    return len(_SLASH.findall(piece.text)) + 1 if piece.row is None else 0


def _cut(text: TracedText) -> list[TracedText]:
    slashes = [match.span() for match in _SLASH.finditer(text.text)]
    blank = _BLANK.search(text.text)
    starts, stops = (
        [0, *(stop for _, stop in slashes)],
        [*(start for start, _ in slashes), blank.start() if blank else len(text.text)],
    )
    return [text.part(start, stop).stripped() for start, stop in zip(starts, stops, strict=True)]


def _languages(pieces: Pieces, places: list[int]) -> tuple[str, ...]:
    """The language that the parts at each position share; none when one is not clear or two are the same."""
    lines = [_cut(pieces[place].traced) for place in places]
    if not all(part.text for line in lines for part in line):
        return ()
    languages = tuple(shared_language(part.text for part in column) for column in zip(*lines, strict=True))
    return languages if UNKNOWN not in languages and len(set(languages)) == len(languages) else ()


def _cells(line: Piece, parts: list[TracedText], languages: tuple[str, ...], row: int) -> Iterator[Piece]:
    for column, (part, language) in enumerate(zip(parts, languages, strict=True)):
        yield replace(line, traced=part, kind=BlockKind.CELL, row=row, column=column, language=language)


PARALLEL_PARTS = Step("parallel parts", "lines in several languages cut at their slashes", _parallel_parts)
