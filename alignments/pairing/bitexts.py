"""The meeting point: stored documents and the aligner become translation units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain

from aligner import align_bitexts
from aligner.beads import Bead, Side, Span
from aligner.lexicon import Lexicon
from alignments.pairing.edges import trimmed
from alignments.pairing.groups import Group
from alignments.pairing.keywords import keyword_units
from alignments.pairing.knowledge import Knowledge
from alignments.pairing.moved import moved_passages, without_moved
from alignments.pairing.passages import Passage, PassageSide, find_passages
from alignments.unit_ids import unit_id
from alignments.units import Provenance, TranslationUnit, Variant

BATCH_SEGMENTS = 20_000
"""How many segments are aligned together: documents teach each other words, and an interrupted run loses one batch."""

IN_A_ROW = 0.9
"""The chance that the cells of a row translate each other though the aligner sees nothing of it: a choice, not a measurement."""


Aligned = tuple[Passage, Sequence[Bead]]
"""A passage and its beads."""


@dataclass(frozen=True, slots=True)
class PairedGroup:
    """A group with its passages and the units made of them."""

    group: Group
    passages: tuple[Passage, ...]
    units: tuple[TranslationUnit, ...]


def pair_groups(groups: Sequence[Group], knowledge: Knowledge) -> Iterator[PairedGroup]:
    """Find the passages of every group and align them; groups of one batch are aligned together."""
    for batch in _batches(groups):
        aligned = _aligned([find_passages(group.documents, knowledge.lexicon) for group in batch], knowledge)
        moved = [[moved_passages(*passage, knowledge.lexicon) for passage in passages] for passages in aligned]
        elsewhere = _aligned([tuple(chain.from_iterable(one)) for one in moved], knowledge)
        for group, first, gone, second in zip(batch, aligned, moved, elsewhere, strict=True):
            stayed = [(one, tuple(without_moved(one, beads, own))) for (one, beads), own in zip(first, gone, strict=True)]
            yield _paired(group, [*stayed, *second], knowledge)


def _aligned(found: Sequence[Sequence[Passage]], knowledge: Knowledge) -> list[list[Aligned]]:
    """The passages of every group with their beads."""
    bitexts = [sides for passages in found for passage in passages for sides in _bitexts(passage)]
    alignments = iter(align_bitexts(bitexts, lexicon=knowledge.lexicon, examples=knowledge.examples) if bitexts else ())
    return [[(passage, _beads(passage, alignments, knowledge.lexicon)) for passage in passages] for passages in found]


def _paired(group: Group, aligned: Sequence[Aligned], knowledge: Knowledge) -> PairedGroup:
    origin = Provenance("aligned", group.name, signature=knowledge.recipe)
    units = tuple(
        unit
        for number, (passage, beads) in enumerate(aligned)
        for unit in _units(passage, beads, replace(origin, passage=number), knowledge.lexicon)
    )
    return PairedGroup(group, tuple(passage for passage, _ in aligned), units)


def _batches(groups: Sequence[Group]) -> Iterator[list[Group]]:
    batch: list[Group] = []
    size = 0
    for group in groups:
        batch.append(group)
        size += sum(len(one.document.segments) for one in group.documents)
        if size >= BATCH_SEGMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _bitexts(passage: Passage) -> Iterator[tuple[Side, ...]]:
    """What of a passage is aligned at a time: all of it, or every row of a table that several languages fill."""
    if not passage.rows:
        yield tuple(one.side for one in passage.sides)
    for row in passage.rows:
        filled = tuple(_cell(side, span).side for side, span in zip(passage.sides, row, strict=True) if len(span))
        if len(filled) > 1:
            yield filled


def _cell(side: PassageSide, span: Span) -> PassageSide:
    return PassageSide(side.document, Span(side.span.start + span.start, side.span.start + span.stop))


def _beads(passage: Passage, alignments: Iterator[Sequence[Bead]], lexicon: Lexicon) -> Sequence[Bead]:
    """The beads of a passage from the next alignments, as many as it has bitexts."""
    if not passage.rows:
        return trimmed(next(alignments), passage.sides, lexicon)
    return [bead for row in passage.rows for bead in _beads_of_row(row, alignments)]


def _beads_of_row(row: Sequence[Span], alignments: Iterator[Sequence[Bead]]) -> Iterator[Bead]:
    """The beads of a row counted from the start of the passage; what stands alone in its row has no translation."""
    filled = [span for span in row if len(span)]
    alone = [Bead((Span(at, at + 1),)) for at in range(len(filled[0]))]
    for bead in alone if len(filled) == 1 else _kept_together(next(alignments), filled):
        own = iter(bead.spans)
        spans = (_moved(next(own), cell.start) if len(cell) else cell for cell in row)
        yield Bead(tuple(spans), bead.probability)


def _kept_together(beads: Sequence[Bead], cells: Sequence[Span]) -> Sequence[Bead]:
    """The beads of a row, or the row as one bead where the aligner found nothing that all its cells say."""
    if any(all(len(span) for span in bead.spans) for bead in beads):
        return beads
    return [Bead(tuple(Span(0, len(cell)) for cell in cells), IN_A_ROW)]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.stop + by)


def _units(passage: Passage, beads: Sequence[Bead], origin: Provenance, lexicon: Lexicon) -> Iterator[TranslationUnit]:
    """A unit a bead, and behind a list of key words a unit a word."""
    now = datetime.now(UTC)
    for position, bead in enumerate(beads):
        variants = tuple(_variant(side, span) for side, span in zip(passage.sides, bead.spans, strict=True) if len(span))
        provenance = replace(origin, position=position, created=now)
        unit = TranslationUnit(unit_id(origin.source, variants), variants, bead.probability, provenance=provenance)
        yield unit
        yield from keyword_units(unit, lexicon)


def _variant(side: PassageSide, span: Span) -> Variant:
    document = side.document.document
    segments = document.segments[side.span.start + span.start : side.span.start + span.stop]
    return Variant(
        document.language,
        " ".join(segment.text for segment in segments),
        document.title,
        tuple(segment.position for segment in segments),
    )
