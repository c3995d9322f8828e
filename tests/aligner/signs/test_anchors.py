import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.signs.anchors import named_signs, sign_values
from aligner.signs.list_marks import list_mark
from aligner.signs.names import name_key
from aligner.spelling.romanisation import romanised
from aligner.spelling.sounds import sound
from aligner.words import fold, stems


@pytest.mark.parametrize(
    "names",
    [
        "kk:Тоқаев ru:Токаев ru:Токаевым kk:Тоқаевтың en:Tokayev",
        "kk:Қасым ru:Касым en:Kassym",
        "kk:Жомарт ru:Жомарт en:Jomart",
        "kk:Кемелұлы ru:Кемелович ru:Кемелевича en:Kemelevich",
        "kk:Болатқызы ru:Болаткызы ru:Болатовна en:Bolatovna en:Bolatkyzy en:Bolatqyzy",
        "kk:Кемелұлы ru:Кемелулы en:Kemeluly en:Kemelovich",
        "ru:Сергеевна ru:Сергеевны ru:Сергеевичем en:Sergeevna en:Sergeevich",
        "ru:Ильинична ru:Ильиничны",
        "ru:Мухтаров ru:Мухтаровым ru:Мухтарового ru:Мухтаровых en:Mukhtarov",
        "ru:Уильям kk:Уильямның en:William",
        "ru:Ахметов kk:Ахметовке en:Akhmetov",
        "ru:Джонсона kk:Джонсон en:Johnson",
        "kk:Жүсіпбек en:Zhusipbek",
    ],
)
def test_a_name_has_one_key_in_every_spelling_and_case(names: str) -> None:
    pairs = [name.split(":") for name in names.split()]
    assert len({name_key(name, language) for language, name in pairs}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [("конституция", "constitution"), ("экономика", "economics"), ("физика", "physics")],
)
def test_international_words_begin_to_sound_alike(first: str, second: str) -> None:
    spoken, other = sound(first, "ru"), sound(second, "en")
    assert spoken[:5] == other[:5]


@pytest.mark.parametrize(
    ("kk", "ru", "en", "key"),
    [
        ("«Самұрық» АҚ-ның есебі", "отчёт АО «Самрук»", "the report of Samruk JSC", "=JSC"),
        ("ЖШС құрылтайшысы", "учредитель ТОО", "founder of the LLP", "=LLP"),
        ("АҚШ-тың елшісі", "посол США", "the U.S. ambassador", "=USA"),
        ("Google-дан хат", "письмо от Google", "a letter from Google", "=GOOGLE"),
        ("толығырақ www.adilet.zan.kz сайтында", "на www.adilet.zan.kz.", "see www.adilet.zan.kz", "&www.adilet.zan.kz"),
        ("хат: info@mail.kz", "почта: Info@mail.kz", "mail: info@mail.kz", "&info@mail.kz"),
        ("Бүгін Қытайда", "Сегодня в Китае", "Today in China", "%CN"),
        ("сенбіде", "в субботу", "on Saturday", "%day7"),
        ("2014 жылғы 29 қазанда", "29 октября 2014 года", "on October 29, 2014", "@2014-10-29"),
        ("29 қазанда", "29 октября 2014 года", "in October", "@10"),
        ("1 500 теңге", "1500 тенге", "1,500 tenge", "#1500"),
        ("он бес адам", "пятнадцать человек", "fifteen people", "#15"),
        ("кеше Әсел Нұрланова", "вчера Асель Нурланова", "yesterday Assel Nurlanova", "~nrlnv"),
        ("2) өтініш береді", "2) подаёт заявление", "2) files a request", "^2"),
    ],
)
def test_a_sign_has_the_same_key_in_three_languages(kk: str, ru: str, en: str, key: str) -> None:
    assert all(key in sign_values(text, language) for text, language in ((kk, "kk"), (ru, "ru"), (en, "en")))


@pytest.mark.parametrize(
    ("text", "value"),
    [("1) бап", "1"), ("2.4. Тармақ", "2.4"), ("б) мүше", "a2"), ("b) member", "a2"), ("ІV. Бөлім", "IV"), ("IV. Section", "IV")],
)
def test_list_marks(text: str, value: str) -> None:
    mark = list_mark(text)
    assert mark is not None
    assert mark.value == value


@pytest.mark.parametrize("text", ["2014 жылы", "А. Байтұрсынұлы", "(1) x", "ә) мүше", ""])
def test_what_is_no_list_mark(text: str) -> None:
    assert list_mark(text) is None


def test_an_article_is_no_number() -> None:
    assert "#1" not in sign_values("бір адам", "kk")
    assert "#1" in sign_values("1 адам", "kk")


@given(st.text(), st.sampled_from(["kk", "ru", "en", "fr", "und"]))
def test_any_text_has_signs_inside_it(text: str, language: str) -> None:
    assert all(0 <= sign.start < sign.stop <= len(text) for sign in named_signs(text, language))
    assert isinstance(sign_values(text, language), tuple)


@given(st.text(alphabet="аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя abcdefghijklmnopqrstuvwxyzäöüßéñ 0123456789 -«».,"))
def test_romanising_a_folded_text_twice_changes_nothing(text: str) -> None:
    once = romanised(fold(text))
    assert romanised(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000,
        "а" * 100_000,
        "a-" * 50_000,
        "a.b" + "-a" * 50_000,
        "1" + " " * 100_000,
        "X" * 100_000,
        "дағы" * 20_000,
        "1,2" * 20_000,
    ],
    ids=lambda text: text[:5],
)
@pytest.mark.parametrize("language", ["kk", "en"])
def test_senseless_text_of_any_length_is_read_without_delay(text: str, language: str) -> None:
    assert all(len(key) <= len(text) + 2 for key in sign_values(text, language))
    assert stems(text, language)
