"""What the memory forgets on request: a document with its units, a person's name wherever it stands, units kept twice."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import blake2b

from alignments.errors import AlignmentsError
from alignments.index.recipe import plain_text
from alignments.memory import Memory
from alignments.near_texts import near_key
from alignments.pairing.groups import JOINED_BY
from alignments.selection import Selection
from alignments.units import Status, TranslationUnit
from corpus.library import StoredDocument


class Keep(StrEnum):
    """Which of several like units stays: accepted before other ones, these before rejected ones; of equals the first."""

    FIRST = "first"
    """The one stored first."""
    NEWEST = "newest"
    """The one changed (or created) last."""
    SUREST = "surest"
    """The one with the highest probability; units without one come last."""


@dataclass(frozen=True, slots=True)
class Purged:
    """What was deleted, or would be: documents, units and traces of a person.

    `alike` are the ids of units that go because another unit stays, each with the id of that one.
    """

    documents: int = 0
    units: int = 0
    traces: int = 0
    alike: tuple[tuple[str, str], ...] = ()


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
    """Delete every unit of a group or imported file.

    Raises AlignmentsError when none came from there, and for an empty name, which would mean all.
    """
    if not source:
        raise AlignmentsError("--group: give the name of a group or imported file, as `tilmash show` prints it")
    memory.store.require(source=source)
    names = [unit.id for unit in memory.store.units(Selection(source=source))]
    if not dry_run:
        memory.store.remove_units(names)
    return Purged(units=len(names))


def purge_person(memory: Memory, name: str, *, dry_run: bool = False) -> Purged:
    """Take a person's name out of units, decisions and dismissals; the units themselves stay."""
    return Purged(traces=memory.store.forget_person(name, dry_run=dry_run))


def purge_duplicates(memory: Memory, keep: Keep = Keep.FIRST, *, near: bool = False, dry_run: bool = False) -> Purged:
    """Delete units whose texts are all those of another unit, or `near` them: capitals, spacing and punctuation do not count."""
    kept: dict[bytes, tuple[tuple[int, float], str]] = {}
    surplus: list[tuple[str, bytes]] = []
    for unit in memory.store.units():
        key = _texts_key(unit, near=near)
        rank, known = _rank(unit, keep), kept.get(key)
        if known is None or rank > known[0]:
            kept[key] = (rank, unit.id)
        if known is not None:
            surplus.append((known[1] if rank > known[0] else unit.id, key))
    if not dry_run:
        memory.store.remove_units([name for name, _ in surplus])
    return Purged(units=len(surplus), alike=tuple((name, kept[key][1]) for name, key in surplus))


_STANDING = (Status.REJECTED, Status.UNREVIEWED, Status.ACCEPTED)


def _rank(unit: TranslationUnit, keep: Keep) -> tuple[int, float]:
    """Of like units the one with the highest rank stays."""
    when = unit.provenance.changed or unit.provenance.created or datetime.min.replace(tzinfo=UTC)
    ranks = {Keep.FIRST: 0.0, Keep.NEWEST: (when - datetime.min.replace(tzinfo=UTC)).total_seconds()}
    ranks[Keep.SUREST] = -1.0 if unit.probability is None else unit.probability
    return _STANDING.index(unit.status), ranks[keep]


def _texts_key(unit: TranslationUnit, *, near: bool) -> bytes:
    """A short key that units with the same texts share, whatever their order of languages and spacing."""
    key = near_key if near else plain_text
    texts = sorted(f"{variant.language}\x1f{key(variant.text)}" for variant in unit.variants)
    return blake2b("\x1e".join(texts).encode("utf-8", "surrogatepass"), digest_size=12).digest()
