"""Columns of tables that are each in one language: what a short cell does not say itself, its column says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from corpus.cleaning.pieces import Piece
from corpus.languages import UNKNOWN
from corpus.recognition.shared_language import shared_language


def column_languages(pieces: Sequence[Piece]) -> Mapping[int, str]:
    """The language of its column for every piece (by its place) that stands in a column of one language."""
    found: dict[int, str] = {}
    for cells in _columns(pieces):
        language = shared_language(pieces[place].text for place in cells)
        if language != UNKNOWN:
            found.update(dict.fromkeys(cells, language))
    return found


def _columns(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """The places of the cells of every column; tables are apart when text stands between them."""
    for is_table, run in groupby(range(len(pieces)), key=lambda place: pieces[place].row is not None):
        columns: defaultdict[int | None, list[int]] = defaultdict(list)
        for place in run if is_table else ():
            columns[pieces[place].column].append(place)
        yield from columns.values()
