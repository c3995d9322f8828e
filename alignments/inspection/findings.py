"""What a check is and what it returns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from alignments.inspection.background import Background
from alignments.inspection.views import TextView, UnitView
from alignments.units import Issue, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found in one text of a unit; offsets are code points, both 0 when the whole text is meant."""

    severity: Severity
    message: str
    text: TextView
    start: int = 0
    stop: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """A test of quality: its id in issues and options, its name for people, and what it finds in a unit."""

    id: str
    name: str
    find: Callable[[UnitView, Background], Iterator[Finding]]

    def issues(self, view: UnitView, background: Background) -> Iterator[Issue]:
        """What this check finds, as issues of the unit."""
        for found in self.find(view, background):
            yield Issue(view.unit.id, self.id, found.severity, found.message, found.text.language, found.start, found.stop)
