"""Irregular forms of English words, which no stemmer brings together: take – took, taken; child – children."""

from collections.abc import Mapping
from functools import cache

from aligner.lexicon.listed_forms import listed_forms
from aligner.words import stem


def english_forms(term: str, part_of_speech: str) -> tuple[str, ...]:
    """The term with irregular forms of its verb (take part – took part) or of its last word (young man – young men)."""
    words = term.split(" ")
    place = 0 if part_of_speech == "verb" else len(words) - 1
    forms = listed_forms("english").get(words[place], ())
    return tuple(" ".join((*words[:place], form, *words[place + 1 :])) for form in forms)


def irregular_words(word: str) -> tuple[str, ...]:
    """The words with irregular forms that a folded word is a form of: takes, took – take; none for table."""
    forms = listed_forms("english")
    return (word,) if word in forms else _by_form().get(word) or _by_stem().get(stem(word, "en"), ())


@cache
def _by_form() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, forms in listed_forms("english").items():
        for form in forms:
            found[form] = (*found.get(form, ()), word)
    return found


@cache
def _by_stem() -> Mapping[str, tuple[str, ...]]:
    return {stem(word, "en"): (word,) for word in listed_forms("english")}
