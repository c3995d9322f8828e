"""How likely each language is for a text: the sum of what its words say."""

import re
from functools import lru_cache

from corpus.language_words import FREQUENT, KAZAKH_LETTERS

LANGUAGES = ("kk", "ru", "en", "kk-Latn", "kk-Arab")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
CAP = 4.0


def score(text: str) -> dict[str, float]:
    """For each language the evidence in nats, 0 where nothing was found."""
    sums = dict.fromkeys(LANGUAGES, 0.0)
    for word in _WORD.findall(text):
        for language, value in word_scores(word.lower()):
            sums[language] += value
    return sums


@lru_cache(maxsize=200_000)
def word_scores(word: str) -> tuple[tuple[str, float], ...]:
    """What one word in small letters says."""
    if _CYRILLIC.search(word):
        if any(letter in KAZAKH_LETTERS for letter in word):
            return (("kk", CAP),)
        found = [language for language in ("kk", "ru") if word in FREQUENT[language]]
        if found:
            return tuple((language, 3.0) for language in found)
        return (("ru", 0.7),)
    return (("en", 3.0 if word in FREQUENT["en"] else 0.7),) if len(word) > 1 else ()
