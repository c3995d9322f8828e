"""Irregular forms of English words, which no stemmer brings together: take – took, taken; child – children."""

from aligner.lexicon.listed_forms import listed_forms


def english_forms(term: str, part_of_speech: str) -> tuple[str, ...]:
    """The term with irregular forms of its verb (take part – took part) or of its last word (young man – young men)."""
    words = term.split(" ")
    place = 0 if part_of_speech == "verb" else len(words) - 1
    forms = listed_forms("english").get(words[place], ())
    return tuple(" ".join((*words[:place], form, *words[place + 1 :])) for form in forms)
