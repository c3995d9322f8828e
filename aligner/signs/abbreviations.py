"""Abbreviations, those with a fixed counterpart in every language (ЖШС, ТОО, LLP) by that one."""

import re
from collections.abc import Iterator
from functools import cache

from aligner.alphabets import UPPER
from aligner.lexicon.entries import LANGUAGES, builtin_concepts
from aligner.signs.sign import Sign, SignKind
from aligner.spelling.romanisation import romanised
from aligner.words import fold

_DOTTED = re.compile(rf"(?<!\w)(?:[{UPPER}]\.){{2,}}(?!\w)")
_CAPITALS = re.compile(rf"(?<!\w)[^\W\d_]*[{UPPER}]{{2}}[^\W_]*")
_SHORT = re.compile(f"[{UPPER}]+")
_LONGEST_UNKNOWN = 6
"""Longer words in capitals are headings: ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ."""


def abbreviation_signs(text: str, language: str) -> Iterator[Sign]:
    """Abbreviations by their first English form; those without a known counterpart by their romanised letters."""
    known = _counterparts().get(language.partition("-")[0], {})
    for match in _DOTTED.finditer(text):
        short = match[0].replace(".", "")
        if short in known:
            yield Sign(SignKind.ABBREVIATION, known[short], match.start(), match.end())
    for match in _CAPITALS.finditer(text):
        word = match[0]
        stem = _SHORT.match(word)
        found = known.get(word) or (known.get(stem[0]) if stem else None)
        if found is None and stem and 1 < len(stem[0]) <= _LONGEST_UNKNOWN:
            found = romanised(fold(stem[0])).upper()
        if found:
            yield Sign(SignKind.ABBREVIATION, found, match.start(), match.end())


@cache
def _counterparts() -> dict[str, dict[str, str]]:
    """For each language its abbreviations and the English one that stands for all, from the lexicon's entries."""
    table: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for concept in builtin_concepts():
        if concept.part_of_speech != "abbr":
            continue
        english = concept.terms[-1][0]
        for language, terms in zip(LANGUAGES, concept.terms, strict=True):
            table[language] |= {term: english for term in terms if len(term) > 1 and term[1:] != term[1:].lower()}
    return table
