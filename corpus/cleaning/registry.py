"""The ordered list of steps, and how a reading goes through them."""

from corpus.cleaning.broken_lines import BROKEN_LINES
from corpus.cleaning.characters import COMPOSED_LETTERS, CONTROL_CHARACTERS
from corpus.cleaning.ledger import Ledger
from corpus.cleaning.letter_spacing import LETTER_SPACING, SPLIT_LETTERS
from corpus.cleaning.line_hyphens import LINE_END_HYPHENS
from corpus.cleaning.pieces import Piece, pieces_of
from corpus.cleaning.running_heads import RUNNING_HEADS
from corpus.cleaning.spaces import SPACES
from corpus.cleaning.steps import Step
from corpus.documents import Reading, Repair
from corpus.errors import CorpusError

STEPS: tuple[Step, ...] = (
    CONTROL_CHARACTERS,
    COMPOSED_LETTERS,
    LETTER_SPACING,
    SPLIT_LETTERS,
    RUNNING_HEADS,
    BROKEN_LINES,
    LINE_END_HYPHENS,
    SPACES,
)
"""In the order in which they run: words are closed before lines are judged, lines joined before spaces are mended."""


def clean(reading: Reading, skip: frozenset[str] = frozenset()) -> tuple[tuple[Piece, ...], tuple[Repair, ...]]:
    """The paragraphs of a reading after all steps but those named in `skip`, and what was repaired.

    Raises CorpusError when `skip` names a step that does not exist.
    """
    unknown = sorted(skip - {step.name for step in STEPS})
    if unknown:
        known = ", ".join(step.name for step in STEPS)
        raise CorpusError(f"{unknown[0]!r}: no cleaning step of this name; the steps are: {known}")
    ledger, pieces = Ledger(), pieces_of(reading)
    for step in STEPS:
        if step.name not in skip:
            pieces = step.work(pieces, ledger)
    return pieces, ledger.repairs(tuple(step.name for step in STEPS))
