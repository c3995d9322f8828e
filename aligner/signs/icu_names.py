"""Countries, languages, currencies, units and weekdays under their names in Kazakh, Russian and English, as ICU has them."""

from collections.abc import Iterator
from functools import cache

import icu

from aligner.signs.sign import Sign, SignKind
from aligner.words import stem, token_spans

LANGUAGES = ("kk", "ru", "en")
_CURRENCIES = """
    KZT USD EUR RUB GBP CNY JPY CHF TRY UZS KGS TJS TMT UAH BYN AZN GEL AMD INR KRW SEK NOK DKK PLN CZK HUF CAD AUD
"""
_UNITS = """
    kilometer meter centimeter millimeter mile foot inch yard hectare square-kilometer square-meter liter cubic-meter
    kilogram gram ton pound percent degree celsius fahrenheit hour minute second day week month year kilowatt megawatt
    kilowatt-hour kilobyte megabyte gigabyte kilometer-per-hour mile-per-hour
"""
_TONGUES = """
    kk ru en uz ky tg tk az tr uk be de fr es it pt pl cs hu ro bg sr hr el ar fa he hi ur zh ja ko mn tt ba ug vi th id ms la
    lv lt et fi sv da nl ka hy ku
"""
"""Languages people write about; the names of small ones are common words elsewhere (Even, менде)."""

_AMOUNT = "1.,0 \u00a0"
"""What ICU writes before a name that is asked for as an amount."""

_SHORTEST_NAME = 3


def icu_signs(text: str, language: str) -> Iterator[Sign]:
    """The names in a text, in any inflected form, the longest at each place; languages other than kk, ru and en have none."""
    primary = language.partition("-")[0]
    if primary not in LANGUAGES:
        return
    phrases, longest = _phrases(primary)
    spans = token_spans(text)
    stemmed = [stem(word, primary) for word, _, _ in spans]
    place = 0
    while place < len(stemmed):
        for size in range(longest.get(stemmed[place], 0), 0, -1):
            code = phrases.get(tuple(stemmed[place : place + size]))
            if code:
                last = min(place + size, len(spans)) - 1
                yield Sign(SignKind.TERM, code, spans[place][1], spans[last][2])
                place = last
                break
        place += 1


@cache
def _phrases(language: str) -> tuple[dict[tuple[str, ...], str], dict[str, int]]:
    """The stems of every name with its code, and for each first stem the length of the longest name that it begins."""
    phrases: dict[tuple[str, ...], str] = {}
    longest: dict[str, int] = {}
    for code, name in _names(language):
        key = tuple(stem(word, language) for word, _, _ in token_spans(name))
        if key and (len(key) > 1 or len(key[0]) >= _SHORTEST_NAME):
            phrases.setdefault(key, code)
            longest[key[0]] = max(len(key), longest.get(key[0], 0))
    return phrases, longest


def _names(language: str) -> Iterator[tuple[str, str]]:
    """Code and name; the code is the same for a name in all languages."""
    locale = icu.Locale(language)
    for country in icu.Locale.getISOCountries():
        yield country, icu.Locale("und", country).getDisplayCountry(locale)
    yield from ((f"day{day}", name) for day, name in enumerate(icu.DateFormatSymbols(locale).getWeekdays()) if name)
    wide = icu.MeasureFormat(locale, icu.UMeasureFormatWidth.WIDE)
    for currency in _CURRENCIES.split():
        yield currency, wide.formatMeasure(icu.CurrencyAmount(1, currency)).lstrip(_AMOUNT)
    for unit in _UNITS.split():
        yield unit, wide.formatMeasure(icu.Measure(1, icu.MeasureUnit.forIdentifier(unit))).lstrip(_AMOUNT)
    for code in _TONGUES.split():
        yield f"language-{code}", icu.Locale(code).getDisplayLanguage(locale).removesuffix(" тілі")
