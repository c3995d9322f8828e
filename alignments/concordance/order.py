"""The order of a concordance: contexts by the alphabet of the language, to the right or to the left of the key word."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from aligner.words import token_spans
from alignments.concordance.query import WordSearch

CONTEXT_WORDS = 5
"""Words of context that decide the order."""


def ordered(
    variants: Sequence[int], texts: Mapping[int, str], search: WordSearch, language: str, *, from_left: bool
) -> list[int]:
    """The variants by the context of their first occurrence; equal contexts stay in the order of storing."""
    collator = _collator(language)
    keys = {variant: collator.getSortKey(_context(texts.get(variant, ""), search, from_left=from_left)) for variant in variants}
    return sorted(variants, key=lambda variant: (keys[variant], variant))


def _context(text: str, search: WordSearch, *, from_left: bool) -> str:
    tokens = token_spans(text)
    first, stop = next(search.found_among(tokens), (0, 0))
    if from_left:
        return " ".join(word for word, _, _ in reversed(tokens[max(0, first - CONTEXT_WORDS) : first]))
    return " ".join(word for word, _, _ in [*tokens[stop : stop + CONTEXT_WORDS], *tokens[first:stop]])


@lru_cache(maxsize=16)
def _collator(language: str) -> Any:  # noqa: ANN401 - PyICU has no types
    import icu  # noqa: PLC0415 - 30 ms that only sorted output pays

    return icu.Collator.createInstance(icu.Locale(language))
