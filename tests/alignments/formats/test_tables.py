"""Tables that people make: headings in three languages, metadata of a corpus, faulty rows, other separators."""

import re
import shutil
import subprocess
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions, Report, WriteOptions
from alignments.formats import FORMATS, module_of
from alignments.units import Status, TranslationUnit, Variant


def read(form: str, content: str | bytes, report: Report | None = None) -> list[TranslationUnit]:
    data = content.encode() if isinstance(content, str) else content
    return list(module_of(form).read(BytesIO(data), ReadOptions("table", report=report or Report())))


def written(form: str, *units: TranslationUnit) -> bytes:
    stream = StringIO(newline="") if FORMATS[form].is_text else BytesIO()
    module_of(form).write(units, stream, WriteOptions())
    content = stream.getvalue()
    return content.encode() if isinstance(content, str) else content


CORPUS = (
    "Қазақша\tРусский\tАвтор\tпереводчик\tшығарма атауы\ttranslation title\tpublication date\ttranslation period\t"
    "түпнұсқа тілі\ttranslation language\tбет\n"
    "Абай жолы\tПуть Абая\tМұхтар Әуезов\tА. Никольская\tАбай жолы\tПуть Абая\t1942\t1945–1956\tқазақ\tорыс\t12\n"
)


def test_the_eight_fields_of_the_national_corpus_become_properties() -> None:
    (unit,) = read("tsv", CORPUS)

    assert [(variant.language, variant.text) for variant in unit.variants] == [("kk", "Абай жолы"), ("ru", "Путь Абая")]
    assert dict(unit.properties) == {
        "author": "Мұхтар Әуезов",
        "translator": "А. Никольская",
        "work title": "Абай жолы",
        "translation title": "Путь Абая",
        "publication date": "1942",
        "translation period": "1945–1956",
        "original language": "қазақ",
        "translation language": "орыс",
        "бет": "12",
    }


@pytest.mark.parametrize("form", ["tmx", "csv", "xlsx", "parquet", "jsonl"])
def test_the_eight_fields_come_back_from_other_formats(form: str) -> None:
    (unit,) = read("tsv", CORPUS)
    (back,) = read(form, written(form, unit))

    assert sorted(back.properties) == sorted(unit.properties)


def test_a_table_shows_the_texts_side_by_side() -> None:
    unit = TranslationUnit("u1", (Variant("en", "law"), Variant("kk", "заң", "Заң", (3, 4)), Variant("kk", "қағида")), 0.5)

    assert written("tsv", unit).decode() == (
        "id\tkk\ten\tkk 2\tprobability\tstatus\torigin\tkk document\tkk segments\n"
        "u1\tзаң\tlaw\tқағида\t0.5\tunreviewed\timported\tЗаң\t3,4\n"
    )


def test_quotation_marks_of_a_tsv_are_text() -> None:
    (unit,) = read("tsv", 'kk\tru\n"Қазақстан" газеті\tгазета "Казахстан"\n')

    assert unit.variants[0].text == '"Қазақстан" газеті'


def test_semicolons_of_a_csv_are_seen() -> None:
    (unit,) = read("csv", 'kk;ru\n"бір, екі";"раз;\nдва"\n')

    assert [variant.text for variant in unit.variants] == ["бір, екі", "раз;\nдва"]


def test_a_text_that_a_workbook_could_take_for_markup_is_kept() -> None:
    unit = TranslationUnit("u", (Variant("kk", "<r>Заң</r>"), Variant("ru", "Закон")))
    stream = BytesIO()
    module_of("xlsx").write([unit], stream, WriteOptions())
    (back,) = module_of("xlsx").read(BytesIO(stream.getvalue()), ReadOptions("a.xlsx"))
    assert [variant.text.strip() for variant in back.variants] == ["<r>Заң</r>", "Закон"]


def test_a_workbook_of_units_is_printed_as_far_as_its_texts_go() -> None:
    unit = TranslationUnit("u", (Variant("kk-Latn", "Zań", "buiryq", (0,)), Variant("ru", "Закон", "приказ", (0,))), 0.9)
    with ZipFile(BytesIO(written("xlsx", unit))) as package:
        assert "units!$A$1:$C$2" in package.read("xl/workbook.xml").decode()


def test_a_workbook_with_two_cells_in_far_corners_is_refused() -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "kk")
        sheet.write_string(9_999, 16_383, "ru")

    with pytest.raises(AlignmentsError, match=r"a\.xlsx: its cells lie too far apart; delete what stands far to the right"):
        list(module_of("xlsx").read(BytesIO(stream.getvalue()), ReadOptions("a.xlsx")))


def test_a_damaged_workbook_is_told_of_by_us_alone(caplog: pytest.LogCaptureFixture) -> None:
    whole = ZipFile(BytesIO(written("xlsx", TranslationUnit("u", (Variant("kk", "заң"), Variant("ru", "закон"))))))
    damaged = BytesIO()
    with ZipFile(damaged, "w") as package:
        for name in whole.namelist():
            content = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B4294967286"', whole.read(name))
            package.writestr(name, content)
    assert len(read("xlsx", damaged.getvalue())) == 1
    assert not caplog.records


def test_faulty_rows_fail_alone_with_their_line() -> None:
    report = Report()
    units = read("tsv", "kk\tru\tprobability\tstatus\nа\tб\t2\t\nа\tб\t\tmaybe\nа\tб\t0,5\taccepted\nа\tб\t\t\textra\n", report)

    assert [(unit.probability, unit.status) for unit in units] == [(0.5, Status.ACCEPTED)]
    assert report.failures == [
        "table, line 2: the probability '2' is no number from 0 to 1",
        "table, line 3: the status 'maybe' is none of unreviewed, accepted, rejected",
        "table, line 5: 5 cells for 4 columns",
    ]


@pytest.mark.parametrize("codes", ["no JSON", "[[1]]", '[[1e999, "bpt", "", [], 0]]', "[" * 100_000])
def test_a_row_whose_inline_codes_are_none_fails_alone(codes: str) -> None:
    report = Report()

    assert len(read("tsv", f"kk\tru\tkk codes\nа\tб\t{codes}\nа\tб\t\n", report)) == 1
    assert report.failures == ["table, line 2: the column of inline codes is not what tilmash wrote; empty it"]


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("tsv", b""),
        ("tsv", b"a column\tanother\n1\t2\n"),
        ("tsv", b"kk\tkk\n1\t2\n"),
        ("tsv", b"\x00" * 1000),
        ("tsv", b"kk\tru\n" + "Первое".encode("cp1251")),
        ("csv", b'kk,ru\n"never closed,\n'),
        ("xlsx", b""),
        ("xlsx", b"PK\x03\x04 damaged"),
        ("parquet", b"PAR1 damaged PAR1"),
        ("parquet", b""),
        ("jsonl", b'{"id": "1", "variants": [{"lang'),
        ("jsonl", b"[" * 100_000),
        ("po", b'msgid "a\nmsgstr'),
    ],
)
def test_a_damaged_table_is_refused(form: str, content: bytes) -> None:
    with pytest.raises(AlignmentsError, match="table"):
        read(form, content)


@pytest.mark.parametrize("place", [5, 60, -30, -12, -6])
def test_a_damaged_parquet_file_does_not_end_the_process(place: int) -> None:
    content = bytearray(written("parquet", TranslationUnit("u1", (Variant("kk", "заң"), Variant("ru", "закон")))))
    content[place] ^= 0xFF
    try:
        read("parquet", bytes(content))
    except AlignmentsError as refusal:
        assert "table" in str(refusal)  # noqa: PT017 - either outcome is fine


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "1"}',
        '{"variants": 5}',
        "7",
        '{"variants": [{"language": "kk", "text": 5}]}',
        '{"variants": [], "probability": 7}',
        "null",
        '{"variants": [], "position": Infinity}',
        '{"variants": [{"language": "kk", "text": "\\ud83d"}]}',
        '{"variants": [{"language": "kk", "text": "а"}], "notes": ["\\uDE00"]}',
    ],
)
def test_json_that_is_no_unit_fails_alone(line: str) -> None:
    report = Report()

    assert read("jsonl", line + "\n", report) == []
    assert len(report.failures) == 1


def test_bytes_of_a_windows_page_are_recognised() -> None:
    with pytest.raises(AlignmentsError, match="--encoding windows-1251"):
        read("tsv", b"ru\ten\n" + "Первое предложение".encode("cp1251") + b"\tfirst\n")


def test_a_table_in_utf_16_is_read() -> None:
    assert len(read("tsv", "kk\tru\nбір\tодин\n".encode("utf-16"))) == 1


def test_an_empty_table_holds_nothing() -> None:
    assert read("tsv", "kk\tru\n\t\n\n") == []


def has_calc() -> bool:
    """Whether LibreOffice is there with what opens workbooks, which its other parts do without."""
    program = shutil.which("soffice")
    return program is not None and (Path(program).resolve().parent / "libsclo.so").is_file()


@pytest.mark.skipif(not has_calc(), reason="LibreOffice Calc is not installed")
def test_libreoffice_opens_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "table.xlsx").write_bytes(written("xlsx", TranslationUnit("u1", (Variant("kk", "=заң"), Variant("ru", "закон")))))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "table.xlsx")], capture_output=True, check=True, timeout=120
    )

    assert "u1,=заң,закон" in (tmp_path / "table.csv").read_text(encoding="utf-8")
