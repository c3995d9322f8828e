"""Another memory taken into this one: units by an explicit policy, and what people said of them. Documents stay there."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from alignments.exchange.incoming import Arrival, TrialEndedError, import_units
from alignments.files.options import Report
from alignments.intake import Counts, Policy
from alignments.memory import Memory
from alignments.selection import Selection
from alignments.settled import taken_apart
from alignments.units import Status, TranslationUnit


def merge(memory: Memory, other: Memory, policy: Policy, report: Report, *, is_trial: bool = False) -> Counts:
    """Take the units, decisions, dismissals and terms of another memory in, all or none, and count what became of the units."""
    counts = Counts()
    with suppress(TrialEndedError), memory.transaction():
        incoming = _still_whole(other.store.units(), memory)
        counts = import_units(memory, incoming, report, Arrival(keep_regions=True, policy=policy))
        _take_changes(memory, other)
        _take_decisions(memory, other)
        _take_dismissals(memory, other)
        memory.store.add_terms(other.store.terms())
        if is_trial:
            raise TrialEndedError
    return counts


def _still_whole(units: Iterable[TranslationUnit], memory: Memory) -> Iterator[TranslationUnit]:
    """The units but those that a reviewer of a memory split or merged: what came of them is there."""
    changed = taken_apart(memory.store.decisions())
    for unit in units:
        if not any(_source(memory, name) == unit.provenance.source for name in changed.get(unit.id, ())):
            yield unit


def _take_changes(memory: Memory, other: Memory) -> None:
    """Take out the units that a reviewer of the other memory split or merged, unless somebody reviewed them here."""
    changed = taken_apart(other.store.decisions())
    here = memory.store.units(Selection(ids=tuple(changed), statuses=(Status.UNREVIEWED,))) if changed else ()
    names = [one.id for one in here if any(_source(other, name) == one.provenance.source for name in changed[one.id])]
    memory.store.remove_units(names)
    for decision in other.store.decisions():
        if decision.unit in names:
            memory.store.add_decision(decision)


def _source(memory: Memory, name: str) -> str | None:
    """Where a unit came from; None when it is not there."""
    return next((unit.provenance.source for unit in memory.store.units(Selection(ids=(name,)))), None)


def _take_decisions(memory: Memory, other: Memory) -> None:
    """Add the decisions that are not known yet."""
    known = set(memory.store.decisions())
    fresh = [decision for decision in other.store.decisions() if decision not in known]
    same = _same_units(memory, other, (decision.unit for decision in fresh))
    for decision in fresh:
        if decision.unit in same:
            memory.store.add_decision(decision)


def _take_dismissals(memory: Memory, other: Memory) -> None:
    """Add the dismissals of issues that are not dismissed yet."""
    known = {(one.unit, one.check, one.language) for one in memory.store.dismissals()}
    fresh = [one for one in other.store.dismissals() if (one.unit, one.check, one.language) not in known]
    same = _same_units(memory, other, (one.unit for one in fresh))
    for one in fresh:
        if one.unit in same:
            memory.store.keep_dismissal(one)


def _same_units(memory: Memory, other: Memory, names: Iterable[str]) -> set[str]:
    """The ids that mean a unit of the same source in both memories; what a reviewer said of one holds of the other."""
    wanted = Selection(ids=tuple(set(names)))
    if not wanted.ids:
        return set()
    sources = {unit.id: unit.provenance.source for unit in other.store.units(wanted)}
    return {unit.id for unit in memory.store.units(wanted) if sources.get(unit.id) == unit.provenance.source}
