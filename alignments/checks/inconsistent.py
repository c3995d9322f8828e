"""The same text translated in different ways, or different texts translated in the same way."""

from collections.abc import Iterator

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.repeats import EXCERPT
from alignments.inspection.texts import Flags
from alignments.inspection.views import UnitView
from alignments.units import Severity

SENTENCE = 4
"""Words from which a text should be translated the same way each time; «Иә» may be «Да» and «Конечно»."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:
    """«Осы бұйрық қолданысқа енгізіледі» once with «вводится в действие», once with «вступает в силу»."""
    for first, second in view.pairs:
        severity = Severity.WARNING if len(first.words) >= SENTENCE and len(second.words) >= SENTENCE else Severity.INFO
        if others := background.repeats.other_translations(first, second):
            message = f"this {first.name} text is also translated as {_listed(others)}"
            yield Finding(severity, message, second, 0, len(second.text))
        if others := background.repeats.other_translations(second, first):
            message = f"this {second.name} text also translates {_listed(others)}"
            yield Finding(severity, message, second, 0, len(second.text))


def _listed(excerpts: tuple[str, ...]) -> str:
    more = f" and in {len(excerpts) - 1} more ways" if len(excerpts) > 1 else ""
    return f"«{excerpts[0].strip()}{'…' if len(excerpts[0]) == EXCERPT else ''}»{more}"


def suspects(batch: Batch) -> Flags:
    """Units with a text that has several translations."""
    repeated = np.fromiter(batch.background.repeats.excerpts, np.uint64)
    return batch.with_text(np.isin(batch.texts.keys, repeated))


CHECK = Check("inconsistent", "Inconsistent translations", suspects, find)
