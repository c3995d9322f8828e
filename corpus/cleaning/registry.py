"""The ordered list of steps, and how a reading goes through them."""

import re

from corpus.cleaning.broken_lines import BROKEN_LINES
from corpus.cleaning.bullets import BULLETS
from corpus.cleaning.characters import COMPOSED_LETTERS, CONTROL_CHARACTERS
from corpus.cleaning.compounds import COMPOUNDS
from corpus.cleaning.displaced_links import DISPLACED_LINKS
from corpus.cleaning.leaders import LEADERS
from corpus.cleaning.ledger import Ledger
from corpus.cleaning.letter_spacing import LETTER_SPACING, SPLIT_LETTERS
from corpus.cleaning.line_hyphens import LINE_END_HYPHENS
from corpus.cleaning.look_alikes import LOOK_ALIKES
from corpus.cleaning.note_marks import NOTE_MARKS
from corpus.cleaning.parallel_lines import PARALLEL_LINES
from corpus.cleaning.parallel_parts import PARALLEL_PARTS
from corpus.cleaning.pieces import Piece, pieces_of
from corpus.cleaning.reply_marks import REPLY_MARKS
from corpus.cleaning.running_heads import RUNNING_HEADS
from corpus.cleaning.spaces import GLUED_WORDS, SPACES
from corpus.cleaning.steps import Pieces, Step
from corpus.documents import Reading, Repair
from corpus.errors import CorpusError

STEPS: tuple[Step, ...] = (
    CONTROL_CHARACTERS,
    COMPOSED_LETTERS,
    LETTER_SPACING,
    SPLIT_LETTERS,
    DISPLACED_LINKS,
    REPLY_MARKS,
    RUNNING_HEADS,
    LEADERS,
    PARALLEL_LINES,
    BROKEN_LINES,
    LINE_END_HYPHENS,
    BULLETS,
    LOOK_ALIKES,
    NOTE_MARKS,
    SPACES,
    GLUED_WORDS,
    COMPOUNDS,
    PARALLEL_PARTS,
)
"""In the order in which they run: words are closed before lines are judged, lines joined before spaces are mended."""

_WHITE_SPACE = re.compile(r"\s{2,}|[^\S ]")


def clean(reading: Reading, skip: frozenset[str] = frozenset()) -> tuple[Pieces, tuple[Repair, ...]]:
    """The paragraphs of a reading after all steps but those named in `skip`, and what was repaired.

    Runs of white space end as one space whatever is skipped. Raises CorpusError when `skip` names a step that does not exist.
    """
    unknown = sorted(skip - {step.name for step in STEPS})
    if unknown:
        known = ", ".join(step.name for step in STEPS)
        raise CorpusError(f"{unknown[0]!r}: no cleaning step of this name; the steps are: {known}")
    ledger, pieces = Ledger(), pieces_of(reading)
    for step in STEPS:
        if step.name not in skip:
            pieces = step.work(pieces, ledger)
        if step is LINE_END_HYPHENS:
            pieces = _on_one_line(pieces)
    settled = (piece for piece in pieces if piece.text.strip())
    return tuple(settled), ledger.repairs(tuple(step.name for step in STEPS))


def _on_one_line(pieces: Pieces) -> Pieces:
    """Every run of white space, the joints of lines among them, as one space."""
    return tuple(_with_single_spaces(piece) for piece in pieces)


def _with_single_spaces(piece: Piece) -> Piece:
    traced, _ = piece.traced.substituted(_WHITE_SPACE, " ")
    return piece.with_text(traced.stripped())
