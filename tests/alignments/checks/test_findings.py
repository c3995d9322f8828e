"""What each check finds and what it leaves alone: a table that a linguist can add to."""

import pytest

from alignments.checks import CHECKS
from alignments.examination import check_units
from alignments.units import Issue, Provenance, Severity, Span, TermEntry, TranslationUnit, Variant

FOUND = [
    ("numbers", "kk|Кітапхана 2019 жылы ашылды.", "ru|Библиотека открылась в 2018 году."),
    ("numbers", "ru|Выделено 19,8 млн тенге.", "en|The budget was 18.9 million tenge."),
    ("untranslated", "kk|Мемлекет басшысы жаңа заңға қол қойды.", "ru|Мемлекет басшысы жаңа заңға қол қойды."),
    (
        "untranslated",
        "kk|Ол айтты: в результате этих реформ жизнь изменилась.",
        "ru|Он сказал: в результате этих реформ жизнь изменилась.",
    ),
    ("wrong-language", "kk|Закон вступает в силу с первого января.", "en|The law enters into force on the first of January."),
    ("wrong-language", "ru|Заң бірінші қаңтардан бастап күшіне енеді.", "en|The law enters into force on the first of January."),
    ("wrong-language", "en|Закон вступает в силу с первого января.", "kk|Заң бірінші қаңтардан бастап күшіне енеді."),
    ("wrong-language", "kk|Сотрудник отдела", "en|An employee of the department"),
    ("mixed-alphabets", "kk|Бұл мемлекетiң міндеті.", "ru|Это обязанность государства."),
    ("mixed-alphabets", "kk|Келісімшартқа қол қойылды.", "en|The сontract was signed."),
    ("mixed-alphabets", "kk|Бірінші қаңтардан бастап.", "ru|Начиная c 1 января."),
    ("addresses", "kk|Толығырақ: www.kitaphana.example сайтында.", "ru|Подробнее на сайте."),
    ("tags", "kk|<b>Назар аударыңыз</b>", "ru|Внимание"),
    ("tags", "kk|Сәлем, {name}!", "ru|Здравствуйте!"),
    ("brackets", "kk|Кодекс (бұдан әрі – Заң қабылданды.", "ru|Принят кодекс (далее – Закон)."),
    ("doubled-words", "kk|Кітапхана ашылды.", "ru|Библиотека открылась в в городе."),
    ("empty", "kk|Кітапхана ашылды.", "ru|"),
    ("lengths", "kk|Иә.", "ru|Библиотека работает каждый день, кроме воскресенья, с девяти часов утра до семи часов вечера."),
    ("sentences", "kk|Заң қабылданды. Ол келесі жылдың қаңтар айынан бастап күшіне енеді.", "ru|Закон принят."),
    ("numbers", "kk|ХХІ ғасыр технологиялар ғасыры болды.", "ru|Этот век стал веком технологий."),
    ("numbers", "kk|Кітапхана бесінші қаңтарда ашылды.", "ru|Библиотека открылась пятого февраля."),
    ("untranslated", "kk|этнос", "ru|этнос"),
    ("untranslated", "kk|құқық", "ru|құқық"),
    ("names", "kk|Кеше кездесуде Мұқағали Сәрсенбаев туралы айтылды.", "ru|Вчера на встрече говорили о поэте."),
    ("names", "en|Yesterday the people of the town spoke about Arman Tulegenov.", "kk|Қала тұрғындары ақын жайында әңгімеледі."),
]

LEFT_ALONE = [
    ("numbers", "ru|Построено 1 500 домов.", "en|1,500 houses were built."),
    ("numbers", "kk|Ұзындығы 19,8 шақырым.", "en|It is 19.8 km long."),
    ("numbers", "kk|Жалпы саны 60-тан астам.", "ru|Всего более 60."),
    ("numbers", "kk|Биіктігі 20 фут толқын.", "ru|Волна высотой 6 метров."),
    ("untranslated", "kk|Нұрсұлтан Айдарұлы", "ru|Нұрсұлтан Айдарұлы"),
    ("untranslated", "kk|www.kitaphana.example", "ru|www.kitaphana.example"),
    ("names", "kk|Кеше кездесуде Мұқағали Сәрсенбаев туралы айтылды.", "ru|Вчера говорили о Мукагали Сарсенбаеве."),
    (
        "names",
        "en|Yesterday the people of the town spoke about Arman Tulegenov.",
        "kk|Қала тұрғындары Арман Төлегенов жайында әңгімеледі.",
    ),
    ("names", "ru|Вчера депутаты парламента Республики Казахстан обсуждали бюджет.", "en|MPs of Kazakhstan met."),
    ("names", "ru|Вчера депутаты парламента Республики Казахстан обсуждали бюджет.", "kk|Кеше Қазақстан бюджеті талқыланды."),
    ("names", "en|Storms yesterday closed the old port near Hamburg Docks again.", "ru|Вчера бури закрыли порт в Гамбурге."),
    ("names", "ru|Вчера бури закрыли старый порт Архангельск Северный.", "en|Storms closed the port of Arkhangelsk."),
    (
        "names",
        "en|In view of this I HEREBY ORDER that the library be opened.",
        "ru|В связи с этим приказываю открыть библиотеку.",
    ),
    ("names", "en|Quake Devastates Island, Killing Hundreds", "ru|Землетрясение унесло сотни жизней"),
    ("omission", "kk|көпшілік кітапхана", "en|public library"),
    ("wrong-language", "kk|Бұл туралы бас редактор айтты.", "ru|Об этом сказал главный редактор."),
    ("wrong-language", "kk|IT-компания", "ru|IT-компания"),
    ("mixed-alphabets", "kk|IT-компанияның WhatsApp-тағы арнасы.", "ru|Канал IT-компании в WhatsApp."),
    ("brackets", "kk|1) құжат; 2) өтініш.", "ru|1) документ; 2) заявление."),
    ("brackets", "kk|Департамент (Б.Р. Мұсаева) есеп берсін.", "ru|Департаменту (Мусаева Б.Р.) дать отчёт."),
    ("doubled-words", "kk|Әркімге бір бір кітап берілді.", "ru|Каждому дали по книге."),
    ("doubled-words", "kk|Қош бол, қош бол!", "ru|Прощай, прощай!"),
    ("lengths", "kk|Кітапхана ашылды.", "ru|Библиотека открылась."),
    ("sentences", "kk|Н. Ә. Қасымов 2 б. келді, т.б. жоқ.", "ru|Н. А. Касымов пришёл."),
    ("sentences", "en|We sailed with Capt. Brown along the coast of the lake.", "kk|Капитан Браунмен көл жағалап жүздік."),
    ("numbers", "kk|ХХІ ғасыр келді.", "ru|Наступил двадцать первый век."),
    ("numbers", "kk|5 қазанда Қазан қаласында.", "ru|5 октября в городе Казани."),
    ("wrong-language", "kk|Мекенжайы: Жетісу көшесі, 4", "ru|Адрес учреждения: город Талдыкорган, улица Жетісу, дом 4"),
    ("wrong-language", "kk|Маусым басталды", "ru|Начался сезон"),
    ("wrong-language", "kk|**Автор-корреспондент: s.nurbek@oqulyq.example", "ru|**Автор для переписки: s.nurbek@oqulyq.example"),
    ("wrong-language", "kk|Жеткізуші: «Көк өзен» ЖШС", "ru|Поставщик: ТОО «Көк өзен»"),
    ("wrong-language", "kk|Сайт: https://oqulyq.example/archive/numbers", "ru|Сайт: https://oqulyq.example/archive/numbers"),
    ("unrelated", "kk-Latn|Ba\u015fqarma jyl saiyn esep jariyalaidy.", "ru|Управление публикует отчёт каждый год."),
    ("unrelated", "kk|Факс: +7 (7172) 11-22-33", "ru|Факс: +7 (7172) 11-22-33"),
]


def unit(*sides: str, name: str = "u") -> TranslationUnit:
    cut = [side.split("|", 1) for side in sides]
    return TranslationUnit(name, tuple(Variant(language, text) for language, text in cut))


def issues_of(check: str, *sides: str) -> list[Issue]:
    return list(check_units([unit(*sides)], only=[check]))


@pytest.mark.parametrize(("check", "first", "second"), FOUND)
def test_check_finds(check: str, first: str, second: str) -> None:
    assert issues_of(check, first, second)


@pytest.mark.parametrize(("check", "first", "second"), LEFT_ALONE)
def test_check_leaves_alone(check: str, first: str, second: str) -> None:
    assert not issues_of(check, first, second)


@pytest.mark.parametrize(("check", "first", "second"), FOUND)
def test_spans_lie_inside_the_variant_they_name(check: str, first: str, second: str) -> None:
    checked = unit(first, second)
    for issue in check_units([checked], only=[check]):
        variant = checked.variant(issue.language)
        assert variant is not None
        assert 0 <= issue.start <= issue.stop <= len(variant.text)


def test_span_of_a_number_is_the_number() -> None:
    text = "Кітапхана 2019 жылы ашылды."
    found = issues_of("numbers", f"kk|{text}", "ru|Библиотека открылась в 2018 году.")[0]
    assert text[found.start : found.stop] == "2019"
    assert "2018" in found.message
    assert found.severity is Severity.ERROR


def test_a_word_in_cyrillic_is_not_english() -> None:
    (found,) = issues_of("untranslated", "ru|Директор отчитался.", "en|Директор отчитался.")
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("доктрина", Severity.INFO),
        ("вице-министр", Severity.INFO),
        ("құқық", Severity.ERROR),
        ("о порядке приёма", Severity.ERROR),
    ],
)
def test_copy_is_an_error_unless_both_languages_may_have_the_word(text: str, severity: Severity) -> None:
    (found,) = issues_of("untranslated", f"kk|{text}", f"ru|{text}")
    assert found.severity is severity


def test_copy_in_three_languages_is_told_once_for_each_copy() -> None:
    text = "Мемлекет басшысы заңға қол қойды."
    found = issues_of("untranslated", f"kk|{text}", f"ru|{text}", f"en|{text}")
    assert [issue.language for issue in found] == ["ru", "en"]


def test_omission_names_the_words_for_which_nothing_was_found() -> None:
    long = "Библиотека открылась после ремонта, читателям подарили новые книги и показали выставку картин."
    (found,) = issues_of("omission", "kk|Жөндеуден кейін кітапхана ашылып, кітап берілді.", f"ru|{long}")
    assert "«выставку»" in found.message


def test_odd_number_of_three_languages_is_told_beside_both_others() -> None:
    found = {issue.language: issue.message for issue in issues_of("numbers", "kk|60 теңге", "ru|50 тенге", "en|60 tenge")}
    assert found["ru"] == "50 in Russian, but 60 in Kazakh and English"


def passage(*texts: tuple[str, ...]) -> list[TranslationUnit]:
    """Aligned units of a passage from texts in kk and, where there are two, ru."""
    return [
        TranslationUnit(
            str(number),
            tuple(Variant(language, text, language, (number,)) for language, text in zip(("kk", "ru"), own, strict=False)),
            provenance=Provenance("aligned", "order", 0, number),
        )
        for number, own in enumerate(texts)
    ]


def test_sentence_left_out_between_translated_ones_is_a_warning_that_names_them() -> None:
    units = passage(("Бірінші сөйлем.", "Первое предложение."), ("Екінші сөйлем.",), ("Үшінші сөйлем.", "Третье предложение."))
    (found,) = check_units(units, only=["empty"])
    assert found.severity is Severity.WARNING
    assert "Первое предложение." in found.message
    assert "Третье предложение." in found.message


def test_sentence_without_translation_at_the_end_is_a_remark() -> None:
    units = passage(("Бірінші сөйлем.", "Первое предложение."), ("Екінші сөйлем.",))
    (found,) = check_units(units, only=["empty"])
    assert found.severity is Severity.INFO


def test_three_languages_are_compared_with_each_other() -> None:
    found = issues_of("numbers", "kk|2019 жыл", "ru|2019 год", "en|the year 2020")
    assert [(issue.language, issue.message) for issue in found] == [("en", "2020 in English, but 2019 in Kazakh and Russian")]


def test_a_changed_number_is_told_once_and_says_where_the_other_stands() -> None:
    (found,) = issues_of("numbers", "kk|25 адам келді.", "ru|Пришли 52 человека.")
    assert (found.language, found.start, found.stop) == ("kk", 0, 2)
    assert found.message == "25 in Kazakh, but 52 in Russian"
    assert found.counterparts == (Span("ru", 7, 9),)


def test_numbers_that_differ_in_each_of_three_languages_are_told_of_every_pair() -> None:
    found = issues_of("numbers", "kk|40 теңге", "ru|50 тенге", "en|60 tenge")
    assert [issue.message for issue in found] == [
        "40 in Kazakh, but 50 in Russian and 60 in English",
        "50 in Russian, but 40 in Kazakh and 60 in English",
    ]


def test_a_date_that_is_missing_is_told_once_and_not_again_by_its_day_and_year() -> None:
    found = issues_of("numbers", "kk|Бұйрық № 187", "ru|Приказ № 187 от 14.09.2026")
    assert [issue.message for issue in found] == ["14.09.2026 in Russian, but nothing like it in Kazakh"]


def test_a_year_that_was_changed_is_told_though_its_date_is_missing() -> None:
    found = issues_of("numbers", "kk|2025 жылы", "ru|14 сентября 2026 года")
    assert "2025 in Kazakh, but 14, 2026 in Russian" in {issue.message for issue in found}


@pytest.mark.parametrize(
    ("text", "severity"),
    [("ӘОЖ / УДК / UDC 504.06", Severity.INFO), ("№ 3 (41), 2026", Severity.INFO), ("3 бап", Severity.WARNING)],
)
def test_a_code_without_a_translation_is_no_omission(text: str, severity: Severity) -> None:
    units = passage(("Бірінші сөйлем.", "Первое предложение."), (text,), ("Үшінші сөйлем.", "Третье предложение."))
    (found,) = check_units(units, only=["empty"])
    assert found.severity is severity


def test_lists_of_key_words_of_different_lengths_are_told_of() -> None:
    kk, en = "kk|Түйін сөздер: үсік; климат; егу мерзімі.", "en|Keywords: frost; climate; sowing date."
    (found,) = issues_of("keywords", kk, "ru|Ключевые слова: заморозки; климат.", en)
    assert (found.language, found.message) == ("ru", "2 in Russian, but 3 in Kazakh and English")
    assert not issues_of("keywords", kk, "ru|Ключевые слова: заморозки, климат, срок сева", en)
    assert not issues_of("keywords", "kk|Онда: үсік; климат.", "ru|Там: заморозки; климат; срок сева.")


def test_low_probability_is_told_in_percent() -> None:
    doubted = TranslationUnit("u", unit("kk|Иә, солай.", "ru|Да, так.").variants, probability=0.31)
    (found,) = check_units([doubted], only=["low-probability"])
    assert "31%" in found.message


def test_term_base_is_held_against_inflected_forms() -> None:
    entry = TermEntry("t", (("kk", "көшпелі кітапхана"), ("ru", "передвижная библиотека")))
    right = unit("kk|Көшпелі кітапханада кітап көп.", "ru|В передвижной библиотеке много книг.")
    wrong = unit("kk|Көшпелі кітапханада кітап көп.", "ru|В школьном автобусе много книг.")
    assert not list(check_units([right], only=["terminology"], terms=[entry]))
    (found,) = check_units([wrong], only=["terminology"], terms=[entry])
    assert "передвижная библиотека" in found.message


@pytest.mark.parametrize(
    ("terms", "texts"),
    [
        (("ауыл әкімі", "аким села"), ("kk|Ауыл әкімі келді.", "ru|Мы ждали акима села.")),
        (("жыл", "год"), ("kk|Бес жыл өтті.", "ru|Прошло пять лет.")),
        (("күн", "день"), ("kk|Он күн жаңбыр жауды.", "ru|Дождь шёл десять дней.")),
        (("нарық", "рынок"), ("kk|Нарықта баға өсті.", "ru|На рынке выросли цены.")),
    ],
)
def test_a_form_of_another_stem_is_the_term_too(terms: tuple[str, str], texts: tuple[str, str]) -> None:
    entry = TermEntry("t", tuple(zip(("kk", "ru"), terms, strict=True)))
    other = unit(texts[0], "ru|Об этом пока нечего сказать.")
    assert not list(check_units([unit(*texts)], only=["terminology"], terms=[entry]))
    assert list(check_units([other], only=["terminology"], terms=[entry]))


def test_a_dropped_sentence_is_shown_with_the_language_that_lacks_it() -> None:
    found = issues_of(
        "sentences",
        "kk|Мектеп ашылды. Балалар қуанып, шарлар ұшырды.",
        "ru|Школа открылась. Дети радовались и запускали шары.",
        "en|The school opened.",
    )
    assert {issue.language for issue in found} == {"en"}
    assert {issue.message for issue in found} == {
        f"English has 1 of the 2 sentences of {name}, and is shorter than usual: «{sentence}» may be missing"
        for name, sentence in (("Kazakh", "Балалар қуанып, шарлар ұшырды."), ("Russian", "Дети радовались и запускали шары."))
    }


def test_two_sentences_translated_in_one_lack_nothing() -> None:
    assert not issues_of("sentences", "kk|Мектеп ашылды. Онда балалар оқиды.", "ru|Открыта школа, где учатся дети.")


def test_same_sentence_translated_in_two_ways_is_inconsistent() -> None:
    units = [
        unit(
            "kk|Осы бұйрық бүгіннен бастап қолданысқа енгізіледі.",
            "ru|Настоящий приказ вводится в действие с сегодняшнего дня.",
            name="a",
        ),
        unit(
            "kk|Осы бұйрық бүгіннен бастап қолданысқа енгізіледі.", "ru|Этот приказ начинает действовать уже сегодня.", name="b"
        ),
    ]
    found = list(check_units(units, only=["inconsistent"]))
    assert {issue.unit for issue in found} == {"a", "b"}
    assert "Этот приказ" in found[0].message


def test_units_that_differ_in_a_number_only_are_near_duplicates() -> None:
    units = [unit("kk|1-бап.", "ru|Статья 1.", name="a"), unit("kk|2-бап.", "ru|Статья 2.", name="b")]
    assert {issue.unit for issue in check_units(units, only=["duplicates"])} == {"a", "b"}


PAIRS = [
    ("Кітапхана ауылда ашылды.", "Библиотека открылась в ауле."),
    ("Директор Мұрат Сейітов сөз сөйледі.", "Выступил директор Мурат Сеитов."),
    ("Министрлік жаңа автобус сатып алды.", "Министерство купило новый автобус."),
    ("Астанада халықаралық форум өтеді.", "В Астане пройдет международный форум."),
    ("Университет студенттері концерт берді.", "Студенты университета дали концерт."),
    ("Қазақстан президенті Парижге ұшты.", "Президент Казахстана улетел в Париж."),
]


def test_translation_of_the_neighbour_is_noticed() -> None:
    right = [unit(f"kk|{kk}", f"ru|{ru}", name=str(number)) for number, (kk, ru) in enumerate(PAIRS)]
    assert not list(check_units(right, only=["unrelated"]))
    slipped = [*right]
    slipped[2] = unit(f"kk|{PAIRS[2][0]}", f"ru|{PAIRS[3][1]}", name="2")
    slipped[3] = unit(f"kk|{PAIRS[3][0]}", f"ru|{PAIRS[2][1]}", name="3")
    assert {issue.unit for issue in check_units(slipped, only=["unrelated"])} >= {"2", "3"}


def test_every_check_has_its_own_id_and_name() -> None:
    assert all(check.id == name for name, check in CHECKS.items())
    assert len({check.name for check in CHECKS.values()}) == len(CHECKS)
