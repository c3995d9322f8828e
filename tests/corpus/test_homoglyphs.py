import pytest

from corpus.homoglyphs import mended, roman

WORDS = [
    ("мемлекетi", "мемлекеті"),
    ("Kазаk", "Казак"),
    ("сontra", "contra"),
    ("Қазақстан", "Қазақстан"),
    ("Facebookи", "Facebookи"),
    ("book", "book"),
    ("әлем", "әлем"),
    ("нa", "на"),
    ("Oл", "Ол"),
    ("сo", "сo"),
    ("кB", "кB"),
]
NUMERALS = [
    ("ХІХ", "", "XIX"),
    ("ХVІ", "", "XVI"),
    ("Х", " ғасыр", "X"),
    ("Х", " және", "Х"),
    ("ІІ", "-тарау", "II"),
    ("ХC", "", "XC"),
    ("ХL", "", "XL"),
    ("ІV", "", "IV"),
    ("ХХХХ", "", "ХХХХ"),
]


@pytest.mark.parametrize(("word", "right"), WORDS)
def test_a_word_of_two_alphabets_is_mended(word: str, right: str) -> None:
    assert mended(word) == right


@pytest.mark.parametrize(("numeral", "behind", "right"), NUMERALS)
def test_roman_numerals_are_latin(numeral: str, behind: str, right: str) -> None:
    assert roman(numeral, behind) == right


@pytest.mark.parametrize(
    "counted",
    """ғасыр ғ. тарау бөлім бөлік том топ кітап кезең дәреже тоқсан съезд форум
    век в. вв. глава часть раздел квартал степень класс""".split(),
)
def test_a_single_letter_is_a_numeral_before_what_is_counted(counted: str) -> None:
    assert roman("Х", f" {counted}") == "X"
