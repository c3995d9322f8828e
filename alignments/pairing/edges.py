"""The ends of a passage: what the reach for its edge brought in stays only where the texts themselves speak for it."""

from collections.abc import Sequence
from itertools import combinations, groupby

from aligner.beads import Bead, Side, Span
from aligner.explanation import Text, reasons
from aligner.lexicon import Lexicon
from alignments.pairing.passages import PassageSide

CERTAIN, DOUBTFUL = 0.99, 0.5
"""From the one probability on a bead stays, below the other it goes; between them its texts must share something.

Where a text ends the aligner has no choice but to pair what is left, so that strangers reach .9 (`benchmarks/edges.py`).
"""


def trimmed(beads: Sequence[Bead], sides: Sequence[PassageSide], lexicon: Lexicon) -> Sequence[Bead]:
    """The beads without those at either end that only the reach brought in and that translate nothing."""
    seen = [one.side for one in sides]
    first, last = 0, len(beads)
    starts = [Span(0, one.tried_before) for one in sides]
    while first < last and _lies_in(beads[first], starts) and _is_vain(beads[first], seen, lexicon):
        first += 1
    ends = [Span(len(one.span) - one.tried_after, len(one.span)) for one in sides]
    while first < last and _lies_in(beads[last - 1], ends) and _is_vain(beads[last - 1], seen, lexicon):
        last -= 1
    return beads[first:last]


def _lies_in(bead: Bead, places: Sequence[Span]) -> bool:
    return all(
        not len(span) or (place.start <= span.start and span.stop <= place.stop)
        for span, place in zip(bead.spans, places, strict=True)
    )


def _is_vain(bead: Bead, sides: Sequence[Side], lexicon: Lexicon) -> bool:
    if bead.is_one_sided or bead.probability < DOUBTFUL:
        return True
    texts = [
        Text(side.language, " ".join(side.segments[span.start : span.stop]))
        for side, span in zip(sides, bead.spans, strict=True)
        if len(span)
    ]
    return bead.probability < CERTAIN and not any(_share_something(*pair, lexicon) for pair in combinations(texts, 2))


def _share_something(first: Text, second: Text, lexicon: Lexicon) -> bool:
    """True where the list marks agree, and some kind of evidence (words, names, numbers) speaks for the pair alone."""
    found = sorted(reasons(first, second, lexicon), key=lambda reason: reason.kind)
    verdicts = {kind: all(one.speaks_for for one in kinds) for kind, kinds in groupby(found, key=lambda reason: reason.kind)}
    marks = verdicts.pop("list marks", True)
    return marks and any(verdicts.values())
