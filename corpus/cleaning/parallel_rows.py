"""What says the same in several languages becomes a row of a table of its own, a cell a language."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.pieces import Piece
from corpus.cleaning.steps import Pieces
from corpus.cleaning.traced import TracedText
from corpus.documents import BlockKind


class ParallelRows:
    """Makes rows of pieces, numbered behind the rows and columns that are there."""

    def __init__(self, step: str, pieces: Pieces, ledger: Ledger) -> None:
        self._step = step
        self._ledger = ledger
        self._row = 1 + max((piece.row for piece in pieces if piece.row is not None), default=-1)
        self._column = 1 + max((piece.column for piece in pieces if piece.column is not None), default=-1)

    def cells(self, piece: Piece, parts: Sequence[TracedText], languages: Sequence[str]) -> list[Piece]:
        """The parts of a piece, each in its language, as the next row."""
        self._ledger.note(self._step, piece.text, " ¦ ".join(part.text for part in parts))
        row, self._row = self._row, self._row + 1
        return [
            replace(piece, traced=part, kind=BlockKind.CELL, row=row, column=self._column + place, language=language)
            for place, (part, language) in enumerate(zip(parts, languages, strict=True))
        ]
