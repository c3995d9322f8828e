"""The order of a concordance: contexts by the alphabet of the language, to the right or to the left of the key word."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from aligner.words import tokens_by_line
from alignments.concordance.query import WordSearch

CONTEXT_WORDS = 5
"""Words of context that decide the order."""


def ordered(
    variants: Sequence[int], texts: Mapping[int, str], search: WordSearch, language: str, *, from_left: bool
) -> list[int]:
    """The variants by the context of their first occurrence; equal contexts stay in the order of storing."""
    collator = _collator(language)
    lines = tokens_by_line(texts.get(variant, "").replace("\n", " ") for variant in variants)
    contexts = (_context(words, search, from_left=from_left) for words in lines)
    keys = dict(zip(variants, map(collator.getSortKey, contexts), strict=False))
    return sorted(variants, key=lambda variant: (keys[variant], variant))


def _context(words: Sequence[str], search: WordSearch, *, from_left: bool) -> str:
    first, stop = next(search.found_among(words), (0, 0))
    if from_left:
        return " ".join(reversed(words[max(0, first - CONTEXT_WORDS) : first]))
    return " ".join([*words[stop : stop + CONTEXT_WORDS], *words[first:stop]])


@lru_cache(maxsize=16)
def _collator(language: str) -> Any:  # noqa: ANN401 - PyICU has no types
    import icu  # noqa: PLC0415 - 30 ms that only sorted output pays

    return icu.Collator.createInstance(icu.Locale(language))
