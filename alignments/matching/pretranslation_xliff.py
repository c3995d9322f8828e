"""A pretranslated document as XLIFF 1.2, the form every translation tool opens."""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from alignments.matching.pretranslation import Pretranslated
from alignments.units import Match

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_STATES = {
    "context": ("final", "id-match"),
    "exact": ("translated", "exact-match"),
    "fuzzy": ("needs-review-translation", "fuzzy-match"),
}


def xliff(segments: Iterable[Pretranslated], original: str, language: str, target: str) -> Iterator[str]:
    """The file, piece by piece; segments without a match have no target."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    yield f"<file original={quoteattr(_clean(original))} source-language={quoteattr(language)} "
    yield f'target-language={quoteattr(target)} datatype="plaintext">\n<body>\n'
    for number, segment in enumerate(segments, start=1):
        yield f'<trans-unit id="{number}">\n<source xml:lang={quoteattr(language)}>{escape(_clean(segment.source))}</source>\n'
        if segment.match is not None:
            yield from _target(segment.match, language, target)
        yield "</trans-unit>\n"
    yield "</body>\n</file>\n</xliff>\n"


def _target(match: Match, language: str, target: str) -> Iterator[str]:
    state, qualifier = _STATES[match.kind]
    text = escape(_clean(match.target))
    yield f'<target xml:lang={quoteattr(target)} state="{state}" state-qualifier="{qualifier}">{text}</target>\n'
    quality = f"{int(match.similarity * 100)}%"
    yield f"<alt-trans match-quality={quoteattr(quality)} origin={quoteattr(_clean(match.document))}>"
    yield f"<source xml:lang={quoteattr(language)}>{escape(_clean(match.source))}</source>"
    yield f"<target xml:lang={quoteattr(target)}>{text}</target></alt-trans>\n"
    for old, new in match.substituted:
        yield f"<note>number put in: {escape(old)} → {escape(new)}</note>\n"


def _clean(text: str) -> str:
    """The text without characters that XML 1.0 forbids."""
    return _FORBIDDEN.sub("", text)
