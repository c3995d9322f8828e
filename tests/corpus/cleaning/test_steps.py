from collections.abc import Callable

import pytest

from corpus.cleaning import STEPS, clean
from corpus.documents import Repair
from corpus.errors import CorpusError
from corpus.reading import read_bytes

Cleaned = Callable[..., list[str]]
Repaired = Callable[[str], dict[str, Repair]]

REPAIRS = [
    ("letter spacing", "Комиссия есепті  қ а б ы л д а д ы .", "Комиссия есепті қабылдады."),
    ("letter spacing", "К і р і с п е", "Кіріспе"),
    ("letter spacing", "Т ү й і н  с ө з д е р: дала, жел.", "Түйін сөздер: дала, жел."),
    ("letter spacing", "Журнал «Д а л а  ү н і» шықты.", "Журнал «Дала үні» шықты."),
    ("letter spacing", "Тапсырманы орындауды Б Ұ Й Ы Р А М Ы Н :", "Тапсырманы орындауды БҰЙЫРАМЫН:"),
    ("letter spacing", "Это  к р а с о т а  и  м е р а .", "Это красота и мера."),
    ("letter spacing", "Главное здесь – п о с т у п ь  с л о н а и", "Главное здесь – поступь слона и"),
    ("letter spacing", "Он описал о б ы ч а и народа", "Он описал обычаи народа"),
    ("split letters", "белг іленген  тәрт іп  бойынша  м індетт і", "белгіленген тәртіп бойынша міндетті"),
    ("leaders", "1. Кітапханалар желісі ........... 14", "1. Кітапханалар желісі"),
    ("leaders", "Введение . . . . . . . iv", "Введение"),
    ("reply marks", "> Сізге хат жіберген едік,\n> оқыңыз.", "Сізге хат жіберген едік, оқыңыз."),
    ("bullets", "\uf0b7 Бірінші міндет", "Бірінші міндет"),
    ("bullets", "Міндеттер: ❖ біріншісі. • екіншісі.", "Міндеттер: біріншісі. екіншісі."),
    ("look-alikes", "Қазақ тiлiндегi кiтап", "Қазақ тіліндегі кітап"),
    ("look-alikes", "ХХІ ғасыр мен ХІХ ғасыр", "XXI ғасыр мен XIX ғасыр"),
    ("note marks", "Бұл белгілі болды. [11].", "Бұл белгілі болды [11]."),
    ("note marks", "Бұл белгілі[ 4 ] болды", "Бұл белгілі [4] болды"),
    ("note marks", "Бұл белгілі [4]болды", "Бұл белгілі [4] болды"),
    ("spaces", "Тел .: 75-20-20 ( үй )", "Тел.: 75-20-20 (үй)"),
    ("spaces", "Ол « кітап » алды , кетті", "Ол «кітап» алды, кетті"),
    ("glued words", "Ол «келемін»деп айтты", "Ол «келемін» деп айтты"),
    ("glued words", "Ол жаңа«Отан» театрына барды", "Ол жаңа «Отан» театрына барды"),
    ("glued words", "Wordжәне Excel кестелері", "Word және Excel кестелері"),
    ("glued words", "Жұмыс аяқталды.Сондықтан кеттік", "Жұмыс аяқталды. Сондықтан кеттік"),
    ("glued words", "мақсаты,міндеті", "мақсаты, міндеті"),
    ("glued words", "more than300 books", "more than 300 books"),
    ("compounds", "саяси ерік – жігері зор", "саяси ерік-жігері зор"),
    ("compounds", "60 – тан астам, 7 – бап", "60-тан астам, 7-бап"),
    ("compounds", "ұлттық – азаматтық бірлік", "ұлттық-азаматтық бірлік"),
    ("compounds", "in socio – political life", "in socio-political life"),
    ("control characters", "Кі\u200bтап\u0007 \u00adоқы", "Кітап оқы"),
    ("composed letters", "Каи\u0306 е\u0308лка", "Кай ёлка"),
]
UNTOUCHED = [
    "Тіл – қазына.",
    "Ол кетті.... Біз қалдық",
    "Директор ____________ А. Омарова",
    "Кітап – білім бұлағы.",
    "Ар.Рух.Хак қозғалысы, ISS.Kazakhstan, www.example.kz",
    "А, Б, В сыныптары және a b c d нүктелері",
    "«Алаш»тың тарихы",
    "қоғамдық–саяси өмір",
    "1,5 млн., 12:30, 4.3-тармақ",
    "Біз ... келдік",
    "СССР пен ХДП мүшесі С. Мұқанов",
    "Qazaqstan мен Facebook желісі",
    "»Nein«, sagte er. »Ich komme nicht.« Dann ging er. »Komm!«",
    "„Nein“ sagte er. Он прочёл „Книгу“ вечером.",
]


@pytest.mark.parametrize(("step", "torn", "whole"), REPAIRS)
def test_a_step_repairs_and_counts(step: str, torn: str, whole: str, cleaned: Cleaned, repaired: Repaired) -> None:
    assert cleaned(torn) == [whole]
    assert repaired(torn)[step].count >= 1
    assert repaired(torn)[step].examples


def test_an_example_of_letter_spacing_has_one_space_between_words(repaired: Repaired) -> None:
    examples = repaired("Мақалада  б и і к  қ а л а  аталады")["letter spacing"].examples
    assert examples == (("Мақалада  б и і к  қ а л а  аталады", "Мақалада  биік қала  аталады"),)


@pytest.mark.parametrize(("step", "torn"), [(step, torn) for step, torn, _ in REPAIRS])
def test_a_step_left_out_does_nothing(step: str, torn: str) -> None:
    pieces, repairs = clean(read_bytes("a.txt", torn.encode()), frozenset({step, "spaces"}))
    assert [piece.text for piece in pieces] == [" ".join(torn.split())]
    assert step not in {repair.step for repair in repairs}


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_right_stays(text: str, cleaned: Cleaned) -> None:
    assert cleaned(text) == [text]


def test_an_unknown_step_is_named_with_the_known_ones() -> None:
    with pytest.raises(CorpusError, match=r"'spacing': no cleaning step .* control characters, .* compounds"):
        clean(read_bytes("a.txt", "Сөз".encode()), frozenset({"spacing"}))


def test_a_note_mark_is_closed_though_spaces_are_left_alone(cleaned: Cleaned) -> None:
    assert cleaned("Бұл белгілі [ 4 ] болды", "spaces") == ["Бұл белгілі [4] болды"]


def test_displaced_links_go_back_only_where_the_pattern_comes_back(cleaned: Cleaned) -> None:
    lines = [
        "Заңының  сәйкес азаматтар 5-бабына",
        "Кодекстің  айтылғандай, сот 14-бабында",
        "Республикасының  қабылданды. Осы құжат Заңы",
        "Тұрғындар саны көбейді ( , ).4 6-қосымшалар",
    ]
    assert "Заңының 5-бабына сәйкес азаматтар" in cleaned("\n".join(lines))[0]
    assert "көбейді (4, 6-қосымшалар)." in cleaned("\n".join(lines))[-1]
    assert cleaned(lines[0]) == ["Заңының сәйкес азаматтар 5-бабына"]


FORM = (
    "Үйінің мекенжайы / Домашний адрес / Home address",
    "Туған жылы / Год рождения / Year of birth",
    "Мамандығы / Профессия / Profession",
)


@pytest.mark.parametrize("blank", ["", " ________", ": ____ ____", " .........", "…………"])
def test_room_to_write_in_a_form_belongs_to_no_language(blank: str, cleaned: Cleaned) -> None:
    assert cleaned("\n\n".join(f"{line}{blank}" for line in FORM)) == [part for line in FORM for part in line.split(" / ")]


HYPHENS = [
    ("Оппози-\nция мүшелері", "Оппозиция мүшелері"),
    ("КСРО-\nдағы өмір", "КСРО-дағы өмір"),
    ("1990-\nшы жылдар", "1990-шы жылдар"),
    ("бар күш-\nжігерін салды", "бар күш-жігерін салды"),
    ("қоғамдық-\nсаяси өмір", "қоғамдық-саяси өмір"),
    ("общественно–\nполитической жизни", "общественно–политической жизни"),
    ("бө- \nлісе алады", "бөлісе алады"),
    ("inter-\nviewed people", "interviewed people"),
]


@pytest.mark.parametrize(("torn", "whole"), HYPHENS)
def test_line_end_hyphens(torn: str, whole: str, cleaned: Cleaned) -> None:
    assert cleaned(torn) == [whole]


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad"])
def test_a_word_divided_at_a_line_end_inside_a_cell_is_closed(hyphen: str) -> None:
    pieces, _ = clean(read_bytes("a.csv", f'"салықтың көп{hyphen}\nшілігі","бюджет"\n"жол салығы","қазына"\n'.encode()))
    assert pieces[0].text == "салықтың көпшілігі"


def test_the_document_itself_says_how_a_word_is_written(cleaned: Cleaned) -> None:
    assert cleaned("Жер-жерде той. Бұл жер-\nжерде айтылды")[0].endswith("жер-жерде айтылды")
    assert cleaned("Тасбақа келді. Сол тас-\nбақа кетті")[0].endswith("тасбақа кетті")


def test_steps_have_names_of_their_own_and_say_what_they_do() -> None:
    assert len({step.name for step in STEPS}) == len(STEPS)
    assert all(step.says for step in STEPS)


def test_cells_of_a_row_are_no_split_letters(cleaned: Cleaned) -> None:
    assert cleaned("15.10   Негізгі баяндамалар   ректор") == ["15.10 Негізгі баяндамалар ректор"]
