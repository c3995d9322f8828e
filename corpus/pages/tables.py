"""Tables whose cells are divided by drawn lines: the words of a page fall into their cells."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.pages.fragments import USUAL_SPACE, Fragment
from corpus.pages.grids import Grid
from corpus.pages.lines import Line, lines_of

WIDE_STEP = 1.4
"""How many usual steps from line to line end a paragraph in a cell."""
_CLOSED = re.compile(r"[.!?…:;][»”\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words in a cell, at least one; `row` and `column` count from 0 in the table, `width` (points) is the room for them."""

    row: int
    column: int
    width: float
    fragments: tuple[Fragment, ...]

    def paragraphs(self) -> Iterator[str]:
        """The texts of its paragraphs, with a newline between the lines of each."""
        lines = lines_of(self.fragments)
        usual_step = min((_step(one, other) for one, other in pairwise(lines)), default=0.0)
        texts = [lines[0].text]
        for before, line in pairwise(lines):
            may_begin = _CLOSED.search(before.text) is not None or not line.text[:1].islower()
            if _step(before, line) > WIDE_STEP * usual_step or (may_begin and self._had_room(before, line)):
                yield "\n".join(texts)
                texts = []
            texts.append(line.text)
        yield "\n".join(texts)

    def _had_room(self, line: Line, following: Line) -> bool:
        """True when the first word of the following line would have fitted on the line before."""
        word = following.words[0]
        space = USUAL_SPACE * line.body.height
        return line.right - line.left + space + word.right - word.left < self.width


@dataclass(frozen=True, slots=True)
class Table:
    """The cells that hold words, row by row, at least one, and the heights (points) between which the table stands."""

    cells: tuple[Cell, ...]
    top: float
    bottom: float


def tables_of(grids: Sequence[Grid], fragments: Sequence[Fragment]) -> list[Table]:
    """The tables that grids make of words, from top to bottom, none beside or inside another.

    A grid beside which others of the words stand makes none, for they would have to be read with it.
    """
    tables: list[Table] = []
    for grid in sorted(grids, key=lambda grid: grid.bottom - grid.top):
        is_alone = not any(grid.bottom < table.top and table.bottom < grid.top for table in tables)
        if is_alone and not any(_is_beside(grid, fragment) for fragment in fragments):
            tables.append(_table(grid, fragments))
    return sorted((table for table in tables if table.cells), key=lambda table: -table.top)


def _is_beside(grid: Grid, fragment: Fragment) -> bool:
    return grid.bottom < fragment.middle < grid.top and not all(grid.is_between_sides(word.middle) for word in fragment.words)


def _step(line: Line, following: Line) -> float:
    return line.body.middle - following.body.middle


def _table(grid: Grid, fragments: Sequence[Fragment]) -> Table:
    cells: defaultdict[tuple[int, int], list[Fragment]] = defaultdict(list)
    for fragment in fragments:
        for place, part in _parts(grid, fragment):
            cells[place].append(part)
    return Table(tuple(_cell(grid, row, column, cells[row, column]) for row, column in sorted(cells)), grid.top, grid.bottom)


def _cell(grid: Grid, row: int, column: int, fragments: Sequence[Fragment]) -> Cell:
    """A cell, whose margins are as wide as that before its first letter."""
    left, right = grid.sides(column, fragments[0].middle)
    margin = min(fragment.left for fragment in fragments) - left
    return Cell(row, column, right - left - 2 * margin, tuple(fragments))


def _parts(grid: Grid, fragment: Fragment) -> Iterator[tuple[tuple[int, int], Fragment]]:
    """A stretch of words cut where it goes over the border of a cell; nothing of one that stands above or below the table."""
    places = [grid.cell_at(word.middle, fragment.middle) for word in fragment.words]
    borders = [0, *(number for number, (one, other) in enumerate(pairwise(places), start=1) if one != other), len(places)]
    for start, stop in pairwise(borders):
        if (place := places[start]) is not None:
            yield place, replace(fragment, words=fragment.words[start:stop])
