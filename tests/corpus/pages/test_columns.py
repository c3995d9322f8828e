from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from corpus.pages.fragments import fragments_of
from corpus.pages.letters import Letter
from corpus.pages.parts import parts_of
from corpus.pages.tables import Table

LEFT = ("Ауыл кітапханасы күн сайын", "ашық, онда балалар оқиды,", "ал үлкендер газет қарайды.", "Кешке мұнда жиналыс өтеді.")
RIGHT = ("Сельская библиотека открыта", "ежедневно, дети там учатся,", "взрослые читают газеты.", "Вечером там собираются.")


def word(text: str, x: float, y: float, size: float = 10) -> list[Letter]:
    return [Letter(letter, x + 5 * place, y, x + 5 * (place + 1), y + size) for place, letter in enumerate(text)]


def justified(line: str, x: float, y: float, width: float) -> list[Letter]:
    """A line whose spaces are stretched until it fills the width."""
    words = line.split()
    gap = (width - 5 * sum(map(len, words))) / (len(words) - 1)
    letters: list[Letter] = []
    for text in words:
        letters += [*word(text, x, y), Letter(" ")]
        x += 5 * len(text) + gap
    return letters


def lines(letters: list[Letter]) -> list[str]:
    return [line.text for part in parts_of(fragments_of(letters), ()) if not isinstance(part, Table) for line in part]


def read(letters: list[Letter]) -> list[str]:
    return [" ".join(line.split()) for line in lines(letters)]


def test_a_line_with_spaces_as_wide_as_the_gap_between_columns_is_parted_where_the_others_are() -> None:
    letters: list[Letter] = []
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        width = 165 if number == 1 else 5 * len(left)
        letters += justified(left, 50, 700 - 12 * number, width) + justified(right, 230, 700 - 12 * number, 165)
    assert read(letters) == [*LEFT, *RIGHT]


def test_a_column_goes_on_beside_a_shorter_one() -> None:
    letters = [letter for number, line in enumerate(LEFT) for letter in justified(line, 50, 700 - 12 * number, 165)]
    letters += [letter for number, line in enumerate(RIGHT * 2) for letter in justified(line, 250, 700 - 12 * number, 165)]
    assert read(letters) == [*LEFT, *RIGHT, *RIGHT]


def test_a_digit_behind_a_letter_that_goes_below_the_line_is_not_raised() -> None:
    deep = Letter("размере", 113, 696, 148, 710)
    number = [Letter("0", 151, 700, 156, 710), Letter(",", 156, 698, 158, 710), Letter("1", 158, 700, 163, 710)]
    assert lines([*word("айыпақы", 50, 700), Letter(" "), *word("пеня", 90, 700), Letter(" "), deep, Letter(" "), *number]) == [
        "айыпақы пеня размере 0,1"
    ]


def test_a_raised_digit_says_nothing_of_the_line_of_the_next_one() -> None:
    raised = [Letter("1", 60, 706, 63, 711), Letter("2", 63, 706, 66, 711)]
    assert lines([*word("сөз", 45, 700), *raised]) == ["сөз¹²"]


def test_a_number_says_on_which_line_a_raised_digit_stands_and_a_comma_does_not() -> None:
    assert lines([*word("10", 50, 700), Letter("3", 60, 706, 63, 711)]) == ["10³"]
    hung = Letter(",", 60, 706, 62, 712)
    assert lines([*word("ос", 50, 700), hung, Letter("5", 62, 706, 65, 711)]) == ["ос,⁵"]


def test_letters_of_another_line_far_before_a_digit_say_nothing_of_its_line() -> None:
    high = [letter._replace(bottom=704.0, top=714.0) for letter in word("биік", 30, 700)]
    assert lines([*high, *word("сөздер", 55, 700), Letter("2", 85, 704, 88, 709)]) == ["биіксөздер²"]


def test_a_line_spread_to_the_margin_has_single_spaces_and_a_row_with_a_price_at_the_margin_has_not() -> None:
    text = ("Дүкен сенбі күндері", "жұмысын жалғастырады,", "қалғандары демалады.")
    spread = [letter for number, line in enumerate(text) for letter in justified(line, 50, 700 - 12 * number, 125)]
    assert lines([*spread, *word("Келіңіз.", 50, 664)]) == [*text, "Келіңіз."]
    rows = ("Сүт 350", "Айран 410", "Құрт 90", "Қымыз 1200")
    prices = [letter for number, line in enumerate(rows) for letter in justified(line, 50, 700 - 12 * number, 125)]
    assert lines(prices) == [row.replace(" ", "  ") for row in rows]


@given(
    st.lists(
        st.tuples(
            st.text("абвгдежз", min_size=1, max_size=20), st.integers(0, 500), st.integers(0, 700), st.sampled_from([6.0, 10.0])
        ),
        max_size=30,
    )
)
def test_no_letter_is_lost_or_doubled_wherever_it_stands(texts: list[tuple[str, int, int, float]]) -> None:
    letters = [letter for text, x, y, size in texts for letter in word(text, x, y, size)]
    assert Counter("".join(read(letters)).replace(" ", "")) == Counter("".join(text for text, *_ in texts))


def test_a_digit_behind_a_word_whose_first_letter_goes_deep_is_not_raised_and_one_made_small_by_a_browser_is() -> None:
    deep = Letter("рет", 50, 697.9, 65, 708.3)
    assert lines([deep, Letter(" "), Letter("3", 70, 700, 75, 708.3)]) == ["рет 3"]
    assert lines([*word("м", 50, 700), Letter("3", 55, 704, 59, 712.4)]) == ["м³"]


def test_three_narrow_justified_columns_are_read_one_after_the_other() -> None:
    columns = (
        ("Ауылдағы кітапхана", "күнделікті ашық,", "балалар оқиды,", "үлкендер жазады."),
        ("Сельская библиотека", "открыта ежедневно,", "дети занимаются,", "взрослые читают."),
        ("Village libraries", "welcome everybody,", "children learn,", "grown-ups read."),
    )
    letters: list[Letter] = []
    for number in range(4):
        for place, column in enumerate(columns):
            width = 110 if number < 3 else 5 * len(column[number])
            letters += justified(column[number], 50 + 170 * place, 700 - 12 * number, width)
    assert read(letters) == [line for column in columns for line in column]


def test_columns_narrower_than_cells_are_text_where_lines_go_on_for_want_of_room() -> None:
    kazakh = ["Біз көктем", "келгенде", "бақ егіп,", "алма мен", "алмұрт", "өсіреміз.", "Бақ үлкен", "болады."]
    russian = ["Весной мы", "сажаем", "большой", "сад,", "растим", "яблони.", "Сад", "цветёт."]
    letters: list[Letter] = []
    for number, (left, right) in enumerate(zip(kazakh, russian, strict=True)):
        letters += justified(left, 50, 700 - 12 * number, 5 * len(left)) if " " in left else word(left, 50, 700 - 12 * number)
        letters += [Letter(" "), *word(right.replace(" ", "\u2007"), 130, 700 - 12 * number), Letter(" ")]
    assert [line.replace("\u2007", " ") for line in read(letters)] == [*kazakh, *russian]
    cells = [
        *word("алма", 50, 700),
        *word("шие", 50, 688),
        *word("өрік", 50, 676),
        *word("яблоко", 130, 700),
        *word("вишня", 130, 688),
    ]
    assert read([*cells, *word("урюк", 130, 676)]) == ["алма яблоко", "шие вишня", "өрік урюк"]


def centred(line: str, middle: float, y: float) -> list[Letter]:
    return word(line.replace(" ", "\u2007"), middle - 5 * len(line) / 2, y)


def test_a_letterhead_of_two_centred_columns_is_read_one_after_the_other() -> None:
    kazakh = ("Қазақстан Республикасының", "Орман және саябақтар", "агенттігі Көкжиек паркі")
    russian = ("Агентство по лесам", "и паркам Казахстана, парк", "Көкжиек Зерендинского района")
    letters: list[Letter] = []
    for number, (left, right) in enumerate(zip(kazakh, russian, strict=True)):
        letters += [*centred(left, 150, 700 - 12 * number), Letter(" "), *centred(right, 400, 700 - 12 * number)]
    assert [line.replace("\u2007", " ") for line in read(letters)] == [*kazakh, *russian]


def test_headings_in_the_middle_of_their_columns_belong_to_them() -> None:
    letters = [*word("БҰЙРЫҚ", 101, 730), Letter(" "), *word("ПРИКАЗ", 287, 730)]
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        letters += justified(left, 50, 700 - 12 * number, 5 * len(left)) + justified(
            right, 230, 700 - 12 * number, 5 * len(right)
        )
    assert read(letters) == ["БҰЙРЫҚ", *LEFT, "ПРИКАЗ", *RIGHT]
