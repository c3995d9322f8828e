"""Grids of drawn lines: which lines of a page cross, and into what cells they divide it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from statistics import median
from typing import NamedTuple

NEAR = 2.0
"""Points within which drawn lines count as one, or as touching."""
SHORTEST_LINE = 4.0
"""Points; what is shorter is a dash, a bullet or a part of a picture."""
FEWEST_COLUMNS, FEWEST_ROWS = 2, 2
"""A grid has so many; less is a frame around a text, or a line below its head."""
NARROWEST = 10.0
"""Points; level lines that go further beyond the outermost upright one make a column that is open at its side."""
MOST_LINES = 300
"""A page with more drawn lines shows a chart or a map."""


class DrawnLine(NamedTuple):
    """A straight line on a page, or the side of a box, in points; a level one lies at `at` from `start` to `stop`."""

    is_level: bool
    at: float
    start: float
    stop: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Where a grid's lines stand: its columns from left to right, its rows from top to bottom; and the lines themselves."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    lines: tuple[DrawnLine, ...]

    @property
    def top(self) -> float:
        """The height of its upper edge, in points."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """The height of its lower edge."""
        return self.rows[-1]

    def is_between_sides(self, x: float) -> bool:
        """True between its left and its right edge."""
        return self.columns[0] < x < self.columns[-1]

    def holds(self, x: float, y: float) -> bool:
        """True for a point inside."""
        return self.is_between_sides(x) and self.bottom < y < self.top

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the cell that holds a point, the first ones where it spans several; None outside the grid."""
        if not self.holds(x, y):
            return None
        row = sum(place >= y for place in self.rows) - 1
        column = sum(place <= x for place in self.columns) - 1
        while row and not self._divides(is_level=True, at=self.rows[row], place=x):
            row -= 1
        while column and not self._divides(is_level=False, at=self.columns[column], place=y):
            column -= 1
        return row, column

    def sides(self, column: int, y: float) -> tuple[float, float]:
        """The left and right edge, at a height, of the cell that begins in a column."""
        after = (at for at in self.columns[column + 1 :] if self._divides(is_level=False, at=at, place=y))
        return self.columns[column], next(after, self.columns[-1])

    def _divides(self, *, is_level: bool, at: float, place: float) -> bool:
        return any(
            line.is_level is is_level and abs(line.at - at) <= NEAR and line.start - NEAR <= place <= line.stop + NEAR
            for line in self.lines
        )


def grids_of(lines: Sequence[DrawnLine]) -> Iterator[Grid]:
    """The grids that the lines of a page form, in any order."""
    merged = _merged(lines)
    for group in _touching(merged) if len(merged) <= MOST_LINES else ():
        columns = _with_open_sides(_places(line.at for line in group if not line.is_level), group)
        rows = _places(line.at for line in group if line.is_level)
        if len(columns) > FEWEST_COLUMNS and len(rows) > FEWEST_ROWS:
            yield Grid(tuple(columns), tuple(reversed(rows)), tuple(group))


def _with_open_sides(columns: list[float], group: Sequence[DrawnLine]) -> list[float]:
    """The columns, also those at the sides where a table has no border and its level lines end."""
    level = [line for line in group if line.is_level]
    if not columns or len(level) <= FEWEST_ROWS:
        return columns
    start, stop = median(line.start for line in level), median(line.stop for line in level)
    left = [start] if columns[0] - start > NARROWEST else []
    return [*left, *columns, *([stop] if stop - columns[-1] > NARROWEST else [])]


def _merged(lines: Sequence[DrawnLine]) -> list[DrawnLine]:
    """Lines on one another or one behind the other as one: a border is often drawn cell by cell, or as sides of thin boxes."""
    merged: list[DrawnLine] = []
    for line in sorted(lines, key=lambda one: (one.is_level, one.at, one.start)):
        near = takewhile(lambda place: _is_at_one_place(merged[place], line), range(len(merged) - 1, -1, -1))  # noqa: B023
        behind = next((place for place in near if _goes_on(merged[place], line)), None)
        if behind is None:
            merged.append(line)
        else:
            merged[behind] = merged[behind]._replace(stop=max(merged[behind].stop, line.stop))
    return [line for line in merged if line.stop - line.start >= SHORTEST_LINE]


def _is_at_one_place(line: DrawnLine, following: DrawnLine) -> bool:
    """True for lines in one direction, in the order of their places, of which the second lies at the place of the first."""
    return line.is_level is following.is_level and following.at - line.at <= NEAR


def _goes_on(line: DrawnLine, following: DrawnLine) -> bool:
    return line.start - NEAR <= following.start <= line.stop + NEAR


def _touching(lines: Sequence[DrawnLine]) -> list[list[DrawnLine]]:
    """The lines in groups of which each crosses or touches another one of its group."""
    level, upright = [line for line in lines if line.is_level], [line for line in lines if not line.is_level]
    group = {line: number for number, line in enumerate(lines)}
    for one in level:
        for other in upright:
            if _meet(one, other) and group[one] != group[other]:
                kept, gone = group[one], group[other]
                group.update({line: kept for line, number in group.items() if number == gone})
    groups: defaultdict[int, list[DrawnLine]] = defaultdict(list)
    for line, number in group.items():
        groups[number].append(line)
    return list(groups.values())


def _meet(level: DrawnLine, upright: DrawnLine) -> bool:
    is_across = level.start - NEAR <= upright.at <= level.stop + NEAR
    return is_across and upright.start - NEAR <= level.at <= upright.stop + NEAR


def _places(places: Iterable[float]) -> list[float]:
    """Sorted, those that count as one only once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found
