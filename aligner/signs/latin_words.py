"""Words in Latin letters inside Cyrillic text, and what of a Latin text may stand there so."""

import re
from collections.abc import Iterator

from aligner.signs.sign import Sign, SignKind
from aligner.spelling.romanisation import romanised
from aligner.words import fold

_LATIN = re.compile(r"(?<!\w)[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]+")


def latin_signs(text: str, language: str) -> Iterator[Sign]:
    """Words in Latin letters inside Cyrillic text; of a Latin text the capitalised words, which may come back there."""
    is_cyrillic = language.partition("-")[0] in {"kk", "ru"}
    for match in _LATIN.finditer(text):
        word = match[0]
        if (is_cyrillic or word[0].isupper()) and not word.isupper():
            yield Sign(SignKind.ABBREVIATION, romanised(fold(word)).upper(), match.start(), match.end())
