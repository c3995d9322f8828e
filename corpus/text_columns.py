"""Columns of text laid out with spaces, as `pdftotext -layout` writes them: each is read to its end before the next."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from corpus.cleaning.line_marks import ends_sentence

LEAST_LINES, LEAST_LETTERS = 3, 14.0
"""Lines beside each other of which the right one begins at the edge, and letters that the lines of a column have on average:
less is a table."""

LEAST_SHARE = 0.4
"""The share of the lines between the first and last such line that must have one beside them, also one that is set in."""

_GAP = re.compile(r"(?:^|(?<=\S)) {3,}(?=\S)")


class Part(NamedTuple):
    """A part of a line: the number of the line, and where the part starts and stops in it."""

    line: int
    start: int
    stop: int


def in_reading_order(lines: Sequence[str]) -> Iterator[Part]:
    """All lines whole, but where columns stand side by side the left parts of their lines and then the right ones."""
    return _ordered([Part(number, 0, len(line)) for number, line in enumerate(lines)], lines)


def _ordered(parts: Sequence[Part], lines: Sequence[str]) -> Iterator[Part]:
    """The parts in reading order, where columns stand side by side in them each divided."""
    texts = [lines[part.line][part.start : part.stop] for part in parts]
    done = 0
    for first, last, edge in _zones(texts):
        yield from parts[done:first]
        zone = parts[first : last + 1]
        edges = [min(part.start + edge, part.stop) for part in zone]
        yield from _ordered([part._replace(stop=stop) for part, stop in zip(zone, edges, strict=True)], lines)
        yield from _ordered([part._replace(start=start) for part, start in zip(zone, edges, strict=True)], lines)
        done = last + 1
    yield from parts[done:]


def _zones(lines: Sequence[str]) -> list[tuple[int, int, int]]:
    """First line, last line and edge of every pair of columns, in order; the largest first choose their lines."""
    edges = Counter(gap.end() for line in lines for gap in _GAP.finditer(line))
    found = [zone for edge, count in edges.items() if count >= LEAST_LINES for zone in _zones_at(lines, edge)]
    chosen: list[tuple[int, int, int]] = []
    for zone in sorted(found, key=lambda zone: zone[0] - zone[1]):
        if all(zone[1] < other[0] or other[1] < zone[0] for other in chosen):
            chosen.append(zone)
    return sorted(chosen)


def _zones_at(lines: Sequence[str], edge: int) -> Iterator[tuple[int, int, int]]:
    """The zones in the runs of lines that leave white space before the edge.

    From the first lines beside each other to the last, and what the right column has above and below them.
    """
    run: list[int] = []
    for number in range(len(lines) + 1):
        if number < len(lines) and not lines[number][max(0, edge - 2) : edge].strip():
            run.append(number)
            continue
        beside = _beside(lines, run, edge)
        if beside and _are_columns(lines[beside[0][0] : beside[-1][1] + 1], len(beside), edge):
            first, last = beside[0][0], beside[-1][1]
            first -= _right_parts(lines, range(first - 1, run[0] - 1, -1), edge)
            last += _right_parts(lines, range(last + 1, run[-1] + 1), edge)
            yield first, _end_of_column(lines, run, last, edge), edge
        run = []


def _right_parts(lines: Sequence[str], places: range, edge: int) -> int:
    """How many of the lines, before the first without any, have text behind the edge."""
    return sum(1 for _ in takewhile(lambda place: lines[place][edge:].strip(), places))


def _beside(lines: Sequence[str], run: Sequence[int], edge: int) -> list[tuple[int, int]]:
    """The lines with text on both sides, and of lines that stand half a line higher than those beside them each with its next."""
    filled = [number for number in run if lines[number].strip()]
    found = [(number, number) for number in filled if _has_both(lines[number], edge)]
    found += [(one, other) for one, other in pairwise(filled) if len(lines[one]) <= edge and _begins_at(lines[other], edge)]
    return sorted(found)


def _end_of_column(lines: Sequence[str], run: Sequence[int], last: int, edge: int) -> int:
    """Where a left column ends that is longer than the right one: with the sentence that its last line beside text left open."""
    if ends_sentence(lines[last][:edge]):
        return last
    behind = takewhile(lambda number: len(lines[number]) < edge, range(last + 1, run[-1] + 1))
    return next((number for number in behind if ends_sentence(lines[number])), last)


def _has_both(line: str, edge: int) -> bool:
    """True for a line with text on both sides that begins again exactly at the edge."""
    return bool(line[:edge].strip()) and not line[edge : edge + 1].isspace() and len(line) > edge


def _begins_at(line: str, edge: int) -> bool:
    return not line[:edge].strip() and len(line) > edge and not line[edge].isspace()


def _are_columns(lines: Sequence[str], beside: int, edge: int) -> bool:
    left, right = [line[:edge].strip() for line in lines], [line[edge:].strip() for line in lines]
    sides = [[part for part in side if part] for side in (left, right)]
    both = sum(1 for one, other in zip(left, right, strict=True) if one and other)
    is_often = beside >= LEAST_LINES and max(beside, both) >= LEAST_SHARE * max(map(len, sides))
    return is_often and all(sum(map(len, side)) >= LEAST_LETTERS * len(side) for side in sides)
