"""Signs that a word processor puts before list items."""

import re
from dataclasses import replace

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.line_marks import BULLET_SIGNS
from corpus.cleaning.steps import Pieces, Step
from corpus.documents import BlockKind

_SIGNS = f"[·{BULLET_SIGNS}]"
_BULLET = re.compile(f"(?:^|(?<=[.!?;:…»”’\"')\\]] ))\\s*(?:{_SIGNS}+\\s*)+(?=\\S)")
_TURNED_LIST = frozenset({BlockKind.PARAGRAPH, BlockKind.LINE})


def _bullets(pieces: Pieces, ledger: Ledger) -> Pieces:
    """The sign goes, the item stays an item; dashes and numbers are text and stay."""
    cleaned = []
    for piece in pieces:
        traced, edits = piece.traced.substituted(_BULLET, "")
        ledger.note_edits("bullets", piece.text, edits)
        is_item = bool(edits) and edits[0].start == 0 and piece.kind in _TURNED_LIST
        cleaned.append(replace(piece, traced=traced, kind=BlockKind.LIST_ITEM if is_item else piece.kind))
    return tuple(cleaned)


BULLETS = Step("bullets", "bullets before list items taken out", _bullets)
