"""In which order the parts of lines are read that stand side by side."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from corpus.text_columns import Cell, in_reading_order

LEFT = ("Өзен таудан басталып, далаға", "қарай ағады.", "Жағасында үш ауыл тұр.")
RIGHT = ("Река берёт начало в горах и", "течёт в степь.", "На берегу стоят три аула.")
EDGE = " " * 40


def read(lines: list[str]) -> list[str]:
    """The texts of lines and of their parts; those of the lines of a cell with a stroke between them."""
    parts = (part.parts if isinstance(part, Cell) else (part,) for part in in_reading_order(lines))
    texts = ("/".join(lines[part.line][part.start : part.stop].strip() for part in own) for own in parts)
    return [text for text in texts if text]


def half_a_line_apart(between: str = "") -> list[str]:
    rows = [[left, between, f"{EDGE}{right}", between] for left, right in zip(LEFT, RIGHT, strict=True)]
    return [row for pair in rows for row in pair]


def test_the_longer_right_column_is_read_to_its_end() -> None:
    sheet = [f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    assert read([*sheet, f"{EDGE}Мост построен из дерева.", "Соңы"]) == [*LEFT, *RIGHT, "Мост построен из дерева.", "Соңы"]


def test_blank_lines_between_lines_half_a_line_apart_part_no_columns() -> None:
    assert read(half_a_line_apart()) == [*LEFT, *RIGHT]


def test_of_five_columns_each_is_read_to_its_end() -> None:
    columns = (
        LEFT,
        RIGHT,
        ("The river rises in the hills", "and flows to the plain.", "Three villages stand on it."),
        RIGHT,
        LEFT,
    )
    sheet = ["".join(f"{text:<40}" for text in row).rstrip() for row in zip(*columns, strict=True)]
    assert read(sheet) == [text for column in columns for text in column]


def test_the_left_part_of_a_page_may_be_columns_too() -> None:
    narrow = [f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    wide = ["Жағасында үш ауыл тұр, олардың біреуінде жаңа мектеп", "пен кітапхана ашылды, екеуінде көпір салынып жатыр."]
    third = [f"Three villages stand on it, number {number}." for number in range(5)]
    sheet = [f"{one:<80}{other}" for one, other in zip([*narrow, *wide], third, strict=True)]
    assert read(sheet) == [*LEFT, *RIGHT, *wide, *third]


def test_a_left_line_may_come_up_to_the_right_column_between_lines_that_do_not() -> None:
    wide, low = "жағада тұрған ауылдың көпірі бар ма", "Река мелеет."
    sheet = [f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    assert read([*sheet, f"{wide} {low}", *sheet]) == [*LEFT, wide, *LEFT, *RIGHT, low, *RIGHT]


def test_the_right_column_may_drift_to_the_left() -> None:
    sheet = [f"{left:<{edge}}{right}" for left, right, edge in zip(LEFT * 2, RIGHT * 2, (40, 40, 40, 37, 36, 38), strict=True)]
    assert read(sheet) == [*LEFT, *LEFT, *RIGHT, *RIGHT]


def test_a_line_across_both_columns_below_the_last_of_them_is_whole() -> None:
    sheet = [f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    across = "Екі ауылдың арасында жаңа көпір салынды, between the two villages."
    assert read([*sheet, across]) == [*LEFT, *RIGHT, across]


def test_columns_in_several_languages_are_read_one_after_the_other_though_their_lines_look_like_rows() -> None:
    columns = (
        ("Келесі отырыс мамырда", "сағат үште өтеді.", "Төраға С. Айтжанов", "Хатшы Е. Вебер"),
        ("Следующее заседание", "пройдёт в мае в три.", "Председатель С. Айтжанов", "Секретарь Е. Вебер"),
        ("Next in May", "at three.", "S. Aitzhan", "E. Weber"),
    )
    sheet = ["".join(f"{text:<30}" for text in row).rstrip() for row in zip(*columns, strict=True)]
    assert read(sheet)[:4] == [*columns[0]]


def test_few_lines_beside_others_are_no_columns() -> None:
    both = [f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    lines = [both[0], *LEFT, both[1], *LEFT, both[2]]
    assert read(lines) == [line.strip() for line in lines]


def test_a_line_set_in_below_a_whole_one_does_not_stand_beside_it() -> None:
    both = [f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    lines = [both[0], f"{EDGE}{RIGHT[1]}", both[2]]
    assert read(lines) == [line.strip() for line in lines]


def test_lines_set_in_one_below_the_other_are_no_column() -> None:
    lines = [f"{EDGE}{text}" for text in (*LEFT, *RIGHT)]
    assert read(lines) == [line.strip() for line in lines]


TABLE = (
    "Облыс               Аспаптар  Жауапты ұйым       Ескертпе",
    "Ақмола облысы       12 400    Көкшетау су        Қыста орнату",
    "                              арнасы             тоқтатылады",
    "Шығыс Қазақстан     8 020     Өскемен қаласының  Таулы ауылдарға",
    "облысы                        су желілері        жеке кесте",
)
CELLS = [
    *("Облыс", "Аспаптар", "Жауапты ұйым", "Ескертпе"),
    *("Ақмола облысы", "12 400", "Көкшетау су/арнасы", "Қыста орнату/тоқтатылады"),
    *("Шығыс Қазақстан/облысы", "8 020", "Өскемен қаласының/су желілері", "Таулы ауылдарға/жеке кесте"),
]


def test_a_table_is_read_cell_by_cell_between_the_lines_around_it() -> None:
    above, below = "Орнату төмендегі кесте бойынша жүргізіледі.", "Кесте тұрғындарға бір ай бұрын хабарланады."
    assert read([above, *TABLE, below]) == [above, *CELLS, below]


def test_a_short_line_below_a_table_is_none_of_its_rows() -> None:
    assert read([*TABLE, "3. Қорытынды"]) == [*CELLS, "3. Қорытынды"]


def test_a_blank_line_parts_rows_and_an_empty_cell_stays_empty() -> None:
    rows = [
        "Аты        Саны     Ескертпе",
        "",
        "Кітап      120      жаңа",
        "",
        "Дәптер              тапсырыс",
        "",
        "Қалам      40       бар",
    ]
    assert read(rows) == ["Аты", "Саны", "Ескертпе", "Кітап", "120", "жаңа", "Дәптер", "тапсырыс", "Қалам", "40", "бар"]


def test_a_heading_may_be_as_wide_as_its_column() -> None:
    rows = [
        "District   Number of readers Opened",
        "Abay       1,420             1961",
        "Nura       940               1974",
        "Shet       1,060             1958",
    ]
    assert read(rows)[:6] == ["District", "Number of readers", "Opened", "Abay", "1,420", "1961"]


def test_a_number_that_touches_the_cell_before_it_is_a_cell_where_the_numbers_begin_in_one_place() -> None:
    rows = [
        "Аудан        Саны     Орталығы",
        "Абай ауданы  19       Қарауыл",
        "Бұқар жырау  27       Ботақара",
        "Қарқаралы аудан 22    Қарқаралы",
    ]
    shifted = [*rows[:3], "Осакаров ауд 31       Осакаров"]
    assert read(shifted)[-3:] == ["Осакаров ауд", "31", "Осакаров"]


def test_spaces_that_stand_below_each_other_by_chance_make_no_table() -> None:
    lines = [
        "Ауыл   кітапханалары  бүгінде  тек  кітап",
        "беретін  орын  емес,  тұрғындар  үшін",
        "бас қосатын   ортаға   айналды,  мұнда",
        "балалар  оқиды,  ересектер  газет қарайды.",
    ]
    assert read(lines) == lines


def test_lines_whose_words_all_stand_three_spaces_apart_are_no_table() -> None:
    lines = ["Ауыл   үйі   биік", "Жаңа   жол   түзу", "Таза   суы   тұнық", "Қала   іші   тыныш"]
    assert read(lines) == lines


def test_lines_stretched_to_the_margin_are_no_columns() -> None:
    text = (
        "Ауыл кітапханалары бүгінде тек",
        "кітап беретін орын емес тұрғындар",
        "бас қосатын ортаға айналды Мұнда",
        "балалар оқиды ересектер газет пен",
        "журнал қарайды кешке тіл үйренеді",
        "ал жексенбі сайын кездесулер",
        "өтеді Былтыр мұнда жүзден астам",
        "кездесу өтті оған көрші",
        "ауылдардан да қонақтар келді Биыл",
        "тағы екі үйірме ашылады олар",
    )
    lines = [line.replace(" ", "   ") for line in text]
    assert read(lines) == lines


def test_three_columns_of_text_are_no_table() -> None:
    english = ("The river rises in the hills", "and flows to the plain.", "Three villages stand on it.")
    sheet = [f"{one:<40}{two:<40}{three}" for one, two, three in zip(LEFT, RIGHT, english, strict=True)]
    assert read(sheet) == [*LEFT, *RIGHT, *english]


def test_a_table_beside_a_text_is_read_in_its_column() -> None:
    text = [f"Ауыл тұрғындарына арналған {number}-хабарлама" for number in range(9)]
    beside = [
        "Кесте облыстар бойынша жасалды:",
        *TABLE,
        "Кесте тұрғындарға хабарланады,",
        "ауыл әкімі оны көпшілікке",
        "қолжетімді жерге іледі.",
    ]
    sheet = [f"{left:<50}{right}" for left, right in zip(text, beside, strict=True)]
    assert read(sheet) == [*text, beside[0], *CELLS, *beside[6:]]


WORDS = st.sampled_from(("Ауыл", "кітап", "12", "400", "River", "и", "облысы", "—"))
SPREAD = st.lists(st.tuples(WORDS, st.sampled_from((1, 1, 2, 3, 5, 9, 14))), max_size=8)


@given(st.lists(SPREAD, max_size=20))
def test_no_letter_is_lost_or_doubled_however_words_are_laid_out(sheet: list[list[tuple[str, int]]]) -> None:
    lines = ["".join(f"{word}{' ' * spaces}" for word, spaces in line) for line in sheet]
    told = "".join(read(lines)).replace("/", "")
    assert Counter("".join(told.split())) == Counter("".join("".join(lines).split()))
