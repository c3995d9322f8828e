"""A damaged TMX cut into tags and text, without a parser that would stop at the first fault."""

import re
from collections.abc import Iterable, Iterator

_TAG = re.compile(
    r"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|!DOCTYPE(?:[^\[>]|\[.*?\]\s*(?=>))*>|/?[A-Za-z_:](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.DOTALL,
)
_BEGINS = re.compile(r"<[!?/A-Za-z_:]")

LONGEST = 1_000_000
"""Letters of one token; a longer one is no tag."""


def tokens(pieces: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """(token, is it a tag) over a text that comes in pieces; a tag that never ends is given as text at the end."""
    rest = ""
    for piece in pieces:
        rest += piece
        reached = 0
        for match in _TAG.finditer(rest):
            if match.start() > reached:
                yield rest[reached : match.start()], False
            yield match[0], True
            reached = match.end()
        rest = rest[reached:]
        begun = _BEGINS.search(rest)
        safe = begun.start() if begun else max(0, len(rest) - 12)
        if len(rest) - safe > LONGEST:
            safe = len(rest)
        if safe:
            yield rest[:safe], False
            rest = rest[safe:]
    if rest:
        yield rest, False
