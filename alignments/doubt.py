"""Doubt: the chance that a unit is wrong, as one number."""

from alignments.inspection.background import Background
from alignments.inspection.views import UnitView


def doubt_of(view: UnitView, background: Background) -> float:
    """The chance 0…1 that the texts of a unit do not translate each other in full."""
    deviations = [
        abs(background.lengths.norm(view.unit, first, second).deviation(first.length, second.length))
        for first, second in view.pairs
    ]
    return 1 - (view.unit.probability or 0.5) + max(deviations, default=0) / 10
