"""The `>` that programs for mail put before every line of a letter that is answered."""

import re
from dataclasses import replace
from itertools import pairwise

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.steps import Pieces, Step

_MARKS = re.compile(r"^\s*(?:>\s?)+(?!\s?\d)")
"""Before a figure it says that something is greater."""


def _reply_marks(pieces: Pieces, ledger: Ledger) -> Pieces:
    """`> Құрметті әріптес, > сізге …` without its marks, where two lines in a row have one; a lone mark is an empty line."""
    marked = [piece.is_line and _MARKS.match(piece.text) is not None for piece in pieces]
    if not any(one and other for one, other in pairwise(marked)):
        return pieces
    cleaned, gap = [], 0
    for piece, is_marked in zip(pieces, marked, strict=True):
        traced, edits = piece.traced.substituted(_MARKS, "") if is_marked else (piece.traced, [])
        ledger.note_edits("reply marks", piece.text, edits)
        if not traced.text.strip():
            gap += 1
            continue
        cleaned.append(replace(piece, traced=traced, gap=piece.gap + gap))
        gap = 0
    return tuple(cleaned)


REPLY_MARKS = Step("reply marks", "marks before the lines of a letter that is answered taken out", _reply_marks)
