"""A sentence that may have been dropped, or two that were merged: more sentence ends in one text than in another."""

import re
from collections.abc import Iterator

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity

_END = re.compile(r"(?<=[^\W\d_]{3})[.!?…]+[»”\")]*\s+(?=[«“„\"(]*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
"""A stop after a word of three letters and before a capital: «т.б.», «ст. 5» and initials end nothing."""

_STOP = re.compile(r"[.!?…][»”\")]*\s")

SHORTER = -1.0
"""Standard deviations: a text that has fewer sentences and is this much shorter may lack one."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:
    """«Заң қабылданды. Ол қаңтарда күшіне енеді.» beside «Закон принят.»."""
    for first, second in view.pairs:
        here, there = _sentences(first), _sentences(second)
        if here == there:
            continue
        deviation = background.lengths.norm(view.unit, first.variant, second.variant).deviation(first.length, second.length)
        fewer, more = (second, first) if there < here else (first, second)
        shorter = deviation if fewer is second else -deviation
        if shorter < SHORTER:
            message = (
                f"{_sentences(fewer)} of {_sentences(more)} sentences of {more.name}, and shorter than usual: one may be missing"
            )
            yield Finding(Severity.WARNING, message, fewer)
        elif abs(here - there) > 1:
            message = f"{_sentences(fewer)} sentences for {_sentences(more)} of {more.name}: merged, or one is missing"
            yield Finding(Severity.INFO, message, fewer)


def _sentences(text: TextView) -> int:
    has_stop = _STOP.search(text.text, 0, max(len(text.text) - 2, 0))
    return 1 + len(_END.findall(text.text)) if has_stop else 1


def suspects(batch: Batch) -> Flags:
    """Units with two stops in a text."""
    return batch.with_text(batch.texts.count(".!?…") > 1)


CHECK = Check("sentences", "Dropped or merged sentences", suspects, find)
