import numpy as np
import pytest

from aligner.lexicon import builtin_lexicon
from aligner.terms import find_terms, longer_terms, terms_among
from aligner.texts import rows_of

STEMS = ("жоғарғы", "сот", "төраға", "қаржы")
KNOWN = {stem: number for number, stem in enumerate(STEMS)}
TERMS = {"сот": [("жоғарғы", "сот"), ("жоғарғы", "сот", "төраға"), ("жоғарғы", "сот", "алқа")]}


def found(*lines: str) -> object:
    terms = terms_among(KNOWN, TERMS)
    text = rows_of([[KNOWN[stem] for stem in line.split()] for line in lines])
    held = rows_of([[KNOWN[stem] for stem in term] for term in terms])
    return find_terms(text, held, np.array([0, len(terms), *[len(terms)] * (len(STEMS) - 1)])).tolist()


def test_only_terms_of_known_stems_are_looked_for_the_longest_first() -> None:
    assert terms_among(KNOWN, TERMS) == [("жоғарғы", "сот", "төраға"), ("жоғарғы", "сот")]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("жоғарғы сот төраға", [0, 1, 2]),
        ("жоғарғы сот қаржы", [3, 4, -1]),
        ("қаржы жоғарғы сот", [-1, 3, 4]),
        ("жоғарғы жоғарғы сот төраға жоғарғы сот", [-1, 0, 1, 2, 3, 4]),
        ("жоғарғы", [-1]),
        ("", []),
    ],
)
def test_the_longest_term_at_each_place_is_found(line: str, parts: list[int]) -> None:
    assert found(line) == parts


def test_a_term_does_not_go_on_in_the_next_line() -> None:
    assert found("қаржы жоғарғы", "сот төраға", "жоғарғы сот", "төраға") == [-1, -1, -1, -1, 3, 4, -1]


def test_terms_of_one_word_are_no_longer_terms() -> None:
    terms = longer_terms(builtin_lexicon(), "en")
    assert all(
        first in key and second == key[1] for first, rest in terms.items() for second, keys in rest.items() for key in keys
    )
    assert min(len(key) for rest in terms.values() for keys in rest.values() for key in keys) == 2
