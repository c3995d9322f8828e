from collections.abc import Callable

import pytest

from corpus.cleaning import clean
from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.reading import read_bytes

MakePdf = Callable[..., bytes]

KAZAKH = (
    "Ауыл кітапханалары тек кітап",
    "беретін орын емес, тұрғындар",
    "бас қосатын ортаға айналды.",
    "Мұнда балалар оқиды, ересек-",
    "тер газет пен журнал қарайды.",
)
RUSSIAN = (
    "Сельские библиотеки стали не",
    "только местом выдачи книг, но",
    "и местом встречи жителей.",
    "Здесь занимаются дети, а взрос-",
    "лые читают газеты и журналы.",
)

ENGLISH = ("Rural libraries are no", "longer only a place where", "books are lent: people", "meet there.")


def column(x: float, top: float, lines: tuple[str, ...], size: float = 10) -> list[tuple[float, float, float, str]]:
    return [(x, top - 14 * number, size, line) for number, line in enumerate(lines)]


def read_lines(data: bytes) -> list[str]:
    reading = read_bytes("a.pdf", data)
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)
    return [block.text.strip() for block in reading.blocks]


def test_lines_have_their_page_and_kind(make_pdf: MakePdf) -> None:
    reading = read_bytes("a.pdf", make_pdf(column(50, 700, KAZAKH), column(50, 700, RUSSIAN)))
    assert [block.text for block in reading.blocks] == [*KAZAKH, *RUSSIAN]
    assert [block.page for block in reading.blocks] == [1] * 5 + [2] * 5
    assert {block.kind for block in reading.blocks} == {BlockKind.LINE}
    assert reading.text.count("\f") == 1
    assert reading.source.reader == "pdf"


def test_two_columns_are_read_one_after_the_other(make_pdf: MakePdf) -> None:
    left, right = column(50, 700, KAZAKH), column(320, 700, RUSSIAN)
    by_rows = [text for row in zip(left, right, strict=True) for text in row]
    for drawn in (left + right, right + left, by_rows):
        assert read_lines(make_pdf(drawn)) == [*KAZAKH, *RUSSIAN]


def test_what_spans_the_columns_comes_before_and_after_them(make_pdf: MakePdf) -> None:
    title = (60, 730, 14, "АУЫЛ КІТАПХАНАЛАРЫ: СҰРАНЫС ПЕН МҮМКІНДІК")
    head, number = (450, 770, 8, "2025, № 3"), (295, 30, 8, "17")
    drawn = [head, number, title, *column(320, 700, RUSSIAN), *column(50, 700, KAZAKH)]
    assert read_lines(make_pdf(drawn)) == ["2025, № 3", title[3], *KAZAKH, *RUSSIAN, "17"]


def test_headings_over_their_columns_belong_to_them(make_pdf: MakePdf) -> None:
    heads = [(50, 730, 10, "БҰЙРЫҚ"), (320, 730, 10, "ПРИКАЗ")]
    lines = read_lines(make_pdf(heads + column(50, 700, KAZAKH) + column(320, 700, RUSSIAN)))
    assert lines == ["БҰЙРЫҚ", *KAZAKH, "ПРИКАЗ", *RUSSIAN]


def test_three_columns_on_unequal_baselines_are_read_in_order(make_pdf: MakePdf) -> None:
    narrow = tuple(line[:24] for line in KAZAKH), tuple(line[:24] for line in RUSSIAN)
    drawn = [*column(30, 700, narrow[0], 8), *column(220, 695, narrow[1], 8), *column(410, 703, ENGLISH, 8)]
    assert read_lines(make_pdf(drawn)) == [line.strip() for line in (*narrow[0], *narrow[1], *ENGLISH)]


def test_a_table_of_short_cells_is_read_cell_by_cell(make_pdf: MakePdf) -> None:
    rows = (("No", "Аудан", "Саны"), ("1", "Ақсу", "120"), ("2", "Көксу", "98"), ("3", "Панфилов", "268"))
    drawn = [(x, 700 - 14 * number, 10, row[place]) for place, x in enumerate((50, 120, 300)) for number, row in enumerate(rows)]
    blocks = read_bytes("a.pdf", make_pdf(drawn)).blocks
    assert [(block.row, block.column, block.text) for block in blocks] == [
        (number, column, text) for number, row in enumerate(rows) for column, text in enumerate(row)
    ]


def test_two_columns_of_short_cells_keep_their_rows(make_pdf: MakePdf) -> None:
    rows = (("Аудан", "Саны"), ("Ақсу", "120"), ("Көксу", "98"), ("Панфилов", "268"))
    drawn = [(x, 700 - 14 * number, 10, row[place]) for place, x in enumerate((50, 300)) for number, row in enumerate(rows)]
    assert read_lines(make_pdf(drawn)) == ["  ".join(row) for row in rows]


WRAPPED = (
    ("Облыс", 50, 700),
    ("Аспаптар", 170, 700),
    ("Жауапты ұйым", 300, 700),
    ("Шығыс Қазақстан", 50, 680),
    ("8 020", 170, 680),
    ("Өскемен қаласының", 300, 680),
    ("облысы", 50, 666),
    ("су желілері", 300, 666),
    ("Абай облысы", 50, 646),
    ("5 300", 170, 646),
    ("Семей су арнасы", 300, 646),
)


def test_a_table_without_borders_is_read_with_its_wrapped_cells_between_the_lines_around_it(make_pdf: MakePdf) -> None:
    around = [(50, 730, 10, "Кесте облыстар бойынша:"), (50, 616, 10, "Кесте тұрғындарға бір ай бұрын хабарланады.")]
    drawn = [around[0], *((x, y, 10, text) for text, x, y in WRAPPED), around[1]]
    assert [piece.text for piece in clean(read_bytes("a.pdf", make_pdf(drawn)))[0]] == [
        around[0][3],
        *("Облыс", "Аспаптар", "Жауапты ұйым"),
        *("Шығыс Қазақстан облысы", "8 020", "Өскемен қаласының су желілері"),
        *("Абай облысы", "5 300", "Семей су арнасы"),
        around[1][3],
    ]


def test_columns_of_a_table_without_borders_are_no_columns_of_text_though_their_cells_are_long(make_pdf: MakePdf) -> None:
    rows = [
        ("Абай", "Ауыл балаларының жазғы лагері", "Қарауыл ауылының кітапханасы"),
        ("Нұра", "Көшпелі кітапхана автобусы", "Киевка кентінің мәдениет үйі"),
        ("Шет", "Ардагерлер естелігінің жинағы", "Ақсу-Аюлы ауылының мектебі"),
        ("Осакаров", "Балалар театрының қойылымы", "Осакаровка кентінің алаңы"),
    ]
    drawn = [(x, 700 - 14 * number, 10, row[place]) for number, row in enumerate(rows) for place, x in enumerate((50, 130, 330))]
    assert read_lines(make_pdf(drawn)) == [text for row in rows for text in row]


CELLS = [
    *("Облыс", "Аспаптар", "Жауапты ұйым"),
    *("Шығыс Қазақста\nоблысы", "8 020", "Өскемен қаласы\nсу желілері"),
    *("Абай облысы", "5 300", "Семей су арнас"),
]


def test_a_table_without_borders_beside_a_text_is_read_in_its_column(make_pdf: MakePdf) -> None:
    left = [(50, 750 - 14 * number, 8, f"Ауыл тұрғындарына арналған мәтін, {number}") for number in range(24)]
    rows = [(x + 200, y - 20, 8, text[:14]) for text, x, y in WRAPPED]
    right = [(250, 590 - 14 * number, 8, f"Кесте тұрғындарға хабарланады, {number}") for number in range(12)]
    lines = read_lines(make_pdf([*left, *rows, *right]))
    assert lines == [*(text for *_, text in left), *CELLS, *(text for *_, text in right)]


BORDERS = [(x, 640, x, 715) for x in (45, 115, 250, 380)] + [(45, y, 380, y) for y in (640, 660, 695, 715)]


@pytest.mark.parametrize("boxes", [False, True])
def test_a_ruled_table_is_read_cell_by_cell(make_pdf: MakePdf, boxes: bool) -> None:  # noqa: FBT001 - a parameter
    if boxes:
        figures = "\n".join(f"{x} {y} {right - x or 1} {top - y or 1} re f" for x, y, right, top in BORDERS)
    else:
        figures = "\n".join(f"{x} {y} m {right} {top} l S" for x, y, right, top in BORDERS)
    head = [(50, 700, 10, "Аудан"), (120, 700, 10, "Атауы"), (255, 700, 10, "Сомасы")]
    rows = [(50, 680, 10, "Ақсу"), (120, 683, 10, "Табыс салығы"), (120, 667, 10, "бойынша түсімдер"), (255, 680, 10, "9870")]
    last = [(50, 645, 10, "Көксу"), (120, 645, 10, "Жер салығы"), (255, 645, 10, "4125")]
    title = (50, 730, 10, "Бюджет")
    reading = read_bytes("a.pdf", make_pdf([title, *head, *rows, *last], [*head, *last], figures=figures))
    found = [(block.row, block.column, block.text) for block in reading.blocks]
    first = [(0, 0, "Аудан"), (0, 1, "Атауы"), (0, 2, "Сомасы")]
    second = [(1, 0, "Ақсу"), (1, 1, "Табыс салығы\nбойынша түсімдер"), (1, 2, "9870")]
    third = [(2, 0, "Көксу"), (2, 1, "Жер салығы"), (2, 2, "4125")]
    again = [(row + 3, column, text) for row, column, text in (*first, *third)]
    assert found == [(None, None, "Бюджет"), *first, *second, *third, *again]
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)


LINES = "\n".join(f"{x} {y} m {right} {top} l S" for x, y, right, top in BORDERS)
CLOSED = "45 640 m 380 640 l 380 715 l 45 715 l h S\n" + "\n".join(
    f"{x} {y} m {right} {top} l S" for x, y, right, top in BORDERS if x in {115, 250} or y in {660, 695}
)
HALF = "\n".join(f"{x / 2} {(y - 40) / 2} m {right / 2} {(top - 40) / 2} l S" for x, y, right, top in BORDERS)


@pytest.mark.parametrize("figures", [CLOSED, f"q 2 0 0 2 0 40 cm {HALF} Q"], ids=["closed", "drawn smaller"])
def test_borders_are_where_they_are_seen(make_pdf: MakePdf, figures: str) -> None:
    drawn = [(50, 680, 10, "Ақсу"), (120, 680, 10, "Табыс салығы"), (255, 680, 10, "9870")]
    reading = read_bytes("a.pdf", make_pdf(drawn, figures=figures))
    assert [(block.row, block.column) for block in reading.blocks] == [(1, 0), (1, 1), (1, 2)]


def test_the_borders_of_a_table_that_lies_on_its_side_are_turned_with_its_letters(make_pdf: MakePdf) -> None:
    drawn = [(800 - y, x, 10, text) for x, y, _, text in [(50, 680, 10, "Aqsu"), (120, 680, 10, "Tax"), (255, 680, 10, "9870")]]
    figures = "\n".join(f"{800 - y} {x} m {800 - top} {right} l S" for x, y, right, top in BORDERS)
    reading = read_bytes("a.pdf", make_pdf(drawn, matrix="0 1 -1 0", figures=figures))
    assert [(block.row, block.column) for block in reading.blocks] == [(1, 0), (1, 1), (1, 2)]


def test_a_path_of_very_many_strokes_is_a_picture(make_pdf: MakePdf) -> None:
    drawn = [(50, 680, 10, "Ақсу"), (120, 680, 10, "Табыс салығы"), (255, 680, 10, "9870")]
    path = "0 0 m " + "1 1 l " * 2000 + " ".join(f"{x} {y} m {right} {top} l" for x, y, right, top in BORDERS) + " S"
    assert all(block.row is None for block in read_bytes("a.pdf", make_pdf(drawn, figures=path)).blocks)


def test_a_word_divided_in_a_cell_is_closed(make_pdf: MakePdf) -> None:
    figures = "\n".join(f"{x} {y} m {right} {top} l S" for x, y, right, top in BORDERS)
    drawn = [(50, 680, 10, "Ақсу"), (120, 683, 10, "салықтың көп-"), (120, 667, 10, "шілігі"), (255, 680, 10, "9870")]
    pieces, _ = clean(read_bytes("a.pdf", make_pdf(drawn, figures=figures)))
    assert [piece.text for piece in pieces] == ["Ақсу", "салықтың көпшілігі", "9870"]


def test_a_raised_number_stays_on_its_line(make_pdf: MakePdf) -> None:
    drawn = [*column(50, 700, KAZAKH[:2]), (50 + 6 * len(KAZAKH[0]), 704, 6, "1")]
    assert read_lines(make_pdf(drawn))[0] == KAZAKH[0] + "1"
    in_order = [drawn[0], drawn[2], drawn[1]]
    assert read_lines(make_pdf(in_order))[0] == KAZAKH[0] + "¹"


def test_an_indent_and_a_wide_step_between_paragraphs_are_kept(make_pdf: MakePdf) -> None:
    drawn = [(80, 700, 10, KAZAKH[0]), (50, 686, 10, KAZAKH[1]), (50, 672, 10, KAZAKH[2]), (50, 630, 10, KAZAKH[4])]
    text = read_bytes("a.pdf", make_pdf(drawn)).text
    assert text == f"    {KAZAKH[0]}\n{KAZAKH[1]}\n{KAZAKH[2]}\n\n{KAZAKH[4]}"


def test_text_turned_otherwise_than_the_rest_is_read_in_lines_of_its_own(make_pdf: MakePdf) -> None:
    turned = f"BT /F 10 Tf 0 1 -1 0 500 300 Tm <{'Side note'.encode('utf-16-be').hex()}> Tj ET"
    page = [*column(50, 700, KAZAKH), (50, 500, 10, "Side note and text")]
    assert read_lines(make_pdf(page, figures=turned)) == [*KAZAKH, "Side note and text", "Side note"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_is_read_upright_however_it_is_shown(make_pdf: MakePdf, rotate: int) -> None:
    assert read_lines(make_pdf(column(50, 700, KAZAKH), rotate=rotate)) == list(KAZAKH)


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_a_text_that_runs_up_the_page_is_read_along_its_lines(make_pdf: MakePdf, matrix: str) -> None:
    a, b, c, d = map(int, matrix.split())
    drawn = [(300 + a * x + c * y, 400 + b * x + d * y, 10, line) for x, y, _, line in column(-100, 50, ENGLISH)]
    assert read_lines(make_pdf(drawn, matrix=matrix)) == list(ENGLISH)


def test_ligatures_are_spelled_out(make_pdf: MakePdf) -> None:
    assert read_lines(make_pdf([(50, 700, 10, "the o\ufb03ce \ufb01le")])) == ["the office file"]


def test_a_page_without_text_is_named(make_pdf: MakePdf) -> None:
    reading = read_bytes("a.pdf", make_pdf([], column(50, 700, KAZAKH), [], []))
    assert reading.remarks == ("pages 1, 3–4: no text found; probably scanned. Run OCR first if needed",)
    assert [block.page for block in reading.blocks] == [2] * 5


def test_a_page_whose_font_hides_its_letters_is_named(make_pdf: MakePdf) -> None:
    reading = read_bytes("a.pdf", make_pdf(column(50, 700, KAZAKH), column(50, 700, ("\ue041\ue042\ue043 text",))))
    assert len(reading.remarks) == 1
    assert reading.remarks[0].startswith("page 2: the fonts do not say which letters they draw")


def test_a_page_that_runs_from_right_to_left_is_named(make_pdf: MakePdf) -> None:
    reading = read_bytes("a.pdf", make_pdf(column(50, 700, ("قازاق تىلى", "ءبىزدىڭ ەل"))))
    assert reading.remarks == ("page 1: text from right to left is not put in order in a PDF; save it as DOCX or plain text",)


def test_what_is_no_pdf_is_said() -> None:
    with pytest.raises(CorpusError, match=r"^a\.pdf: is no PDF although it is named so$"):
        read_bytes("a.pdf", "Мәтін".encode())


def test_a_scan_without_any_text_is_refused(make_pdf: MakePdf) -> None:
    with pytest.raises(
        CorpusError, match=r"^a\.pdf: no text found on any of its 2 pages; it is probably a scan\. Run OCR first$"
    ):
        read_bytes("a.pdf", make_pdf([], []))


def test_a_truncated_pdf_is_refused(make_pdf: MakePdf) -> None:
    data = make_pdf(column(50, 700, KAZAKH))
    with pytest.raises(CorpusError, match=r"^a\.pdf: the PDF is cut off, its end is missing; get it again$"):
        read_bytes("a.pdf", data[: len(data) // 2])
    with pytest.raises(CorpusError, match=r"^a\.pdf: cannot be read as PDF; it may be damaged"):
        read_bytes("a.pdf", b"%PDF-1.5\nnothing\n%%EOF")


def test_a_password_is_said(make_pdf: MakePdf) -> None:
    data = make_pdf(column(50, 700, KAZAKH))
    keys = f"/O <{'41' * 32}> /U <{'42' * 32}>"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 {keys} >> /ID [<{'43' * 16}> <{'43' * 16}>] /Size"
    with pytest.raises(CorpusError, match=r"^a\.pdf: protected by a password; save an open copy first$"):
        read_bytes("a.pdf", data.replace(b"trailer << /Size", f"trailer << {lock}".encode()))


def printed_page(number: int, head: str = "Жылдық есеп", foot: str | None = None) -> list[tuple[float, float, float, str]]:
    """A page of twelve lines, two of which are the same on every page, with head and foot."""
    words = ["бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы", "оныншы"]
    body = [f"Бұл {'ABCDEF'[number]} бетінің {word} жолы, ол бірнеше сөзден тұрады." for word in words]
    body[3:3] = ["Барлығы осылай шешілді."]
    body[10:10] = ["Кеңес мақұлдады."]
    ends = [(50, 770, 10, head), (290, 30, 10, str(number + 7) if foot is None else foot)]
    return [*column(50, 700, tuple(body)), *(one for one in ends if one[3])]


@pytest.mark.parametrize(("head", "foot"), [("Жылдық есеп", None), ("Жылдық есеп", ""), ("", None)])
def test_only_lines_at_the_edges_of_pages_are_heads_and_feet(make_pdf: MakePdf, head: str, foot: str | None) -> None:
    pieces, _ = clean(read_bytes("a.pdf", make_pdf(*(printed_page(number, head, foot) for number in range(4)))))
    text = "\n".join(piece.text for piece in pieces)
    assert text.count("Барлығы осылай шешілді.") == text.count("Кеңес мақұлдады.") == 4
    assert text.count("Жылдық есеп") == bool(head)
    assert not {"7", "8", "9", "10"} & {piece.text for piece in pieces}


def test_a_head_that_counts_the_pages_goes_and_one_that_changes_stays(make_pdf: MakePdf) -> None:
    heads = [f"Хабаршы, № 4    {number + 31}" for number in range(3)]
    text = "\n".join(piece.text for piece in clean(read_bytes("a.pdf", make_pdf(*map(printed_page, range(3), heads))))[0])
    assert text.count("Хабаршы") == 1
    titles = ["Қаулы 12", "Қаулы 40", "Қаулы 41"]
    text = "\n".join(piece.text for piece in clean(read_bytes("a.pdf", make_pdf(*map(printed_page, range(3), titles))))[0])
    assert all(title in text for title in titles)


def test_a_head_on_two_pages_only_goes_where_the_pages_are_numbered(make_pdf: MakePdf) -> None:
    def text(number: str) -> str:
        pages = [[(50, 770, 10, "Жылдық есеп"), *column(50, 700, side), (290, 30, 10, number)] for side in (KAZAKH, RUSSIAN)]
        numbered = [[*page[:-1], (290, 30, 10, str(count))] for count, page in enumerate(pages, start=1)] if number else pages
        return "\n".join(paragraphs_of(make_pdf(*numbered)))

    assert text("1").count("Жылдық есеп") == 1
    assert text("").count("Жылдық есеп") == 2


def test_a_signature_at_the_foot_of_two_pages_stays_though_they_are_numbered_at_the_top(make_pdf: MakePdf) -> None:
    pages = [
        [(290, 770, 10, str(count)), *column(50, 700, side), (50, 600, 10, "Директор С. Ахметов")]
        for count, side in enumerate((KAZAKH, RUSSIAN), start=1)
    ]
    assert "\n".join(paragraphs_of(make_pdf(*pages))).count("Директор") == 2


def test_short_paragraphs_stay_apart_though_most_lines_are_set_in(make_pdf: MakePdf) -> None:
    paragraphs = [("Кітапхана ережелері",), KAZAKH[:3], ("Сирек кітаптар",), KAZAKH[3:], ("Кіру тегін.",), ("Бәрі келсін.",)]
    lines = [(62 if place == 0 else 50, line) for one in paragraphs for place, line in enumerate(one)]
    drawn = [(x, 700 - 14 * number, 10, line) for number, (x, line) in enumerate(lines)]
    found = [piece.text for piece in clean(read_bytes("a.pdf", make_pdf(drawn)))[0]]
    assert found == [" ".join(one).replace("ересек- тер", "ересектер") for one in paragraphs]


def test_a_wide_step_is_seen_though_most_paragraphs_are_of_one_line(make_pdf: MakePdf) -> None:
    paragraphs = [("3-бап. Кітап қоры",), ("Кіру тегін.",), KAZAKH[:3], ("4-бап. Оқырман",), ("Бәрі келсін.",), ("Тыныштық.",)]
    tops = [702, 681, 660, 611, 590, 569]
    drawn = [one for top, lines in zip(tops, paragraphs, strict=True) for one in column(50, top, lines, 10)]
    found = [piece.text for piece in clean(read_bytes("a.pdf", make_pdf(drawn)))[0]]
    assert found == [" ".join(one) for one in paragraphs]


def paragraphs_of(data: bytes) -> list[str]:
    return [piece.text for piece in clean(read_bytes("a.pdf", data))[0]]


def test_a_wide_step_inside_a_page_parts_a_full_line_from_the_next(make_pdf: MakePdf) -> None:
    drawn = [(50, 700, 10, "Ауылда жаңа кітапхана ашыл"), *column(50, 679, KAZAKH)]
    first, second = paragraphs_of(make_pdf(drawn))
    assert (first, second[:17]) == ("Ауылда жаңа кітапхана ашыл", "Ауыл кітапханалар")


HEADING = "Тұрғындар тек кітап оқиды"


@pytest.mark.parametrize("font", ["/B 10", "/F 12"])
def test_a_heading_in_other_letters_is_apart_from_the_full_line_below_it(make_pdf: MakePdf, font: str) -> None:
    heading = f"BT {font} Tf 1 0 0 1 50 700 Tm <{HEADING.encode('utf-16-be').hex()}> Tj ET"
    assert paragraphs_of(make_pdf(column(50, 686, KAZAKH), figures=heading))[0] == HEADING
    assert paragraphs_of(make_pdf([(50, 700, 10, HEADING), *column(50, 686, KAZAKH)]))[0] != HEADING


def heading_in(first: str, second: str) -> str:
    """The heading, its two halves each in a font and size."""
    halves = ((50, first, HEADING[:15]), (140, second, HEADING[15:]))
    return "\n".join(f"BT {font} Tf 1 0 0 1 {x} 700 Tm <{text.encode('utf-16-be').hex()}> Tj ET" for x, font, text in halves)


def test_hardly_larger_letters_make_no_heading(make_pdf: MakePdf) -> None:
    assert paragraphs_of(make_pdf(column(50, 686, KAZAKH), figures=heading_in("/F 10.5", "/F 10.5")))[0] != HEADING


def test_a_heading_is_in_one_type_though_sizes_differ_by_a_hair(make_pdf: MakePdf) -> None:
    assert paragraphs_of(make_pdf(column(50, 686, KAZAKH), figures=heading_in("/B 10", "/B 10.04")))[0] == HEADING
    assert paragraphs_of(make_pdf(column(50, 686, KAZAKH), figures=heading_in("/B 10", "/F 10")))[0] != HEADING


def test_a_small_letter_below_a_heading_set_apart_begins_a_paragraph(make_pdf: MakePdf) -> None:
    drawn = [(50, 700, 10, "ПРОТОКОЛ № 4"), *column(50, 670, ("заседания совета библиотеки", *RUSSIAN))]
    assert paragraphs_of(make_pdf(drawn))[0] == "ПРОТОКОЛ № 4"


def test_a_small_letter_right_below_a_heading_or_on_the_next_page_goes_on_with_it(make_pdf: MakePdf) -> None:
    heading, rest = (50, 700, 10, "ПРОТОКОЛ № 4"), ("заседания совета библиотеки", *RUSSIAN)
    below = make_pdf([heading, *column(50, 686, rest)])
    assert paragraphs_of(below)[0].startswith("ПРОТОКОЛ № 4 заседания")
    assert paragraphs_of(make_pdf([heading], column(50, 700, rest)))[0].startswith("ПРОТОКОЛ № 4 заседания")


def test_a_sentence_goes_on_in_the_next_column(make_pdf: MakePdf) -> None:
    left = (*KAZAKH, "Жазда кітапхананы көру үшін Солтүстік")
    right = ("Қазақстанның оқырмандары көріп", "шықты, олар кітаптарын ала", "келді де, бірге шай ішті.")
    assert paragraphs_of(make_pdf(column(50, 700, left) + column(320, 700, right)))[-1].endswith(
        "Солтүстік Қазақстанның оқырмандары көріп шықты, олар кітаптарын ала келді де, бірге шай ішті."
    )


NARROW_LEFT = (
    "Аудан орталығында",
    "жаңадан салынған",
    "кітапхана тұрғындарға",
    "есігін айқара ашты.",
    "Онда балалар залы,",
    "оқу бөлмесі және үлкен",
    "жиналыс залы бар.",
)
NARROW_RIGHT = (
    "На окраине поселка",
    "открылась новая",
    "библиотека, которую",
    "построили за год.",
    "Там есть детский зал,",
    "кружки, просторная",
    "читальная комната.",
)


def spread(x: float, y: float, width: float, line: str) -> list[tuple[float, float, float, str]]:
    """A line of six points a letter whose words are drawn apart until it fills the width; a last line keeps its spaces."""
    words = line.split()
    gap = 6.0 if line.endswith(".") else (width - 6 * sum(map(len, words))) / (len(words) - 1)
    places = [x + sum(6 * len(word) + gap for word in words[:number]) for number in range(len(words))]
    return [(place, y, 10, word) for place, word in zip(places, words, strict=True)]


def test_narrow_columns_whose_lines_are_spread_to_the_margin_are_read_in_order_and_joined(make_pdf: MakePdf) -> None:
    drawn = [part for number, line in enumerate(NARROW_LEFT) for part in spread(50, 700 - 14 * number, 135, line)]
    drawn += [part for number, line in enumerate(NARROW_RIGHT) for part in spread(205, 695 - 14 * number, 135, line)]
    assert paragraphs_of(make_pdf(drawn)) == [" ".join(NARROW_LEFT), " ".join(NARROW_RIGHT)]
