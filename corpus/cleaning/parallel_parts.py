"""Lines that say the same in several languages: `Мекенжайы / Адрес / Address`, as forms and signs have them."""

import re
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
"""So many lines in a row must have their languages in one order: `2019 / 2020` and `и / или` are no translations."""

_SLASH = re.compile(r"\s/\s")
_BLANK = re.compile(r"[\s:]*(?:_[\s_]{2,}|\.{4,}|…[\s…]+)\s*\Z")
"""Room to write at the end of a line, `Адрес / Address: ______`: it belongs to all languages and so to none."""


def _parallel_parts(pieces: Pieces, ledger: Ledger) -> Pieces:
    """Such lines become the rows of a table with a column a language."""
    rows = 1 + max((piece.row for piece in pieces if piece.row is not None), default=-1)
    cut: list[Piece] = []
    for count, run in groupby(pieces, key=_parts):
        lines = list(run)
        if count < 2 or not _are_translations([_cut(line.traced) for line in lines]):
            cut += lines
            continue
        for line in lines:
            parts = _cut(line.traced)
            ledger.note("parallel parts", line.text, " ¦ ".join(part.text for part in parts))
            cut += _cells(line, parts, rows)
            rows += 1
    return tuple(cut)


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


def _are_translations(lines: list[list[TracedText]]) -> bool:
    """True when the parts at each place share a language, and no two places the same."""
    if len(lines) < FEWEST_LINES or not all(part.text for line in lines for part in line):
        return False
    languages = [shared_language(part.text for part in column) for column in zip(*lines, strict=True)]
    return UNKNOWN not in languages and len(set(languages)) == len(languages)


def _cells(line: Piece, parts: list[TracedText], row: int) -> Iterator[Piece]:
    for column, part in enumerate(parts):
        yield replace(line, traced=part, kind=BlockKind.CELL, row=row, column=column)


PARALLEL_PARTS = Step("parallel parts", "lines in several languages cut at their slashes", _parallel_parts)
