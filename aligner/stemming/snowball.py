"""Stems of Russian, English and other languages by the Snowball rules (Porter 2001)."""

from functools import cache

import snowballstemmer

_NAMES = {
    **{"ru": "russian", "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "nl": "dutch"},
    **{"pt": "portuguese", "hu": "hungarian", "tr": "turkish", "fi": "finnish", "sv": "swedish", "da": "danish"},
    **{"nb": "norwegian", "no": "norwegian", "ro": "romanian", "ar": "arabic", "el": "greek", "lt": "lithuanian"},
    **{"hy": "armenian", "ga": "irish", "ca": "catalan", "eu": "basque", "id": "indonesian", "sr": "serbian"},
}
CUT = 6
"""Letters that are left of a word in a language without rules."""


def snowball_stem(word: str, language: str) -> str:
    """The stem of a folded word; the first letters of it when Snowball does not know the language."""
    stemmer = _stemmer(language)
    if stemmer is None:
        return word[:CUT]
    return str(stemmer().stemWord(word)) or word


@cache
def _stemmer(language: str) -> type | None:
    """The class, made anew for each word: a stemmer keeps its word while it works, which two threads must not share."""
    name = _NAMES.get(language)
    return type(snowballstemmer.stemmer(name)) if name else None
