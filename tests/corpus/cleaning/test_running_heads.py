"""Page numbers and running heads in text that has lost its pages, and what only looks like them."""

from collections.abc import Callable, Sequence

import pytest

Cleaned = Callable[..., list[str]]

PROSE = (
    "Қыс түскенде көлдің бетіне мұз қатады да, балықшылар",
    "таң атпай шаналарын сүйреп шығады. Мұзды ойып, ауын",
    "салады, содан кейін жағадағы үйшікке барып шай ішеді.",
    "Кешке қарай ауды тартқанда, кейде бірде-бір балық",
    "түспейді, кейде екі адам көтере алмайтындай болады.",
)
"""Prose broken by a page; the break behind its first, second and fourth line parts a sentence."""


def pages(count: int, lines: int, ends: Sequence[str]) -> str:
    """Prose on so many pages of so many lines, every page closed by one of the ends in turn, `#` the number of the page."""
    text = [PROSE[number % len(PROSE)] for number in range(count * lines)]
    for page in range(count, 0, -1):
        text.insert(page * lines, ends[page % len(ends)].replace("#", str(40 + page)))
    return "\n".join(text)


ENDS = {
    "numbers alone": ("#",),
    "numbers between blank lines": ("\n#\n",),
    "author left, title right": ("\n#\nС. Балғабай\n", "\n#\nМұзды көл\n"),
    "heads without a blank line": ("#\nС. Балғабай", "#\nМұзды көл"),
    "heads above the number": ("\nС. Балғабай\n#\n", "\nМұзды көл\n#\n"),
    "number and head on one line": ("# С. Балғабай", "Мұзды көл #"),
}


@pytest.mark.parametrize("ends", ENDS.values(), ids=ENDS)
def test_pages_are_known_by_numbers_that_count_them(ends: Sequence[str], cleaned: Cleaned) -> None:
    assert " ".join(cleaned(pages(7, 21, ends))) == " ".join(PROSE[number % 5] for number in range(7 * 21))


@pytest.mark.parametrize(
    "end", ["page #", "стр. #", "с. #", "бет #", "p. #", "#-бет", "# / 200", "# of 200", "# из 200", "– # –", "| # |"]
)
def test_a_page_number_may_have_words_and_marks_around_it(end: str, cleaned: Cleaned) -> None:
    assert " ".join(cleaned(pages(7, 21, (end,)))) == " ".join(PROSE[number % 5] for number in range(7 * 21))


def test_the_number_of_a_short_last_page_goes_too(cleaned: Cleaned) -> None:
    assert cleaned(f"{pages(4, 21, ('#',))}\n{PROSE[4]}\n45")[-1].endswith("болады.")


def test_a_page_torn_from_its_middle_is_known_by_the_words_it_parts(cleaned: Cleaned) -> None:
    further = ("Көктемде жағаға аққулар ұшып келеді.", "Күн шыққанда мұздың үсті жылтырап, алыстан айна-", "дай көрінеді.")
    torn = "\n".join([*PROSE[:4], "", "7", "Мұзды көл", "", PROSE[4], *further[:2], "", "9", "С. Балғабай", "", further[2]])
    text = " ".join(cleaned(torn))
    assert text.startswith(" ".join(PROSE))
    assert text.endswith("Күн шыққанда мұздың үсті жылтырап, алыстан айнадай көрінеді.")


def test_facing_heads_go_where_a_form_feed_says_where_pages_end(cleaned: Cleaned) -> None:
    heads = ("МҰЗДЫ КӨЛ", "Кіріспе сөз", "С. Балғабай", "Мұзды көл", "С. Балғабай", "Мұзды көл")
    text = "\f".join("\n".join((head, "", *PROSE, "", f"{number}\n")) for number, head in enumerate(heads, 50))
    lines = cleaned(text)
    assert lines[0] == "МҰЗДЫ КӨЛ"
    assert not {"С. Балғабай", "Мұзды көл"} & set(lines)
    assert "Кіріспе сөз" in lines


PARAGRAPH = ("Көлдің жағасында үш үй бар. Оларда балықшылар тұрады.",) * 14
"""A page's lines of which none is parted from the next."""


@pytest.mark.parametrize(
    ("ends", "stays"),
    [
        (("\n#\n", "\nМақсаты\n"), "Мақсаты"),
        (("– Иә.",), "– Иә."),
        (("www.muzdykol.kz",), "www.muzdykol.kz"),
        (("+7 705 118 40 #",), "+7 705 118 40 42"),
        (("#-мысал",), "42-мысал"),
        (("Тарау #",), "Тарау 42"),
        (("#. Ауды түнде салады.",), "42. Ауды түнде салады."),
    ],
)
def test_what_comes_back_for_another_reason_stays(ends: Sequence[str], stays: str, cleaned: Cleaned) -> None:
    text = "\n".join(line for page in range(6) for line in (*PARAGRAPH, ends[page % len(ends)].replace("#", str(40 + page))))
    assert stays in cleaned(text)


def test_a_year_over_its_events_is_no_page(cleaned: Cleaned) -> None:
    text = "\n".join(line for year in range(1986, 1991) for line in ("", str(year), "", *PARAGRAPH))
    assert [line for line in cleaned(text) if line.isdigit()] == ["1986", "1987", "1988", "1989", "1990"]


def test_numbers_of_the_rows_of_a_table_stay(cleaned: Cleaned) -> None:
    label = "Балықшылар саны және олардың бір жылдағы табысы,\nмың теңге"
    rows = "\n\n".join(f"{row}\n\n{label}\n\n{row * 12} 350" for row in range(1, 9))
    assert {str(row) for row in range(1, 9)} <= set(" ".join(cleaned(rows)).split())


def test_numbered_verses_stay(cleaned: Cleaned) -> None:
    verses = "\n".join(line for verse in range(1, 7) for line in (str(verse), *PARAGRAPH))
    assert [line for line in cleaned(verses) if line.isdigit()] == ["1", "2", "3", "4", "5", "6"]
