"""Units that the aligner itself was not sure of."""

from collections.abc import Iterator

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import UnitView
from alignments.units import Severity

UNSURE = 0.5
"""Below this the aligner thinks it more probable that the bead is wrong."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """A bead on a derailed stretch of the path."""
    probability = view.unit.probability
    if probability is not None and probability < UNSURE and view.filled:
        message = f"the aligner gives this pairing a chance of {probability:.0%}"
        yield Finding(Severity.WARNING, message, view.filled[-1])


def suspects(batch: Batch) -> Flags:
    """Units that the aligner thinks wrong."""
    return batch.probabilities < UNSURE


CHECK = Check("low-probability", "Low probability", suspects, find)
