"""Two alignments side by side: which beads they share, and where they differ."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain

from alignments.errors import AlignmentsError
from alignments.units import TranslationUnit

SIDES = ("first", "second", "third", "fourth")
"""How the sides of a ladder are called, which does not name their languages."""


@dataclass(frozen=True, slots=True)
class ComparedBead:
    """One bead: what makes it the same as another, and how it is shown (a text or positions a side).

    Of positions the key is the document and the positions on each of the `sides`; a ladder has no names for them.
    """

    key: tuple[str, ...]
    shown: tuple[str, ...]
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the two alignments differ: the beads of each there, one of the two possibly without any."""

    first: tuple[ComparedBead, ...]
    second: tuple[ComparedBead, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many beads each alignment has, how many both have, and the places where they differ, in order."""

    first: int
    second: int
    same: int
    differences: tuple[Difference, ...]

    @property
    def agreement(self) -> float:
        """Shared beads, twice, by all beads: 0…1; 1 when both are empty."""
        return 2 * self.same / (self.first + self.second) if self.first + self.second else 1.0


def compare(first: Sequence[ComparedBead], second: Sequence[ComparedBead]) -> Comparison:
    """Walk along both alignments and put side by side what is not the same.

    Sides go by their names where both alignments name them, otherwise by their order.
    """
    are_named = all(bead.sides for bead in chain(first, second))
    ours, theirs = ([_by_name(bead) if are_named else bead.key for bead in beads] for beads in (first, second))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    differences = []
    same = 0
    for name, a, b, c, d in matcher.get_opcodes():
        if name == "equal":
            same += b - a
        else:
            differences.append(Difference(tuple(first[a:b]), tuple(second[c:d])))
    return Comparison(len(first), len(second), same, tuple(differences))


def _by_name(bead: ComparedBead) -> tuple[str, ...]:
    document, *positions = bead.key
    return document, *sorted(f"{side}:{places}" for side, places in zip(bead.sides, positions, strict=True))


def beads_of_units(units: Iterable[TranslationUnit]) -> Iterator[ComparedBead]:
    """Units as beads that are the same when their texts are, whatever the spaces; the languages in alphabetical order."""
    for unit in units:
        variants = sorted(unit.variants, key=lambda variant: variant.language)
        key = tuple(f"{variant.language}:{''.join(variant.text.split())}" for variant in variants)
        yield ComparedBead(key, tuple(f"{variant.language}  {variant.text}" for variant in variants))


def beads_of_lines(lines: Iterable[str], name: str) -> Iterator[ComparedBead]:
    """The beads of `align-files` output (a document a line) or of a ladder, by their positions.

    Raises AlignmentsError with the line number for a line that is neither.
    """
    before: tuple[int, ...] | None = None
    for number, line in enumerate(lines, start=1):
        if line.lstrip().startswith("{"):
            yield from _positions(line, name, number)
        elif line.strip():
            here = _rung(line, name, number)
            if before is not None:
                if len(here) != len(before):
                    raise AlignmentsError(f"{name}, line {number}: {len(here)} sides, the rung before has {len(before)}")
                spans = [list(range(start, stop)) for start, stop in zip(before, here, strict=True)]
                yield replace(_bead(dict(zip(SIDES, spans, strict=False)), number=1), sides=())
            before = here


def _positions(line: str, name: str, number: int) -> Iterator[ComparedBead]:
    try:
        for bead in json.loads(line)["beads"]:
            yield _bead({side: places for side, places in bead.items() if isinstance(places, list)}, number)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise AlignmentsError(f'{name}, line {number}: no alignment; expected {{"beads": [{{"kk": [0], …}}]}}') from error


def _rung(line: str, name: str, number: int) -> tuple[int, ...]:
    """Where a bead begins on each side; the last cell is a score."""
    cells = line.split()[:-1]
    if len(cells) < 2 or not all(cell.isdecimal() for cell in cells):
        raise AlignmentsError(f"{name}, line {number}: no rung; a rung is a position for each of two or more sides and a score")
    return tuple(map(int, cells))


def _bead(spans: dict[str, list[int]], number: int) -> ComparedBead:
    """A bead of the document on this line; positions are shown from 1."""
    key = (str(number), *map(str, spans.values()))
    shown = (", ".join(f"{side} {_counted(places)}" for side, places in spans.items()),)
    return ComparedBead(key, shown, tuple(spans))


def _counted(places: Sequence[int]) -> str:
    if not places:
        return "–"
    return str(places[0] + 1) if len(places) == 1 else f"{places[0] + 1}–{places[-1] + 1}"
