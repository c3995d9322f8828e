"""Terms of several words: which of a lexicon may stand in a text, and where they do."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np

from aligner.compiling import compiled
from aligner.search.lattice import Integers
from aligner.texts import Words

Term = tuple[str, ...]
"""The stems of a term."""

LongerTerms = Mapping[str, Mapping[str, Sequence[Term]]]
"""The terms of several words by their first and then by their second stem."""


class HasTerms(Hashable, Protocol):
    """A lexicon, as far as its terms are concerned."""

    def stemmed_terms(self, language: str) -> Collection[str]:
        """The stems of every term of a language, joined by spaces."""


@lru_cache(maxsize=8)
def longer_terms(lexicon: HasTerms, language: str) -> LongerTerms:
    """The terms of several words of a language."""
    terms: dict[str, dict[str, list[Term]]] = {}
    for key in sorted(lexicon.stemmed_terms(language)):
        if " " in key:
            term = tuple(key.split(" "))
            terms.setdefault(term[0], {}).setdefault(term[1], []).append(term)
    return terms


def terms_among(known: Mapping[str, int], begun: Mapping[str, Sequence[Term]]) -> list[Term]:
    """Those of the terms that one stem begins, given by their second, which consist of known stems; the longest first."""
    held = [term for second in begun.keys() & known.keys() for term in begun[second] if all(map(known.__contains__, term))]
    return sorted(held, key=len, reverse=True)


def find_terms(text: Words, terms: Words, begins: Integers) -> Integers:
    """For every word of the text the place in `terms.ids` of the part of a term that it is, -1 for none.

    Words are numbered stems; the stem s begins the terms `begins[s]` to `begins[s + 1] - 1`, of which the first that stands at
    a place is found. Terms are looked for from left to right and do not overlap.
    """
    found = np.full(len(text.ids), -1, dtype=np.int64)
    _find((text.start, text.ids), (terms.start, terms.ids), begins, found)
    return found


Rows = tuple[Integers, Integers]
"""What loops take of `Words`: where rows start, and their numbers."""


@compiled
def _find(text: Rows, terms: Rows, begins: Integers, found: Integers) -> None:
    (start, stems), (first, parts) = text, terms
    for line in range(len(start) - 1):
        free = start[line]
        for place in range(start[line], start[line + 1]):
            term = begins[stems[place]]
            while place >= free and term < begins[stems[place] + 1]:
                size, part = first[term + 1] - first[term], 0
                while part < size <= start[line + 1] - place and stems[place + part] == parts[first[term] + part]:
                    part += 1
                if part == size:
                    for step in range(size):
                        found[place + step] = first[term] + step
                    free = place + size
                term += 1
