"""What the memory forgets on request: a document with its units, or a person's name wherever it stands."""

from dataclasses import dataclass

from alignments.memory import Memory
from alignments.selection import Selection


@dataclass(frozen=True, slots=True)
class Purged:
    """What was deleted, or would be: documents, units and traces of a person."""

    documents: int = 0
    units: int = 0
    traces: int = 0


def purge_document(memory: Memory, number: int, *, dry_run: bool = False) -> Purged:
    """Delete a document, its text as read, and every unit that quotes it. Raises CorpusError for an unknown number."""
    title = memory.library.document(number).document.title
    names = [unit.id for unit in memory.store.units(Selection(document=title))]
    if not dry_run:
        with memory.transaction():
            memory.store.remove_units(names)
            memory.library.remove(number)
    return Purged(documents=1, units=len(names))


def purge_source(memory: Memory, source: str, *, dry_run: bool = False) -> Purged:
    """Delete every unit of a group or imported file."""
    names = [unit.id for unit in memory.store.units(Selection(source=source))]
    if not dry_run:
        memory.store.remove_units(names)
    return Purged(units=len(names))


def purge_person(memory: Memory, name: str, *, dry_run: bool = False) -> Purged:
    """Take a person's name out of units, decisions and dismissals; the units themselves stay."""
    return Purged(traces=memory.store.forget_person(name, dry_run=dry_run))
