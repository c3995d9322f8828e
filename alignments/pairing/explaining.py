"""Why a unit was made: where its texts stand, and the evidence for and against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from aligner.explanation import Text, reasons
from aligner.lexicon import Lexicon
from alignments.memory import Memory
from alignments.pairing.groups import JOINED_BY
from alignments.pairing.knowledge import extended_by
from alignments.units import TranslationUnit, Variant
from corpus.library import StoredDocument


@dataclass(frozen=True, slots=True)
class UnitExplanation:
    """`origin`: lines on where the unit comes from; `evidence`: rows of kind, sides, for or against, and what was seen."""

    origin: tuple[str, ...]
    evidence: tuple[tuple[str, str, str, str], ...]


def explain_unit(memory: Memory, name: str) -> UnitExplanation:
    """The explanation of a stored unit. Raises AlignmentsError for an unknown id."""
    unit = memory.store.unit(name)
    return UnitExplanation(tuple(_origin(memory, unit)), tuple(_evidence(unit, extended_by(memory.store.terms()))))


def _evidence(unit: TranslationUnit, lexicon: Lexicon) -> Iterator[tuple[str, str, str, str]]:
    """What speaks for and against every two variants translating each other."""
    for first, second in combinations(unit.variants, 2):
        for reason in reasons(Text(first.language, first.text), Text(second.language, second.text), lexicon):
            yield reason.kind, f"{first.language}-{second.language}", "for" if reason.speaks_for else "against", reason.what


def _origin(memory: Memory, unit: TranslationUnit) -> Iterator[str]:
    chance = "nobody measured it" if unit.probability is None else f"right with a chance of {unit.probability:.1%}"
    yield f"unit {unit.id}: {unit.kind or 'imported'}, {chance}, {unit.status}"
    origin = unit.provenance
    place = f"place {origin.position + 1} of passage {origin.passage + 1}"
    yield f"{origin.origin} from {origin.source or 'an unnamed source'}, {place}"
    if origin.signature:
        yield f"recipe: {origin.signature}"
    stored = memory.library.documents(with_segments=False)
    for variant in unit.variants:
        yield f"{variant.language}  {variant.text}"
        listed = _document_of(variant, unit, stored)
        document = memory.library.document(listed.id) if listed else None
        yield f"    {_place(variant, document)}"
        if document is not None and (read := _as_read(memory, variant, document)) != variant.text:
            yield f"    as read: {read}"


def _document_of(variant: Variant, unit: TranslationUnit, stored: Sequence[StoredDocument]) -> StoredDocument | None:
    """The document a variant stands in: of its title and language, long enough, and rather of the unit's own group."""
    same = [
        one
        for one in stored
        if (one.document.title, one.document.language) == (variant.document, variant.language)
        and variant.segments
        and max(variant.segments) < one.segment_count
    ]
    groups = unit.provenance.source.split(JOINED_BY)
    return next((one for one in reversed(same) if one.document.group in groups), same[-1] if same else None)


def _as_read(memory: Memory, variant: Variant, stored: StoredDocument) -> str:
    """The text of a variant as it stood in the file, line ends shown."""
    first, last = (stored.document.segments[variant.segments[place]] for place in (0, -1))
    return memory.library.text_as_read(stored.id)[first.start : last.stop].replace("\n", "⏎")


def _place(variant: Variant, stored: StoredDocument | None) -> str:
    """The file, page, segments and offsets of a variant, as far as they are known."""
    if stored is None:
        return f"in {variant.document}" if variant.document else "its document is not stored"
    segments = [stored.document.segments[position] for position in variant.segments]
    page = f", page {segments[0].page}" if segments[0].page else ""
    numbers = "–".join(dict.fromkeys(str(position + 1) for position in (variant.segments[0], variant.segments[-1])))
    where = f"characters {segments[0].start + 1}–{segments[-1].stop} as read"
    return f"in {stored.document.source.path}{page}, segment {numbers} of {len(stored.document.segments)}, {where}"
