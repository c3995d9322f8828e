"""Brackets and quotation marks, each family for itself: one that is not closed, or pairs that another text lacks."""

import re
from collections.abc import Iterator
from itertools import pairwise

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity

_FAMILIES = (("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"))
_QUOTES = re.compile('[«»“”„"]')
_LIST_MARK = re.compile(r"(?:^|(?<=[\s;:]))[\w.]{1,5}\)")
"""«1)», «а)», «2.1)» open nothing; but «(Мусаева Б.Р.)» ends like one, so that a text must be wrong with them and without."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«(бұдан әрі – Заң» never closes."""
    texts = [(text, _LIST_MARK.sub(_blank, text.text) if ")" in text.text else text.text) for text in view.filled]
    for text, plain in texts:
        if any(_unclosed(text, text.text)):
            yield from _unclosed(text, plain)
    for (first, plain_first), (second, plain_second) in pairwise(texts):
        for name, count_of in _COUNTS.items():
            here, there = count_of(plain_first), count_of(plain_second)
            if bool(here) != bool(there):
                having, lacking = (first, second) if here else (second, first)
                yield Finding(Severity.INFO, f"{name} in {having.name}, none in {lacking.name}", lacking)


def _unclosed(text: TextView, plain: str) -> Iterator[Finding]:
    for opening, closing in _FAMILIES:
        if opening not in plain and closing not in plain:
            continue
        opened: list[int] = []
        for place, letter in enumerate(plain):
            if letter == opening:
                opened.append(place)
            elif letter == closing:
                if not opened:
                    yield Finding(Severity.INFO, f"{closing} closes what was not opened", text, place, place + 1)
                    break
                opened.pop()
        else:
            if opened:
                yield Finding(Severity.INFO, f"{opening} is opened and not closed", text, opened[0], opened[0] + 1)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _quotes(text: str) -> int:
    return len(_QUOTES.findall(text))


def _round(text: str) -> int:
    return text.count("(")


def _square(text: str) -> int:
    return text.count("[")


_COUNTS = {"round brackets": _round, "square brackets": _square, "quotation marks": _quotes}


def suspects(batch: Batch) -> Flags:
    """Units with a bracket or a quotation mark."""
    return batch.with_text(batch.texts.count('()[]{}«»“”„"') > 0)


CHECK = Check("brackets", "Brackets and quotation marks", suspects, find)
