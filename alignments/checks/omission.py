"""A part that may be missing: a text rather short, while words of the other find no counterpart in it."""

from collections.abc import Iterator

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.lengths import UNUSUAL
from alignments.inspection.texts import Flags
from alignments.inspection.views import UnitView
from alignments.units import Severity

WEIGHT = 4.0
"""Standard deviations of length that a whole text without counterpart is worth."""

ENOUGH = 5
"""Words of the longer text from which its length says something: «көпшілік кітапхана» is «public library»."""

SHOWN = 5
"""Words named in a message."""

SUSPICIOUS = 2.4
"""Sum of the shortness (standard deviations) and the weighted share of words without counterpart."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:
    """«Заң қабылданып, ресми басылымда жарияланды.» beside «Закон принят.»."""
    for first, second, kinship in view.related:
        deviation = background.lengths.norm(view.unit, first.variant, second.variant).deviation(first.length, second.length)
        if abs(deviation) >= UNUSUAL:
            continue  # the check `lengths` tells
        unexplained = kinship.second - kinship.first
        for short, full, shortness, lack in (
            (second, first, -deviation, unexplained),
            (first, second, deviation, -unexplained),
        ):
            if len(full.words) >= ENOUGH and shortness > 0 and shortness + WEIGHT * lack > SUSPICIOUS:
                message = (
                    f"a part may be missing: {short.length} characters of {short.name} for {full.length} of {full.name}"
                    f"{_named(view.unexplained(full, short))}"
                )
                yield Finding(Severity.WARNING, message, short)


def _named(words: list[str]) -> str:
    """The words for which nothing was found, the first of them."""
    shown = ", ".join(f"«{word}»" for word in words[:SHOWN])
    return f"; nothing was found there for {shown}{' …' if words[SHOWN:] else ''}" if words else ""


def suspects(batch: Batch) -> Flags:
    """Units with a text short enough for the words that the other text does not explain."""
    lack = np.abs(batch.kinships["second"] - batch.kinships["first"])
    return batch.with_pair(np.abs(batch.deviations) + WEIGHT * lack > SUSPICIOUS)


CHECK = Check("omission", "Omission", suspects, find)
