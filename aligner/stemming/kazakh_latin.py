"""Kazakh words in Latin letters as Cyrillic ones, each by itself, so that its forms have one stem whatever stands beside them."""

from aligner.spelling.kazakh_latin import in_cyrillic
from aligner.stemming.kazakh import known_stem
from aligner.stemming.kazakh_roots import known_roots


def known_spelling(word: str) -> str:
    """A folded word in the alphabet in which it is a form of a known one, `kitap` of 2018 as кітап; else in that of 2021."""
    roots = known_roots()
    spellings = [in_cyrillic(word, is_accented=is_accented) for is_accented in (False, True)]
    return next((one for one in spellings if one in roots.whole or known_stem(one, roots)), spellings[0])
