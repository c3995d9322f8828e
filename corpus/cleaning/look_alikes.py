"""Latin letters inside Cyrillic words, Cyrillic ones inside Latin words and Roman numerals."""

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import Edit
from corpus.files.old_fonts import word_in_old_font
from corpus.homoglyphs import repaired


def _look_alikes(pieces: Pieces, ledger: Ledger) -> Pieces:
    if word_in_old_font(piece.text for piece in pieces):
        return pieces  # half of a word mended would hide from a converter what its font was
    cleaned = []
    for piece in pieces:
        edits = [Edit(start, stop, new) for start, stop, new in repaired(piece.text)]
        ledger.note_edits("look-alikes", piece.text, edits)
        cleaned.append(piece.with_text(piece.traced.edited(edits)))
    return tuple(cleaned)


LOOK_ALIKES = Step("look-alikes", "letters of the wrong alphabet replaced by the right ones", _look_alikes, changes_letters=True)
