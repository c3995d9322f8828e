"""What a cleaning step is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.pieces import Piece
from corpus.cleaning.traced import TracedText

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One named repair of all pieces of a source.

    `says` is the line a person reads; `changes_letters` is true when letters may be replaced by others (look-alikes, NFC) or
    taken out (running heads): every other step only moves, adds or removes what is no letter.
    """

    name: str
    says: str
    work: Callable[[Pieces, Ledger], Pieces]
    changes_letters: bool = False


Repairing = tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]


def substitution(name: str, says: str, repairs: Repairing, sign: str = "") -> Step:
    """A step that goes through every text that holds the sign with patterns and their replacements, in order."""

    def work(pieces: Pieces, ledger: Ledger) -> Pieces:
        return tuple(piece.with_text(_repaired(piece.traced, ledger)) if sign in piece.text else piece for piece in pieces)

    def _repaired(traced: TracedText, ledger: Ledger) -> TracedText:
        for pattern, new in repairs:
            before = traced.text
            traced, edits = traced.substituted(pattern, new)
            ledger.note_edits(name, before, edits)
        return traced

    return Step(name, says, work)
