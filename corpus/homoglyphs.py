"""Letters that look alike in Latin and Cyrillic: words and Roman numerals that mix the two."""

import re

CYRILLIC_OF = dict(
    zip("aceopxyihkmtABCEHIKMOPTXYəƏɵƟ", "асеорхуіһкмтАВСЕНІКМОРТХУәӘөӨ", strict=True),
)
"""The Cyrillic letter that each Latin one is mistaken for: `мемлекетi` → `мемлекеті`."""

LATIN_OF = dict(zip("асеорхуіАВСЕНІКМОРТХУ", "aceopxyiABCEHIKMOPTXY", strict=True))
"""And the reverse: `сontra` → `contra`."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-zƏəƟɵ]")
_NUMERAL = re.compile(r"\b[IVXLCІХС]+\b")
_VALID_NUMERAL = re.compile("(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_COUNTED = re.compile(
    r"[ -–]{1,3}(?:ғасыр|ғ\.|тарау|бөлім|бөлік|том|топ|кітап|кезең|дәреже|тоқсан|съез|форум"
    r"|век|в\.|вв\.|глав|част|раздел|квартал|степен|класс)"
)
_SIGN = 2
"""Letters of a word that may be a sign or a unit (`кB`, `СO`), or be right in either alphabet (`сo`): these are left alone."""
_ROMAN_OF = {"І": "I", "Х": "X", "С": "C"}


def mended(word: str) -> str:
    """A word whose letters come from both alphabets, in one of them; any other word unchanged."""
    cyrillic, latin = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word))
    if not cyrillic or not latin:
        return word
    to_cyrillic = "".join(CYRILLIC_OF.get(letter, letter) for letter in word)
    to_latin = "".join(LATIN_OF.get(letter, letter) for letter in word)
    if len(word) == _SIGN and (word[1].isupper() or not (_LATIN.search(to_cyrillic) or _CYRILLIC.search(to_latin))):
        return word
    if _LATIN.search(to_cyrillic) is None and (cyrillic >= latin or _CYRILLIC.search(to_latin)):
        return to_cyrillic
    return to_latin if _CYRILLIC.search(to_latin) is None else word


def roman(numeral: str, behind: str) -> str:
    """`ХІХ` in Cyrillic letters as `XIX`; a single letter only where something counted stands behind it: `Х ғасыр`."""
    latin = "".join(_ROMAN_OF.get(letter, letter) for letter in numeral)
    if latin == numeral or "С" in numeral or not _VALID_NUMERAL.fullmatch(latin):
        return numeral
    return latin if len(latin) > 1 or _COUNTED.match(behind) else numeral


def repaired(text: str) -> list[tuple[int, int, str]]:
    """Every word and numeral to be replaced: start, stop, new."""
    found = [
        (match.start(), match.end(), roman(match[0], text[match.end() : match.end() + 12])) for match in _NUMERAL.finditer(text)
    ]
    if _LATIN.search(text) and _CYRILLIC.search(text):
        taken = {start for start, _, _ in found}
        found += [(match.start(), match.end(), mended(match[0])) for match in _WORD.finditer(text) if match.start() not in taken]
    return sorted(one for one in found if one[2] != text[one[0] : one[1]])
