"""Dates as day, month and year, however they are written: 2014 жылғы 29 қазанда, 29 октября 2014 года, October 29, 2014."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_KAZAKH_MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
_RUSSIAN_MONTHS = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр"
_ENGLISH_MONTHS = "january february march april may june july august september october november december"
_MONTHS = {"kk": _KAZAKH_MONTHS.split(), "ru": _RUSSIAN_MONTHS.split(), "en": _ENGLISH_MONTHS.split()}
_KAZAKH_ENDINGS = r"(?:[дт][ае](?:ғы|гі|н)?|н[ае]н|[ғгқк][ае]|[ндт][ыі]ң|(?:с?[ыі]н)[дт]?[ае](?:ғы|гі|н)?|[ыі]н[ае]н|[ыі])?"
_KAZAKH_MONTH = rf"(?P<month>{_KAZAKH_MONTHS.replace(' ', '|').replace('қыркүйек', 'қыркүйе[кг]')}){_KAZAKH_ENDINGS}(?!\w)"
_RUSSIAN_MONTH = rf"(?P<month>{_RUSSIAN_MONTHS.replace(' ', '|')})(?:[яьюейа]|ем|ом|у)?(?!\w)"
_ENGLISH_MONTH = (
    rf"(?P<month>{_ENGLISH_MONTHS.replace(' ', '|')}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=[. ]))\.?(?!\w)"
)
_CUT_SHORT = {
    "kk": "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
    "ru": "янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек",
}
"""With a stop, behind a day only: `там`, `қар` and `мар` are words or beginnings of words."""

_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)"
_SPACE = r"[\s\u00a0]"
_JOINED = re.compile(r"\d[./-]\d")
_NUMERIC = re.compile(
    r"(?<![\d.])(?P<day>[0-3]?\d)[./](?P<month>[0-3]?\d)[./](?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)"
)


def _short(language: str) -> str:
    return rf"(?P<month>{_CUT_SHORT[language].replace(' ', '|')})\."


_KAZAKH_YEAR = rf"{_YEAR}{_SPACE}*(?:жылғы|жылдың|жылы|жыл|ж\.?){_SPACE}*"
_WRITTEN = {
    # 2014 ж. 29 қаз.; 2014 жылғы 29 қазанда; 2018 жылдың маусымында; қазан айында; желтоқсанда
    "kk": (
        rf"(?:{_KAZAKH_YEAR})?{_DAY}{_SPACE}+{_short('kk')}",
        rf"(?:{_KAZAKH_YEAR})?{_DAY}(?:{_SPACE}*-?{_SPACE}*\w{{2,3}})?{_SPACE}+{_KAZAKH_MONTH}",
        rf"{_KAZAKH_YEAR}{_KAZAKH_MONTH}",
        rf"(?<!\w){_KAZAKH_MONTH}(?={_SPACE}+ай)",
        rf"(?<!\w)(?!маусым){_KAZAKH_MONTH}(?={_SPACE}+(?:басы|орта|соңы|аяғы))",
        rf"(?<!\w)(?!қазан|маусым){_KAZAKH_MONTH}",
    ),
    # 29 окт. 2014 г.; 29 октября 2014 года; 29-го октября; в октябре 2014 года
    "ru": (
        rf"{_DAY}{_SPACE}+{_short('ru')}(?:{_SPACE}*{_YEAR})?",
        rf"{_DAY}(?:-?го)?{_SPACE}+{_RUSSIAN_MONTH}(?:{_SPACE}+{_YEAR})?",
        rf"(?<!\w){_RUSSIAN_MONTH}(?:{_SPACE}+(?:месяц[ае]{_SPACE}+)?{_YEAR})?",
    ),
    # October 29, 2014; 29 October 2014; the 29th of October; in October 2014
    "en": (
        rf"(?<!\w){_ENGLISH_MONTH}{_SPACE}+{_DAY}(?:st|nd|rd|th)?(?!\d)(?:,?{_SPACE}+{_YEAR})?",
        rf"{_DAY}(?:st|nd|rd|th)?{_SPACE}+(?:of{_SPACE}+)?{_ENGLISH_MONTH}(?:,?{_SPACE}+{_YEAR})?",
        rf"(?<!\w){_ENGLISH_MONTH},?(?:{_SPACE}+(?:of{_SPACE}+)?{_YEAR})",
        rf"(?<!\w)(?=jan|feb|april|june|july|aug|sep|oct|nov|dec)(?=\w{{4}}){_ENGLISH_MONTH}",
        rf"(?<!\w)(?:in|by|of|from|last|next|this|every|since|until|till|early|late|mid)[\s\u00a0-]{_ENGLISH_MONTH}",
    ),
}
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class DateSign:
    """A date, of which the year and the day may be missing, and its code point offsets."""

    year: int | None
    month: int
    day: int | None
    start: int
    stop: int

    @property
    def value(self) -> str:
        """What is known, from the year to the day: `2014-10-29`, `2014-10`, `10-29` or `10`."""
        known = (f"{self.year:04}" if self.year else "", f"{self.month:02}", f"{self.day:02}" if self.day else "")
        return "-".join(part for part in known if part)


def date_signs(text: str, language: str) -> tuple[DateSign, ...]:
    """The dates of a text in order that name a month, in kk, ru and en words or in digits (29.10.2014, 2014-10-29)."""
    primary = language.partition("-")[0]
    found: list[DateSign] = []
    for sign in (*_numeric(text, primary), *_written(text, primary)):
        if all(sign.stop <= other.start or other.stop <= sign.start for other in found):
            found.append(sign)
    return tuple(sorted(found, key=lambda sign: sign.start))


def may_name_a_month(word: str, language: str) -> bool:
    """True when a small-letter word begins as the name of a month does."""
    return language in _WRITTEN and _any_month(language).match(word) is not None


def _numeric(text: str, language: str) -> Iterator[DateSign]:
    if not _JOINED.search(text):
        return
    for match in _NUMERIC.finditer(text):
        day, month, year = (int(match[a] or match[b]) for a, b in (("day", "d"), ("month", "m"), ("year", "y")))
        if month > _LAST_MONTH or (language == "en" and "/" in match[0] and day <= _LAST_MONTH):
            day, month = month, day
        if 1 <= month <= _LAST_MONTH:
            yield DateSign(year, month, day, match.start(), match.end())


def _written(text: str, language: str) -> Iterator[DateSign]:
    lowered = text.lower()
    if language not in _WRITTEN or len(lowered) != len(text) or not _any_month(language).search(lowered):
        return
    for pattern in _patterns(language):
        for match in pattern.finditer(lowered):
            known = match.groupdict()
            year, day = (int(known[part]) if known.get(part) else None for part in ("year", "day"))
            if not _is_a_name(text, match, language):
                start = min(match.start(part) for part in ("year", "month", "day") if known.get(part))
                yield DateSign(year, _month(match["month"], language), day, start, match.end())


def _is_a_name(text: str, match: re.Match[str], language: str) -> bool:
    """True for a capital letter without a day or a year: Қазан is a town, Марта and Мая are names."""
    if language == "en" or any(match.groupdict().get(part) for part in ("year", "day")):
        return False
    counted = language == "kk" and text[match.end() :].lstrip().startswith("ай")
    return not counted and text[match.start("month")].isupper() and match.start("month") > 0


def _month(written: str, language: str) -> int:
    """The number of a month by its name, or by how it begins: қаз., окт., Oct."""
    names = _MONTHS[language]
    return 1 + (names.index(written) if written in names else [name.startswith(written[:4]) for name in names].index(True))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _WRITTEN[language])


@cache
def _any_month(language: str) -> re.Pattern[str]:
    full = "|".join(name[:3] if language == "en" else name.replace("йек", "йе") for name in _MONTHS[language])
    cut = rf"|\d{_SPACE}+(?:{_CUT_SHORT[language].replace(' ', '|')})\." if language in _CUT_SHORT else ""
    return re.compile(rf"(?<!\w)(?:{full}){cut}")
