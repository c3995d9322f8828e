"""Lines that a person broke inside a paragraph: `<br>` in HTML, Shift+Enter in Word."""

import pytest

from corpus.cleaning import clean
from corpus.reading import read_bytes


def cleaned(page: str, *skip: str) -> list[str]:
    pieces, _ = clean(read_bytes("a.html", f"<html><body>{page}</body></html>".encode()), frozenset(skip))
    return [piece.text for piece in pieces]


@pytest.mark.parametrize(
    "lines",
    [
        ["Кітапхана сенбіде ашық.", "Ол жексенбіде демалады.", "Тел.: 22-11-00"],
        ["Дала университеті", "Археология кафедрасы", "Ақтөбе қаласы"],
        ["1. Шатыр туралы.", "2. Аула туралы."],
        ["Министр", "А. Жұмағалиев"],
    ],
)
def test_lines_that_a_person_broke_are_paragraphs(lines: list[str]) -> None:
    assert cleaned(f"<p>{'<br>'.join(lines)}</p>") == lines
    assert cleaned(f"<table><tr><td>{'<br>'.join(lines)}</td></tr></table>") == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["Об утверждении Правил", "проведения конкурса", "на должность директора", "сельской школы"],
        ["Закон Республики", "Казахстан о библиотеках", "и архивах"],
        ["АВТОРЛАРҒА АРНАЛҒАН", "ЕРЕЖЕЛЕР"],
        ["Жел тұрса,", "Қамыс басын иеді"],
    ],
)
def test_a_title_or_an_open_line_goes_on(lines: list[str]) -> None:
    assert cleaned(f"<p>{'<br>'.join(lines)}</p>") == [" ".join(lines)]


def test_a_heading_stays_whole() -> None:
    assert cleaned("<h1>Түркістанда<br>Көктем келді</h1>") == ["Түркістанда Көктем келді"]


def test_a_page_pasted_line_by_line_is_joined() -> None:
    lines = [
        "Облыстық кітапхананың оқырмандарына қызмет көрсету",
        "тәртібі өзгерді, енді кітаптарды үйге екі аптаға",
        "емес, үш аптаға алуға болады. Бұл туралы облыстық",
        "кітапхананың директоры кеше кешке хабарлады.",
    ]
    assert cleaned(f"<p>{'<br>'.join(lines)}</p>") == [" ".join(lines)]


def test_breaks_are_spaces_where_the_step_is_left_out() -> None:
    assert cleaned("<p>Ол келді.<br>Біз кеттік.</p>", "broken lines") == ["Ол келді. Біз кеттік."]


def test_blank_lines_of_a_person_part_paragraphs() -> None:
    lines = [
        "Министр осы бұйрықтың орындалуын бақылауды комитетке жүктеп, оған мынадай тапсырмалар берді:",
        "бұйрықты бір ай ішінде мемлекеттік тіркеуден өткізу және оны баспасөз беттерінде жариялау;",
        "бұйрықты министрліктің сайтында орналастыру.",
        "анықтама телефоны: 25-16-40.",
    ]
    assert cleaned(f"<p>{'<br><br>'.join(lines)}</p>") == lines
