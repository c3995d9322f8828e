from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu import DateFormat, Locale, TimeZone

from aligner.signs.dates import date_signs


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("kk", "2014 жылғы 29 қазанда қол қойылды", "2014-10-29"),
        ("ru", "подписан 29 октября 2014 года", "2014-10-29"),
        ("en", "signed on October 29, 2014", "2014-10-29"),
        ("en", "signed on 29 October 2014", "2014-10-29"),
        ("en", "on the 29th of October", "10-29"),
        ("kk", "29.10.2014 ж.", "2014-10-29"),
        ("en", "10/29/2014", "2014-10-29"),
        ("ru", "2014-10-29", "2014-10-29"),
        ("kk", "14 сәуірдегі бұйрық", "04-14"),
        ("kk", "1-ші мамыр", "05-01"),
        ("kk", "2018 жылдың маусымында", "2018-06"),
        ("kk", "желтоқсанда басталды", "12"),
        ("kk", "қазан айында", "10"),
        ("kk", "2018 ж. 5 шілдеден 10 тамызға дейін", "2018-07-05 08-10"),
        ("kk", "2023 ж. 1 қаз. № 7 қаулы", "2023-10-01"),
        ("ru", "от 9 июл. 1965 г. № 7", "1965-07-09"),
        ("ru", "в мае и в июне 2019 года", "05 2019-06"),
        ("en", "in May and last March", "05 03"),
        ("en", "Sept. 5", "09-05"),
        ("kk", "егін қазан басында жиналды", "10"),
        ("en", "October 2014 was cold", "2014-10"),
        ("en", "the October elections", "10"),
    ],
)
def test_dates_are_read_in_three_languages(language: str, text: str, values: str) -> None:
    assert " ".join(sign.value for sign in date_signs(text, language)) == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "ол Қазан қаласында тұрады"),
        ("kk", "жаңа маусым басталғанша"),
        ("kk", "5 қар жауды"),
        ("ru", "актриса Майя и маяк"),
        ("en", "Theresa May said they may march"),
        ("en", "Jan spoke"),
        ("kk", "45.99.2014"),
        ("de", "29. Oktober"),
    ],
)
def test_towns_names_and_seasons_are_no_months(language: str, text: str) -> None:
    assert date_signs(text, language) == ()


@given(st.text(alphabet="0123456789 .-/қазанмайрт", max_size=60), st.sampled_from(["kk", "ru", "en"]))
def test_dates_stand_in_order_and_do_not_overlap(text: str, language: str) -> None:
    signs = date_signs(text, language)
    assert all(0 <= sign.start < sign.stop <= len(text) for sign in signs)
    assert all(first.stop <= second.start for first, second in pairwise(signs))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("style", [DateFormat.FULL, DateFormat.LONG, DateFormat.MEDIUM], ids=["full", "long", "medium"])
@given(day=st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31)))
def test_what_icu_writes_for_a_date_is_read_back(language: str, style: int, day: date) -> None:
    written = DateFormat.createDateInstance(style, Locale(language))
    written.setTimeZone(TimeZone.createTimeZone("UTC"))
    text = written.format(datetime.combine(day, time(12), UTC).timestamp())
    assert [sign.value for sign in date_signs(text, language)] == [day.isoformat()]
