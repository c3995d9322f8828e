"""Headings, cells and paragraphs in which each language has its own line: `Атауы ⏎ Наименование` in the head of a table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.parallel_rows import ParallelRows
from corpus.cleaning.pieces import Piece
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import TracedText
from corpus.languages import WORKING_LANGUAGES
from corpus.recognition.language_scores import score

SURE = 6.0
"""Nats by which an order of languages must lead over one language for all lines, in all pieces together."""

AGREEMENT = 0.8
"""The share of what speaks for an order, and for one language, that must be for the order."""

SPARE = 2.0
"""Nats by which a single piece may speak against the order of the others: loans and names are alike in two languages."""


def _parallel_lines(pieces: Pieces, ledger: Ledger) -> Pieces:
    """Such pieces become the rows of a table with a column a language."""
    rows = ParallelRows("parallel lines", pieces, ledger)
    languages = {place: order for alike in _alike(pieces) for place, order in _ordered(alike).items()}
    cut: list[Piece] = []
    for place, piece in enumerate(pieces):
        order = languages.get(place)
        cut += [piece] if order is None else rows.cells(piece, _lines(piece), order)
    return tuple(cut)


def _alike(pieces: Pieces) -> Iterator[Mapping[int, Sequence[TracedText]]]:
    """The lines of pieces of one kind and as many lines, two or three, by the places of the pieces."""
    found: defaultdict[tuple[object, int], dict[int, Sequence[TracedText]]] = defaultdict(dict)
    for place, piece in enumerate(pieces):
        if "\n" in piece.text and not piece.is_line and 1 < len(lines := _lines(piece)) <= len(WORKING_LANGUAGES):
            found[piece.kind, len(lines)][place] = lines
    yield from found.values()


def _lines(piece: Piece) -> list[TracedText]:
    lines, start = [], 0
    for text in piece.text.split("\n"):
        if text.strip():
            lines.append(piece.traced.part(start, start + len(text)).stripped())
        start += len(text) + 1
    return lines


def _ordered(alike: Mapping[int, Sequence[TracedText]]) -> dict[int, tuple[str, ...]]:
    """The order of languages in which the lines of the pieces are, for those that are in it; empty where they do not agree."""
    leads = {place: _leads([line.text for line in lines]) for place, lines in alike.items()}
    orders = next(iter(leads.values())).keys()
    best = max(orders, key=lambda order: sum(max(0.0, one[order]) for one in leads.values()))
    own = [one[best] for one in leads.values()]
    agreed = sum(lead for lead in own if lead > 0)
    if agreed < SURE or agreed < AGREEMENT * sum(map(abs, own)):
        return {}
    return {place: best for place, one in leads.items() if one[best] > -SPARE}


def _leads(lines: Sequence[str]) -> dict[tuple[str, ...], float]:
    """How much more speaks for each order of different languages than for one language in all lines (nats)."""
    scores = [score(line) for line in lines]
    alone = max(sum(one[language] for one in scores) for language in WORKING_LANGUAGES)
    return {
        order: sum(one[language] for one, language in zip(scores, order, strict=True)) - alone
        for order in permutations(WORKING_LANGUAGES, len(lines))
    }


PARALLEL_LINES = Step("parallel lines", "headings and cells cut where each language has its own line", _parallel_lines)
