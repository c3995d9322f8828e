"""How the fields of a unit are called in TMX: the types of our `prop` elements, and which names they keep from others."""

from decimal import Decimal, InvalidOperation
from functools import lru_cache

from alignments.files.remembered import remembered

TOOL = "tilmash"
"""The `creationtool` of our files; only there the properties below are fields and not properties of a user."""

QUALITY, STATUS, ORIGIN, SOURCE = "quality", "status", "origin", "source"
SIGNATURE, PLACE = "signature", "place"
SOURCE_FILE, TARGET_FILE = "source-file", "target-file"

_NAMES = (QUALITY, STATUS, ORIGIN, SOURCE, SIGNATURE, PLACE, SOURCE_FILE, TARGET_FILE)

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


@remembered(10_000)
def probability_of(text: str) -> float | None:
    """The probability a percentage stands for; None when it is none."""
    try:
        value = Decimal(text.strip()) / 100
    except InvalidOperation:
        return None
    return float(value) if 0 <= value <= 1 else None
