"""Language tags (BCP 47): kk, ru, en, their scripts, and how the tags of other tools are brought into that form."""

import re
from collections.abc import Container, Iterable

from corpus.errors import CorpusError

KAZAKH, RUSSIAN, ENGLISH, UNKNOWN = "kk", "ru", "en", "und"
WORKING_LANGUAGES = (KAZAKH, RUSSIAN, ENGLISH)
"""The three languages that tilmash recognises, in the order in which they are shown."""

_NAMES = {
    KAZAKH: "kk, kz, kaz, qaz, kazakh, қаз, қазақ, қазақша, қазақшасы, қазақ тілі, қазақ тілінде, "
    "каз, казахский, казахская, казахском, казахский язык",
    RUSSIAN: "ru, rus, russian, рус, русский, русская, русском, русский язык, орыс, орысша, орысшасы, орыс тілі, орыс тілінде",
    ENGLISH: "en, eng, english, англ, английский, английская, английском, английский язык, "
    "ағыл, ағылш, ағылшын, ағылшынша, ағылшыншасы, ағылшын тілі",
}

LANGUAGE_NAMES = {name: language for language, names in _NAMES.items() for name in names.split(", ")}
"""How people name a language in the name of a file or folder and at the head of a column; small letters, single spaces."""

_OTHER_NAMES = {
    "ar": "ar, ara, arabic, арабский",
    "az": "aze, azerbaijani",
    "de": "de, deu, ger, german, deutsch, неміс, нем, немецкий",
    "es": "es, spa, spanish, испанский",
    "fa": "fa, fas, persian",
    "fr": "fr, fra, fre, french, français, француз, французский",
    "hu": "hu, hun, hungarian",
    "is": "isl, ice, icelandic",
    "it": "ita, italian, итальянский",
    "ja": "ja, jpn, japanese, жапон, японский",
    "ko": "ko, kor, korean, корей, корейский",
    "ky": "ky, kir, kyrgyz, қырғыз, киргизский, кыргызский",
    "pl": "pl, pol, polish, польский",
    "pt": "pt, por, portuguese",
    "tr": "tr, tur, turkish, türkçe, түрік, турецкий",
    "tt": "tat, tatar, татар, татарский",
    "uk": "ukr, ukrainian, украинский",
    "uz": "uz, uzb, uzbek, өзбек, узбекский",
    "zh": "zh, zho, chi, cn, chinese, қытай, китайский",
}

OTHER_LANGUAGE_NAMES = {name: language for language, names in _OTHER_NAMES.items() for name in names.split(", ")}
"""The same for languages that are not recognised; codes that are words or countries (`it`, `is`, `uk`) are left out."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?(?P<rest>(?:-[a-z0-9]{1,8})*)"
)

_TWO_LETTERS = {
    "kaz": "kk",
    "rus": "ru",
    "eng": "en",
    "deu": "de",
    "ger": "de",
    "fra": "fr",
    "fre": "fr",
    "zho": "zh",
    "chi": "zh",
    "spa": "es",
    "ita": "it",
    "tur": "tr",
    "uzb": "uz",
    "kir": "ky",
    "tat": "tt",
    "ukr": "uk",
    "bel": "be",
    "pol": "pl",
    "hun": "hu",
    "isl": "is",
    "ice": "is",
    "jpn": "ja",
    "kor": "ko",
    "ara": "ar",
    "fas": "fa",
    "per": "fa",
    "por": "pt",
    "nld": "nl",
    "dut": "nl",
    "ces": "cs",
    "cze": "cs",
    "aze": "az",
    "tuk": "tk",
    "tgk": "tg",
    "mon": "mn",
    "uig": "ug",
}
"""ISO 639-2 and 639-3 codes (both forms) and the two-letter code that BCP 47 asks for instead."""


LANGUAGES_OF_COUNTRIES = {"kz": "kk", "ua": "uk", "cn": "zh", "jp": "ja", "cz": "cs"}
"""Codes of countries that people write for a language, though none is that of a language, and the language they mean."""


def canonical_tag(tag: str) -> str:
    """The canonical BCP 47 form: `KK_kz` → `kk-KZ`, `kaz` → `kk`, `kk-cyrl-kz` → `kk-Cyrl-KZ`.

    Raises CorpusError when the text is no language tag at all.
    """
    match = _TAG.fullmatch(tag.strip().replace("_", "-").lower())
    if match is None:
        raise CorpusError(f"{tag!r} is not a language tag; use a BCP 47 tag such as kk, ru, en or kk-Latn")
    language = match["language"]
    parts = [_TWO_LETTERS.get(language, language)]
    if match["script"]:
        parts.append(match["script"].title())
    if match["region"]:
        parts.append(match["region"].upper())
    return "-".join(parts) + match["rest"]


def primary_language(tag: str) -> str:
    """The language alone, without script and region: `kk-Latn` → `kk`."""
    return tag.partition("-")[0]


def known_tag(tag: str) -> str:
    """The canonical tag of a language that there is; of three letters and more any is taken, for there are thousands.

    Raises CorpusError when the text is no tag, the tag of a country, or of two letters that name no language (ISO 639-1).
    """
    canonical = canonical_tag(tag)
    primary = primary_language(canonical)
    if primary in LANGUAGES_OF_COUNTRIES:
        language = LANGUAGES_OF_COUNTRIES[primary]
        raise CorpusError(f"{tag!r} is a country, no language; write {language}")
    if len(primary) == 2 and primary not in _TWO_LETTERS.values() and primary not in _every_language():
        raise CorpusError(f"{tag!r}: there is no language {primary}; write kk, ru, en or another code of ISO 639")
    return canonical


def _every_language() -> Container[str]:
    from icu import Locale  # noqa: PLC0415 - 30 ms that only rare languages pay

    languages: Container[str] = Locale.getISOLanguages()
    return languages


def place_in_order(tag: str) -> tuple[int, str]:
    """Where people expect a language among others: kk, ru, en and their kin first, then the others by letters."""
    primary = primary_language(tag)
    return WORKING_LANGUAGES.index(primary) if primary in WORKING_LANGUAGES else len(WORKING_LANGUAGES), tag


def working_first(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags in the order in which people expect them."""
    return tuple(sorted(tags, key=place_in_order))
