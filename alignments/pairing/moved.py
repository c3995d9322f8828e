"""Sections that stand elsewhere in the translation: what two texts left alone is tried against each other once more."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from aligner.beads import Bead, Side, Span
from aligner.lexicon import Lexicon
from aligner.search.stretches import find_stretches
from alignments.pairing.passages import Passage, PassageSide


def moved_passages(passage: Passage, beads: Sequence[Bead], lexicon: Lexicon) -> tuple[Passage, ...]:
    """The stretches of two sides that translate each other and of which the alignment of the passage paired nothing."""
    if passage.rows:
        return ()
    alone = [
        {place for bead in beads if bead.is_one_sided for place in bead.spans[number].positions}
        for number in range(len(passage.sides))
    ]
    found = []
    for a, b in combinations(range(len(alone)), 2):
        first, second = (_only(passage.sides[number].side, alone[number]) for number in (a, b))
        for stretch in find_stretches(first, second, lexicon):
            if all(alone[number].issuperset(span.positions) for number, span in zip((a, b), stretch.spans, strict=True)):
                parts = zip((a, b), stretch.spans, strict=True)
                found.append(Passage(tuple(_part(passage.sides[number], span) for number, span in parts)))
                alone[a].difference_update(stretch.spans[0].positions)
                alone[b].difference_update(stretch.spans[1].positions)
    return tuple(found)


def without_moved(passage: Passage, beads: Sequence[Bead], moved: Sequence[Passage]) -> Iterator[Bead]:
    """The beads of a passage without what was left alone there and found its translation elsewhere."""
    gone = {(side.document.id, place) for one in moved for side in one.sides for place in side.span.positions}
    for bead in beads:
        yield from _left_of(passage, bead, gone) if bead.is_one_sided else (bead,)


def _left_of(passage: Passage, bead: Bead, gone: set[tuple[int, int]]) -> Iterator[Bead]:
    """A bead of one side as it is, or a bead for each of its segments that is not gone."""
    number = next(number for number, span in enumerate(bead.spans) if len(span))
    side, span = passage.sides[number], bead.spans[number]
    left = [place for place in span.positions if (side.document.id, side.span.start + place) not in gone]
    if len(left) == len(span):
        yield bead
        return
    for place in left:
        yield replace(bead, spans=(*bead.spans[:number], Span(place, place + 1), *bead.spans[number + 1 :]))


def _only(side: Side, places: set[int]) -> Side:
    """The side with nothing in the other places: an empty text is like no other, and positions stay."""
    return replace(side, segments=tuple(text if place in places else "" for place, text in enumerate(side.segments)))


def _part(side: PassageSide, span: Span) -> PassageSide:
    return PassageSide(side.document, Span(side.span.start + span.start, side.span.start + span.stop))
