"""Which tags are those of a language."""

import pytest

from corpus.errors import CorpusError
from corpus.languages import known_tag


@pytest.mark.parametrize(
    ("tag", "canonical"), [("KK_kz", "kk-KZ"), ("kaz", "kk"), ("eo", "eo"), ("skr", "skr"), ("kk-latn", "kk-Latn")]
)
def test_a_language_with_two_or_three_letters_is_known(tag: str, canonical: str) -> None:
    assert known_tag(tag) == canonical


@pytest.mark.parametrize(
    ("tag", "said"),
    [("kz", "is a country, no language; write kk"), ("zz", "there is no language zz"), ("?", "is not a language tag")],
)
def test_a_country_and_letters_that_are_no_language_are_refused(tag: str, said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        known_tag(tag)
