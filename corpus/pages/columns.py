"""Columns of text that stand side by side on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from corpus.pages.fragments import Fragment
from corpus.pages.justification import without_stretches
from corpus.pages.lines import lines_of

LEAST_LINES = 3
"""Lines that a column must have on its side of the gap."""
LEAST_LETTERS = 14.0
"""Letters that a column's lines must have on average; shorter ones are the cells of a table, which is read row by row."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A region of columns: what stands above it, left and right of the gap, and below it."""

    above: list[Fragment]
    left: list[Fragment]
    right: list[Fragment]
    below: list[Fragment]


def widest_columns(fragments: Sequence[Fragment], cells: frozenset[Fragment] = frozenset()) -> Columns | None:
    """The largest region that a common left edge divides into two columns; None where a page has no columns.

    Words in the cells of tables do not say whether a column is one of text.
    """
    found = [columns for edge in _edges(fragments) for columns in _columns_at(fragments, edge, cells)]
    return max(found, key=lambda columns: len(columns.left) + len(columns.right), default=None)


def _edges(fragments: Sequence[Fragment]) -> list[float]:
    """The x at which several fragments begin within two points: where a right-hand column may begin."""
    edges: list[float] = []
    group: list[float] = []
    for left in [*sorted(fragment.left for fragment in fragments), inf]:
        if group and left - group[0] > 2.0:
            if len(group) >= LEAST_LINES:
                edges.append(group[0])
            group = []
        group.append(left)
    return edges


def _columns_at(fragments: Sequence[Fragment], edge: float, cells: frozenset[Fragment]) -> Iterator[Columns]:
    """The regions that an edge divides, between the lines that run across it."""
    parts = [part for fragment in fragments for part in (fragment.parted(edge) if fragment.left < edge - 1.0 else (fragment,))]
    ordered = sorted(parts, key=lambda fragment: -fragment.middle)
    start = 0
    crossings = [place for place, one in enumerate(ordered) if one.left < edge - 1.0 and one.right > edge]
    for stop in [*crossings, len(ordered)]:
        columns = _trimmed(ordered[:start], ordered[start:stop], ordered[stop:], edge, cells)
        if columns is not None:
            yield columns
        start = stop + 1


def _trimmed(
    above: list[Fragment], zone: list[Fragment], below: list[Fragment], edge: float, cells: frozenset[Fragment]
) -> Columns | None:
    """The columns of a zone, without what a white strip sets apart at its top and bottom: running heads, page numbers."""
    head, foot = _set_apart(zone, edge), len(zone) - _set_apart(zone[::-1], edge)
    inner = zone[head:foot]
    left, right = [one for one in inner if one.left < edge - 1.0], [one for one in inner if one.left >= edge - 1.0]
    if not (_is_column(left, cells) and _is_column(right, cells)):
        return None
    if min(left[0].top, right[0].top) <= max(left[-1].bottom, right[-1].bottom):
        return None
    return Columns([*above, *zone[:head]], left, right, [*zone[foot:], *below])


def _set_apart(fragments: list[Fragment], edge: float) -> int:
    """How many of the first fragments a white strip of nearly a line sets apart from the others, none beginning at the edge.

    `БҰЙРЫҚ` above the left column and `ПРИКАЗ` above the right one belong to them; a page number at the margin does not.
    """
    found = 0
    for count in range(1, min(5, len(fragments))):
        apart, rest = fragments[:count], fragments[count:]
        upper, lower = (apart, rest) if apart[0].middle > rest[-1].middle else (rest, apart)
        strip = min(one.bottom for one in upper) - max(one.top for one in lower)
        if any(abs(one.left - edge) <= 2.0 for one in apart):
            break
        if strip > 0.8 * apart[-1].height:
            found = count
    return found


def _is_column(fragments: list[Fragment], cells: frozenset[Fragment]) -> bool:
    text = [fragment for fragment in fragments if fragment not in cells] if cells else fragments
    if len(text) < LEAST_LINES:
        return False
    return _letters_on_average(text) >= LEAST_LETTERS or _letters_on_average(_divided(text)) >= LEAST_LETTERS


def _divided(fragments: list[Fragment]) -> list[Fragment]:
    """What gaps divide that no justified line was stretched to."""
    return [cell for line in without_stretches(lines_of(fragments)) for cell in line.fragments]


def _letters_on_average(fragments: list[Fragment]) -> float:
    return sum(len(fragment.text) for fragment in fragments) / len(fragments)
