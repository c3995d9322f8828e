from collections.abc import Callable, Mapping
from io import BytesIO

import pytest
import xlsxwriter

from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.files import archives
from corpus.reading import read_bytes

MakeZip = Callable[[Mapping[str, str | bytes]], bytes]
Cells = list[tuple[str, int | None, int | None]]


def cells(name: str, data: bytes) -> Cells:
    reading = read_bytes(name, data)
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)
    assert {block.kind for block in reading.blocks} == {BlockKind.CELL}
    return [(block.text, block.row, block.column) for block in reading.blocks]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tsv", "кітап\tкнига\n\nоқырман\tчитатель\n"),
        ("a.csv", "кітап,книга\r\n\r\nоқырман,читатель\r\n"),
        ("a.csv", 'кітап;"книга"\n;\nоқырман;"читатель"'),
        ("a.tsv", '"кітап"\t"книга"\n\n"оқырман"\t"читатель"'),
    ],
)
def test_cells_are_separated_by_the_sign_that_the_table_uses(name: str, text: str) -> None:
    assert cells(name, text.encode()) == [("кітап", 0, 0), ("книга", 0, 1), ("оқырман", 2, 0), ("читатель", 2, 1)]


def test_a_lone_quotation_mark_between_tabs_is_a_letter() -> None:
    assert cells("a.tsv", '"Алға" газеті\tгазета "Вперёд\nбір\tодин'.encode()) == [
        ('"Алға" газеті', 0, 0),
        ('газета "Вперёд', 0, 1),
        ("бір", 1, 0),
        ("один", 1, 1),
    ]


def test_commas_in_sentences_do_not_beat_the_separator() -> None:
    rows = "Иә, келді, кетті;Да, пришёл\nЖоқ;Нет, не пришёл, ушёл\nБар;Есть"
    assert [column for _, _, column in cells("a.csv", rows.encode())] == [0, 1] * 3


def workbook(*sheets: list[tuple[int, int, str | float]], hidden: int | None = None) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        bold = book.add_format({"bold": True})
        for number, filled in enumerate(sheets):
            sheet = book.add_worksheet()
            for row, column, value in filled:
                sheet.write(row, column, value) if value else sheet.write_blank(row, column, None, bold)
            if number == hidden:
                sheet.hide()
    return stream.getvalue()


def test_a_spreadsheet_gives_its_filled_cells_sheet_after_sheet() -> None:
    data = workbook([(0, 0, "Дала"), (0, 1, "Степь"), (3, 1, 12.5)], [(0, 0, "бір")])
    assert cells("a.xlsx", data) == [("Дала", 0, 0), ("Степь", 0, 1), ("12.5", 3, 1), ("бір", 4, 0)]


def test_hidden_sheets_are_left_out_and_said() -> None:
    reading = read_bytes("a.xlsx", workbook([(0, 0, "бір")], [(0, 0, "құпия")], hidden=1))
    assert reading.text == "бір"
    assert reading.remarks == ("hidden sheets left out: Sheet2",)


def test_many_empty_rows_cost_nothing() -> None:
    rows: list[tuple[int, int, str | float]] = [(row, 0, "") for row in range(1, 20_000)]
    data = workbook([(0, 0, "бас"), *rows, (1_000_000, 0, "соң")])
    assert cells("a.xlsx", data) == [("бас", 0, 0), ("соң", 1_000_000, 0)]


def test_a_spreadsheet_without_text_is_said() -> None:
    with pytest.raises(CorpusError, match=r"^a\.xlsx: no text found in it$"):
        read_bytes("a.xlsx", workbook([]))


def test_a_sheet_with_two_cells_in_far_corners_is_refused() -> None:
    with pytest.raises(CorpusError, match=r"^a\.xlsx: its cells lie too far apart; delete what stands far"):
        read_bytes("a.xlsx", workbook([(0, 0, "бір"), (9_999, 16_383, "екі")]))


def test_a_spreadsheet_bomb_is_refused(make_zip: MakeZip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_MEMBER", 1024**2)
    bomb = make_zip({"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": b" " * 2 * 1024**2})
    with pytest.raises(CorpusError, match=r"^a\.xlsx: unpacks to 2 MB, the limit is 1 MB; cut it into several files$"):
        read_bytes("a.xlsx", bomb)


def test_a_truncated_spreadsheet_is_one_line() -> None:
    data = workbook([(0, 0, "бір")])
    with pytest.raises(CorpusError, match=r"^a\.xlsx: damaged or cut off; get it again$"):
        read_bytes("a.xlsx", data[:-200])


HEADED = "kk;Русский;автор;№\nДала жасыл.;Степь зелена.;С. Дүйсен;1\nЖел соқты.;Подул ветер.;С. Дүйсен;2\n" + "".join(
    f"Күн {number} шықты.;Взошло солнце {number}.;С. Дүйсен;{number}\n" for number in range(3, 6)
)


def test_a_first_row_that_names_languages_is_no_text() -> None:
    reading = read_bytes("a.csv", HEADED.encode())
    assert [(block.text, block.row, block.language) for block in reading.blocks[:2]] == [
        ("Дала жасыл.", 1, "kk"),
        ("Степь зелена.", 1, "ru"),
    ]
    assert {block.column for block in reading.blocks} == {0, 1}


def test_columns_beside_the_text_are_metadata_or_said_to_be_left_out() -> None:
    reading = read_bytes("a.csv", HEADED.encode())
    assert reading.metadata == (("автор", "С. Дүйсен"),)
    (remark,) = reading.remarks
    assert remark.startswith(
        "the first row names the languages of its columns (kk, Русский); columns left out: №; `tilmash import`"
    )


def test_every_sheet_may_have_headings_of_its_own() -> None:
    data = workbook([(1, 0, "English"), (1, 1, "Қазақша"), (2, 0, "one"), (2, 1, "бір")], [(0, 0, "екі")])
    reading = read_bytes("a.xlsx", data)
    assert [(block.text, block.language) for block in reading.blocks] == [("one", "en"), ("бір", "kk"), ("екі", None)]


def test_one_named_column_is_text_like_any_other() -> None:
    assert cells("a.csv", "Қазақша;Саны\nкітап;5".encode())[0] == ("Қазақша", 0, 0)
