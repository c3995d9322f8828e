"""What is known of plain numbers is what reading them would give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.signs.dates import date_signs
from aligner.signs.numbers import number_signs
from alignments.columns import columns_of
from alignments.inspection.plain_numbers import plain_numbers
from alignments.inspection.texts import Texts
from alignments.units import TranslationUnit, Variant

NUMBERS = ("5", "8", "07", "2019", "12 000", "1,5", "10:30", "XX", "С", "²")
WORDS = ("он", "млн", "мая", "May", "кітап", "закон", "five", "_", "-", "\u0301")
PIECES = st.lists(st.sampled_from(NUMBERS + WORDS), max_size=6)
TEXTS = st.builds(str.join, st.sampled_from((" ", "  ", ", ", "")), PIECES)


def texts_in(language: str, *texts: str) -> Texts:
    return Texts(columns_of([TranslationUnit(str(number), (Variant(language, text),)) for number, text in enumerate(texts)]))


@given(st.sampled_from(("kk", "ru", "en", "de")), TEXTS | st.text(max_size=30))
def test_known_numbers_are_those_that_are_read(language: str, text: str) -> None:
    plain = plain_numbers(texts_in(language, text))
    if plain.known[0]:
        signs = number_signs(text, language)
        assert {sign.value for sign in signs} == {text[sign.start : sign.stop] for sign in signs}
        assert len({sign.value for sign in signs}) == plain.counts[0] > 0
        assert not date_signs(text, language)


def test_same_numbers_have_the_same_sum_in_any_order() -> None:
    plain = plain_numbers(texts_in("ru", "В 2019 году было 7.", "Было 7 в 2019 году, 7.", "Было 5 или 8.", "Было 2 или 3."))
    first, second, third, fourth = plain.sums.tolist()
    assert plain.known.all()
    assert first == second
    assert third != fourth


@pytest.mark.parametrize(
    "text",
    ["Цена 1 500 тенге", "5 млн тенге", "5 мая", "глава 5 и XX", "19,8 процента", "в 07 часов", "5мың", "٣ және 5", "без чисел"],
)
def test_other_numbers_must_be_read(text: str) -> None:
    assert not plain_numbers(texts_in("ru", text)).known[0]
