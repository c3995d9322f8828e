"""Letters of another alphabet inside a word: Latin «i» in «мемлекетi», Cyrillic «с» in «сontract»."""

import re
from collections.abc import Iterator

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import CYRILLIC_LETTERS, Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity

_OTHER_CYRILLIC = "ѕјЅЈ"
"""Letters of other languages that stand in for Latin ones."""

_CYRILLIC = CYRILLIC_LETTERS + _OTHER_CYRILLIC
_MEETING = re.compile(f"[a-zA-Z][{_CYRILLIC}]|[{_CYRILLIC}][a-zA-Z]")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLIC}]")
_LONE_LATIN = re.compile(rf"(?<=[{_CYRILLIC}] )[aceoy](?= [{_CYRILLIC}\d])")
"""«c 1 января»: a one-letter word in Latin between Cyrillic words."""

_LATIN_TWINS = dict(zip("aceopxyiABCEHKMOPTXIYhsj", "асеорхуіАВСЕНКМОРТХІУһѕј", strict=True))
_CYRILLIC_TWINS = {cyrillic: latin for latin, cyrillic in _LATIN_TWINS.items()} | {"Ү": "Y", "ү": "y", "Һ": "h"}


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«мемлекетi» with a Latin «i»: no search finds it."""
    for text in view.filled:
        if _MEETING.search(text.text):
            yield from _mixed_words(text)
        else:
            for lone in _LONE_LATIN.finditer(text.text):
                message = f"«{lone[0]}» is a Latin letter that looks like Cyrillic «{_LATIN_TWINS[lone[0]]}»"
                yield Finding(Severity.ERROR, message, text, lone.start(), lone.end())


def _mixed_words(text: TextView) -> Iterator[Finding]:
    for word in _WORD.finditer(text.text):
        cyrillic = len(_CYRILLIC_LETTER.findall(word[0]))
        latin = sum(1 for letter in word[0] if letter.isascii())
        if cyrillic and latin:
            yield _judged(text, word.start(), word[0], cyrillic, latin)


def _judged(text: TextView, start: int, word: str, cyrillic: int, latin: int) -> Finding:
    """An error when the rarer alphabet's letters all have a twin in the other; «Facebookи» lacks a hyphen, no more."""
    letters = [(place, letter) for place, letter in enumerate(word) if letter.isascii() == (latin <= cyrillic)]
    strays, twins = [letter for _, letter in letters], _LATIN_TWINS if latin <= cyrillic else _CYRILLIC_TWINS
    stop = start + len(word)
    if all(letter in twins for letter in strays):
        names = ("Latin", "Cyrillic") if latin <= cyrillic else ("Cyrillic", "Latin")
        shown = ", ".join(f"«{letter}»" for letter in dict.fromkeys(strays))
        message = f"«{word}» has {names[0]} {shown} that {'looks' if len(strays) == 1 else 'look'} {names[1]}"
        return Finding(Severity.ERROR, message, text, start, stop)
    return Finding(Severity.INFO, f"«{word}» mixes Latin and Cyrillic letters", text, start, stop)


def suspects(batch: Batch) -> Flags:
    """Units in which letters of both alphabets meet, or a Latin one stands alone between Cyrillic words."""
    letters, latin = batch.texts.letters, batch.texts.is_latin
    cyrillic, space = letters.are(frozenset(_CYRILLIC).__contains__), letters.codes == ord(" ")
    meet = np.zeros(len(letters.codes), dtype=np.bool_)
    meet[1:] = (latin[:-1] & cyrillic[1:]) | (cyrillic[:-1] & latin[1:])
    meet[3:] |= cyrillic[:-3] & space[1:-2] & latin[2:-1] & space[3:]
    return batch.with_text(letters.texts.count(meet) > 0)


CHECK = Check("mixed-alphabets", "Mixed alphabets in a word", suspects, find)
