"""What a cleaning step is."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.pieces import Piece

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
