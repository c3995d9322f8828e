"""Numbers of a text in one canonical form: 1 500, 1,500 and 1500 are the same, and so are 19,8 and 19.8."""

import re
from dataclasses import dataclass

_SPACE = " \u00a0\u2009\u202f"
_NUMBER = re.compile(rf"(?<![\w.,])\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class NumberSign:
    """A number: its canonical value, such as `1500` or `19.8`, and code point offsets into the text."""

    value: str
    start: int
    stop: int


def number_signs(text: str, language: str) -> tuple[NumberSign, ...]:
    """The numbers of a text in order."""
    found = _NUMBER.finditer(text)
    return tuple(NumberSign(_value(match[0], language), match.start(), match.end()) for match in found)


def _value(written: str, language: str) -> str:
    digits = re.sub(rf"[{_SPACE}]", "", written)
    if language == "en":
        digits = re.sub(r",(?=\d{3}(?!\d))", "", digits)
    if digits.count(",") + digits.count(".") > 1:
        return digits.replace(",", ".")
    whole, _, part = digits.replace(",", ".").partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + ("." + part if part else "")
