"""A text much longer or shorter than its translation makes expect in this document."""

from collections.abc import Iterator

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.lengths import IMPOSSIBLE, UNUSUAL
from alignments.inspection.texts import Flags
from alignments.inspection.views import UnitView
from alignments.units import Severity


def find(view: UnitView, background: Background) -> Iterator[Finding]:
    """«Иә.» beside a sentence of 120 characters."""
    for first, second in view.pairs:
        norm = background.lengths.norm(view.unit, first.variant, second.variant)
        deviation = norm.deviation(first.length, second.length)
        if abs(deviation) < UNUSUAL:
            continue
        what = "short" if deviation < 0 else "long"
        expected = round(first.length * norm.ratio)
        message = (
            f"unusually {what}: {second.length} characters of {second.name} for {first.length} of {first.name}; "
            f"about {expected} would be usual here"
        )
        yield Finding(Severity.ERROR if abs(deviation) >= IMPOSSIBLE else Severity.WARNING, message, second)


def suspects(batch: Batch) -> Flags:
    """Units with a text of unusual length."""
    return batch.with_pair(np.abs(batch.deviations) >= UNUSUAL)


CHECK = Check("lengths", "Unusual length", suspects, find)
