"""What the aligner sees of a stretch of a stored document."""

from aligner.beads import Side, Span
from corpus.documents import Document


def side_of(document: Document, span: Span) -> Side:
    """The texts of a span of segments, and which of them begin a paragraph."""
    segments = document.segments[span.start : span.stop]
    starts = (n for n, one in enumerate(segments) if n == 0 or one.paragraph != segments[n - 1].paragraph)
    return Side(document.language, tuple(one.text for one in segments), frozenset(starts))
