"""Stretches of the language streams of one file that translate each other, two streams at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from aligner.beads import Side, Span
from aligner.lexicon import Lexicon
from aligner.search.stretches import are_facing, find_stretches
from alignments.pairing.facing import facing_runs
from alignments.pairing.sides import side_of
from corpus.library import StoredDocument


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch between two streams, by their numbers; what only faces each other has the score 0."""

    streams: tuple[int, int]
    spans: tuple[Span, Span]
    score: float = 0.0


def links_of(streams: Sequence[StoredDocument], taken: Sequence[Sequence[Span]], lexicon: Lexicon | None) -> list[Link]:
    """Every stretch of every two streams outside what is taken, best first, and last what faces each other."""
    sides = [
        _without(side_of(one.document, Span(0, len(one.document.segments))), spans)
        for one, spans in zip(streams, taken, strict=True)
    ]
    found = [
        Link((a, b), stretch.spans, stretch.score)
        for a, b in combinations(range(len(streams)), 2)
        for stretch in find_stretches(sides[a], sides[b], lexicon)
    ]
    return sorted(found, key=lambda link: link.score, reverse=True) + list(_facing_links(streams, taken, lexicon))


def _facing_links(streams: Sequence[StoredDocument], taken: Sequence[Sequence[Span]], lexicon: Lexicon | None) -> Iterator[Link]:
    for runs in facing_runs([stored.document for stored in streams]):
        sides = [side_of(streams[run.stream].document, run.span) for run in runs]
        is_free = not any(run.span.meets(used) for run in runs for used in taken[run.stream])
        if is_free and are_facing(sides[0], sides[1], lexicon):
            yield Link((runs[0].stream, runs[1].stream), (runs[0].span, runs[1].span))


def _without(side: Side, taken: Sequence[Span]) -> Side:
    """The side with nothing where its segments are taken: an empty text is like no other, and positions stay."""
    places = {place for span in taken for place in span.positions}
    return replace(side, segments=tuple("" if place in places else text for place, text in enumerate(side.segments)))
