"""Where a unit stands, as one property: `2/7 kk:3-5,9 ru:4` is passage 2, position 7, and the segments of each variant."""

from collections.abc import Sequence
from typing import NamedTuple

from alignments.positions import runs

MOST = 100_000
"""Segments of a variant; no unit stands for more."""


class Place(NamedTuple):
    """Passage, position, and by language tag the runs of segments of its variants, the last variant first."""

    passage: int
    position: int
    segments: dict[str, list[str]]

    def next_segments(self, tag: str) -> tuple[int, ...]:
        """The positions of the next variant in a language; each is given once."""
        waiting = self.segments.get(tag)
        return positions_of(waiting.pop()) if waiting else ()


def place_text(passage: int, position: int, segments: Sequence[tuple[str, tuple[int, ...]]]) -> str:
    """The property; empty when there is nothing to say.

    A variant without segments is named only beside another one in its language, which would else be taken for it.
    """
    tags = [tag for tag, _ in segments]
    places = "".join([f" {tag}:{runs(own)}" for tag, own in segments if own or tags.count(tag) > 1])
    return f"{passage}/{position}{places}" if places or passage or position else ""


def place_of(text: str) -> Place:
    """The place that the property stands for; what is unreadable in it counts as not said."""
    numbers, *parts = text.split(" ")
    passage, _, position = numbers.partition("/")
    segments: dict[str, list[str]] = {}
    for part in reversed(parts):
        tag, _, places = part.partition(":")
        segments.setdefault(tag, []).append(places)
    return Place(_number(passage), _number(position), segments)


def positions_of(text: str) -> tuple[int, ...]:
    """The positions that runs stand for; empty when they are unreadable, do not rise or are longer than any document."""
    if text.isdecimal() and len(text) < 10:
        return (int(text),)
    positions: list[int] = []
    for run in text.split(","):
        first, _, last = run.partition("-")
        if not first.isdecimal() or not (last or first).isdecimal() or len(first) + len(last) > 20:
            return ()
        if len(positions) + int(last or first) - int(first) > MOST or (positions and int(first) <= positions[-1]):
            return ()
        positions += range(int(first), int(last or first) + 1)
    return tuple(positions)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0
