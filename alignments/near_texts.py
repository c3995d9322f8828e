"""When two texts are nearly the same: apart from capitals, spacing and punctuation."""

import re
import unicodedata

from aligner.words import fold

_MEANT = "%‰‱"
"""Punctuation to Unicode, but not to a reader: 5 and 5 % are not the same."""

_MARKS = "".join(letter for letter in map(chr, range(0x10000)) if unicodedata.category(letter)[0] == "P" and letter not in _MEANT)
_LEFT_OUT = re.compile(f"[\\s{re.escape(_MARKS)}]+")
_MINUS = re.compile(r"(?<!\w)[-–](?=\d)")
"""A sign of a number: -5 and 5 are not the same, but 2–5 has none."""


def near_key(text: str) -> str:
    """What texts share that are nearly the same; the text itself where nothing else is left."""
    return _LEFT_OUT.sub("", _MINUS.sub("−", fold(text))) or text
