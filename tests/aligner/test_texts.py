import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.characters import folded_lines
from aligner.texts import Vocabulary
from aligner.words import fold, tokens


def read(vocabulary: Vocabulary, texts: list[str]) -> list[list[str]]:
    words = vocabulary.read(folded_lines(texts))
    return [[vocabulary.words[number] for number in words.run(line, line + 1)] for line in range(len(words))]


@given(st.lists(st.text()))
def test_a_text_read_at_once_has_the_words_of_each_line(texts: list[str]) -> None:
    assert read(Vocabulary("und"), texts) == [tokens(text.replace("\n", " ")) for text in texts]


@pytest.mark.parametrize("texts", [[], [""], ["", "сөз", ""], ["а\ud800б 😀 _а_"], ["сөз сөзі", "сөзі сөз сө"]])
def test_lines_without_words_stay_lines(texts: list[str]) -> None:
    assert read(Vocabulary("kk"), texts) == [tokens(fold(text)) for text in texts]


def test_a_word_keeps_its_number_in_what_is_read_later() -> None:
    vocabulary = Vocabulary("kk")
    first, second = vocabulary.read(["жаңа үй", "үй"]), vocabulary.read(["ескі үй жаңа"])
    assert vocabulary.words == ["жаңа", "үй", "ескі"]
    assert (first.ids.tolist(), second.ids.tolist()) == ([0, 1, 1], [2, 1, 0])


def test_many_words_are_told_apart_in_little_room() -> None:
    words = [f"{first}{second}" for first in "абвгдежзик" for second in "лмнопрстуф"]
    assert read(Vocabulary("ru"), [" ".join(words), " ".join(reversed(words))]) == [words, words[::-1]]
