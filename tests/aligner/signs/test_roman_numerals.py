"""Roman numerals are read as ICU writes them, and before everything that is counted with them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from icu import Locale, RuleBasedNumberFormat, URBNFRuleSetTag

from aligner.signs.roman_numerals import roman_numerals

COUNTED = """ғасыр ғ. ғғ. сынып тарау бөлім том съезд сайланымы шақырылым топ дәреже санат тоқсан кезең квартал
век в. вв. глава раздел часть степень созыв группа категория этап класс century chapter part section volume stage congress"""
CYRILLIC = str.maketrans("IXCM", "ІХСМ")


@given(st.integers(min_value=1, max_value=3999), st.booleans())
def test_what_icu_writes_is_read_back_in_either_alphabet(number: int, is_cyrillic: bool) -> None:  # noqa: FBT001 - drawn
    written = RuleBasedNumberFormat(URBNFRuleSetTag.NUMBERING_SYSTEM, Locale.getRoot()).format(number, "%roman-upper")
    assume(len(written) > 1 or written in "IVX")
    numeral = written.translate(CYRILLIC) if is_cyrillic else written
    assert list(roman_numerals(f"{numeral} тарау")) == [(number, 0, len(numeral))]


@pytest.mark.parametrize("counted", COUNTED.split())
def test_a_single_letter_is_a_numeral_before_what_is_counted(counted: str) -> None:
    assert list(roman_numerals(f"V {counted}")) == [(5, 0, 1)]


@pytest.mark.parametrize("text", ["I–III тоқсан", "І – ІІІ ғғ.", "I-III кварталы"])
def test_a_single_letter_that_opens_a_range_of_what_is_counted_is_a_numeral(text: str) -> None:
    assert [value for value, _, _ in roman_numerals(text)] == [1, 3]


@pytest.mark.parametrize("text", ["V Алматыда", "X және Y", "I am here", "vitamin C", "MI", "IIII", "VX тарау", "I-V"])
def test_letters_that_count_nothing_are_no_numerals(text: str) -> None:
    assert list(roman_numerals(text)) == []
