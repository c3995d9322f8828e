"""Text typed in the Kazakh fonts of the nineties, which drew Kazakh letters at the codes of Serbian and Ukrainian ones."""

import re
from collections.abc import Iterable

BORROWED = re.compile("[ЂЃЉЊЌЋЏђѓљњќћџЎўЈјҐґЄєЇїЅѕ]")
"""Letters of Windows-1251 that neither Kazakh nor Russian has: `Ќазаќстан`, `ѓылым`."""

SHARE = 0.15
"""The share of the words that must have such a letter, and the share that must have ы, which those other languages have not."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def word_in_old_font(texts: Iterable[str]) -> str:
    """The first word with a borrowed letter where many words have one and as many have ы: Kazakh, neither Serbian nor Ukrainian.

    "" for any other text.
    """
    kept = tuple(texts)
    if not any(BORROWED.search(text) for text in kept):
        return ""
    words = [word for text in kept for word in _WORD.findall(text)]
    borrowed = [word for word in words if BORROWED.search(word)]
    with_y = sum("ы" in word for word in words)
    return borrowed[0] if min(len(borrowed), with_y) > SHARE * len(words) else ""
