"""Roman numerals, in Latin letters or in the Cyrillic ones that look like them: XXI, ХХІ ғасыр, ХIХ век."""

import re
from collections.abc import Iterator

_LIKE_LATIN = str.maketrans("ІХСМ", "IXCM")
LETTERS = "IVXLCDMІХСМ"
"""All that a numeral may be made of."""

_CANDIDATE = re.compile(rf"[{LETTERS}](?<![\w.].)[{LETTERS}]*(?![^\W_])")
"""What stands before is looked at behind the first letter: a pattern that begins with letters is found several times as fast."""

_VALID = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_COUNTED = re.compile(
    rf"(?:\s?[–—-]\s?[{LETTERS}]+)?"
    r"[\s\u00a0.-]*(?:ғасыр|ғ{1,2}\.|тарау|бөлім|том|съез|сайланым|шақырыл|топ|дәреж|санат|тоқсан|кезең|кварт|сынып"
    r"|век|в\.|вв\.|глав|раздел|част|степен|созыв|групп|категор|этап|класс|centur|chapter|part\b|section|volume|stage|congress)",
    re.IGNORECASE,
)
"""What a single letter must stand before to be a number: V ғасыр, I тарау, V раздел, I–III тоқсан."""


def roman_numerals(text: str) -> Iterator[tuple[int, int, int]]:
    """Value, start and stop of each numeral; letters that are initials or pronouns are left out."""
    for match in _CANDIDATE.finditer(text):
        numeral = match[0].translate(_LIKE_LATIN)
        if not _VALID.fullmatch(numeral):
            continue
        counted = _COUNTED.match(text, match.end()) and (len(numeral) > 1 or numeral in "IVX")
        if counted or (len(numeral) > 1 and set(numeral) & set("IVX") and set(numeral) <= set("IVXL")):
            yield _value(numeral), match.start(), match.end()


def _value(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[at + 1 :], default=0) else value for at, value in enumerate(values))
