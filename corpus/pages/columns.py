"""Columns of text that stand side by side on a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from corpus.pages.fragments import USUAL_SPACE, WIDE_GAP, Fragment
from corpus.pages.justification import without_stretches
from corpus.pages.lines import Line, lines_of

LEAST_LINES = 3
"""Lines that a column must have on its side of the gap."""
LEAST_LETTERS = 14.0
"""Letters that a column's lines must have on average; shorter ones are the cells of a table, which is read row by row."""
LEAST_WRAPPED, SHARE_GOING_ON = 8, 0.25
"""So many lines, and the share of them that go on from line to line, make a column of text however narrow it is."""
MOSTLY = 0.9
"""The share of the words on one side of a gap that makes it one between the columns of a table."""
OFF_CENTRE = 6.0
"""Points by which the middle of a heading may miss that of its column."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A region of columns: what stands above it, left and right of the gap, and below it."""

    above: list[Fragment]
    left: list[Fragment]
    right: list[Fragment]
    below: list[Fragment]


def widest_columns(
    fragments: Sequence[Fragment], cells: frozenset[Fragment] = frozenset(), spaced: frozenset[Fragment] = frozenset()
) -> Columns | None:
    """The largest region that a common left edge divides into two columns; None where a page has no columns.

    Words in the cells of tables do not say whether a column is one of text; nor is one whose words are nearly all in a table
    without borders (`spaced`), for which lines of columns beside each other may be taken too.
    """
    edges = sorted({*_edges(fragments), *_edges_of_gaps(fragments)})
    found = [columns for edge in edges for columns in _columns_at(fragments, edge, cells)]
    texts = [columns for columns in found if not (_are_mostly(columns.left, spaced) or _are_mostly(columns.right, spaced))]
    return max(texts, key=lambda columns: len(columns.left) + len(columns.right), default=None)


def _are_mostly(fragments: Sequence[Fragment], spaced: frozenset[Fragment]) -> bool:
    return sum(fragment in spaced for fragment in fragments) >= MOSTLY * len(fragments)


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


def _edges_of_gaps(fragments: Sequence[Fragment]) -> Iterator[float]:
    """The x where white ends that runs down between words of several lines, as in a letterhead of two centred columns."""
    channels: dict[tuple[float, float], int] = {}
    for line in without_stretches(lines_of(fragments)):
        least = WIDE_GAP * line.body.height
        kept = {}
        for low, high, is_inside in _white(line):
            shared = [(max(low, left), min(high, right), count) for (left, right), count in channels.items()]
            wide = {(left, right): count + is_inside for left, right, count in shared if right - left > least}
            kept.update(wide or ({(low, high): 1} if is_inside and high - low > least else {}))
        yield from _ended(channels, kept)
        channels = kept
    yield from _ended(channels, {})


def _ended(channels: Mapping[tuple[float, float], int], kept: Mapping[tuple[float, float], int]) -> Iterator[float]:
    """The right sides of the channels through enough lines that no channel kept goes on with."""
    for (left, right), lines in channels.items():
        if lines >= LEAST_LINES and not any(left <= low and high <= right for low, high in kept):
            yield right


def _white(line: Line) -> Iterator[tuple[float, float, bool]]:
    """Where a line has no words, and whether that lies between words."""
    ends = [-inf, *(one.right for one in line.fragments)]
    beginnings = [*(one.left for one in line.fragments), inf]
    for place, (low, high) in enumerate(zip(ends, beginnings, strict=True)):
        yield low, high, 0 < place < len(line.fragments)


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

    `БҰЙРЫҚ` above the left column and `ПРИКАЗ` above the right one belong to them, also in the middle of each; a page number at
    the margin does not.
    """
    found = 0
    for count in range(1, min(5, len(fragments))):
        apart, rest = fragments[:count], fragments[count:]
        upper, lower = (apart, rest) if apart[0].middle > rest[-1].middle else (rest, apart)
        strip = min(one.bottom for one in upper) - max(one.top for one in lower)
        if any(abs(one.left - edge) <= 2.0 for one in apart) or _are_centred(apart, rest, edge):
            break
        if strip > 0.8 * apart[-1].height:
            found = count
    return found


def _are_centred(apart: list[Fragment], rest: list[Fragment], edge: float) -> bool:
    """True when what stands apart is on both sides of an edge, on each in the middle of its column."""
    for is_left in (True, False):
        head, column = ([one for one in group if (one.left < edge - 1.0) is is_left] for group in (apart, rest))
        if not head or not column or abs(_middle(head) - _middle(column)) > OFF_CENTRE:
            return False
    return True


def _middle(fragments: list[Fragment]) -> float:
    return (min(one.left for one in fragments) + max(one.right for one in fragments)) / 2


def _is_column(fragments: list[Fragment], cells: frozenset[Fragment]) -> bool:
    text = [fragment for fragment in fragments if fragment not in cells] if cells else fragments
    if len(text) < LEAST_LINES:
        return False
    if _letters_on_average(text) >= LEAST_LETTERS:
        return True
    columns = _lines_of_columns(text)
    if _are_of_text(columns):
        return True
    parted = _parted(text)
    if len(parted) > len(text):
        columns = _lines_of_columns(parted)
        if _are_of_text(columns):
            return True
    return any(map(_is_wrapped, columns))


def _lines_of_columns(fragments: list[Fragment]) -> list[list[Line]]:
    """The lines of each of the columns that may stand side by side here, as one stretch of words where they were justified."""
    return [without_stretches(lines_of(strip)) for strip in _strips(fragments)]


def _are_of_text(columns: list[list[Line]]) -> bool:
    """True where what the gaps in their lines divide has as many letters as text on average."""
    return _letters_on_average([cell for lines in columns for line in lines for cell in line.fragments]) >= LEAST_LETTERS


def _is_wrapped(lines: list[Line]) -> bool:
    """True where many lines go on with a small letter because their first word had no room on the line before: narrow text."""
    edge = max(line.right for line in lines)
    going_on = sum(_goes_on(line, following, edge) for line, following in pairwise(lines))
    return len(lines) >= LEAST_WRAPPED and going_on >= SHARE_GOING_ON * len(lines)


def _goes_on(line: Line, following: Line, edge: float) -> bool:
    word = following.words[0]
    return word.text[:1].islower() and line.right + USUAL_SPACE * line.body.height + word.right - word.left > edge


def _parted(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments parted wherever others begin behind a wide gap: a line may run through several columns."""
    parts = fragments
    for edge in _edges(fragments):
        parts = [part for fragment in parts for part in fragment.parted(edge)]
    return parts


def _strips(fragments: list[Fragment]) -> list[list[Fragment]]:
    """The fragments parted where white runs through all of them from top to bottom."""
    strips: list[list[Fragment]] = []
    reached = -inf
    for fragment in sorted(fragments, key=lambda one: one.left):
        if fragment.left > reached:
            strips.append([])
        strips[-1].append(fragment)
        reached = max(reached, fragment.right)
    return strips


def _letters_on_average(fragments: list[Fragment]) -> float:
    return sum(len(fragment.text) for fragment in fragments) / len(fragments)
