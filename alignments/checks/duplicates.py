"""Units that stand in the memory more than once, or that differ in digits, punctuation and case only."""

from collections.abc import Iterator

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import UnitView
from alignments.units import Severity


def find(view: UnitView, background: Background) -> Iterator[Finding]:
    """«1-бап. – Статья 1.» and «2-бап. – Статья 2.» say nothing new after the first."""
    if not view.pairs:
        return
    copies, twins = background.repeats.copies[view.around.number], background.repeats.twins[view.around.number]
    if copies > 1:
        yield Finding(Severity.INFO, f"the same unit stands here {copies:,} times", view.filled[0])
    elif twins > copies:
        others = f"{twins - copies:,} other {'unit differs' if twins - copies == 1 else 'units differ'}"
        message = f"{others} from this one in digits, punctuation or case only"
        yield Finding(Severity.INFO, message, view.filled[0])


def suspects(batch: Batch) -> Flags:
    """Units that stand somewhere else too, or nearly so."""
    return np.asarray(batch.background.repeats.twins[batch.first : batch.first + len(batch)]) > 1


CHECK = Check("duplicates", "Near-duplicates", suspects, find)
