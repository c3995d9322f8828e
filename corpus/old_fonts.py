"""Text typed in the Kazakh fonts of the nineties, which drew Kazakh letters at the codes of Serbian and Ukrainian ones."""

import re
from collections.abc import Iterable

BORROWED = re.compile("[ЂЃЉЊЌЋЏђѓљњќћџЎўЈјҐґЄєЇїЅѕ]")
"""Letters of Windows-1251 that neither Kazakh nor Russian has: `Ќазаќстан`, `ѓылым`."""

SHARE = 0.15
"""The share of the words that must have such a letter, and the share that must have ы, which those other languages have not."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def is_in_old_font(texts: Iterable[str]) -> bool:
    """True when many words have borrowed letters, and as many have ы: Kazakh, and neither Serbian nor Ukrainian."""
    words = [word for text in texts for word in _WORD.findall(text)]
    borrowed = sum(BORROWED.search(word) is not None for word in words)
    with_y = sum("ы" in word for word in words)
    return min(borrowed, with_y) > SHARE * len(words)
