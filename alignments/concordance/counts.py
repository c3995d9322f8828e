"""How often a key word stands in each document, or beside each value of a property such as the year."""

from collections import Counter
from dataclasses import dataclass

from alignments.concordance.lines import ConcordancePage
from alignments.errors import AlignmentsError
from alignments.metadata import Metadata, properties_of
from alignments.selection import Selection
from alignments.store import Store

DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Count:
    """In how many segments with this value the key word stands, and how many times."""

    value: str
    segments: int
    occurrences: int


def counts_by(store: Store, page: ConcordancePage, name: str, metadata: Metadata) -> tuple[Count, ...]:
    """The lines of a page counted by document or by a property of their units or documents; in the order of the values.

    Raises AlignmentsError, which names the properties that there are, for one that no unit found has.
    """
    values = {line.unit: line.document for line in page.lines} if name == DOCUMENT else _values(store, page, name, metadata)
    occurrences = Counter(values.get(line.unit, "") for line in page.lines)
    segments = {(line.unit, line.left + line.keyword + line.right) for line in page.lines}
    told = Counter(values.get(unit, "") for unit, _ in segments)
    return tuple(Count(value, told[value], occurrences[value]) for value in sorted(occurrences))


def _values(store: Store, page: ConcordancePage, name: str, metadata: Metadata) -> dict[str, str]:
    """The value of a property by the ids of the units that have it."""
    names: dict[str, None] = {}
    values = {}
    for unit in store.units(Selection(ids=tuple(dict.fromkeys(line.unit for line in page.lines)))):
        known = properties_of(unit, metadata)
        names |= dict.fromkeys(known)
        if name in known:
            values[unit.id] = known[name]
    if page.lines and not values:
        raise AlignmentsError(f"{name}: no unit found has this property; count by {', '.join([DOCUMENT, *names])}")
    return values
