from corpus.languages import UNKNOWN
from corpus.recognition.shared_language import shared_language

TOOLS_KK = ("Балға", "Бұрауыш", "Ара", "Дрель", "Қысқаш", "Сантехник", "Қайрақ тас", "Нивелир", "Сым кескіш")
TOOLS_RU = ("Молоток", "Отвёртка", "Пила", "Дрель", "Клещи", "Сантехник", "Точильный камень", "Нивелир", "Кусачки")


def test_loans_in_a_kazakh_column_do_not_make_its_language_doubtful() -> None:
    assert shared_language(TOOLS_KK) == "kk"
    assert shared_language(TOOLS_RU) == "ru"


def test_a_column_in_two_languages_by_turns_has_none() -> None:
    turns = [pair[row % 2] for row, pair in enumerate(zip(TOOLS_KK, TOOLS_RU, strict=True))]
    assert shared_language(turns) == UNKNOWN


def test_the_letter_of_a_size_is_no_russian_word() -> None:
    assert shared_language(("Дәптер А5", "Күнделік А6", "Сурет қағазы А2")) == "kk"
    assert shared_language(("Дәптер А5",) * 5) == "kk"
