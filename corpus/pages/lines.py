"""Fragments that stand side by side become one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.pages.fragments import Fragment, Word, common_type
from corpus.pages.letters import Type, is_on_one_line


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed, without its indent; `fragments` is never empty and runs from left to right."""

    fragments: tuple[Fragment, ...]

    @property
    def text(self) -> str:
        """The line's text; a wide gap, as between the columns of a table, is two spaces."""
        words = self.fragments[0].text
        for before, after in pairwise(self.fragments):
            size = max(before.height, after.height)
            words += ("" if after.left - before.right < 0.1 * size else "  ") + after.text
        return words

    @property
    def left(self) -> float:
        """Where the line begins, in points."""
        return self.fragments[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.fragments[-1].right

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words from left to right."""
        return tuple(word for fragment in self.fragments for word in fragment.words)

    @property
    def type(self) -> Type | None:
        """The type of all its letters; None where they differ."""
        return common_type(fragment.type for fragment in self.fragments)

    @property
    def body(self) -> Fragment:
        """The longest fragment, whose height and place stand for the line's."""
        return max(self.fragments, key=lambda fragment: fragment.right - fragment.left)


def lines_of(fragments: Sequence[Fragment]) -> list[Line]:
    """The lines from top to bottom; large letters take the small raised ones beside them along."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda one: -one.middle):
        row = next((row for row in reversed(rows[-4:]) if is_on_one_line(_tallest(row), fragment)), None)
        if row is None:
            rows.append([fragment])
        else:
            row.append(fragment)
    rows.sort(key=lambda row: -_tallest(row).middle)
    return [Line(tuple(sorted(row, key=lambda fragment: fragment.left))) for row in rows]


def _tallest(row: list[Fragment]) -> Fragment:
    return max(row, key=lambda fragment: fragment.height)
