"""Names of persons and places that one text has and another lacks."""

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from aligner.words import romanise
from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity
from corpus.alphabets import UPPER

_TWO_CAPITALS = re.compile(rf"[{UPPER}]\w+ [{UPPER}]")
_LONG = 4
_WORD = rf"[{UPPER}][^\W\d_]{{{_LONG - 1},}}"
_NAME = re.compile(rf"(?<![.!?…»”\"] )(?<=\s){_WORD}(?: {_WORD})+")
"""Two or more words with a capital, each of LONG letters, not at the beginning of a sentence: «Зоран Заев» is too short."""

_KHA = str.maketrans("хһХҺ", "ккКК")
_SECOND_OF_TWO = re.compile(r"(?<=[bcdfgjklmnpqrstvwxz])h")
"""Latin h that only changes the letter before it: sh, ch, th, and kh for х."""

_SKELETON = 3
"""Consonants by which two spellings of a name are compared."""

_FOLDED = str.maketrans("wcqghj", "vkkkkz", "aeiouy")


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«Қасым Қайсенов» beside a text that names nobody."""
    for first, second in view.pairs:
        yield from _missing(first, second)
        yield from _missing(second, first)


def _missing(having: TextView, lacking: TextView) -> Iterator[Finding]:
    skeletons: set[str] | None = None
    names = list(_NAME.finditer(having.text)) if _TWO_CAPITALS.search(having.text) else []
    if not names or _is_headline(having.text):
        return
    for name in names:
        if name[0].isupper():
            continue  # «I HEREBY ORDER»: emphasis
        skeletons = {_skeleton(word) for word in lacking.words} if skeletons is None else skeletons
        words = [_skeleton(word) for word in name[0].split()]
        if all(len(word) == _SKELETON for word in words) and skeletons.isdisjoint(words):
            message = f"the name «{name[0]}» was not found in the {lacking.name} text"
            yield Finding(Severity.INFO, message, having, name.start(), name.end())


def _is_headline(text: str) -> bool:
    """True when most long words have a capital: «Quake Devastates an Island, Killing Hundreds» names nobody."""
    words = [word for word in text.split() if len(word) > 3]
    return sum(1 for word in words if word[0].isupper()) * 2 > len(words)


@lru_cache(maxsize=1 << 18)
def _skeleton(word: str) -> str:
    """The first consonants of a word in Latin letters, one for those that languages exchange: «Вашингтон», «Washington» → vsn,
    «Казахстан», «Қазақстан», «Kazakhstan» → kzk, «Гамбург», «Hamburg» → kmb.
    """
    return _SECOND_OF_TWO.sub("", romanise(word.translate(_KHA))).translate(_FOLDED)[:_SKELETON]


def suspects(batch: Batch) -> Flags:
    """Units with two long capitalised words in a row."""
    letters = batch.texts.letters
    starts, stops = letters.words
    capitalised = batch.texts.capitalised & (stops - starts >= _LONG)
    follows = np.concatenate([[False], (starts[1:] - stops[:-1] == 1) & (letters.codes[stops[:-1]] == ord(" "))])[: len(starts)]
    in_a_row = follows & capitalised & np.concatenate([[False], capitalised[:-1]])[: len(starts)]
    return batch.with_text(letters.by_text(starts).count(in_a_row) > 0)


CHECK = Check("names", "Names", suspects, find)
