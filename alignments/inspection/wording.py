"""How languages are called in messages."""

from functools import cache

import icu


@cache
def language_name(tag: str) -> str:
    """The English name of a language: `kk` → `Kazakh`, `kk-Latn` → `Kazakh (Latin)`; the tag itself where ICU knows none."""
    return str(icu.Locale.forLanguageTag(tag).getDisplayName(icu.Locale.getEnglish())) or tag
