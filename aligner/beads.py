"""Sides in, beads out: what an alignment is made of and when a sequence of beads is valid."""

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.errors import AlignerError


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open run of segment positions of one side, 0-based."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    @property
    def positions(self) -> tuple[int, ...]:
        """The positions the span holds, in order."""
        return tuple(range(self.start, self.stop))

    def meets(self, other: "Span") -> bool:
        """True when the two have a position in common."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Side:
    """One language's part of a bitext.

    `language` is a BCP 47 tag, `und` when unknown; `paragraph_starts` are the positions at which a paragraph begins, empty
    when paragraphs are not known.
    """

    language: str
    segments: tuple[str, ...]
    paragraph_starts: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.segments)


@dataclass(frozen=True, slots=True)
class Bead:
    """The smallest group of segments that translate each other: one span a side, and the chance 0…1 that it is right."""

    spans: tuple[Span, ...]
    probability: float = 1.0

    @property
    def kind(self) -> str:
        """How many segments each side gives, such as `1-2-1`; `1-0` is an omission."""
        return "-".join(str(len(span)) for span in self.spans)

    @property
    def is_one_sided(self) -> bool:
        """True when fewer than two sides have segments, so that nothing is translated."""
        return sum(1 for span in self.spans if len(span)) < 2


@dataclass(frozen=True, slots=True)
class Signature:
    """The recipe of a result: the same input with the same signature gives the same beads."""

    method: str
    settings: tuple[tuple[str, str], ...]
    version: str

    def __str__(self) -> str:
        return "|".join([self.method, *(f"{name}:{value}" for name, value in self.settings), f"version:{self.version}"])


def check_beads(beads: Sequence[Bead], sides: Sequence[Side]) -> None:
    """Raise AlignerError unless the beads hold every segment of every side exactly once and in order."""
    reached = [0] * len(sides)
    for number, bead in enumerate(beads, start=1):
        if len(bead.spans) != len(sides):
            raise AlignerError(f"bead {number}: {len(bead.spans)} spans for {len(sides)} sides; give one span a side")
        for side, span in enumerate(bead.spans):
            if span.start != reached[side] or span.stop < span.start:
                raise AlignerError(f"bead {number}, side {side + 1}: starts at {span.start}, expected {reached[side]}")
            reached[side] = span.stop
    for side, (stop, given) in enumerate(zip(reached, sides, strict=True), start=1):
        if stop != len(given):
            raise AlignerError(f"side {side}: the beads end at segment {stop} of {len(given)}")
