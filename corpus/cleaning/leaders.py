"""Dots that lead to the page number in a table of contents, and ruled lines: ink that leads the eye and says nothing."""

import re
from dataclasses import replace

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.pieces import Piece
from corpus.cleaning.steps import Pieces, Step

_LEADER = re.compile(r"(?<=\S)\s*[.…](?:\s?[.…]){3,}\s*(?:\d{1,4}|[ivxlc]{1,6})\s*$")
_RULE = re.compile(r"\s*(?:[_=~*–—-]\s?){3,}\s*")


def _leaders(pieces: Pieces, ledger: Ledger) -> Pieces:
    """`Кіріспе ........ 3` without what follows its last word, which ends an entry; lines that are but rules are left out."""
    cleaned = []
    rule: Piece | None = None
    has_led = False
    for piece in pieces:
        if _RULE.fullmatch(piece.text):
            ledger.note("leaders", piece.text.strip()[:20], "")
            rule = piece
            continue
        traced, edits = piece.traced.substituted(_LEADER, "")
        ledger.note_edits("leaders", piece.text, edits)
        kept = _behind(rule, piece.with_text(traced))
        cleaned.append(replace(kept, gap=max(1, kept.gap)) if has_led else kept)
        rule, has_led = None, bool(edits)
    return tuple(cleaned)


def _behind(rule: Piece | None, piece: Piece) -> Piece:
    """The piece, set apart and perhaps the first of its page, as the rule before it was."""
    if rule is None:
        return piece
    return replace(piece, gap=max(1, rule.gap, piece.gap), opens_page=rule.opens_page or piece.opens_page)


LEADERS = Step("leaders", "dots that lead to page numbers in a table of contents, and ruled lines, left out", _leaders)
