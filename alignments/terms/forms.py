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


def natural_form(spellings: Counter[tuple[str, bool]], language: str) -> str:
    """The dictionary form among the spellings of a term.

    Words are small unless they are capital wherever they do not open a segment.
    """
    by_form: Counter[str] = Counter()
    for (spelling, _), count in spellings.items():
        by_form[" ".join(fold(spelling).split())] += count
    if primary_language(language) == "ru":
        best = _nominative(by_form)
    else:
        best = min(by_form, key=lambda form: (len(form), -by_form[form], form))
    return with_dots(_in_case(dictionary_form(best, language), spellings), spellings)


def with_dots(term: str, spellings: Iterable[tuple[str, bool]]) -> str:
    """A term that is written with е for ё, with ё where its spellings have it: отчет – отчёт."""
    dotted = {fold(word): word for spelling, _ in spellings for word in spelling.lower().split() if "ё" in word}
    return " ".join(dotted.get(word, word) for word in term.split())


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
    """The form with the capitals that each word has inside segments; a heading in capitals says nothing of them."""
    words = form.split()
    inside: list[Counter[str]] = [Counter() for _ in words]
    anywhere: list[set[str]] = [set() for _ in words]
    for (spelling, opens), count in spellings.items():
        parts = spelling.split()
        for place, part in enumerate(parts) if len(parts) == len(words) else ():
            anywhere[place].add(part)
            if not opens and not (len(parts) > 1 and spelling.isupper()):
                inside[place][part] += count
    return " ".join(map(_as_written, words, inside, anywhere))


def _as_written(word: str, inside: Counter[str], anywhere: set[str]) -> str:
    """The folded word small or with a capital, as most of its forms are; in capitals when it is never written otherwise."""
    capital = Counter({spelling: count for spelling, count in inside.items() if not spelling.islower()})
    if capital.total() * 2 <= inside.total():
        return word
    if all(spelling.isupper() and len(spelling) > 1 for spelling in anywhere):
        return word.upper()
    same = [spelling for spelling, _ in capital.most_common() if fold(spelling) == word and not spelling.isupper()]
    return same[0] if same else word.capitalize()
