"""Sections that stand elsewhere in the translation: what two texts left alone is tried against each other once more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from aligner.beads import Bead, Side, Span
from aligner.lexicon import Lexicon
from aligner.search.stretches import MOST_SKIPPED, find_stretches
from alignments.pairing.passages import Passage, PassageSide

GAP = -1
"""In the place of the segments that stand between those left alone."""


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
        kept = [_apart(alone[number]) for number in (a, b)]
        first, second = (_only(passage.sides[number].side, places) for number, places in zip((a, b), kept, strict=True))
        for stretch in find_stretches(first, second, lexicon):
            parts = [places[span.start : span.stop] for places, span in zip(kept, stretch.spans, strict=True)]
            if not any(GAP in part for part in parts):
                found.append(Passage((_part(passage.sides[a], parts[0]), _part(passage.sides[b], parts[1]))))
                alone[a].difference_update(parts[0])
                alone[b].difference_update(parts[1])
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


def _apart(places: Iterable[int]) -> list[int]:
    """The places in order, with as many gaps where some are missing between them as no stretch skips."""
    apart: list[int] = []
    for place in sorted(places):
        if apart and place != apart[-1] + 1:
            apart += [GAP] * (MOST_SKIPPED + 1)
        apart.append(place)
    return apart


def _only(side: Side, places: Sequence[int]) -> Side:
    """What the side has at these places, and nothing at a gap: an empty text is like no other."""
    return Side(side.language, tuple("" if place == GAP else side.segments[place] for place in places))


def _part(side: PassageSide, places: Sequence[int]) -> PassageSide:
    return PassageSide(side.document, Span(side.span.start + places[0], side.span.start + places[-1] + 1))
