"""The stems under which a word of a query may stand in the index, where the stemmer gives its forms several."""

import re

from alignments.index.recipe import known_stem
from alignments.index.vocabulary import Vocabulary
from corpus.languages import primary_language

_FLEETING = re.compile(r"(.*[бвгджзклмнпрстфхцчшщ])[ое]([бвгджзклмнпрстфхцчшщ])")


def query_stems(vocabulary: Vocabulary, word: str, language: str) -> tuple[str, ...]:
    """The stem of a folded word, and for Russian those of its oblique forms that the memory has.

    `остров` would be cut to `остр` while `острова` keeps `остров`; `ребенок` loses its vowel in `ребенка`, `сон` in `сна`.
    """
    primary = primary_language(language)
    own = known_stem(word, primary)
    if primary != "ru":
        return (own,)
    fleeting = _FLEETING.fullmatch(word)
    bases = [word, *([fleeting[1] + fleeting[2]] if fleeting else [])]
    others = {known_stem(base + ending, primary) for base in bases for ending in ("а", "ом")} - {own}
    return (own, *sorted(vocabulary.stem_counts(language, sorted(others))))
