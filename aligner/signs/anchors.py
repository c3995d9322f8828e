"""Signs that survive translation, gathered, and as keys that are the same in every language."""

from collections.abc import Iterator

from aligner.signs.abbreviations import abbreviation_signs
from aligner.signs.addresses import address_signs
from aligner.signs.dates import DateSign, date_signs
from aligner.signs.icu_names import icu_signs
from aligner.signs.latin_words import latin_signs
from aligner.signs.list_marks import list_mark
from aligner.signs.names import name_signs
from aligner.signs.numbers import NumberSign, differences, number_signs
from aligner.signs.sign import Sign, SignKind

__all__ = [
    "DateSign",
    "NumberSign",
    "Sign",
    "SignKind",
    "date_signs",
    "differences",
    "named_signs",
    "number_signs",
    "sign_values",
]

_COMMON_NUMBERS = {"0", "1"}
"""Words for these are mostly articles, not numbers: бір, один, one."""


def named_signs(text: str, language: str) -> tuple[Sign, ...]:
    """Every sign that is neither a number nor a date: abbreviations, Latin words, names, ICU's names, addresses, a list mark."""
    mark = list_mark(text)
    found = [
        *([mark] if mark else []),
        *address_signs(text),
        *abbreviation_signs(text, language),
        *latin_signs(text, language),
        *name_signs(text, language),
        *icu_signs(text, language),
    ]
    return tuple(sorted(found, key=lambda sign: sign.start))


def sign_values(text: str, language: str) -> tuple[str, ...]:
    """The signs of a text as keys, repeated ones once for each time.

    `#1500` numbers, `@2014-10-29` dates with `@10-29` and `@10` beside them, `=LLP` abbreviations and Latin words, `~tkv` names
    by their consonants, `%KZ` countries, languages, currencies, units and weekdays, `&` addresses, `^2` list marks.
    """
    numbers = (number_keys(sign) for sign in number_signs(text, language))
    dates = (key for sign in date_signs(text, language) for key in _date_keys(sign))
    return (*(key for keys in numbers for key in keys), *dates, *(sign.key for sign in named_signs(text, language)))


def number_keys(sign: NumberSign) -> tuple[str, ...]:
    """The key of a number; none for 0 and 1 in words."""
    return () if sign.value in _COMMON_NUMBERS and not sign.is_in_digits else (f"#{sign.value}",)


def _date_keys(sign: DateSign) -> Iterator[str]:
    """From the whole date to the month alone, so that a translation that leaves the year out still agrees."""
    yield f"@{sign.value}"
    if sign.year and sign.day:
        yield f"@{sign.month:02}-{sign.day:02}"
    if sign.year or sign.day:
        yield f"@{sign.month:02}"
