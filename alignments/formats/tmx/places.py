"""Where a unit stands, as one property: `2/7 kk:3-5,9 ru:4` is passage 2, position 7, and the segments of each variant."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from alignments.files.remembered import remembered
from alignments.positions import runs

MOST = 100_000
"""Segments of a variant; no unit stands for more."""


class Place(NamedTuple):
    """Passage, position, and by language tag the segments of its variants in their order."""

    passage: int = 0
    position: int = 0
    segments: Mapping[str, tuple[tuple[int, ...], ...]] = MappingProxyType({})


def place_text(passage: int, position: int, tags: Sequence[str], segments: Sequence[tuple[int, ...]]) -> str:
    """The property; empty when there is nothing to say. `tags` and `segments` are those of the variants.

    A variant without segments is named only beside another one in its language, which would else be taken for it.
    """
    places = "".join(
        [
            f" {tag}:{own[0] if len(own) == 1 else runs(own)}"
            for tag, own in zip(tags, segments, strict=True)
            if own or tags.count(tag) > 1
        ]
    )
    return f"{passage}/{position}{places}" if places or passage or position else ""


@remembered(10_000)
def place_of(text: str) -> Place:
    """The place that the property stands for; what is unreadable in it counts as not said."""
    numbers, *parts = text.split(" ")
    passage, _, position = numbers.partition("/")
    segments: dict[str, list[tuple[int, ...]]] = {}
    for part in parts:
        tag, _, places = part.partition(":")
        segments.setdefault(tag, []).append(positions_of(places))
    return Place(_number(passage), _number(position), {tag: tuple(places) for tag, places in segments.items()})


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
