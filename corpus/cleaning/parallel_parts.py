"""Lines that say the same in several languages, as forms and glossaries do: `Мекенжайы / Адрес`, `іргетас — фундамент`."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.parallel_rows import ParallelRows
from corpus.cleaning.pieces import Piece
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import TracedText
from corpus.documents import BlockKind
from corpus.languages import UNKNOWN
from corpus.recognition.language_scores import score
from corpus.recognition.shared_language import shared_language

Languages = tuple[str, ...]

FEWEST_LINES = 3
"""So many lines in a row must have their languages in one order: `2019 / 2020` and `и / или` are no translations.

Headings agree wherever they stand, and so do cells that fill a row of a table; once the order is known, a single line that fits
it is cut as well.
"""

_PARTING = re.compile(r"\s([/–—=-])\s")
_BLANK = re.compile(r"[\s:]*(?:_[\s_]{2,}|\.{4,}|…[\s…]+)\s*\Z")
"""Room to write at the end of a line, `Адрес / Address: ______`: it belongs to all languages and so to none."""


def _parallel_parts(pieces: Pieces, ledger: Ledger) -> Pieces:
    """Such lines become the rows of a table with a column a language."""
    in_row = Counter(piece.row for piece in pieces)
    signs = [_signs(piece) if piece.row is None or in_row[piece.row] == 1 else "" for piece in pieces]
    languages = _with_single_lines(pieces, signs, _of_alike_lines(pieces, signs))
    rows = ParallelRows("parallel parts", pieces, ledger)
    cut: list[Piece] = []
    for place, piece in enumerate(pieces):
        cut += rows.cells(piece, _cut(piece.traced), languages[place]) if place in languages else [piece]
    return tuple(cut)


def _of_alike_lines(pieces: Pieces, signs: Sequence[str]) -> dict[int, Languages]:
    """The languages of the parts of lines that agree in them, by the places of the lines."""
    found: dict[int, Languages] = {}
    for places in _alike(pieces, signs):
        languages = _languages([_cut(pieces[place].traced) for place in places])
        found |= dict.fromkeys(places, languages) if languages else {}
    return found


def _alike(pieces: Pieces, signs: Sequence[str]) -> Iterator[list[int]]:
    """Places that must agree: lines in a row with the same signs between their parts, and all headings with the same."""
    headings = defaultdict(list)
    for sign, run in groupby(range(len(pieces)), key=signs.__getitem__):
        places = list(run)
        if sign and len(places) >= FEWEST_LINES:
            yield places
        for place in places if sign else ():
            if pieces[place].kind is BlockKind.HEADING or pieces[place].row is not None:
                headings[sign].append(place)
    yield from headings.values()


def _with_single_lines(pieces: Pieces, signs: Sequence[str], found: dict[int, Languages]) -> dict[int, Languages]:
    """Also the lines with the signs of those found, each of whose parts leans to the language of its position."""
    known = {signs[place]: languages for place, languages in found.items()}
    single = {
        place: known[sign]
        for place, sign in enumerate(signs)
        if place not in found and sign in known and _lean_to(_cut(pieces[place].traced), known[sign])
    }
    return found | single


def _signs(piece: Piece) -> str:
    """The signs between the parts of a line, `//`; empty where they are of two sorts."""
    signs = "".join(_PARTING.findall(piece.text))
    return signs if len(set(signs)) == 1 else ""


def _cut(text: TracedText) -> list[TracedText]:
    signs = [match.span() for match in _PARTING.finditer(text.text)]
    blank = _BLANK.search(text.text)
    starts, stops = (
        [0, *(stop for _, stop in signs)],
        [*(start for start, _ in signs), blank.start() if blank else len(text.text)],
    )
    return [text.part(start, stop).stripped() for start, stop in zip(starts, stops, strict=True)]


def _languages(lines: Sequence[Sequence[TracedText]]) -> Languages:
    """The language that the parts at each position share; none when one is not clear or two are the same."""
    if not all(part.text for line in lines for part in line):
        return ()
    languages = tuple(shared_language(part.text for part in column) for column in zip(*lines, strict=True))
    return languages if UNKNOWN not in languages and len(set(languages)) == len(languages) else ()


def _lean_to(parts: Sequence[TracedText], languages: Languages) -> bool:
    """True when every part says more for the language of its position than for any other."""
    scores = [score(part.text) for part in parts]
    return all(
        max(one, key=one.__getitem__) == language and any(one.values()) for one, language in zip(scores, languages, strict=True)
    )


PARALLEL_PARTS = Step("parallel parts", "lines in several languages cut at their slashes or dashes", _parallel_parts)
