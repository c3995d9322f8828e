"""A sentence that may have been dropped, or two that were merged: more sentence ends in one text than in another."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from textwrap import shorten

from aligner.lexicon.entries import LANGUAGES
from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity
from corpus.alphabets import UPPER
from corpus.segmentation.abbreviations import Ending, abbreviations

_END = re.compile(rf"[.!?…](?<=[^\W\d_]{{3}}.)[.!?…]*[»”\")]*\s+(?=[«“„\"(]*[{UPPER}])")
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
    for start, stop in pairwise((0, *_ends(text), len(text.text))):
        places = [place for place, (_, first, _) in enumerate(text.tokens) if start <= first < stop]
        found.append((len(lacking.intersection(places)) / max(len(places), 1), text.text[start:stop].strip()))
    return max(found, key=lambda pair: pair[0])


def _sentences(text: TextView) -> int:
    has_stop = _STOP.search(text.text, 0, max(len(text.text) - 2, 0))
    return 1 + len(_ends(text)) if has_stop else 1


def _ends(text: TextView) -> list[int]:
    """Where sentences inside a text end; «Capt. Brown» is not cut."""
    endless = _endless(text.primary)
    return [match.end() for match in _END.finditer(text.text) if _last_word(text.text[: match.start()]) not in endless]


def _last_word(text: str) -> str:
    return text[text.rfind(" ") + 1 :].lstrip('«“„"(').casefold()


@cache
def _endless(language: str) -> frozenset[str]:
    """Abbreviations after which no sentence ends."""
    known = abbreviations(language) if language in LANGUAGES else ()
    return frozenset(one.text.casefold() for one in known if one.ending is Ending.NEVER)


def suspects(batch: Batch) -> Flags:
    """Units with two stops in a text."""
    return batch.with_text(batch.texts.count(".!?…") > 1)


CHECK = Check("sentences", "Dropped or merged sentences", suspects, find)
