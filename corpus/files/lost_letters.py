"""Text saved in an encoding without Kazakh letters, which left question marks in their places: `К?рметті о?ырман`."""

import re
from collections.abc import Iterable

_LOST = re.compile(r"(?<!\S)[«“(]?[а-яёіА-ЯЁІ]*\?[а-яёі?]*[а-яёі][а-яёі?]*")
"""A word with a question mark before one of its letters."""
_WORD = re.compile(r"[^\W\d_]{2,}")

SHARE, FEWEST = 0.05, 2
"""The share of the words that must have such a mark, and how many there must be; in a sound text hardly one has."""


def word_with_lost_letters(texts: Iterable[str]) -> str:
    """The first word that lost letters where many have; "" for any other text."""
    kept = tuple(texts)
    lost = [match[0] for text in kept for match in _LOST.finditer(text)]
    if len(lost) < FEWEST:
        return ""
    return lost[0] if len(lost) > SHARE * sum(len(_WORD.findall(text)) for text in kept) else ""
