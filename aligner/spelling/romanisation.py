"""Latin letters for Kazakh and Russian Cyrillic, and for Latin letters with marks, so that words compare across scripts."""

import unicodedata

_LETTERS = """
    а a  ә a  б b  в v  г g  ғ g  д d  е e  ё e  ж zh з z  и i  й i  к k  қ k  л l  м m  н n  ң n  о o  ө o  п p  р r  с s  т t
    у u  ұ u  ү u  ф f  х h  һ h  ц ts ч ch ш sh щ sh ы y  і i  э e  ю yu я ya
    ї i  є e  ґ g  ў u  ј j  љ l  њ n  ћ ch ђ d  џ dzh ҳ h ҷ ch ӣ i  ӯ u  ҡ k  ҙ z  ҫ s  җ zh
    ş sh ș sh š sh č ch ç ch ž zh ğ g  q k  æ ae œ oe ø o  đ d  ð d  þ th ł l  ħ h
"""
_SILENT = ("ъ", "ь", "\u04cf")
_DOTLESS_I = "\u0131"
"""Kazakh and Turkish for ы; `ş` is theirs too, and `q` is written for қ (Qazaqstan, Qatar)."""


class _Table(dict[int, str]):
    """The letters above; any other character loses its marks and is then remembered."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", chr(code))
        self[code] = "".join(letter for letter in letters if not unicodedata.combining(letter))
        return self[code]


_CELLS = _LETTERS.split()
_PAIRS = dict(zip(_CELLS[::2], _CELLS[1::2], strict=True))
_TABLE = _Table(str.maketrans(_PAIRS | dict.fromkeys(_SILENT, "") | {_DOTLESS_I: "y"}))


def romanised(folded: str) -> str:
    """A folded text in plain Latin letters; letters of other scripts stay as they are."""
    return folded.translate(_TABLE)
