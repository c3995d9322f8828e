"""Words broken at the end of a line: closed or kept hyphenated, as the document itself writes them elsewhere."""

import re

from corpus.cleaning.hyphenation import Vocabulary, hyphen_belongs
from corpus.cleaning.ledger import Ledger
from corpus.cleaning.steps import Pieces, Step

BROKEN = re.compile(r"(?<![^\W_])(?P<left>[^\W_]++(?:-[^\W_]++)*)(?P<hyphen>[-\u2010])[ ]*\n[ ]*(?P<right>[^\W_]+)")
_AFTER_SIGN = re.compile(r"(?<=[%°»”)\]]-)[ ]*\n[ ]*(?=[^\W\d_])")
"""`10 %-⏎дан`, `«Отан»-⏎ның`: the hyphen of an ending."""
_COMPOUND_DASH = re.compile(r"–(?<=[^\W_]–)[ ]*\n[ ]*(?=[^\W_])")


def _line_end_hyphens(pieces: Pieces, ledger: Ledger) -> Pieces:
    vocabulary = Vocabulary(piece.text for piece in pieces)
    cleaned = []
    for piece in pieces:
        if "\n" not in piece.text:
            cleaned.append(piece)
            continue
        traced, edits = piece.traced.substituted(BROKEN, lambda match: _closed(match, vocabulary))
        ledger.note_edits("line-end hyphens", piece.text, edits)
        for pattern, new in ((_COMPOUND_DASH, "–"), (_AFTER_SIGN, "")):
            before = traced.text
            traced, edits = traced.substituted(pattern, new)
            ledger.note_edits("line-end hyphens", before, edits)
        cleaned.append(piece.with_text(traced))
    return tuple(cleaned)


def _closed(match: re.Match[str], vocabulary: Vocabulary) -> str:
    hyphen = match["hyphen"] if hyphen_belongs(match["left"], match["right"], vocabulary) else ""
    return match["left"] + hyphen + match["right"]


LINE_END_HYPHENS = Step("line-end hyphens", "words broken at the end of a line closed", _line_end_hyphens)
