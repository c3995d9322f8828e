"""How a term is shown: as a dictionary would have it, not as it happens to be inflected in a text."""

from collections import Counter
from collections.abc import Iterable

from aligner.words import fold
from corpus.languages import primary_language

OBLIQUE = (
    *("ого", "его", "ому", "ему", "ыми", "ими", "ых", "их", "ую", "юю", "ами", "ями", "ах", "ях", "ам", "ям", "ом", "ем"),
    *("ой", "ей", "у", "ю", "ов", "ев", "ею", "ою", "и", "е"),
)
"""Russian endings that a noun or adjective rarely has in the nominative singular, the surest first: `верховного суда`."""


def natural_form(spellings: Counter[tuple[str, bool]], language: str, known: Iterable[str] = ()) -> str:
    """The dictionary form among the spellings of a term; a `known` one (from an entry or the lexicon) comes first.

    Words are small unless they are capital wherever they do not open a segment.
    """
    for term in known:
        return term
    by_form: Counter[str] = Counter()
    for (spelling, _), count in spellings.items():
        by_form[" ".join(fold(spelling).split())] += count
    order = _order(primary_language(language))
    best = min(by_form, key=lambda form: (order(form), -by_form[form], form))
    return _in_case(best, spellings)


def _order(language: str):  # noqa: ANN202 - a key function
    if language == "ru":
        return lambda form: sum(_obliqueness(word) for word in form.split())
    return len


def _obliqueness(word: str) -> int:
    """0 for a word that looks like a nominative; the surer the oblique ending, the higher."""
    for place, ending in enumerate(OBLIQUE):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return 2 if place < len(OBLIQUE) - 2 else 1
    return 0


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
