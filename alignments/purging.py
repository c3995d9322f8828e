"""What the memory forgets on request: a document with its units, a person's name wherever it stands, units kept twice."""

from dataclasses import dataclass
from hashlib import blake2b

from alignments.errors import AlignmentsError
from alignments.index.recipe import plain_text
from alignments.memory import Memory
from alignments.pairing.groups import JOINED_BY
from alignments.selection import Selection
from alignments.units import Status, TranslationUnit
from corpus.library import StoredDocument


@dataclass(frozen=True, slots=True)
class Purged:
    """What was deleted, or would be: documents, units and traces of a person."""

    documents: int = 0
    units: int = 0
    traces: int = 0


def purge_document(memory: Memory, number: int, *, dry_run: bool = False) -> Purged:
    """Delete a document, its text as read, and every unit that quotes it. Raises CorpusError for an unknown number."""
    stored = memory.library.document(number)
    namesakes = [one for one in memory.library.documents(with_segments=False) if _names(one) == _names(stored)]
    quoting = memory.store.units(Selection(document=stored.document.title))
    names = [unit.id for unit in quoting if _quotes(unit, stored, is_only_one=len(namesakes) == 1)]
    if not dry_run:
        with memory.transaction():
            memory.store.remove_units(names)
            memory.library.remove(number)
    return Purged(documents=1, units=len(names))


def _names(stored: StoredDocument) -> tuple[str, str]:
    return stored.document.title, stored.document.language


def _quotes(unit: TranslationUnit, stored: StoredDocument, *, is_only_one: bool) -> bool:
    """True when a variant stands in the document; where several have its title and language the group decides."""
    is_named = any((variant.document, variant.language) == _names(stored) for variant in unit.variants)
    return is_named and (is_only_one or stored.document.group in unit.provenance.source.split(JOINED_BY))


def purge_source(memory: Memory, source: str, *, dry_run: bool = False) -> Purged:
    """Delete every unit of a group or imported file. Raises AlignmentsError when none came from there."""
    names = [unit.id for unit in memory.store.units(Selection(source=source))]
    if not names:
        raise AlignmentsError(f"{source}: no unit came from a group or file of this name; `tilmash documents` lists the groups")
    if not dry_run:
        memory.store.remove_units(names)
    return Purged(units=len(names))


def purge_person(memory: Memory, name: str, *, dry_run: bool = False) -> Purged:
    """Take a person's name out of units, decisions and dismissals; the units themselves stay."""
    return Purged(traces=memory.store.forget_person(name, dry_run=dry_run))


def purge_duplicates(memory: Memory, *, dry_run: bool = False) -> Purged:
    """Delete units whose texts are all those of another unit; an accepted one stays, otherwise the first."""
    seen: dict[bytes, tuple[str, bool]] = {}
    surplus: list[str] = []
    for unit in memory.store.units():
        key = _texts_key(unit)
        kept = seen.get(key)
        is_accepted = unit.status is Status.ACCEPTED
        if kept is None:
            seen[key] = (unit.id, is_accepted)
        elif is_accepted and not kept[1]:
            surplus.append(kept[0])
            seen[key] = (unit.id, True)
        else:
            surplus.append(unit.id)
    if not dry_run:
        memory.store.remove_units(surplus)
    return Purged(units=len(surplus))


def _texts_key(unit: TranslationUnit) -> bytes:
    """A short key that units with the same texts share, whatever their order of languages and spacing."""
    texts = sorted(f"{variant.language}\x1f{plain_text(variant.text)}" for variant in unit.variants)
    return blake2b("\x1e".join(texts).encode("utf-8", "surrogatepass"), digest_size=12).digest()
