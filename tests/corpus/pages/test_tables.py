from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.pages.fragments import fragments_of
from corpus.pages.grids import DrawnLine, grids_of
from corpus.pages.letters import Letter
from corpus.pages.parts import parts_of
from corpus.pages.tables import Table, tables_of

TOPS, SIDES = (600.0, 580.0, 550.0, 530.0), (50.0, 90.0, 190.0, 260.0)
GRID = [DrawnLine(is_level=True, at=at, start=SIDES[0], stop=SIDES[-1]) for at in TOPS]
GRID += [DrawnLine(is_level=False, at=at, start=TOPS[-1], stop=TOPS[0]) for at in SIDES]


def word(text: str, x: float, y: float, size: float = 10) -> list[Letter]:
    return [Letter(letter, x + 5 * place, y, x + 5 * (place + 1), y + size) for place, letter in enumerate(text)]


def words(text: str, x: float, y: float) -> list[Letter]:
    letters: list[Letter] = []
    for one in text.split():
        letters += [*word(one, x, y), Letter(" ")]
        x += 5 * len(one) + 3
    return letters


ROWS = [
    *(*words("№", 55, 585), *words("Салық", 95, 585), *words("Сома", 195, 585)),
    *(*words("1", 55, 565), *words("Табыс салығы", 95, 568), *words("жеке тұлғадан", 95, 554), *words("2 145 300", 195, 565)),
    *(*words("2", 55, 535), *words("Жер салығы", 95, 535), *words("41 256", 195, 535)),
]


def read(letters: list[Letter], lines: list[DrawnLine]) -> list[object]:
    """Lines as texts, tables as their cells: row, column and paragraphs."""
    found: list[object] = []
    for part in parts_of(fragments_of(letters), lines):
        if isinstance(part, Table):
            found += [(cell.row, cell.column, *cell.paragraphs()) for cell in part.cells]
        else:
            found += [line.text for line in part]
    return found


CELLS = [
    *((0, 0, "№"), (0, 1, "Салық"), (0, 2, "Сома")),
    *((1, 0, "1"), (1, 1, "Табыс салығы\nжеке тұлғадан"), (1, 2, "2 145 300")),
    *((2, 0, "2"), (2, 1, "Жер салығы"), (2, 2, "41 256")),
]


def test_a_ruled_table_is_read_cell_by_cell_between_the_lines_around_it() -> None:
    letters = [*words("Ауданның бюджеті", 50, 620), *ROWS, *words("Мың теңгемен", 50, 500)]
    assert read(letters, GRID) == ["Ауданның бюджеті", *CELLS, "Мың теңгемен"]


def test_a_border_may_be_drawn_cell_by_cell_as_thin_boxes() -> None:
    pieces = [
        DrawnLine(line.is_level, line.at + shift, start, start + 10)
        for line in GRID
        for shift in (-0.4, 0.4)
        for start in range(int(line.start), int(line.stop), 10)
    ]
    assert read(ROWS, pieces) == CELLS


def test_a_cell_over_several_columns_stands_in_the_first() -> None:
    spanning = [line._replace(stop=TOPS[1]) if not line.is_level and line.at in SIDES[1:3] else line for line in GRID]
    letters = [*words("Салық түсімдерінің барлық түрлері", 55, 585), *words("Жер салығы", 95, 535), *words("41 256", 195, 535)]
    assert read(letters, spanning) == [(0, 0, "Салық түсімдерінің барлық түрлері"), (2, 1, "Жер салығы"), (2, 2, "41 256")]


def test_paragraphs_of_a_cell_begin_where_the_line_before_had_room() -> None:
    letters = [*words("Саудалық атауы", 95, 568), *words("Нервалин", 95, 556), *words("1", 55, 565)]
    assert read(letters, GRID) == [(1, 0, "1"), (1, 1, "Саудалық атауы\nНервалин")]
    short = [*words("Атауы", 95, 568), *words("Нервалин", 95, 556), *words("1", 55, 565)]
    assert read(short, GRID) == [(1, 0, "1"), (1, 1, "Атауы", "Нервалин")]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Атауы", "дәрі"), ("Атауы көп болды", "Дәрі"), ("Табыстар салық", "Дәрі")],
    ids=["small letter", "no room", "no room with its space"],
)
def test_a_line_of_a_cell_goes_on_with_a_small_letter_or_where_there_was_no_room(first: str, second: str) -> None:
    letters = [*words(first, 95, 568), *words(second, 95, 556), *words("1", 55, 565)]
    assert read(letters, GRID) == [(1, 0, "1"), (1, 1, f"{first}\n{second}")]


@pytest.mark.parametrize(
    ("first", "second"), [("Атауы.", "дәрі"), ("Атауы:", "дәрі"), ("«Атау.»", "дәрі"), ("Атауы көп бола", "Дәрі")]
)
def test_a_paragraph_of_a_cell_begins_behind_a_stop_or_with_a_capital(first: str, second: str) -> None:
    letters = [*words(first, 95, 568), *words(second, 95, 556), *words("1", 55, 565)]
    assert read(letters, GRID) == [(1, 0, "1"), (1, 1, first, second)]


def test_a_wide_step_between_the_lines_of_a_cell_parts_paragraphs() -> None:
    low = [line._replace(at=470.0) if line.is_level and line.at == TOPS[-1] else line for line in GRID]
    low = [line if line.is_level else line._replace(start=470.0) for line in low]
    letters = [
        *words("1", 55, 535),
        *words("Табыс салығы", 95, 535),
        *words("түсімінің үш", 95, 523),
        *words("айдағы сомасы", 95, 500),
    ]
    assert read(letters, low) == [(2, 0, "1"), (2, 1, "Табыс салығы\nтүсімінің үш", "айдағы сомасы")]


def test_words_that_run_over_a_border_are_cut_there() -> None:
    letters = [*words("Табыс салығы", 95, 565), *words("жеке", 156, 565), *words("сомасы", 179, 565)]
    assert read(letters, GRID) == [(1, 1, "Табыс салығы жеке"), (1, 2, "сомасы")]


def test_a_title_may_be_wider_than_its_table() -> None:
    title = "Ауданның биылғы бюджетінің түсімдері мен шығыстары туралы есеп"
    assert read([*words(title, 20, 620), *ROWS], GRID) == [title, *CELLS]


def grid(sides: tuple[float, ...], tops: tuple[float, ...]) -> list[DrawnLine]:
    lines = [DrawnLine(is_level=True, at=at, start=sides[0], stop=sides[-1]) for at in tops]
    return lines + [DrawnLine(is_level=False, at=at, start=tops[-1], stop=tops[0]) for at in sides]


def test_a_grid_inside_a_cell_of_another_makes_no_table() -> None:
    fragments = fragments_of([*ROWS, *words("Ескерту", 50, 420)])
    for grids in permutations(grids_of([*GRID, *grid((0, 40, 500), (680, 460, 400))])):
        (table,) = tables_of(grids, fragments)
        assert [(cell.row, cell.column) for cell in table.cells] == [(0, 1), (1, 1)]


def test_tables_are_read_from_top_to_bottom_whatever_their_size() -> None:
    upper = grid((50, 100, 260), (700, 680, 660))
    letters = [*words("Код", 55, 685), *words("Атауы", 105, 685), *words("арасында", 50, 630), *ROWS]
    assert read(letters, [*GRID, *upper]) == [(0, 0, "Код"), (0, 1, "Атауы"), "арасында", *CELLS]


def test_a_table_in_a_column_is_read_with_its_column() -> None:
    left = [f"Бірінші бағанның {number}-жолы осында" for number in range(1, 9)]
    above = [f"Екінші бағанның {number}-жолы" for number in range(1, 5)]
    shifted = [
        letter._replace(left=letter.left + 250, right=letter.right + 250) if not letter.is_space else letter for letter in ROWS
    ]
    grid = [
        line._replace(start=line.start + 250, stop=line.stop + 250) if line.is_level else line._replace(at=line.at + 250)
        for line in GRID
    ]
    letters = [letter for place, text in enumerate(left) for letter in words(text, 50, 680 - 20 * place)]
    letters += [letter for place, text in enumerate(above) for letter in words(text, 300, 680 - 14 * place)]
    assert read([*letters, *shifted], grid) == [*left, *above, *CELLS]


def test_lines_beside_which_other_words_stand_make_no_table() -> None:
    rows = [*words("Жер салығы", 95, 585), *words("Сома", 195, 585), *words("Табыс салығы", 95, 565), *words("41 256", 195, 565)]
    assert any(isinstance(found, tuple) for found in read(rows, GRID))
    assert not any(isinstance(found, tuple) for found in read([*rows, *words("басқа мәтін", 300, 565)], GRID))


def test_a_frame_around_a_text_is_no_table() -> None:
    frame = [line for line in GRID if line.at in {TOPS[0], TOPS[-1], SIDES[0], SIDES[-1]}]
    assert read(words("Мәтін", 60, 560), frame) == ["Мәтін"]


texts = st.tuples(st.text("абвгдежз", min_size=1, max_size=20), st.integers(0, 400), st.integers(400, 700), st.just(10.0))
drawn = st.builds(
    lambda is_level, at, start, length: DrawnLine(is_level, at, start, start + length),
    st.booleans(),
    st.integers(0, 70).map(lambda at: 10.0 * at),
    st.integers(0, 70).map(lambda at: 10.0 * at),
    st.integers(1, 60).map(lambda at: 10.0 * at),
)


@given(st.lists(texts, max_size=30), st.lists(drawn, max_size=25), st.booleans())
def test_no_letter_is_lost_or_doubled_whatever_is_drawn(
    texts: list[tuple[str, int, int, float]],
    lines: list[DrawnLine],
    with_grid: bool,  # noqa: FBT001 - drawn
) -> None:
    letters = [letter for text, x, y, size in texts for letter in word(text, x, y, size)]
    found = read(letters, [*lines, *GRID] if with_grid else lines)
    told = "".join("".join(part[2:]) if isinstance(part, tuple) else str(part) for part in found)
    assert Counter("".join(told.split())) == Counter("".join(text for text, *_ in texts))
