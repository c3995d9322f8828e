"""Gold documents aligned by the aligner, as units of which it is known whether they are right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner import align_bitexts
from aligner.beads import Bead, Side
from aligner.evaluation.gold import GoldDocument
from alignments.units import Provenance, TranslationUnit, Variant


@dataclass(frozen=True, slots=True)
class JudgedUnit:
    """A unit of the aligner, the gold document it comes from, and whether gold has the same bead."""

    unit: TranslationUnit
    document: str
    is_right: bool


def judged_units(documents: Sequence[GoldDocument], pair: tuple[str, str]) -> Iterator[JudgedUnit]:
    """The beads of every document for one pair of languages, one-sided ones included, in order."""
    chosen = [document for document in documents if pair in document.rungs]
    bitexts = [tuple(document.side(language) for language in pair) for document in chosen]
    for document, sides, beads in zip(chosen, bitexts, align_bitexts(bitexts), strict=True):
        gold = set(document.rungs[pair])
        for number, bead in enumerate(beads):
            rung = (bead.spans[0].positions, bead.spans[1].positions)
            yield JudgedUnit(_unit(document.id, sides, bead, number), document.id, rung in gold)


def _unit(name: str, sides: tuple[Side, ...], bead: Bead, number: int) -> TranslationUnit:
    variants = tuple(
        Variant(
            side.language, " ".join(side.segments[place] for place in span.positions), f"{name} {side.language}", span.positions
        )
        for side, span in zip(sides, bead.spans, strict=True)
        if len(span)
    )
    return TranslationUnit(
        f"{name} {number}", variants, bead.probability, provenance=Provenance("aligned", name, position=number)
    )
