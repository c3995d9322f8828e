"""How languages are called in messages."""

from collections.abc import Sequence
from functools import cache

import icu


@cache
def language_name(tag: str) -> str:
    """The English name of a language: `kk` → `Kazakh`, `kk-Latn` → `Kazakh (Latin)`; the tag itself where ICU knows none."""
    return str(icu.Locale.forLanguageTag(tag).getDisplayName(icu.Locale.getEnglish())) or tag


def listed(names: Sequence[str]) -> str:
    """Names as a sentence has them: `A`, `A and B`, `A, B and C`."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
