"""Lists of key words (Түйін сөздер / Ключевые слова / Key words) as their words."""

import re

from corpus.labels import Label, label_length, label_of

_SEPARATOR = re.compile(r"\s*[;,•·]\s+|\s*[;•·]\s*")


def is_keyword_list(text: str) -> bool:
    """True for a text that a label says to be a list of key words."""
    return label_of(text) is Label.KEYWORDS


def key_words(text: str) -> list[str]:
    """The words of a list without its label: `Ключевые слова: этнос, конфессия.` → `этнос`, `конфессия`."""
    return [item for item in _SEPARATOR.split(text[label_length(text) :].strip().rstrip(".")) if item]
