"""Numbers and dates that one text has and another lacks: 1 500 is 1,500, «он бес» is 15, «XXI» is «ХХІ»."""

from collections.abc import Iterator, Sequence

from aligner.numbers import NumberSign, differences
from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«2019 жылғы 5 қаңтар» beside «5 января 2018 года»."""
    for first, second in view.pairs:
        if not first.has_digits and not second.has_digits:
            continue  # words alone are too often no numbers: «бір» is also "a"
        here, there = differences(first.numbers, second.numbers)
        yield from _found(first, here, second, there)
        yield from _found(second, there, first, here)


def _found(text: TextView, signs: Sequence[NumberSign], other: TextView, instead: Sequence[NumberSign]) -> Iterator[Finding]:
    """A number that another stands for was changed, an error; one that is just missing is a warning."""
    shown = ", ".join(other.text[sign.start : sign.stop] for sign in instead)
    but = f", which has {shown} instead" if instead else ""
    severity = Severity.ERROR if instead else Severity.WARNING
    for sign in signs:
        number = text.text[sign.start : sign.stop]
        message = f"{number} in the {text.name} text has no counterpart in the {other.name} text{but}"
        yield Finding(severity, message, text, sign.start, sign.stop)


def suspects(batch: Batch) -> Flags:
    """Units with a digit."""
    return batch.with_text(batch.texts.has_digits)


CHECK = Check("numbers", "Numbers and dates", suspects, find)
