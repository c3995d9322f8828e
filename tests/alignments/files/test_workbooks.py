"""New workbooks: rows as high as their texts, a page as wide as the sheet, a head that filters."""

import re
from io import BytesIO
from zipfile import ZipFile

from alignments.files.workbooks import Cell, Table, new_workbook

LONG = "Көктемгі су тасқыны кезінде бекеттегі өлшеулер әр үш сағат сайын жүргізіледі."


def sheet_of(*rows: tuple[Cell, ...], printed: int | None = None) -> tuple[str, str]:
    """The XML of a sheet with two columns of 20 digits, and of its workbook."""
    stream = BytesIO()
    with new_workbook(stream) as workbook:
        table = Table(workbook, "беттер", [("kk", 20), ("ru", 20)], printed=printed)
        for row in rows:
            table.add(row)
        table.close()
    with ZipFile(BytesIO(stream.getvalue())) as package:
        return package.read("xl/worksheets/sheet1.xml").decode(), package.read("xl/workbook.xml").decode()


def test_a_row_is_as_high_as_its_longest_text_for_libreoffice_leaves_it_as_it_is_written() -> None:
    sheet, _ = sheet_of(("Су", LONG), ("бір", "раз"), ("бір\nекі", "раз"))
    heights = dict(re.findall(r'<row r="(\d)"(?: spans="[\d:]+")?(?: ht="(\d+)" customHeight="1")?>', sheet))

    assert heights == {"1": "", "2": "75", "3": "", "4": "30"}


def test_a_column_that_is_not_wrapped_makes_no_row_higher() -> None:
    stream = BytesIO()
    with new_workbook(stream) as workbook:
        table = Table(workbook, "бет", [("kk", 20), ("signature", 5)], looks={1: {"text_wrap": False}})
        table.add(("бір", LONG))
        table.close()
    with ZipFile(BytesIO(stream.getvalue())) as package:
        assert " ht=" not in package.read("xl/worksheets/sheet1.xml").decode()


def test_a_printed_page_is_as_wide_as_the_sheet_and_repeats_its_head() -> None:
    sheet, workbook = sheet_of(("бір", 1.0), ("екі", None), printed=1)

    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert '<autoFilter ref="A1:B3"/>' in sheet
    assert re.search(r"_xlnm\.Print_Titles[^>]*>беттер!\$1:\$1<", workbook)
    assert re.search(r"_xlnm\.Print_Area[^>]*>беттер!\$A\$1:\$A\$3<", workbook)
