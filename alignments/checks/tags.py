"""Formatting codes, mark-up and placeholders that one text has and another lacks."""

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity

_TAG = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|\{\w*\}|%(?:\d+\$)?[sdif](?!\w)|&(?:[a-z]+|#\d+);")


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«<b>Назар аударыңыз</b>» beside «Внимание»."""
    for first, second in view.pairs:
        here, there = _tags(first), _tags(second)
        yield from _missing(first, second, here - there)
        yield from _missing(second, first, there - here)


def _tags(text: TextView) -> Counter[str]:
    written = Counter(match[0] for match in _TAG.finditer(text.text))
    return written + Counter(f"<{code.kind}>" for code in text.variant.codes)


def _missing(having: TextView, lacking: TextView, tags: Counter[str]) -> Iterator[Finding]:
    for tag in tags:
        start = max(having.text.find(tag), 0)
        stop = start + len(tag) if having.text.startswith(tag, start) else start
        message = f"{tag} stands in {having.name} but not in {lacking.name}"
        yield Finding(Severity.WARNING, message, having, start, stop)


def suspects(batch: Batch) -> Flags:
    """Units with a code or a sign of a tag."""
    coded = np.array([bool(codes) for codes in batch.columns.codes], dtype=np.bool_)
    return batch.with_text(coded | (batch.texts.count("<{%&") > 0))


CHECK = Check("tags", "Tags and placeholders", suspects, find)
