"""Headings, cells and paragraphs in which each language has its own line."""

from collections.abc import Sequence

from corpus.cleaning import clean
from corpus.reading import read_bytes


def cleaned(page: str, *skip: str) -> list[tuple[str, str | None]]:
    pieces, _ = clean(read_bytes("a.html", f"<html><body>{page}</body></html>".encode()), frozenset(skip))
    return [(piece.text, piece.language) for piece in pieces]


def table(*cells: Sequence[str]) -> str:
    rows = (f"<tr><td>7</td><td>{'<br>'.join(lines)}</td></tr>" for lines in cells)
    return f"<table>{''.join(rows)}</table>"


def test_a_heading_with_a_line_a_language_is_cut() -> None:
    page = "<h1>Кітапхана оқырмандарына арналған сауалнама<br>Анкета для читателей библиотеки</h1>"
    assert cleaned(page) == [
        ("Кітапхана оқырмандарына арналған сауалнама", "kk"),
        ("Анкета для читателей библиотеки", "ru"),
    ]


def test_short_cells_are_cut_in_the_order_that_the_others_show() -> None:
    cells = [("Өлшем бірлігі", "Единица", "Unit"), ("дана", "штука", "piece"), ("метр", "метр", "metre"), ("жұп", "пара", "pair")]
    found = cleaned(table(*cells))
    assert [text for text, _ in found if text != "7"] == [line for cell in cells for line in cell]
    assert [language for text, language in found if text != "7"] == ["kk", "ru", "en"] * 4


def test_such_cells_are_rows_of_their_own() -> None:
    page = table(("Атауы", "Наименование"), ("Бағасы", "Цена"), ("Мекенжайы", "Адрес"))
    pieces, repairs = clean(read_bytes("a.html", f"<html><body>{page}</body></html>".encode()))
    assert [(piece.row, piece.column) for piece in pieces if piece.text != "7"] == [
        (3, 2),
        (3, 3),
        (4, 2),
        (4, 3),
        (5, 2),
        (5, 3),
    ]
    assert [(repair.step, repair.count) for repair in repairs] == [("parallel lines", 3)]


def test_lines_in_one_language_stay_as_they_are() -> None:
    assert cleaned("<h1>Түркістанда<br>көктем келді</h1>") == [("Түркістанда көктем келді", None)]
    assert cleaned("<h1>Министр<br>А. Жұмағалиев</h1>") == [("Министр А. Жұмағалиев", None)]


def test_a_few_pieces_in_two_languages_say_nothing_of_the_others() -> None:
    titles = ["Дала университетінің<br>жаңа ғимараты", "Қалалық кітапхананың<br>жұмыс уақыты", "Ауыл мектебінің<br>асханасы"]
    assert cleaned("".join(f"<h2>{title}</h2>" for title in [*titles, "Бағасы<br>Цена"]))[:3] == [
        (title.replace("<br>", " "), None) for title in titles
    ]
