"""Numbers, dates and times of day written in digits, with what each may mean: 1,500 is 1500 in English and 1.5 in Russian."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

_SPACE = " \u00a0\u2009\u202f"
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"(?:(?P<date>(?<![\d.])(?P<day>[0-3]?\d)[./](?P<month>[0-3]?\d)[./](?P<year>(?:1[5-9]|20)\d\d)(?!\d))"
    r"|(?P<iso>(?<!\d)(?P<iso_year>(?:1[5-9]|20)\d\d)-(?P<iso_month>[01]\d)-(?P<iso_day>[0-3]\d)(?!\d))"
    r"|(?P<time>(?<![\d:.])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:]))"
    rf"|(?P<grouped>(?<![\d.,])\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)(?:[.,]\d{{1,3}}(?!\d))?)"
    r"|(?P<plain>\d+(?:[.,]\d+)*))"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+)")
_GROUPED_DECIMAL = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+")
_AFTERNOON = re.compile(r"\s*p\.?\s?m\b")
_SHORT_SCALE = re.compile(r"\s?([mk])\b", re.IGNORECASE)
_NOON = 12
_MOST_DIGITS = 12
"""Longer runs are codes and account numbers."""


@dataclass(frozen=True, slots=True)
class Digits:
    """A canonical value with other values it may have, and its code point offsets."""

    power: ClassVar[int] = 0
    value: str
    start: int
    stop: int
    others: tuple[str, ...] = ()


def runs_of_digits(text: str, language: str) -> Iterator[Digits]:
    """The numbers in digits, in order; of a date in digits the day and the year, as its month may be a word elsewhere."""
    for match in _matches(text):
        kind = match.lastgroup
        if kind == "plain":
            yield from _plain(match, text, language)
        elif kind == "grouped":
            grouped = re.sub(f"[{_SPACE}]", "", match["grouped"]).replace(",", ".")
            yield Digits(canonical(grouped), match.start(), match.end())
        elif kind == "time":
            yield from _time(match)
        elif kind == "date":
            yield from (_named(match, "day"), _named(match, "year"))
        else:
            yield from (_named(match, "iso_year"), _named(match, "iso_day"))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The numbers in order; looking for a digit first takes a third of the time that trying the pattern everywhere does."""
    found = _DIGIT.search(text)
    while found and (match := _NUMBER.match(text, found.start())):
        yield match
        found = _DIGIT.search(text, match.end())


def canonical(written: str) -> str:
    """Digits with a decimal point, without idle zeros: 019.80 → 19.8."""
    whole, _, part = written.partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + ("." + part if part else "")


def _named(match: re.Match[str], group: str) -> Digits:
    return Digits(canonical(match[group]), match.start(group), match.end(group))


def _time(match: re.Match[str]) -> Iterator[Digits]:
    hour = int(match["hour"])
    others = (str(hour - _NOON),) if hour > _NOON else (str(hour + _NOON),)
    yield Digits(str(hour), match.start("hour"), match.end("hour"), others)
    if match["minute"] != "00":
        yield _named(match, "minute")


def _plain(match: re.Match[str], text: str, language: str) -> Iterator[Digits]:
    written, start, stop = match[0], match.start(), match.end()
    if written.isdecimal():
        yield Digits(canonical(written), start, stop, tuple(_meanings(written, text, stop, language)))
        return
    pieces = re.split("[.,]", written)
    if _THOUSANDS.fullmatch(written) and (len(pieces) > 2 or _groups_thousands(written, language)):
        yield Digits(canonical("".join(pieces)), start, stop, (canonical(".".join(pieces)),) if len(pieces) == 2 else ())
    elif _GROUPED_DECIMAL.fullmatch(written):
        yield Digits(canonical("".join(pieces[:-1]) + "." + pieces[-1]), start, stop)
    elif len(pieces) == 2:
        thousands = ("".join(pieces),) if _THOUSANDS.fullmatch(written) else ()
        yield Digits(canonical(".".join(pieces)), start, stop, thousands)
    elif "," in written:
        for piece in re.finditer(r"\d+(?:\.\d+)?", written):
            yield Digits(canonical(piece[0]), start + piece.start(), start + piece.end())
    else:
        yield Digits(".".join(canonical(piece) for piece in pieces), start, stop)


def _groups_thousands(written: str, language: str) -> bool:
    """English groups thousands by commas; Kazakh and Russian write decimals with them: 1,500."""
    return "," in written and language == "en" and not written.startswith("0")


def _meanings(written: str, text: str, stop: int, language: str) -> Iterator[str]:
    """What else a whole number may be: 7 p.m. is 19 hours, the 1950s are the 50s, £11m is 11 million."""
    if len(written) > _MOST_DIGITS:
        return
    value = int(written)
    if 1900 <= value < 2030 and value % 10 == 0:
        yield str(value % 100)
    if language == "en":
        if value <= _NOON and _AFTERNOON.match(text, stop):
            yield str(value + _NOON)
        if short := _SHORT_SCALE.match(text, stop):
            yield str(value * {"m": 10**6, "k": 10**3}[short[1].lower()])
