from corpus.preparation import PARAGRAPH_BORDER
from corpus.recognition.separation import Stretch, languages_of


def languages(*texts: str, border: float = PARAGRAPH_BORDER) -> tuple[str, ...]:
    return languages_of([Stretch(text, border) for text in texts])


def test_names_and_numbers_follow_their_neighbours() -> None:
    assert languages("Бұл кітап туралы мақала жазылды.", "Андрей Петров", "Оны оқырмандар жақсы қабылдады.") == ("kk", "kk", "kk")
    assert languages("The house is old.", "+7 (727) 000-00-00", "It stands by the river.") == ("en", "en", "en")


def test_a_sentence_of_another_language_between_two_is_its_own() -> None:
    assert languages(
        "Бұл кітап туралы мақала жазылды.", "Эта статья была напечатана в журнале.", "Оны оқырмандар жақсы қабылдады."
    ) == ("kk", "ru", "kk")


def test_alternating_paragraphs_are_told_apart() -> None:
    texts = ("Кітапхана ашық.", "Библиотека открыта для всех.", "Кіру тегін болады.", "Вход для всех свободный.")
    assert languages(*texts) == ("kk", "ru", "kk", "ru")


def test_where_nothing_speaks_the_language_is_unknown() -> None:
    assert languages("123", "4 / 5") == ("und", "und")
    assert languages_of([]) == ()


def test_names_of_places_in_latin_letters_beside_english_are_english() -> None:
    kazakh, russian = (
        ("Мұзға шығу қауіпті!", "Өскемен", "су көтеріледі"),
        ("Выходить на лёд опасно!", "Усть-Каменогорск", "вода поднимается"),
    )
    english = ("Going onto the ice is dangerous!", "Oskemen", "the water is rising")
    assert (
        languages(*(text for row in zip(kazakh, russian, english, strict=True) for text in row), border=1.0)
        == ("kk", "ru", "en") * 3
    )
    assert languages("Bügin kün jaqsy boldy!", "Going onto the ice is dangerous!", "The water is rising.")[0] == "kk-Latn"


def test_initials_say_nothing() -> None:
    assert languages("Аңдатпа", "А.В. Бекқожа, Г.М. Серікова", "Бұл мақалада өзендер туралы айтылады.")[1] == "kk"


def test_short_lines_keep_their_language_where_languages_alternate() -> None:
    texts = (
        "Құрметті қонақтар!",
        "Дорогие гости!",
        "Кеш сағат алтыда басталады.",
        "Вечер начнётся в шесть часов.",
        "Кіреберіс",
        "Вход",
    )
    assert languages(*texts) == ("kk", "ru", "kk", "ru", "kk", "ru")


def test_a_short_line_in_a_text_of_one_language_follows_it() -> None:
    text = (
        "Бұл өзен таудан басталады.",
        "Ол көлге құяды.",
        "Балығы көп.",
        "Конституция",
        "Жағасында ауыл бар.",
        "Ауылда мектеп бар.",
    )
    assert set(languages(*text)) == {"kk"}


def test_a_line_that_signs_both_languages_goes_with_each() -> None:
    texts = (
        "Осы бұйрық жарияланған күнінен бастап қолданысқа енгізіледі.",
        "Министр С. Бекенов",
        "Настоящий приказ вводится в действие со дня опубликования.",
        "Министр С. Бекенов",
    )
    assert languages(*texts) == ("kk", "kk", "ru", "ru")


def test_a_text_of_one_short_line_repeated_has_a_language() -> None:
    assert languages("Кітап оқы.", "Кітап оқы.") == ("kk", "kk")


def test_who_typed_a_letter_is_told_in_its_language() -> None:
    kazakh, russian = "Орынд.: Г. Ахметжанова, тел. 41-27-90", "Исп.: Ахметжанова Г., тел. 41-27-90"
    assert languages("Басқарма төрағасы", kazakh, "Акционерное общество", russian) == ("kk", "kk", "ru", "ru")
