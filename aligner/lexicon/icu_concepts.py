"""The trilingual names that ICU brings with it: countries, languages, currencies, units, months and weekdays.

They are read from the ICU that is installed and are not part of our entries.
"""

import re
from collections.abc import Iterable

import icu

from aligner.lexicon.entries import LANGUAGES, Concept

FIELD = "icu"
_UNIT_KINDS = ("currency", "length", "area", "volume", "mass", "duration", "temperature", "speed", "energy", "power", "digital")
_UNFIT = re.compile(r"[()&/.0-9]| - |о-ва? |мазмұны жоқ|белгісіз")
"""Names as no text has them: «Конго - Киншаса», «о-в Рождества», «брит. дес. қас.»."""

_CYRILLIC = re.compile("[а-я]")

Terms = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def icu_concepts() -> tuple[Concept, ...]:
    """Every name that ICU has in Kazakh, Russian and English, as a concept of the field `icu`."""
    locales = [icu.Locale(language) for language in LANGUAGES]
    found = {**_territories(locales), **_languages(locales), **_units(locales), **_days_and_months(locales)}
    return tuple(Concept(FIELD, part_of_speech, terms) for terms, part_of_speech in found.items())


def _territories(locales: list[icu.Locale]) -> dict[Terms, str]:
    codes = icu.Locale.getISOCountries()
    return _fit((([icu.Locale("", code).getDisplayCountry(one)] for one in locales) for code in codes), "name")


def _languages(locales: list[icu.Locale]) -> dict[Terms, str]:
    codes = icu.Locale.getISOLanguages()
    return _fit((([icu.Locale(code).getDisplayLanguage(one)] for one in locales) for code in codes), "noun")


def _units(locales: list[icu.Locale]) -> dict[Terms, str]:
    """Units as they stand after one, two and five (доллар, доллара, долларов США)."""
    wide = icu.UNumberUnitWidth.FULL_NAME
    formatters = [icu.NumberFormatter.withLocale(one).unitWidth(wide).precision(icu.Precision.integer()) for one in locales]
    units = [unit for kind in _UNIT_KINDS for unit in icu.MeasureUnit.getAvailable(kind)]
    named = (([one.unit(unit).formatInt(number) for number in (1, 2, 5)] for one in formatters) for unit in units)
    return _fit(([[re.sub(r"^\d+\s", "", name) for name in names] for names in sides] for sides in named), "noun")


def _days_and_months(locales: list[icu.Locale]) -> dict[Terms, str]:
    symbols = [icu.DateFormatSymbols(one) for one in locales]
    wide, alone, inside = icu.DateFormatSymbols.WIDE, icu.DateFormatSymbols.STANDALONE, icu.DateFormatSymbols.FORMAT
    months = [list(zip(one.getMonths(alone, wide), one.getMonths(inside, wide), strict=True)) for one in symbols]
    days = [[(name,) for name in one.getWeekdays() if name] for one in symbols]
    return _fit([*zip(*months, strict=True), *zip(*days, strict=True)], "noun")


def _fit(rows: Iterable[Iterable[Iterable[str]]], part_of_speech: str) -> dict[Terms, str]:
    """The rows that are filled in all three languages; where ICU has no Kazakh name it gives the code or the English one."""
    found = {}
    for row in rows:
        kk, ru, en = (tuple(dict.fromkeys(names)) for names in row)
        if not any(map(_UNFIT.search, (*kk, *ru, *en))) and all(map(_CYRILLIC.search, (*kk, *ru))):
            found[kk, ru, en] = part_of_speech
    return found
