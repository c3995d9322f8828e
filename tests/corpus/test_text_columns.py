"""In which order the parts of lines are read that stand side by side."""

from corpus.text_columns import in_reading_order

LEFT = ("Өзен таудан басталып, далаға", "қарай ағады.", "Жағасында үш ауыл тұр.")
RIGHT = ("Река берёт начало в горах и", "течёт в степь.", "На берегу стоят три аула.")
EDGE = " " * 40


def read(lines: list[str]) -> list[str]:
    parts = (lines[part.line][part.start : part.stop].strip() for part in in_reading_order(lines))
    return [text for text in parts if text]


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
