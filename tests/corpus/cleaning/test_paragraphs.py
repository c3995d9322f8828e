from collections.abc import Callable

import pytest

Cleaned = Callable[..., list[str]]

BROKEN = """Кітапхана қаланың жады ғана емес, оның қонақжай бөлмесі. Шағын
қаладағы кітапхана көбіне жалғыз мәдени орын болып қала береді,
сондықтан оның ертеңі оқырманды ғана емес, бүкіл қауымды толған-
дырады. Соңғы он жылда бұл мекемелердің саны азайды, бірақ сұраныс
жойылған жоқ.
Оқырманның өзі өзгерді: ол кітаппен қатар кеңес пен тыныш орын
іздейді.
"""


def test_lines_broken_by_a_page_become_paragraphs(cleaned: Cleaned) -> None:
    first, second = cleaned(BROKEN)
    assert first.startswith("Кітапхана қаланың")
    assert "бүкіл қауымды толғандырады. Соңғы" in first
    assert second == "Оқырманның өзі өзгерді: ол кітаппен қатар кеңес пен тыныш орын іздейді."


@pytest.mark.parametrize("sign", ["10 %", "«Отан»", "“Отан”", "25 °", "(тізім)", "[тізім]"])
def test_the_hyphen_of_an_ending_behind_a_sign_is_closed(cleaned: Cleaned, sign: str) -> None:
    text = f"Айыптың өзі шарттың бүкіл бағасының бір пайызынан кем әрі {sign}-\nдан көп болмайды."
    assert cleaned(text) == [text.replace("\n", "")]


def test_a_dash_at_the_end_of_a_line_keeps_its_space(cleaned: Cleaned) -> None:
    assert cleaned("Кітап қоры үш есе өсті -\nбәрі оқырманның көмегі.") == ["Кітап қоры үш есе өсті - бәрі оқырманның көмегі."]


def test_a_hyphen_between_figures_keeps_its_space(cleaned: Cleaned) -> None:
    paragraph = "Айыптың өзі шарттың бүкіл бағасының ең азы\nекі пайызынан кем емес, жылына 8 %-\n10 % шамасында болады."
    assert cleaned(paragraph) == [paragraph.replace("\n", " ")]


def test_a_blank_line_behind_every_line_does_not_hide_the_paragraph(cleaned: Cleaned) -> None:
    assert cleaned(BROKEN.replace("\n", "\n\n")) == cleaned(BROKEN)


def test_a_sentence_goes_on_over_a_torn_page(cleaned: Cleaned) -> None:
    lines = BROKEN.splitlines()
    torn = "\n".join([*lines[:3], "", "", "", *lines[3:]])
    assert cleaned(torn) == cleaned(BROKEN)


SPREAD = """Көктемде ауданның кітапханалары
жаңа
кітаптармен
толықты.
Олардың
200
данасын
ақындар мен жазушылар өздері сыйлаған.
Енді әр ауылдың оқырманы қалаған
кітабын бір күнде ала алады.
"""


def test_lines_torn_into_their_words_become_paragraphs(cleaned: Cleaned) -> None:
    assert cleaned(SPREAD) == [" ".join(SPREAD.split())]


def test_a_list_of_words_among_lines_that_no_page_broke_keeps_its_lines(cleaned: Cleaned) -> None:
    words = ["Кітапхана", "кітаптармен", "толықты", "оқырман", "200", "данасын", "ақындар"]
    assert cleaned("\n".join(words)) == words


def test_a_line_spread_to_the_margin_is_no_row_of_a_table(cleaned: Cleaned) -> None:
    lines = [
        "Көктемде   ауданның   кітапханалары",
        "3000   кітаппен   толықты. Олардың",
        "бәрін    ақындар    мен    өлкенің",
        "Жазушылар одағы сыйлады. Енді әр",
        "оқырман қалаған кітабын бір күнде",
        "ала алады.",
    ]
    assert cleaned("\n".join(lines)) == [" ".join(" ".join(lines).split())]


def test_a_paragraph_a_line_stays_as_it_is(cleaned: Cleaned) -> None:
    paragraphs = [
        "Бірінші абзац бір жолда тұр, оның ұзындығы кез келген беттен асып түседі, өйткені оны ешкім бөлмеген, " * 2 + "бітті.",
        "Екінші абзац қысқа.",
        "Үшінші абзац та өз жолында тұр, ол да ұзын, бірақ біріншісіндей емес.",
    ]
    assert cleaned("\n".join(paragraphs)) == paragraphs


def test_list_items_stay_apart(cleaned: Cleaned) -> None:
    items = ["Облыстардың әкімдіктері:", "1) тізім жасасын;", "2) есеп берсін;", "3) жоспар бекітсін."]
    assert cleaned("\n".join(items)) == items
    assert cleaned("• бірінші іс\n• екінші іс\n• үшінші іс") == ["бірінші іс", "екінші іс", "үшінші іс"]


def test_dialogue_keeps_its_replicas(cleaned: Cleaned) -> None:
    replicas = ["– Қайда барасың? – деп сұрады Асан.", "– Мектепке.", "– Сен ше?"]
    assert cleaned("\n".join(replicas)) == replicas


def test_a_label_stands_alone_even_right_behind_text(cleaned: Cleaned) -> None:
    text = "Ключевые слова: малый город, читательский спрос, анкетирование, чте-\nние.\n Abstract \nThe article is short.\n"
    assert cleaned(text) == [
        "Ключевые слова: малый город, читательский спрос, анкетирование, чтение.",
        "Abstract",
        "The article is short.",
    ]


def test_contact_lines_stand_apart(cleaned: Cleaned) -> None:
    lines = ["Мекенжайы: Алматы қ., Абай көш., 4", "Тел.: +7 (727) 000-00-00", "E-mail: office@example.kz", "www.example.kz"]
    assert cleaned("\n".join(lines)) == lines


def test_rows_of_a_table_stay_apart(cleaned: Cleaned) -> None:
    assert cleaned("Кітап    12      3 500 тг\nДәптер   40      150 тг") == ["Кітап 12 3 500 тг", "Дәптер 40 150 тг"]
    assert cleaned("Кітап\t12\t3 500\nДәптер\t40\t150") == ["Кітап 12 3 500", "Дәптер 40 150"]


def test_headings_in_capitals_in_two_languages_are_two(cleaned: Cleaned) -> None:
    heads = ["КӨКЖИЕК ҒЫЛЫМИ ЖУРНАЛЫ", "НАУЧНЫЙ ЖУРНАЛ «ГОРИЗОНТ»", "HORIZON SCIENTIFIC JOURNAL"]
    assert cleaned("\n".join([*heads, BROKEN]))[:3] == heads


def test_the_number_of_a_catalogue_is_a_line_of_its_own(cleaned: Cleaned) -> None:
    lines = ["ISSN 2710-4444", "КӨКЖИЕК ҒЫЛЫМИ ЖУРНАЛЫ", "УДК 02:004.9", "ЧТЕНИЕ В МАЛЫХ ГОРОДАХ"]
    assert cleaned("\n".join([*lines, BROKEN]))[:4] == lines


def test_capitals_over_a_blank_line_are_two_headings(cleaned: Cleaned) -> None:
    text = "СУ ШАРУАШЫЛЫҒЫ\nМИНИСТРЛІГІ\n\nҚАУЛЫ\n\nӨзен жағасындағы үйлерді көшіру туралы"
    assert cleaned(text) == ["СУ ШАРУАШЫЛЫҒЫ МИНИСТРЛІГІ", "ҚАУЛЫ", "Өзен жағасындағы үйлерді көшіру туралы"]


def test_capitals_of_two_columns_stay_apart(cleaned: Cleaned) -> None:
    left = ("ӨЗЕН АУДАНЫНЫҢ", "СУ ШАРУАШЫЛЫҒЫ БӨЛІМІНІҢ", "БАСШЫСЫ")
    right = ("РУКОВОДИТЕЛЬ ОТДЕЛА", "ВОДНОГО ХОЗЯЙСТВА", "РАЙОНА ОЗЕН")
    letterhead = "\n".join(f"{one:<32}{other}" for one, other in zip(left, right, strict=True))
    assert cleaned(letterhead) == [" ".join(left), " ".join(right)]


def test_page_numbers_and_running_heads_go_but_not_addresses(cleaned: Cleaned) -> None:
    page = "\n".join(f"Бұл беттің {number}-жолы, ол біраз сөзден тұрады, сондықтан ұзын болып келеді." for number in range(20))
    text = "".join(f"{page}\n\n{number}\n\nЖылдық есеп\n\nwww.example.kz\n\n" for number in (12, 13, 14))
    lines = cleaned(text)
    assert not {"12", "13", "14", "Жылдық есеп"} & set(lines)
    assert lines.count("www.example.kz") == 3


def test_numbers_in_a_column_are_no_page_numbers(cleaned: Cleaned) -> None:
    assert cleaned("Сынып\n\n1\n\n2\n\n3\n\nБарлығы") == ["Сынып", "1", "2", "3", "Барлығы"]


def test_a_head_that_parts_a_sentence_goes_though_it_stands_once(cleaned: Cleaned) -> None:
    page = [f"Бұл {number}-жолда көпірдің салынуы туралы айтылады және ол ұзаққа созылады" for number in range(20)]
    pages = "\n".join(
        [
            *page,
            "көпір салушылар жұмысты",
            "",
            "41",
            "",
            "Өзен үстіндегі көпірлер",
            "",
            "күзде аяқтады.",
            *page,
            "",
            "42",
            "",
            *page,
        ]
    )
    text = " ".join(cleaned(pages))
    assert "көпір салушылар жұмысты күзде аяқтады." in text
    assert "Өзен үстіндегі көпірлер" not in text


def test_a_line_of_text_that_comes_back_is_no_head(cleaned: Cleaned) -> None:
    text = "Көпір салушылар жұмысты күзде аяқтады, содан кейін жол да ашылды және\nжүргіншілер көбейді."
    page = [f"Бұл {number}-жолда өзеннің тасуы туралы айтылады және ол ұзаққа созылады," for number in range(20)]
    pages = "\n".join([*page, "", "41", "", text, *page, "", "42", "", text, *page])
    assert " ".join(cleaned(pages)).count("Көпір салушылар жұмысты күзде аяқтады") == 2


def test_a_ruled_line_goes_and_parts_what_stands_around_it(cleaned: Cleaned) -> None:
    assert cleaned("Кітап туралы сөз болды.\n_______________\n¹ Екінші басылымы.") == [
        "Кітап туралы сөз болды.",
        "¹ Екінші басылымы.",
    ]


@pytest.mark.parametrize("rule", ["---", "* * *", "–––", "~~~"])
def test_a_short_rule_goes_too(cleaned: Cleaned, rule: str) -> None:
    assert cleaned(f"Кітап туралы сөз болды.\n{rule}\nОл кейін ұмытылды.") == ["Кітап туралы сөз болды.", "Ол кейін ұмытылды."]


def test_a_letter_that_is_answered_loses_its_marks_and_keeps_its_paragraphs(cleaned: Cleaned) -> None:
    quoted = "> Сәлеметсіз бе!\n>\n>> Келісімшарттың жобасын\n>> жібердім.\nРақмет, алдым."
    assert cleaned(quoted) == cleaned("Сәлеметсіз бе!\n\nКелісімшарттың жобасын\nжібердім.\nРақмет, алдым.")


@pytest.mark.parametrize("text", ["> 40 мм\n> 60 мм", "> Бір жол ғана"])
def test_a_sign_that_quotes_nothing_stays(cleaned: Cleaned, text: str) -> None:
    assert cleaned(text) == text.split("\n")


def test_a_table_of_contents_keeps_its_lines(cleaned: Cleaned) -> None:
    assert cleaned("Кіріспе ........ 3\n1. Желі ........ 4\nСоңғы сөз ........ 71") == ["Кіріспе", "1. Желі", "Соңғы сөз"]


def test_lines_among_overlong_ones_were_not_broken_by_a_page(cleaned: Cleaned) -> None:
    long = (
        "В центре района сегодня торжественно открыт новый мост через реку, на праздник собрались жители села, мастерам "
        "вручили награды, а затем все собравшиеся впервые прошли по мосту на другой берег."
    )
    lines = ["Открыт новый мост через реку", "г. Аягоз, 5 октября 2023 года", long, long.replace("В центре", "На окраине")]
    assert cleaned("\n".join(lines)) == lines


def test_an_entry_of_a_table_of_contents_ends_with_its_leader(cleaned: Cleaned) -> None:
    entries = [
        ("Әбдіров М. Сырдария бойындағы", "ескі су жүйелері ............. 5"),
        ("Лаптева Н. Верный қаласының", "алғашқы баспаханалары ....... 19"),
        ("Тілеубаев Ж. Қола дәуіріндегі", "балташылар шеберханасы ...... 34"),
    ]
    found = cleaned("\n".join(line for entry in entries for line in entry))
    assert found == [f"{first} {second.partition(' .')[0]}" for first, second in entries]
