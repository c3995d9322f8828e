"""Forms of English terms that no stemmer brings together: take – took, taken; child – children; one's head – his head."""

from collections.abc import Mapping
from functools import cache

from aligner.lexicon.listed_forms import listed_forms
from aligner.words import stem

_PERSONS = {
    "one's": ("my", "your", "his", "her", "its", "our", "their"),
    "oneself": ("myself", "yourself", "himself", "herself", "itself", "ourselves", "yourselves", "themselves"),
}
"""What stands in a text where a term says one's or oneself."""


def english_forms(term: str, part_of_speech: str) -> tuple[str, ...]:
    """The term with irregular forms of its verb (take part – took part) or last word (young man – young men), of each person."""
    words = term.split(" ")
    place = 0 if part_of_speech == "verb" else len(words) - 1
    forms = listed_forms("english").get(words[place], ())
    inflected = [" ".join((*words[:place], form, *words[place + 1 :])) for form in forms]
    return (*inflected, *(form for told in (term, *inflected) for form in _of_persons(told)))


def _of_persons(term: str) -> tuple[str, ...]:
    """What a term with one's or oneself is in a text: shake one's head – shake my head; none for other terms."""
    words = term.split(" ")
    said = next((word for word in words if word in _PERSONS), "")
    place = words.index(said) if said else 0
    return tuple(" ".join((*words[:place], word, *words[place + 1 :])) for word in _PERSONS.get(said, ()))


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
