"""Lines of justified text that were stretched until the spaces between their words looked like gaps between columns."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.pages.fragments import USUAL_SPACE, Fragment
from corpus.pages.lines import Line

LEAST_SHARE = 0.7
"""The share of lines with wide gaps that must be stretched; where fewer are, the gaps divide the cells of a table."""
LEAST_AT_EDGE = 0.3
"""The share of a column's lines that must end at its right edge; in justified text only last lines of paragraphs do not."""
SLACK = 2.0
"""Points by which a line may miss the right edge, or a word the room for it."""


def without_stretches(lines: Sequence[Line]) -> list[Line]:
    """The lines of a column from top to bottom; where its text is justified, stretched lines become one stretch of words."""
    gapped = [place for place, line in enumerate(lines[:-1]) if len(line.fragments) > 1]
    edge = _right_edge(lines) if gapped else None
    if edge is None:
        return list(lines)
    stretched = {place for place in gapped if _is_stretched(lines[place], lines[place + 1], edge)}
    if len(stretched) < LEAST_SHARE * len(gapped):
        return list(lines)
    return [Line((_one_stretch(line),)) if place in stretched else line for place, line in enumerate(lines)]


def _right_edge(lines: Sequence[Line]) -> float | None:
    """The x at which most lines end, in points; None where hardly any two end at one place."""
    ends = [line.right for line in lines]
    reached = {end: sum(abs(other - end) <= SLACK for other in ends) for end in ends}
    edge = max(ends, key=lambda end: (reached[end], end))
    return edge if reached[edge] >= max(2.0, LEAST_AT_EDGE * len(ends)) else None


def _is_stretched(line: Line, following: Line, edge: float) -> bool:
    """True for a line that reaches the right edge and would, with usual spaces, have had no room for the next word.

    In a table the gap before a number at the right edge is as wide as the cells leave it, which is mostly more than a word.
    """
    space = USUAL_SPACE * line.body.height
    gaps = [after.left - before.right for before, after in pairwise(line.words)]
    are_apart = all(after.left - before.right > space for before, after in pairwise(line.fragments))
    if abs(line.right - edge) > SLACK or not are_apart:
        return False
    next_word = following.words[0]
    return sum(gap - space for gap in gaps) < space + next_word.right - next_word.left + SLACK


def _one_stretch(line: Line) -> Fragment:
    return replace(line.body, words=line.words, type=line.type)
