"""Kazakh in Latin letters brought into Cyrillic ones, in which the lexicon and the stems are."""

import re
from collections.abc import Mapping
from dataclasses import replace

from aligner.beads import Side

DOTLESS, DOTTED = "\u0131", "\u0130"
"""The letter of `k\u0131taphana`, which looks like an i without its dot, and the capital of `i`."""

_SHARED = {
    **dict(zip("abvgdezklmnoprstfxjhwqy", "абвгдезклмнопрстфхжхуқы", strict=True)),
    **dict(zip("şçğǵñńŋäáöóüúūý", "шчғғңңңәәөөүүұу", strict=True)),
    **dict(zip(("sh", "ch", "ts"), "шчц", strict=True)),
}
_OF_2018 = {**_SHARED, DOTLESS: "и", "i": "і", "u": "ұ"}
"""With acute accents (2018): `jańa`, `úshin`, `jýmys`."""

_OF_2021 = {**_SHARED, DOTLESS: "і", "i": "и", "u": "у"}
"""With diaereses and a cedilla (2021): `jaña`, `jūmys`."""

_ACCENTED = re.compile("[áóúýǵńÁÓÚÝǴŃ]")
_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"[@/]|\w\.\w")
_LETTERS = re.compile("sh|ch|ts|[^\\W\\d_]", re.IGNORECASE)
_GLIDE = re.compile("(?<=[аәеоөұүыіу])и", re.IGNORECASE)


def is_kazakh_latin(language: str) -> bool:
    """True for the tag of Kazakh in Latin letters, `kk-Latn`, with a region or without."""
    return language.startswith("kk-Latn")


def in_cyrillic(text: str, *, is_accented: bool | None = None) -> str:
    """The text in Cyrillic letters, near enough to be looked up; web and mail addresses stay.

    The alphabet is that of 2018 when `is_accented`, by default when a letter has its acute accent, otherwise that of 2021.
    """
    table = _OF_2018 if (_ACCENTED.search(text) if is_accented is None else is_accented) else _OF_2021
    return _WORD.sub(lambda word: word[0] if _ADDRESS.search(word[0]) else _word(word[0], table), text)


def _word(written: str, table: Mapping[str, str]) -> str:
    spelt = _LETTERS.sub(lambda match: _letter(match[0], table), written)
    return _GLIDE.sub(lambda match: "Й" if match[0] == "И" else "й", spelt)


def _letter(written: str, table: Mapping[str, str]) -> str:
    small = {"I": DOTLESS, DOTTED: "i"}.get(written, written.lower())
    found = table.get(small, written)
    return found.upper() if written[0].isupper() else found


def side_in_cyrillic(side: Side) -> Side:
    """The side as the lexicon and the stems know its language: Kazakh in Cyrillic letters, in one alphabet for all segments."""
    if not is_kazakh_latin(side.language):
        return side
    is_accented = any(map(_ACCENTED.search, side.segments))
    return replace(side, language="kk", segments=tuple(in_cyrillic(text, is_accented=is_accented) for text in side.segments))
