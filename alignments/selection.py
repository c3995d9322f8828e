"""Which units are meant."""

from dataclasses import dataclass

from alignments.units import Status


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
