"""A sentence that may have been dropped, or two that were merged: more sentence ends in one text than in another."""

import re
from collections.abc import Iterator
from itertools import pairwise
from textwrap import shorten

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity

_END = re.compile(r"[.!?…](?<=[^\W\d_]{3}.)[.!?…]*[»”\")]*\s+(?=[«“„\"(]*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
"""A stop after a word of three letters and before a capital: «т.б.», «ст. 5» and initials end nothing. What stands before is
looked at behind the stop: a pattern that begins with a letter is found several times as fast."""

_STOP = re.compile(r"[.!?…][»”\")]*\s")

SHOWN = 60
"""Letters of a sentence that a message shows."""

WEIGHT, SUSPICIOUS = 0.2, 0.75
"""Of a text with fewer sentences: what a standard deviation of shortness counts beside the share of words for which nothing is
found in it, in the sentence where that share is greatest; and the sum from which that sentence may be missing."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:
    """«Заң қабылданды. Ол қаңтарда күшіне енеді.» beside «Закон принят.»."""
    for first, second in view.pairs:
        here, there = _sentences(first), _sentences(second)
        if here == there:
            continue
        deviation = background.lengths.norm(view.unit, first.variant, second.variant).deviation(first.length, second.length)
        fewer, more = (second, first) if there < here else (first, second)
        shortness = -deviation if fewer is second else deviation
        share, sentence = _least_explained(view, more, fewer)
        counts = f"{fewer.name} has {min(here, there)} of the {max(here, there)} sentences of {more.name}"
        if shortness > 0 and share + WEIGHT * shortness > SUSPICIOUS:
            message = f"{counts}, and is shorter than usual: «{shorten(sentence, SHOWN, placeholder=' …')}» may be missing"
            yield Finding(Severity.WARNING, message, fewer)
        elif abs(here - there) > 1:
            yield Finding(Severity.INFO, f"{counts}: merged, or one is missing", fewer)


def _least_explained(view: UnitView, text: TextView, other: TextView) -> tuple[float, str]:
    """The sentence of a text with the greatest share of words for which nothing is found in the other; the share before it."""
    lacking = view.lacking(text, other)
    found: list[tuple[float, str]] = []
    for start, stop in pairwise((0, *(match.end() for match in _END.finditer(text.text)), len(text.text))):
        places = [place for place, (_, first, _) in enumerate(text.tokens) if start <= first < stop]
        found.append((len(lacking.intersection(places)) / max(len(places), 1), text.text[start:stop].strip()))
    return max(found, key=lambda pair: pair[0])


def _sentences(text: TextView) -> int:
    has_stop = _STOP.search(text.text, 0, max(len(text.text) - 2, 0))
    return 1 + len(_END.findall(text.text)) if has_stop else 1


def suspects(batch: Batch) -> Flags:
    """Units with two stops in a text."""
    return batch.with_text(batch.texts.count(".!?…") > 1)


CHECK = Check("sentences", "Dropped or merged sentences", suspects, find)
