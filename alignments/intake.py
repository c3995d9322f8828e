"""How incoming units meet those that are stored: what happens to the same id, and the count of what was done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Policy(StrEnum):
    """What happens to an incoming unit whose id is stored already."""

    NEWER = "newer"
    """The one changed (or created) later stays, but what a person reviewed or imported before what only the aligner made."""
    SKIP = "skip"
    """What is stored stays."""
    REPLACE = "replace"
    """The incoming unit takes the place of the stored one."""


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
class ImportRun:
    """What became of one file that was imported; `counts` by what became of its units or terms: read, created, updated …"""

    source: str
    begun: datetime
    ended: datetime
    counts: Mapping[str, int]
