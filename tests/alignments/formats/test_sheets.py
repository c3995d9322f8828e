"""Workbooks written row by row: texts as they are, how columns look, what may be chosen."""

from collections.abc import Sequence
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import fastexcel
import pytest

from alignments.files.sheets import Cell, Look, Sheet, write_sheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(sheet: Sheet, *rows: Sequence[Cell]) -> bytes:
    stream = BytesIO()
    write_sheet(sheet, rows, stream)
    return stream.getvalue()


def part(workbook: bytes, name: str) -> Element:
    with ZipFile(BytesIO(workbook)) as package:
        return fromstring(package.read(name))  # noqa: S314 - our own


@pytest.mark.parametrize(
    "text",
    ["<r>су</r>", " су ", "су\nот", "_x0041_", "_x004", "=1+1", "су\r\x0c", "&amp; <b>", "'", "😀", "https://example.org", "\t"],
)
def test_a_text_is_a_text_and_comes_back_as_it_was(text: str) -> None:
    workbook = written(Sheet("a", (10, 10)), ("kk", "ru"), (text, "су"))

    assert fastexcel.read_excel(workbook).load_sheet(0, dtypes="string").to_polars().row(0) == (text, "су")


def test_what_no_xml_may_hold_is_left_out() -> None:
    workbook = written(Sheet("a", (10,)), ("kk",), ("с\ufffe\ud800у",))

    assert fastexcel.read_excel(workbook).load_sheet(0).to_polars().row(0) == ("су",)


def test_every_part_is_well_formed_and_the_same_rows_make_the_same_bytes() -> None:
    sheet = Sheet("заң & <тәртіп>", (10, 5), {1: Look(percent=True)}, {0: ("иә", "жоқ")})
    workbook = written(sheet, ("kk", "p"), ("су", 0.25), ("от", None))

    with ZipFile(BytesIO(workbook)) as package:
        for name in package.namelist():
            fromstring(package.read(name))  # noqa: S314 - our own
    assert workbook == written(sheet, ("kk", "p"), ("су", 0.25), ("от", None))


def test_columns_look_as_they_are_told_and_the_heading_stays_in_view() -> None:
    workbook = written(Sheet("a", (50, 9), {1: Look(align="right", percent=True)}), ("kk", "p"), ("су", 0.25))
    styles, sheet = part(workbook, "xl/styles.xml"), part(workbook, "xl/worksheets/sheet1.xml")
    formats = styles.findall(f"{MAIN}cellXfs/{MAIN}xf")
    looks = [formats[int(cell.get("s", "0"))] for cell in sheet.iter(f"{MAIN}c")]

    assert [look.get("fontId") for look in looks] == ["1", "1", "0", "0"]
    assert [look.get("numFmtId") for look in looks] == ["0", "0", "0", "9"]
    assert [look[0].get("horizontal") for look in looks] == ["general", "general", "general", "right"]
    assert [column.get("width") for column in sheet.iter(f"{MAIN}col")] == ["50", "9"]
    assert [pane.get("topLeftCell") for pane in sheet.iter(f"{MAIN}pane")] == ["B2"]


def test_a_column_offers_the_words_to_choose_from() -> None:
    sheet = part(written(Sheet("a", (9, 9), choices={1: ("accept", "reject")}), ("id", "verdict")), "xl/worksheets/sheet1.xml")
    (choice,) = sheet.iter(f"{MAIN}dataValidation")

    assert choice.get("sqref") == "B2:B1048576"
    assert choice[0].text == '"accept,reject"'


def test_columns_beyond_z_have_two_letters() -> None:
    heading = tuple(f"c{number}" for number in range(60))
    sheet = part(written(Sheet("a", (9,) * 60), heading), "xl/worksheets/sheet1.xml")
    places = [cell.get("r") for cell in sheet.iter(f"{MAIN}c")]

    assert [places[column] for column in (0, 25, 26, 51, 52)] == ["A1", "Z1", "AA1", "AZ1", "BA1"]
