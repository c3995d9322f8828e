"""Kazakh in Latin letters brought into Cyrillic ones, in which the lexicon and the stems are."""

import re

DOTLESS = "\u0131"
"""The letter of `k\u0131taphana`, which looks like an i without its dot."""

_SHARED = {
    **dict(zip("abvgdezklmnoprstfxjhwqy", "абвгдезклмнопрстфхжхуқы", strict=True)),
    **dict(zip("şçğǵñńŋäáöóüúūý", "шчғғңңңәәөөүүұу", strict=True)),
    **dict(zip(("sh", "ch", "ts"), "шчц", strict=True)),
}
_OF_2018 = {**_SHARED, DOTLESS: "и", "i": "і", "u": "ұ"}
"""With acute accents (2018): `jańa`, `úshin`, `jýmys`."""

_OF_2021 = {**_SHARED, DOTLESS: "і", "i": "и", "u": "у"}
"""With diaereses and a cedilla (2021): `jaña`, `jūmys`."""

_ACCENTS = frozenset("áóúýǵń")
_LETTERS = re.compile("sh|ch|ts|[^\\W\\d_]")
_GLIDE = re.compile("(?<=[аәеоөұүыіу])и")


def in_cyrillic(text: str) -> str:
    """The text in small Cyrillic letters, near enough to be looked up; what is no Kazakh letter stays."""
    low = text.replace("I", DOTLESS).replace("\u0130", "i").lower()
    table = _OF_2021 if _ACCENTS.isdisjoint(low) else _OF_2018
    return _GLIDE.sub("й", _LETTERS.sub(lambda match: table.get(match[0], match[0]), low))
