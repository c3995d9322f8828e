"""A language without text: an omission, or a side that was lost."""

import re
from collections.abc import Iterator

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.inspection.wording import language_name, listed
from alignments.units import Severity, TranslationUnit

_WORD = re.compile(r"[^\W\d_]+")

ABBREVIATION = 5
"""Letters of the longest abbreviation beside a code: «МРНТИ 39.19.31», «ISSN 0000-0001»."""

EXCERPT = 30
"""Letters by which a neighbour is told."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """A unit with a Kazakh text and an empty Russian one, or without one although the units around it have one."""
    for text in view.texts:
        if not text.length:
            yield Finding(Severity.WARNING, f"no text in {text.name}", text)
    if not view.filled:
        return
    names = listed([text.name for text in view.filled])
    if (dropped := _dropped(view)) and not _is_code(view.filled[0]):
        message = f"stands in {names} only: was it left out in {listed(list(map(language_name, dropped)))}? {_between(view)}"
        yield Finding(Severity.WARNING, message, view.filled[0])
    elif len(view.texts) == 1:
        yield Finding(Severity.INFO, f"stands in {names} only: nothing it could be compared with", view.filled[0])


def _is_code(text: TextView) -> bool:
    """True for numbers and abbreviations alone, which nobody translates: «ӘОЖ / УДК / UDC 504.06», «2026»."""
    words = _WORD.findall(text.text)
    return text.has_digits and all(word.isupper() and len(word) <= ABBREVIATION for word in words)


def _dropped(view: UnitView) -> list[str]:
    """The languages that both neighbours in the same passage have and this unit has not."""
    beside = [unit for unit in (view.around.before, view.around.after) if unit and _in_one_passage(unit, view.unit)]
    if len(beside) < 2 or view.unit.provenance.origin != "aligned":
        return []
    return [name for name in beside[0].languages if name in beside[1].languages and name not in view.unit.languages]


def _in_one_passage(one: TranslationUnit, other: TranslationUnit) -> bool:
    return (one.provenance.source, one.provenance.passage) == (other.provenance.source, other.provenance.passage)


def _between(view: UnitView) -> str:
    """Where to look for it: between the neighbours."""
    texts = [unit.variants[-1].text for unit in (view.around.before, view.around.after) if unit]
    first, second = (f"«{text[:EXCERPT].strip()}{'…' if len(text) > EXCERPT else ''}»" for text in texts)
    return f"It belongs between {first} and {second}"


def suspects(batch: Batch) -> Flags:
    """Units with an empty text or fewer texts than the unit before."""
    texts = np.bincount(batch.texts.units, minlength=len(batch))
    lacking: Flags = (texts == 1) | (batch.filled < texts) | (texts < np.concatenate([texts[:1], texts[:-1]]))
    return lacking


CHECK = Check("empty", "Nothing beside it", suspects, find)
