"""Tables with a column a language: which columns translate each other, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from aligner.beads import Side, Span
from aligner.lexicon import Lexicon
from aligner.likeness import likeness
from aligner.search.stretches import are_facing
from corpus.documents import Document, Segment

ALIKE = 0.1
"""What the cells of a row must be alike beyond chance, on average over the rows, for two columns to be translations."""

LEAST_ROWS = 3
"""Rows that show by themselves what is chance; the cells of fewer are judged as texts that face each other."""

MOST_ROWS = 300
"""Rows looked at, spread over the table."""


@dataclass(frozen=True, slots=True)
class _Stray:
    """What of a column cannot stand in its cell: in another language, or apart from the rest of its cell."""

    row: int
    stream: int
    span: Span


@dataclass(slots=True)
class _Column:
    """A column of a table: the stream most of it is in, the span of its segments for every row it fills, and the strays."""

    stream: int
    cells: dict[int, Span] = field(default_factory=dict)
    strays: list[_Stray] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TranslatedTable:
    """Columns that translate each other: the numbers of their streams, and the rows: a span a stream, empty for no cell.

    Every segment of the columns is in one row: what stands astray (a Russian cell in the Kazakh column) is a row of its own.
    """

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
    """Put a segment into its cell; one that does not follow on what is there already goes astray."""
    row = segment.row or 0
    cell = column.cells.get(row, Span(segment.position, segment.position))
    if cell.stop == segment.position:
        column.cells[row] = Span(cell.start, segment.position + 1)
    else:
        column.strays.append(_Stray(row, column.stream, Span(segment.position, segment.position + 1)))


def _columns(table: Mapping[tuple[int, int], _Column]) -> list[_Column]:
    """For every column the stream that fills most of its cells; what is in another stream goes astray."""
    by_number: dict[int, list[_Column]] = {}
    for (number, _), column in sorted(table.items()):
        by_number.setdefault(number, []).append(column)
    return [_with_strays(max(streams, key=lambda one: len(one.cells)), streams) for streams in by_number.values()]


def _with_strays(best: _Column, streams: Sequence[_Column]) -> _Column:
    others = [one for one in streams if one is not best]
    cells = [_Stray(row, other.stream, span) for other in others for row, span in other.cells.items()]
    return _Column(best.stream, best.cells, [*(stray for one in streams for stray in one.strays), *cells])


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
    rows = list(_rows(columns))
    streams = sorted({stream for row in rows for stream in row})
    reached = {stream: min(row[stream].start for row in rows if stream in row) for stream in streams}
    filled = []
    for row in rows:
        spans = {stream: row.get(stream, Span(reached[stream], reached[stream])) for stream in streams}
        reached = {stream: span.stop for stream, span in spans.items()}
        filled.append(tuple(spans.values()))
    return TranslatedTable(tuple(streams), tuple(filled))


def _rows(columns: Sequence[_Column]) -> Iterator[dict[int, Span]]:
    """The rows in reading order, each as the spans of the streams it fills; what is astray stands before its row or behind."""
    strays = sorted((stray for column in columns for stray in column.strays), key=lambda stray: stray.span.start)
    for row in sorted({stray.row for stray in strays}.union(*(column.cells for column in columns))):
        cells = {column.stream: column.cells[row] for column in columns if row in column.cells}
        own = [stray for stray in strays if stray.row == row]
        behind = [stray for stray in own if stray.stream not in cells or cells[stray.stream].start < stray.span.start]
        yield from ({stray.stream: stray.span} for stray in own if stray not in behind)
        if cells:
            yield cells
        yield from ({stray.stream: stray.span} for stray in behind)
