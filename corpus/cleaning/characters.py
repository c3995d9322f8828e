"""Characters that no text needs: controls, invisible marks, decomposed letters, odd spaces."""

import re
import unicodedata

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import Edit, TracedText

_CONTROLS = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff\u200b\u200e\u200f\u2060\ud800-\udfff]+"
)
COLUMN_GAP = "   "
"""What a tab becomes, so that the columns of a table are still seen; later one space."""

_TABS = re.compile("\t")
_ODD_SPACES = re.compile("[\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
"""Not a line end, which is decided with those of torn lines."""
_LINE_END_SHY = re.compile("\u00ad(?=\\s*$|\n)")
_SOFT_HYPHENS = re.compile("\u00ad+")
_REPLACED = ((_CONTROLS, ""), (_TABS, COLUMN_GAP), (_ODD_SPACES, " "), (_LINE_END_SHY, "-"), (_SOFT_HYPHENS, ""))
"""None of these is printable in the sense of `str.isprintable`, so that most lines need no search."""

_MARKED = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")


def _control_characters(pieces: Pieces, ledger: Ledger) -> Pieces:
    """A form feed or a zero-width space left by a converter breaks every XML writer and every search downstream."""
    cleaned = []
    for piece in pieces:
        traced = piece.traced
        for pattern, new in () if traced.text.isprintable() else _REPLACED:
            before = traced.text
            traced, edits = traced.substituted(pattern, new)
            if new.strip() or not new:
                ledger.note_edits("control characters", before, edits)
        cleaned.append(piece.with_text(traced))
    return tuple(piece for piece in cleaned if piece.text.strip())


def _composed(traced: TracedText) -> tuple[TracedText, list[Edit]]:
    """NFC: `и` + breve becomes `й`, letter by letter, so that offsets stay exact."""
    traced, edits = traced.substituted(_MARKED, lambda match: unicodedata.normalize("NFC", match[0]))
    if not unicodedata.is_normalized("NFC", traced.text):
        whole = Edit(0, len(traced.text), unicodedata.normalize("NFC", traced.text))
        return traced.edited([whole]), [*edits, whole]
    return traced, edits


def _composed_letters(pieces: Pieces, ledger: Ledger) -> Pieces:
    cleaned = []
    for piece in pieces:
        if unicodedata.is_normalized("NFC", piece.text):
            cleaned.append(piece)
            continue
        traced, edits = _composed(piece.traced)
        ledger.note_edits("composed letters", piece.text, edits)
        cleaned.append(piece.with_text(traced))
    return tuple(cleaned)


CONTROL_CHARACTERS = Step("control characters", "control and invisible characters taken out", _control_characters)
COMPOSED_LETTERS = Step(
    "composed letters", "letters and their marks made one character (NFC)", _composed_letters, changes_letters=True
)
