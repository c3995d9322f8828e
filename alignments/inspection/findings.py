"""What a check is and what it returns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Issue, Severity, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found in one text of a unit; offsets are code points, both 0 when the whole text is meant.

    `counterparts` are what stands instead in other texts, where the message names it.
    """

    severity: Severity
    message: str
    text: TextView
    start: int = 0
    stop: int = 0
    counterparts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A test of quality: its id in issues and options, its name for people, which units of a batch it must look at,
    and what it finds in one of them.
    """

    id: str
    name: str
    suspects: Callable[[Batch], Flags]
    find: Callable[[UnitView, Background], Iterator[Finding]]

    def issues(self, batch: Batch) -> Iterator[tuple[int, Issue]]:
        """What this check finds, each issue with the place of its unit in the batch."""
        for place in np.flatnonzero(self.suspects(batch)).tolist():
            view = batch.view(place)
            for found in self.find(view, batch.background):
                text = found.text
                where = (text.language, found.start, found.stop, found.counterparts)
                yield place, Issue(view.unit.id, self.id, found.severity, found.message, *where)
