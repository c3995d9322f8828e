import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu import Locale, NumberFormat, RuleBasedNumberFormat, URBNFRuleSetTag

from aligner.signs.numbers import differences, number_signs, number_values

CASES = ("", "-genitive", "-dative", "-accusative", "-locative", "-ablative")
GENDERS = ("masculine", "feminine", "neuter")


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("kk", "Қорда 1 500 кітап бар", "1500"),
        ("kk", "Қорда 1\u00a0500 кітап бар", "1500"),
        ("ru", "В фонде 12\u2009345\u202f678 книг", "12345678"),
        ("en", "The library holds 1,500 books", "1500"),
        ("en", "1,234,567.50 tenge", "1234567.5"),
        ("kk", "халықтың 19,8 пайызы", "19.8"),
        ("en", "19.8 percent", "19.8"),
        ("kk", "60-тан астам мекеме", "60"),
        ("kk", "3-бап, 2-тармақ", "3 2"),
        ("kk", "5–10 жыл", "5 10"),
        ("ru", "с 10-15 до 20 человек", "10 15 20"),
        ("kk", "11 млн. теңге", "11000000"),
        ("kk", "1,5 миллиардқа жуық", "1500000000"),
        ("kk", "380 мыңнан астам тұрғын", "380000"),
        ("ru", "свыше 380 тысяч жителей", "380000"),
        ("ru", "2 млрд 300 млн тенге", "2300000000"),
        ("en", "£11million deal", "11000000"),
        ("en", "1.5 billion people", "1500000000"),
        ("kk", "мың тоғыз жүз тоқсан бес", "1995"),
        ("kk", "қырық сегіз миллион мың теңге", "48001000"),
        ("ru", "два миллиона тысяча рублей", "2001000"),
        ("kk", "жиырма бесінші бап", "25"),
        ("kk", "қырқыншы, жиырмасыншы, алтыншы", "40 20 6"),
        ("kk", "екіге, үшеуі, төртеу", "2 3 4"),
        ("ru", "двухсот сорока трех", "243"),
        ("ru", "тридцать первого", "31"),
        ("ru", "третьей, третий, седьмого", "3 3 7"),
        ("ru", "четырёхдневная неделя", "4"),
        ("ru", "полтора млн тенге", "1500000"),
        ("en", "one hundred and five", "105"),
        ("en", "twenty-first, three dozen", "21 3 12"),
        ("en", "one thousand nine hundred ninety-five", "1995"),
        ("kk", "ХХІ ғасыр, V тарау", "21 5"),
        ("ru", "XVIII век, ХIХ веке", "18 19"),
        ("en", "World War II", "2"),
        ("kk", "01.02.2014 күні", "1 2014"),
        ("kk", "2.4.1-тармақ", "2.4.1"),
        ("ru", "в 19:00 и в 7:30", "19 7 30"),
        ("en", "5,10,15", "5 10 15"),
        ("de", "2014 Menschen, zwei", "2014"),
    ],
)
def test_numbers_have_one_value_however_they_are_written(language: str, text: str, values: str) -> None:
    assert " ".join(sign.value for sign in number_signs(text, language)) == values


@given(st.text(alphabet="0123456789 ,.:-жылмңекі\u00a0XІ😀", max_size=60), st.sampled_from(["kk", "ru", "en", "und"]))
def test_the_values_alone_are_those_of_the_signs(text: str, language: str) -> None:
    assert sorted(number_values(text, language)) == sorted(sign.value for sign in number_signs(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Асан онымен оның үйіне барды"),
        ("ru", "Стоит вторник, пятница и сотрудник"),
        ("en", "I am MI and DC"),
        ("kk", "Д. Қонаев пен И. Есенберлин"),
    ],
)
def test_words_that_only_look_like_numbers_are_left_out(language: str, text: str) -> None:
    assert number_signs(text, language) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (("kk", "1 500 адам"), ("en", "1,500 people")),
        (("kk", "1 500 адам"), ("ru", "полторы тысячи человек")),
        (("kk", "халықтың 19,8%-ы"), ("en", "19.8% of the population")),
        (("kk", "11 млн теңге"), ("ru", "11 000 000 тенге")),
        (("kk", "11 млн теңге"), ("en", "£11m")),
        (("kk", "кешкі 19:00-де"), ("en", "at 7 p.m.")),
        (("kk", "1990-жылдары"), ("ru", "в 90-х годах")),
        (("kk", "10 жыл"), ("en", "ten years")),
        (("kk", "ХХІ ғасырда"), ("ru", "в 21 веке")),
        (("kk", "екі адам келді"), ("ru", "пришли люди")),
        (("kk", "29.10.2014 ж."), ("ru", "29 октября 2014 года")),
    ],
)
def test_correct_translations_have_no_differences(source: tuple[str, str], target: tuple[str, str]) -> None:
    first, second = (number_signs(text, language) for language, text in (source, target))
    assert differences(first, second) == ((), ())


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("832 адам", "833 человека", ("832", "833")),
        ("11 млн теңге", "11 тысяч тенге", ("11000000", "11000")),
        ("19,8 пайыз", "198 процентов", ("19.8", "198")),
        ("2014 жылы 5 адам", "в 2014 году", ("5", "")),
    ],
)
def test_a_changed_or_lost_number_is_seen(source: str, target: str, missing: tuple[str, str]) -> None:
    found = differences(number_signs(source, "kk"), number_signs(target, "ru"))
    assert tuple(" ".join(sign.value for sign in side) for side in found) == missing


@given(st.text(alphabet="0123456789 ,.:-жылмңекі\u00a0XІ😀", max_size=60), st.sampled_from(["kk", "ru", "en", "und"]))
def test_signs_stand_in_order_in_the_text_as_given(text: str, language: str) -> None:
    signs = number_signs(text, language)
    assert all(0 <= sign.start < sign.stop <= len(text) for sign in signs)
    assert [sign.start for sign in signs] == sorted(sign.start for sign in signs)
    assert all(re.search(r"\d", text[sign.start : sign.stop]) for sign in signs if sign.is_in_digits)


@given(st.integers(min_value=0, max_value=10**15))
def test_grouping_does_not_change_a_number(number: int) -> None:
    english, kazakh = f"{number:,}", f"{number:,}".replace(",", "\u00a0")
    assert number_signs(english, "en")[0].value == str(number) == number_signs(kazakh, "kk")[0].value


@pytest.mark.parametrize(
    ("russian", "english", "missing"),
    [
        ("волны до 6 метров", "waves of 20 feet", ("", "")),
        ("выпало до 25 см осадков", "10 inches of rain", ("", "")),
        ("тепло, 27 градусов", "as warm as 80 degrees", ("", "")),
        ("рыба весом 9 кг", "a fish of 20 pounds", ("", "")),
        ("поле в 20 гектаров", "a field of 50 acres", ("", "")),
        ("в 72 км от столицы", "45 miles (72 km) from the capital", ("", "")),
        ("в 72 км от столицы", "90 miles from the capital", ("72", "90")),
        ("45 миль (72 км)", "72 km (47 miles)", ("45", "47")),
    ],
)
def test_amounts_in_another_unit_are_no_difference(russian: str, english: str, missing: tuple[str, str]) -> None:
    found = differences(number_signs(russian, "ru"), number_signs(english, "en"))
    assert tuple(" ".join(sign.value for sign in side) for side in found) == missing


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@given(number=st.integers(min_value=0, max_value=10**12 - 1))
def test_what_icu_spells_out_is_read_back(language: str, number: int) -> None:
    spelt = RuleBasedNumberFormat(URBNFRuleSetTag.SPELLOUT, Locale(language)).format(number)
    assert [sign.value for sign in number_signs(spelt, language)] == [str(number)]


@given(number=st.integers(min_value=0, max_value=10**9 - 1), case=st.sampled_from(CASES), gender=st.sampled_from(GENDERS))
def test_russian_numbers_are_read_back_in_every_case_and_gender(number: int, case: str, gender: str) -> None:
    spelling = RuleBasedNumberFormat(URBNFRuleSetTag.SPELLOUT, Locale("ru"))
    spelt = spelling.format(number, f"%spellout-cardinal-{gender}{case}")
    assert [sign.value for sign in number_signs(spelt, "ru")] == [str(number)]


@pytest.mark.parametrize("language", ["kk", "en"])
@given(number=st.integers(min_value=1, max_value=999))
def test_ordinals_are_read_back(language: str, number: int) -> None:
    spelt = RuleBasedNumberFormat(URBNFRuleSetTag.SPELLOUT, Locale(language)).format(number, "%spellout-ordinal")
    assert [sign.value for sign in number_signs(spelt, language)] == [str(number)]


@given(number=st.integers(min_value=1, max_value=999), case=st.sampled_from(CASES), gender=st.sampled_from(GENDERS))
def test_russian_ordinals_are_read_back(number: int, case: str, gender: str) -> None:
    spelling = RuleBasedNumberFormat(URBNFRuleSetTag.SPELLOUT, Locale("ru"))
    spelt = spelling.format(number, f"%spellout-ordinal-{gender}{case}")
    spelt = re.sub(r"восемьдесят(?=\w)", "восьмидесят", spelt)  # ICU writes восемьдесятое
    assert [sign.value for sign in number_signs(spelt, "ru")] == [str(number)]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@given(number=st.decimals(min_value=0, max_value=10**9, places=2) | st.integers(min_value=1000, max_value=10**9).map(Decimal))
def test_what_icu_writes_in_digits_is_read_back(language: str, number: Decimal) -> None:
    written = NumberFormat.createInstance(Locale(language)).format(float(number))
    (sign,) = number_signs(written, language)
    assert Decimal(sign.value) == number


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("kk", "1 244,348 млн", "1244348000"), ("ru", "12\u00a0868,636", "12868.636"), ("en", "54,570.437", "54570.437")],
)
def test_three_decimals_behind_grouped_thousands_are_no_thousands(language: str, text: str, value: str) -> None:
    assert [sign.value for sign in number_signs(text, language)] == [value]
