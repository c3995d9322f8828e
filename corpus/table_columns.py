"""Columns of tables that are each in one language: what a short cell does not say itself, its column says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from corpus.cleaning.pieces import Piece
from corpus.language_scores import LANGUAGES, score
from corpus.languages import UNKNOWN

SURE = 10.0
"""Nats by which the language of a column must lead over the next one, all its cells together."""

AGREEMENT = 0.8
"""The share of the cells which say something that must agree with their column."""

SAYS_SOMETHING = 2.0
"""Nats by which the best language of a cell leads when the cell says something."""


def column_languages(pieces: Sequence[Piece]) -> Mapping[int, str]:
    """The language of its column for every piece (by its place) that stands in a column of one language."""
    found: dict[int, str] = {}
    for cells in _columns(pieces):
        language = _language(pieces[place].text for place in cells)
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


def _language(texts: Iterator[str]) -> str:
    """The language that nearly all the texts agree on, `und` where they do not."""
    scores = [score(text) for text in texts]
    together = {language: sum(one[language] for one in scores) for language in LANGUAGES}
    best, lead = _best(together)
    spoken = [language for language, own in map(_best, scores) if own >= SAYS_SOMETHING]
    return best if lead >= SURE and spoken.count(best) >= AGREEMENT * len(spoken) else UNKNOWN


def _best(scores: Mapping[str, float]) -> tuple[str, float]:
    best, second = sorted(LANGUAGES, key=scores.__getitem__, reverse=True)[:2]
    return best, scores[best] - scores[second]
