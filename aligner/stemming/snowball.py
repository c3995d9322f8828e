"""Stems of Russian, English and other languages by the Snowball rules (Porter 2001)."""

from functools import cache

import Stemmer

_NAMES = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
}
CUT = 6
"""Letters that are left of a word in a language without rules."""


def snowball_stem(word: str, language: str) -> str:
    """The stem of a folded word; the first letters of it when Snowball does not know the language."""
    stemmer = _stemmer(language)
    return word[:CUT] if stemmer is None else stemmer.stemWord(word) or word


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    """The rules of a language, in C; `aligner.words.stem` remembers the stems, so they are not kept here a second time."""
    name = _NAMES.get(language)
    return Stemmer.Stemmer(name, maxCacheSize=0) if name in Stemmer.algorithms() else None
