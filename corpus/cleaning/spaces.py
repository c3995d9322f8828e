"""Spaces where they belong: one between words, none before a stop, one behind it."""

import re

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.steps import Pieces, Step

_RUN = re.compile(r"\s+")
_BEFORE_STOP = re.compile(r"(?<=[^\W_]) +(?=[,;:!?](?![)(])|\.(?![.\w])|[)\]»”])")
_REPAIRS = ((_BEFORE_STOP, ""),)


def _spaces(pieces: Pieces, ledger: Ledger) -> Pieces:
    cleaned = []
    for piece in pieces:
        traced, _ = piece.traced.substituted(_RUN, " ")
        traced = traced.stripped()
        for pattern, new in _REPAIRS:
            before = traced.text
            traced, edits = traced.substituted(pattern, new)
            ledger.note_edits("spaces", before, edits)
        cleaned.append(piece.with_text(traced))
    return tuple(piece for piece in cleaned if piece.text)


SPACES = Step("spaces", "one space between words, none before a stop", _spaces)
