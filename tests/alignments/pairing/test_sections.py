"""Texts that have their sections in different orders are paired section by section."""

from collections.abc import Sequence

from aligner.beads import Side, Span
from aligner.lexicon import builtin_lexicon
from alignments.pairing.sections import sections

BRIDGE = (
    ("Өзен үстінен жаңа көпір салынды.", "Через реку построен новый мост."),
    ("Құрылысқа 340 миллион теңге жұмсалды.", "На строительство ушло 340 миллионов тенге."),
    ("Көпірдің ұзындығы – 215 метр.", "Длина моста – 215 метров."),
    ("Жүргіншілер бір жыл айналма жолмен жүрген.", "Водители год ездили в объезд."),
)
SCHOOL = (
    ("Ауыл мектебіне 12 компьютер сыйланды.", "Сельской школе подарили 12 компьютеров."),
    ("Мұғалімдер оқушыларға сабақ өткізді.", "Учителя провели для учеников урок."),
    ("Келесі айда кітапхана ашылады.", "В следующем месяце откроется библиотека."),
    ("Мектепте 184 бала оқиды.", "В школе учатся 184 ребёнка."),
)
HARVEST = (
    ("Шаруалар бидай жинап жатыр.", "Фермеры убирают пшеницу."),
    ("Биыл гектарынан 18 центнерден астық алынды.", "В этом году собрано по 18 центнеров зерна с гектара."),
    ("Қамбада 9 мың тонна астық бар.", "В амбаре 9 тысяч тонн зерна."),
    ("Жаңбыр орақты тоқтатты.", "Дождь остановил уборку."),
)
KAZAKH = [kk for kk, _ in (*BRIDGE, *SCHOOL, *HARVEST)]


def found(kazakh: Sequence[str], russian: Sequence[str]) -> tuple[tuple[Span, Span], ...]:
    return sections(Side("kk", tuple(kazakh)), Side("ru", tuple(russian)), builtin_lexicon())


def test_sections_in_another_order_are_found_and_nothing_is_left_over() -> None:
    russian = ["Новости", *(ru for _, ru in (*HARVEST, *SCHOOL, *BRIDGE))]
    assert found(KAZAKH, russian) == (
        (Span(0, 4), Span(9, 13)),
        (Span(4, 8), Span(5, 9)),
        (Span(8, 12), Span(0, 5)),
    )


def test_sections_that_follow_on_each_other_stay_one() -> None:
    russian = [ru for _, ru in (*HARVEST, *BRIDGE, *SCHOOL)]
    assert found(KAZAKH, russian) == ((Span(0, 8), Span(4, 12)), (Span(8, 12), Span(0, 4)))


def test_texts_in_one_order_have_no_sections() -> None:
    russian = [ru for _, ru in (*BRIDGE, *HARVEST)]
    assert found(KAZAKH, russian) == ()
    assert found(KAZAKH, []) == ()
