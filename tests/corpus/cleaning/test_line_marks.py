"""What the form of a single line says (`line_marks.txt`); which lines belong together is told by `junctions.txt`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.cleaning.line_marks import (
    CODE_ALONE,
    CONTACT,
    DATE_ALONE,
    FOOT_MARK,
    LIST_MARK,
    NUMBERED_TITLE,
    PLACE_AND_DATE,
    have_same_mark,
    stays_open,
)

FORMS: dict[str, Callable[[str], object]] = {
    "list mark": LIST_MARK.match,
    "foot mark": FOOT_MARK.match,
    "date alone": DATE_ALONE.fullmatch,
    "code alone": CODE_ALONE.fullmatch,
    "numbered title": NUMBERED_TITLE.match,
    "place and date": PLACE_AND_DATE.fullmatch,
    "contact": CONTACT.match,
    "open": stays_open,
}
TABLE = [
    tuple(line.split("|"))
    for line in (Path(__file__).parent / "line_marks.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("form", "line"), TABLE)
def test_a_line_has_the_form_that_the_table_says(form: str, line: str) -> None:
    assert bool(FORMS[form.removeprefix("no ")](line)) is not form.startswith("no ")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("• көпір", "• жол"),
        ("– көпір", "— жол"),
        ("1) көпір", "(2) жол"),
        ("14) көпір", "14-1) жол"),
        ("1. Көпір", "12. Жол"),
        ("9. Көпір", "9-2. Жол"),
        ("а) көпір", "ә) жол"),
    ],
)
def test_items_of_one_list_have_the_same_mark(first: str, second: str) -> None:
    assert have_same_mark(first, second)


@pytest.mark.parametrize(
    ("first", "second"), [("1) көпір", "а) жол"), ("1. Көпір", "1) жол"), ("• көпір", "– жол"), ("көпір", "жол")]
)
def test_items_of_other_lists_have_another_mark(first: str, second: str) -> None:
    assert not have_same_mark(first, second)
