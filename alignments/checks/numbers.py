"""Numbers and dates that one text has and another lacks: 1 500 is 1,500, «он бес» is 15, «XXI» is «ХХІ»."""

from collections.abc import Iterator

from alignments.inspection.background import Background
from alignments.inspection.findings import Check, Finding
from alignments.inspection.views import UnitView
from alignments.units import Severity


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«2019 жылғы 5 қаңтар» beside «5 января 2018 года»."""
    values = [(text, {sign.value for sign in text.numbers}) for text in view.filled]
    if all(own == values[0][1] for _, own in values):
        return
    for text, own in values:
        others = [(other, held) for other, held in values if other is not text]
        for sign in text.numbers:
            lacking = [other.name for other, held in others if sign.value not in held]
            if lacking:
                message = f"{text.text[sign.start : sign.stop]} in {text.name} has no counterpart in {' and '.join(lacking)}"
                yield Finding(Severity.ERROR, message, text, sign.start, sign.stop)


CHECK = Check("numbers", "Numbers and dates", find)
