"""Texts whose sections stand in another order in the translation: news of a page, answers of a list, entries of a glossary."""

from collections.abc import Sequence
from itertools import pairwise

from aligner.beads import Side, Span
from aligner.lexicon import Lexicon
from aligner.search.stretches import find_stretches

MOST = 400
"""Segments of a text that is looked at: nobody exchanges the parts of a book, and looking takes longer than aligning it."""

OUT_OF_ORDER = 0.2
"""The share of what is found that must stand out of order; of texts in order none does (`benchmarks/sections.py`)."""

Spans = tuple[Span, Span]


def sections(first: Side, second: Side, lexicon: Lexicon | None = None) -> tuple[Spans, ...]:
    """The sections of two texts that translate each other, in the order of the first; none where both have them in one order.

    Every segment is in one section: what stands between two of them belongs to the one that follows, as headlines do.
    """
    if max(len(first), len(second)) > MOST:
        return ()
    found = [stretch.spans for stretch in find_stretches(first, second, lexicon)]
    found.sort(key=lambda spans: spans[0].start)
    if _out_of_order(found) < OUT_OF_ORDER:
        return ()
    joined = _joined(found)
    here = _filled([spans[0] for spans in joined], len(first))
    there = _filled([spans[1] for spans in joined], len(second))
    return tuple(zip(here, there, strict=True))


def _out_of_order(found: Sequence[Spans]) -> float:
    """The share of segments outside the heaviest run of stretches that both texts have in one order."""
    weights = [min(map(len, spans)) for spans in found]
    best: list[int] = []
    for place, (_, there) in enumerate(found):
        before = [best[other] for other in range(place) if found[other][1].stop <= there.start]
        best.append(weights[place] + max(before, default=0))
    return 1 - max(best) / sum(weights) if weights else 0.0


def _joined(found: Sequence[Spans]) -> list[Spans]:
    """Stretches that follow on each other in both texts as one."""
    ranks = {spans: rank for rank, spans in enumerate(sorted(found, key=lambda spans: spans[1].start))}
    joined = [found[0]]
    for before, spans in pairwise(found):
        if ranks[spans] == ranks[before] + 1:
            (here, there), (next_here, next_there) = joined[-1], spans
            joined[-1] = Span(here.start, next_here.stop), Span(there.start, next_there.stop)
        else:
            joined.append(spans)
    return joined


def _filled(spans: Sequence[Span], length: int) -> list[Span]:
    """The spans reaching back to the one before, and the last to the end of the text, so that nothing is left over."""
    ordered = sorted(spans, key=lambda span: span.start)
    stops = [span.stop for span in ordered[:-1]] + [length]
    filled = dict(zip(ordered, map(Span, [0, *stops[:-1]], stops), strict=True))
    return [filled[span] for span in spans]
