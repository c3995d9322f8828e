"""Which lines of one word each were one line of the page, between lines that the page broke."""

import pytest

from corpus.cleaning.pieces import pieces_of
from corpus.cleaning.spread_lines import with_whole_lines
from corpus.reading import read_bytes

ABOVE = ["Көктемде ауданның кітапханалары"]
BELOW = ["ақындар мен жазушылар сыйлаған.", "Енді әр ауылдың оқырманы қалаған", "кітабын бір күнде ала алады."]


def whole(lines: list[str]) -> list[str]:
    """The lines with a space for every joint."""
    pieces = with_whole_lines(pieces_of(read_bytes("a.txt", "\n".join(lines).encode())))
    return [piece.text.strip().replace("\n", " ") for piece in pieces]


def between(lines: list[str]) -> list[str]:
    """The same of lines that stand on the page."""
    return whole([*ABOVE, *lines, *BELOW])[len(ABOVE) : -len(BELOW)]


def test_words_that_fill_the_width_together_are_one_line() -> None:
    assert between(["жаңа", "кітаптармен", "толықты,"]) == ["жаңа кітаптармен толықты,"]


def test_a_line_is_no_wider_than_the_page() -> None:
    words = ["жаңа", "кітаптармен", "толықты,", "сөрелер", "молайды,"]
    assert between(words) == ["жаңа кітаптармен толықты,", "сөрелер", "молайды,"]


@pytest.mark.parametrize(
    "lines",
    [
        ["жаңа", "кітаптар"],
        ["жаңа", "қорлармен", "Толықты,"],
        ["жаңа", "қорлар.", "толықты,"],
        ["жаңа", "кітаптар-", "мен", "көбейді,"],
        ["жаңа", "қорлар", "www.oqu.kz"],
        ["жаңа бір", "кітаппен", "толды,"],
        ["жаңа", "кітаптармен толықты,"],
        ["жаңа", "қорлармен", " толықты,"],
    ],
    ids=["room", "capital", "stop", "hyphen", "contact", "several words before", "several words behind", "new page"],
)
def test_what_ends_or_begins_something_or_leaves_room_keeps_its_lines(lines: list[str]) -> None:
    assert between(lines) == [line.strip() for line in lines]


def test_a_blank_line_parts_words() -> None:
    assert between(["жаңа", "", "кітаптармен", "", "толықты,"]) == ["жаңа", "кітаптармен", "толықты,"]


def test_the_last_words_of_a_text_keep_their_lines() -> None:
    assert whole([*BELOW, "жаңа", "кітаптармен", "толықты"])[len(BELOW) :] == ["жаңа", "кітаптармен", "толықты"]


def test_long_words_of_a_list_are_no_page() -> None:
    words = ["мемлекеттілігіміздің", "кітапханашыларымызға", "жаңа", "сөрелер", "кітаптармен", "мемлекеттілігіміз"]
    assert whole(words) == words
