"""A language without text: an omission, or a side that was lost."""

from collections.abc import Iterator

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import UnitView
from alignments.units import Severity


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """A unit with a Kazakh text and an empty Russian one."""
    for text in view.texts:
        if not text.length:
            yield Finding(Severity.WARNING, f"no text in {text.name}", text)
    if len(view.texts) == 1:
        text = view.texts[0]
        yield Finding(Severity.INFO, f"stands in {text.name} only: nothing it could be compared with", text)


def suspects(batch: Batch) -> Flags:
    """Units with an empty text or one text only."""
    texts = np.bincount(batch.texts.units, minlength=len(batch))
    lacking: Flags = (texts == 1) | (batch.filled < texts)
    return lacking


CHECK = Check("empty", "Nothing beside it", suspects, find)
