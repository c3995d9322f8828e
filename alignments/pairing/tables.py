"""Tables with a column a language: which columns translate each other, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from aligner.beads import Side, Span
from aligner.lexicon import Lexicon
from aligner.likeness import likeness
from aligner.stretches import are_facing
from corpus.documents import Document, Segment

ALIKE = 0.1
"""What the cells of a row must be alike beyond chance, on average over the rows, for two columns to be translations."""

LEAST_ROWS = 3
"""Rows that show by themselves what is chance; the cells of fewer are judged as texts that face each other."""

MOST_ROWS = 300
"""Rows looked at, spread over the table."""


@dataclass(slots=True)
class _Column:
    """A column of a table: the stream most of it is in, and the span of its segments for every row it fills."""

    stream: int
    cells: dict[int, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TranslatedTable:
    """Columns that translate each other: the numbers of their streams, and for every row a span a column, empty for no cell."""

    streams: tuple[int, ...]
    rows: tuple[tuple[Span, ...], ...]


def translated_tables(documents: Sequence[Document], lexicon: Lexicon | None = None) -> tuple[TranslatedTable, ...]:
    """The tables among the language streams of one file that have columns which translate each other, in reading order."""
    return tuple(
        _table(linked) for columns in _tables(documents) for linked in _linked(columns, documents, lexicon) if len(linked) > 1
    )


def _tables(documents: Sequence[Document]) -> Iterator[list[_Column]]:
    """The columns of every table; tables are apart when text stands between them."""
    everything = sorted(
        ((segment.paragraph, stream, segment) for stream, one in enumerate(documents) for segment in one.segments),
        key=lambda entry: entry[:2],
    )
    table: dict[tuple[int, int], _Column] = {}
    for _, stream, segment in everything:
        if segment.row is None or segment.column is None:
            yield _columns(table)
            table = {}
        else:
            _add(table.setdefault((segment.column, stream), _Column(stream)), segment)
    yield _columns(table)


def _add(column: _Column, segment: Segment) -> None:
    """Put a segment into its cell; one that does not follow on what is there already is left out."""
    cell = column.cells.get(segment.row or 0, Span(segment.position, segment.position))
    if cell.stop == segment.position:
        column.cells[segment.row or 0] = Span(cell.start, segment.position + 1)


def _columns(table: Mapping[tuple[int, int], _Column]) -> list[_Column]:
    """For every column the stream that fills most of its cells."""
    best: dict[int, _Column] = {}
    for (number, _), column in sorted(table.items()):
        if number not in best or len(column.cells) > len(best[number].cells):
            best[number] = column
    return list(best.values())


def _linked(columns: Sequence[_Column], documents: Sequence[Document], lexicon: Lexicon | None) -> list[list[_Column]]:
    """Columns that translate each other, the most alike joined first; a language is in each set once."""
    links = sorted(
        (
            (_likeness_by_rows(columns[a], columns[b], documents, lexicon), -a, -b)
            for a, b in combinations(range(len(columns)), 2)
            if columns[a].stream != columns[b].stream
        ),
        reverse=True,
    )
    sets = {number: [number] for number in range(len(columns))}
    for alike, a, b in links:
        first, second = sets[-a], sets[-b]
        streams = [columns[number].stream for number in (*first, *second)]
        if alike >= ALIKE and len(set(streams)) == len(streams):
            joined = first + second
            sets.update(dict.fromkeys(joined, joined))
    distinct = {id(members): members for members in sets.values()}.values()
    return [sorted((columns[number] for number in members), key=lambda column: column.stream) for members in distinct]


def _likeness_by_rows(first: _Column, second: _Column, documents: Sequence[Document], lexicon: Lexicon | None) -> float:
    """How much more the two cells of a row are alike than cells of different rows, on average."""
    common = sorted(first.cells.keys() & second.cells.keys())
    if len(common) < max(1, 0.5 * min(len(first.cells), len(second.cells))):
        return 0.0
    rows = common[:: -(-len(common) // MOST_ROWS)]
    one, other = (_side(documents[column.stream], [column.cells[row] for row in rows]) for column in (first, second))
    alike = float(np.diagonal(likeness(one, other, lexicon)).mean())
    if len(rows) < LEAST_ROWS:
        return ALIKE if alike > 0 and are_facing(one, other, lexicon) else 0.0
    return alike


def _side(document: Document, cells: Sequence[Span]) -> Side:
    texts = (" ".join(segment.text for segment in document.segments[cell.start : cell.stop]) for cell in cells)
    return Side(document.language, tuple(texts))


def _table(columns: Sequence[_Column]) -> TranslatedTable:
    """Every row that any of the columns fills; an empty cell is an empty span where it would stand."""
    reached = [min(column.cells.values(), key=lambda cell: cell.start).start for column in columns]
    rows = []
    for row in sorted(set().union(*(column.cells for column in columns))):
        spans = tuple(column.cells.get(row, Span(at, at)) for column, at in zip(columns, reached, strict=True))
        reached = [span.stop for span in spans]
        rows.append(spans)
    return TranslatedTable(tuple(column.stream for column in columns), tuple(rows))
