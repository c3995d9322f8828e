"""Numbers and dates that one text has and another lacks: 1 500 is 1,500, «он бес» is 15, «XXI» is «ХХІ»."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from aligner.numbers import NumberSign, differences
from alignments.inspection.background import Background
from alignments.inspection.findings import Check, Finding
from alignments.inspection.measures import is_converted, is_measure
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«2019 жылғы 5 қаңтар» beside «5 января 2018 года»."""
    for first, second in view.pairs:
        if not first.has_digits and not second.has_digits:
            continue  # words alone are too often no numbers: «бір» is also "a"
        here, there = differences(first.numbers, second.numbers)
        lost = [sign for sign in here if not _is_converted(first, sign, second)]
        extra = [sign for sign in there if not _is_converted(second, sign, first)]
        yield from _found(first, lost, second, extra)
        yield from _found(second, extra, first, lost)


def _is_converted(text: TextView, sign: NumberSign, other: TextView) -> bool:
    """True for a measure that the other text gives in another system."""
    if not is_measure(text.text, sign.stop):
        return False
    with suppress(ValueError):
        return any(is_converted(sign.value, number.value) for number in other.numbers)
    return False  # a value that is no single number: a date, a ratio


def _found(text: TextView, signs: Sequence[NumberSign], other: TextView, instead: Sequence[NumberSign]) -> Iterator[Finding]:
    """A number that another stands for was changed, an error; one that is just missing is a warning."""
    shown = ", ".join(other.text[sign.start : sign.stop] for sign in instead)
    but = f", which has {shown} instead" if instead else ""
    severity = Severity.ERROR if instead else Severity.WARNING
    for sign in signs:
        number = text.text[sign.start : sign.stop]
        message = f"{number} in the {text.name} text has no counterpart in the {other.name} text{but}"
        yield Finding(severity, message, text, sign.start, sign.stop)


CHECK = Check("numbers", "Numbers and dates", find)
