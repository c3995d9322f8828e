"""How the fields of a unit are called in TMX: the types of our `prop` elements, and which names they keep from others."""

from decimal import Decimal, InvalidOperation
from functools import lru_cache

TOOL = "tilmash"
"""The `creationtool` of our files; only there the properties below are fields and not properties of a user."""

QUALITY, STATUS, ORIGIN, SOURCE = "quality", "status", "origin", "source"
PASSAGE, POSITION, SIGNATURE = "passage", "position", "signature"
SOURCE_FILE, TARGET_FILE, SEGMENTS = "source-file", "target-file", "segments"

_NAMES = (QUALITY, STATUS, ORIGIN, SOURCE, PASSAGE, POSITION, SIGNATURE, SOURCE_FILE, TARGET_FILE, SEGMENTS)

OWN = {f"x-{name}": name for name in _NAMES}
"""The `prop` types of our fields."""

_KEPT = "property-"
"""Stands before a user's property whose name is one of ours."""


def type_of(name: str) -> str:
    """The `prop` type of a property: `author` → `x-author`, `quality` → `x-property-quality`."""
    return f"x-{_KEPT}{name}" if name in _NAMES or name.startswith(_KEPT) else f"x-{name}"


def name_of(kind: str) -> str:
    """The property a `prop` type stands for: `x-author` → `author`; a type without `x-` stays as it is."""
    return kind.removeprefix("x-").removeprefix(_KEPT)


@lru_cache(maxsize=10_000)
def percent(probability: float) -> str:
    """A probability as the exact percentage: 0.97 → `97`, 0.8765 → `87.65`."""
    return f"{(Decimal(repr(float(probability))) * 100).normalize():f}"


@lru_cache(maxsize=10_000)
def probability_of(text: str) -> float | None:
    """The probability a percentage stands for; None when it is none."""
    try:
        value = Decimal(text.strip()) / 100
    except InvalidOperation:
        return None
    return float(value) if 0 <= value <= 1 else None


def runs(positions: tuple[int, ...]) -> str:
    """Positions as runs: (3, 4, 5, 9) → `3-5,9`."""
    found: list[list[int]] = []
    for position in positions:
        if found and position == found[-1][1] + 1:
            found[-1][1] = position
        else:
            found.append([position, position])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in found)


def positions_of(text: str) -> tuple[int, ...]:
    """The positions that runs stand for; empty when they are unreadable or longer than any document."""
    if text.isdecimal() and len(text) < 10:
        return (int(text),)
    positions: list[int] = []
    for run in text.split(","):
        first, _, last = run.partition("-")
        if not first.isdecimal() or not (last or first).isdecimal() or len(first) + len(last) > 20:
            return ()
        if int(last or first) - int(first) > 100_000:
            return ()
        positions += range(int(first), int(last or first) + 1)
    return tuple(positions)
