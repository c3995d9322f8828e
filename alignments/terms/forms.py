"""How a term is shown: as a dictionary would have it, not as it happens to be inflected in a text."""

from collections import Counter
from collections.abc import Iterable

from aligner.words import fold
from alignments.terms.dictionary_forms import dictionary_form
from corpus.languages import primary_language

SURE = (
    *("ого", "его", "ому", "ему", "ыми", "ими", "ых", "их", "ую", "юю", "ами", "ями", "ах", "ях", "ам", "ям", "ом", "ем"),
    *("ой", "ей", "у", "ю", "ов", "ев", "ею", "ою"),
)
"""Endings that a Russian noun or adjective rarely has in the nominative: `верховного суда`."""

UNSURE, NOMINATIVE = ("и", "е", "ения", "ания"), ("ие", "ое", "ее", "ье", "ии")
"""Endings that may be either, and those among them that are nominative: `землетрясения`, `землетрясение`."""

SHORTER_SHARE = 0.25
"""How often the form without its last vowel must stand, beside the one with it, to be the nominative of a masculine noun."""


def natural_form(spellings: Counter[tuple[str, bool]], language: str, known: Iterable[str] = ()) -> str:
    """The dictionary form among the spellings of a term; a `known` one (from an entry or the lexicon) comes first.

    Words are small unless they are capital wherever they do not open a segment.
    """
    for term in known:
        return term
    by_form: Counter[str] = Counter()
    for (spelling, _), count in spellings.items():
        by_form[" ".join(fold(spelling).split())] += count
    if primary_language(language) == "ru":
        best = _nominative(by_form)
    else:
        best = min(by_form, key=lambda form: (len(form), -by_form[form], form))
    return _in_case(dictionary_form(best, language), spellings)


def _nominative(forms: Counter[str]) -> str:
    """The Russian form that looks most like a nominative; закон before закона, but республика before республик."""
    best = min(forms, key=lambda form: (sum(map(_obliqueness, form.split())), -forms[form], form))
    shorter = best[:-1]
    if best.endswith(("а", "я")) and forms.get(shorter, 0) >= SHORTER_SHARE * forms[best]:
        return shorter
    return best


def _obliqueness(word: str) -> int:
    """0 for a word that looks like a nominative; the surer the oblique ending, the higher."""
    if word.endswith(SURE):
        return 2
    return 1 if word.endswith(UNSURE) and not word.endswith(NOMINATIVE) else 0


def _in_case(form: str, spellings: Counter[tuple[str, bool]]) -> str:
    """The form with the capitals it has inside segments."""
    inside: Counter[str] = Counter()
    for (spelling, opens), count in spellings.items():
        if not opens:
            inside[" ".join(spelling.split())] += count
    small = sum(count for spelling, count in inside.items() if spelling[:1].islower())
    if not inside or small * 2 >= inside.total():
        return form
    same = [spelling for spelling, _ in inside.most_common() if fold(spelling) == form]
    if same:
        return same[0]
    return " ".join(word.upper() if _is_acronym(word, inside) else word.capitalize() for word in form.split())


def _is_acronym(word: str, inside: Counter[str]) -> bool:
    return len(word) > 1 and any(word.upper() in spelling for spelling in inside)
