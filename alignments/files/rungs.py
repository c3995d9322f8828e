"""Rungs of a ladder (hunalign): positions only, a rung a line: where a bead begins on each side, and how sure it is."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alignments.errors import AlignmentsError

LONGEST = 11
"""Digits of a position."""


class Rung(NamedTuple):
    """Where a bead begins on each of two or more sides, and its score as written; the last rung is the end of all sides."""

    starts: tuple[int, ...]
    score: str


def rungs(lines: Iterable[str], name: str) -> Iterator[Rung]:
    """The rungs of a ladder, one for every line that is not blank.

    Raises AlignmentsError with the line's number for one that is no rung, or has another number of sides than the first.
    """
    sides = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        *starts, score = (cell.strip() for cell in (line.rstrip("\r\n").split("\t") if "\t" in line else line.split()))
        if len(starts) < 2 or not all(start.isdecimal() and len(start) <= LONGEST for start in starts):
            raise AlignmentsError(
                f"{name}, line {number}: no rung; a rung is a position for each of two or more sides and a score"
            )
        if sides and len(starts) != sides:
            raise AlignmentsError(f"{name}, line {number}: {len(starts)} sides, the rung before has {sides}")
        sides = len(starts)
        yield Rung(tuple(map(int, starts)), score)
