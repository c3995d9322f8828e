"""Answers about short texts that come again and again; those about long ones are not kept, whatever a file holds."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")

LONGEST = 200
"""Characters of a text whose answer is kept: dates, headings and tags are shorter."""


def remembered(most: int) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """Keep the last answers, so many at most."""

    def of(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
        kept = lru_cache(maxsize=most)(function)

        @wraps(function)
        def answer(text: str) -> Answer:
            return kept(text) if len(text) <= LONGEST else function(text)

        return answer

    return of
