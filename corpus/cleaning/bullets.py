"""Signs that a word processor puts before list items."""

import re
from dataclasses import replace

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import Edit
from corpus.documents import BlockKind

_BULLET = re.compile("\\s*[•●▪◦‣⁃■□➢✓❖♦○·\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076]+\\s*(?=\\S)")
_TURNED_LIST = frozenset({BlockKind.PARAGRAPH, BlockKind.LINE})


def _bullets(pieces: Pieces, ledger: Ledger) -> Pieces:
    """The sign goes, the item stays an item; dashes and numbers are text and stay."""
    cleaned = []
    for piece in pieces:
        match = _BULLET.match(piece.text)
        if match is None:
            cleaned.append(piece)
            continue
        edit = Edit(match.start(), match.end(), "")
        ledger.note_edits("bullets", piece.text, [edit])
        kind = BlockKind.LIST_ITEM if piece.kind in _TURNED_LIST else piece.kind
        cleaned.append(replace(piece.with_text(piece.traced.edited([edit])), kind=kind))
    return tuple(cleaned)


BULLETS = Step("bullets", "bullets before list items taken out", _bullets)
