"""Which units are meant, what to do with units that are already there, and the count of what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b

from alignments.units import Status, Variant


class Policy(StrEnum):
    """What happens to an incoming unit whose id is stored already."""

    SKIP = "skip"
    """What is stored stays."""
    REPLACE = "replace"
    """The incoming unit takes the place of the stored one."""
    NEWER = "newer"
    """The one changed (or created) later stays, but what a person reviewed or imported before what only the aligner made."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which units: every condition given must hold; an empty one asks for nothing.

    `languages` keeps the variants in these languages and the units that have at least one of them; `max_probability` keeps
    what needs a look: units whose probability is at most this (units without a probability are left out); `source` is the
    group or file a unit came from.
    """

    languages: tuple[str, ...] = ()
    min_probability: float | None = None
    statuses: tuple[Status, ...] = ()
    source: str = ""
    ids: tuple[str, ...] = ()
    max_probability: float | None = None
    document: str = ""
    origin: str = ""


@dataclass(slots=True)
class Counts:
    """What became of incoming units; `failures` says of each failed one why."""

    read: int = 0
    created: int = 0
    updated: int = 0
    skipped: int = 0
    failed: int = 0
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dismissal:
    """An issue a reviewer called none; an empty `language` dismisses the check in every variant of the unit."""

    unit: str
    check: str
    language: str
    who: str
    when: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportRun:
    """What became of one file that was imported; `counts` by what became of its units or terms: read, created, updated …"""

    source: str
    begun: datetime
    ended: datetime
    counts: Mapping[str, int]


def unit_id(source: str, variants: Sequence[Variant]) -> str:
    """A short id that the same source, places and texts always get: 16 letters and digits."""
    parts = [source]
    for variant in variants:
        places = ",".join(map(str, variant.segments)) if variant.segments else ""
        parts += [variant.language, variant.document, places, variant.text]
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
