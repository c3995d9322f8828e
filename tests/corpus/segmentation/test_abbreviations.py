import pytest

from corpus.segmentation import segment
from corpus.segmentation.abbreviations import Ending, abbreviations


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_entry_stands_in_its_example(language: str) -> None:
    for entry in abbreviations(language):
        assert f"{entry.text}." in entry.example or f"{entry.text[0].upper()}{entry.text[1:]}." in entry.example, entry


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_entry_stands_twice(language: str) -> None:
    texts = [entry.text for entry in abbreviations(language)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_sentence_ends_behind_an_abbreviation_before_a_small_letter(language: str) -> None:
    for entry in abbreviations(language):
        assert segment(f"{entry.text}. және and и", language) == (f"{entry.text}. және and и",)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_example_of_an_entry_that_never_ends_a_sentence_is_one(language: str) -> None:
    never = [entry.example for entry in abbreviations(language) if entry.ending in {Ending.NEVER, Ending.BEFORE_NUMBER}]
    assert [segment(example, language) for example in never] == [(example,) for example in never]
