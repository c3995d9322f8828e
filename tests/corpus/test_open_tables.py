"""Which lines are the rows of a table without borders, and which words its cells."""

import re

from corpus.open_tables import PrintedLine, Sheet, open_tables
from corpus.pages.fragments import Word


def tables(page: str, step: float = 1.0) -> list[list[list[str]]]:
    """The tables of a page laid out with spaces: rows of cells, a stroke between the lines of a cell, `-` where one is empty."""
    lines: list[PrintedLine] = []
    place = last = 0
    for place, text in enumerate(page.strip("\n").split("\n"), start=1):
        if text.strip():
            words = tuple(Word(match[0], match.start(), match.end()) for match in re.finditer(r"\S+", text))
            lines.append(PrintedLine(words, place - last))
            last = place
    found = []
    for table in open_tables(Sheet(lines, 1.0, 2.0, step)):
        columns = range(1 + max(column for row in table.rows for column in row))
        parts = [[row.get(column, ()) for column in columns] for row in table.rows]
        found.append(
            [
                [
                    "/".join(" ".join(word.text for word in lines[one.line].words[one.start : one.stop]) for one in cell) or "-"
                    for cell in row
                ]
                for row in parts
            ]
        )
    return found


ROWS = """
Аудан       Саны    Орталығы
Абай        19      Қарауыл
Шет         25      Ақсу-Аюлы
"""
READ = [["Аудан", "Саны", "Орталығы"], ["Абай", "19", "Қарауыл"], ["Шет", "25", "Ақсу-Аюлы"]]


def test_short_lines_above_and_below_the_first_column_are_no_rows() -> None:
    assert tables(f"Кесте\nАуданы      Жылы{ROWS}Қорытынды") == [READ]


def test_a_line_in_the_first_column_between_rows_is_one() -> None:
    page = ROWS.replace("\nШет", "\nСолтүстік аудандар\nШет")
    assert tables(page) == []
    page = ROWS.replace("\nШет", "\nОңтүстік\nШет")
    assert tables(page) == [[*READ[:2], ["Оңтүстік", "-", "-"], READ[2]]]


def test_two_rows_are_no_table() -> None:
    assert tables("\n".join(ROWS.split("\n")[:3])) == []


def test_rows_of_two_cells_are_no_table_though_one_has_three() -> None:
    assert (
        tables("""
Төраға               А. Бекова
Мүшелері    жиырма   Л. Гончар
Хатшы                С. Оспан
Кеңесші              Д. Ким
Заңгер               Р. Ахмет
""")
        == []
    )


def test_columns_of_long_lines_are_text() -> None:
    assert (
        tables("""
Өзен таудан басталып   Река берёт начало     The river rises in
Қарағай арасымен ағып  Среди сосен она идёт  Among the pines it goes
Далаға жетеді деседі   До самой степи        Until it meets the steppe
""")
        == []
    )


def test_a_text_beside_a_table_is_to_be_parted_from_it_first() -> None:
    beside = ["Бүгін ауыл тұрғындары", "жаңа көпірді көріп,", "оның беріктігін айтып,", "құрылысшыларға риза", "болып тарасты."]
    rows = ["Аудан       Саны", "Абай        19", "Шет         25", "Нұра        22", "Жаңаарқа    17"]
    assert tables("\n".join(f"{text:<26}{row}" for text, row in zip(beside, rows, strict=True))) == []


def test_small_letters_below_short_cells_make_no_text() -> None:
    rows = [
        "Бала бақша     салынып жатыр   2026",
        "Ауыл клубы     әлі жоқ         2027",
        "Жаңа көпір     дайын тұр       2025",
        "Ескі жол       бар екен        2024",
    ]
    assert [row[1] for row in tables("\n".join(["Нысан          Қазір           Жылы", *rows]))[0]] == [
        "Қазір",
        "салынып жатыр",
        "әлі жоқ",
        "дайын тұр",
        "бар екен",
    ]


def test_white_through_words_that_begin_anywhere_divides_nothing() -> None:
    assert (
        tables("""
Ауыл кітапханасы   бүгін    кешке   ашық
Оған балалар    келеді,   кітап     алады
Күнде   жаңа   газет   пен журнал   түседі
Бәрі   көп   оқиды,    ересектер де   келеді
""")
        == []
    )


def test_cells_that_touch_the_next_column_are_parted_where_its_words_begin_in_one_place() -> None:
    page = """
Аудан        Саны   Орталығы
Осакаров ауд 31     Осакаров
Қарқаралы ау 22     Қарқаралы
Бұқар жырауы 27     Ботақара
Жаңаарқа ауд 17     Атасу
"""
    assert [row[:2] for row in tables(page)[0][1:3]] == [["Осакаров ауд", "31"], ["Қарқаралы ау", "22"]]


def test_rows_begin_where_every_column_begins_anew_though_no_line_had_room() -> None:
    page = """
Құрал   Кімде     Қайда
Балта   Асанда    Қорада
Күрек   Үсенде    Бақшада
Балға   Жақып     Ескі
        қартта    сарайда
"""
    assert tables(page) == [
        [
            ["Құрал", "Кімде", "Қайда"],
            ["Балта", "Асанда", "Қорада"],
            ["Күрек", "Үсенде", "Бақшада"],
            ["Балға", "Жақып/қартта", "Ескі/сарайда"],
        ]
    ]


def test_where_no_cell_is_wrapped_every_line_is_a_row() -> None:
    page = """
Жұмыс           Күні    Ескерту
Шатыр жөндеу    12      Ақшасы бөлінді
Терезе салу     15
Есік            20      Келісілді
"""
    assert tables(page)[0][2] == ["Терезе салу", "15", "-"]


def test_small_letters_below_a_blank_line_go_on_where_a_column_is_empty() -> None:
    page = """
Облыс              Саны    Мекеме

Шығыс Қазақстан    31      Өскемен

облысы                     қаласы

Абай               8       Семей
"""
    assert tables(page)[0][1] == ["Шығыс Қазақстан/облысы", "31", "Өскемен/қаласы"]


def test_a_cell_goes_on_with_a_small_letter_or_where_its_next_word_had_no_room() -> None:
    page = """
Облыс             Саны    Мекеме
Шығыс Қазақстан   31      Өскемен
облысы                    қаласы
East Kazakhstan   8       Water Networks
Region                    Management
Алматы            5       Су арнасы
                          Бірлестік
"""
    assert tables(page)[0][1:3] == [
        ["Шығыс Қазақстан/облысы", "31", "Өскемен/қаласы"],
        ["East Kazakhstan/Region", "8", "Water Networks/Management"],
    ]


def test_rows_apart_on_a_page_whose_lines_have_no_known_distance() -> None:
    assert tables(ROWS.replace("\n", "\n\n").strip(), step=float("inf")) == [READ]
