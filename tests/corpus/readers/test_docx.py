from collections.abc import Callable, Mapping

import pytest

from corpus.documents import BlockKind, Reading
from corpus.errors import CorpusError
from corpus.files import archives
from corpus.reading import read_bytes

MakeZip = Callable[[Mapping[str, str | bytes]], bytes]

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {SPACE}>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="Бөлім"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="dots"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
</w:styles>"""


def document(body: str, **parts: str) -> dict[str, str | bytes]:
    members: dict[str, str | bytes] = {"word/document.xml": f"<w:document {SPACE}><w:body>{body}</w:body></w:document>"}
    members |= {f"word/{name}.xml": part for name, part in parts.items()}
    return members


def paragraph(text: str, about: str = "") -> str:
    return f"<w:p><w:pPr>{about}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(*texts: str, span: int = 1) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{"".join(map(paragraph, texts))}</w:tc>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def read(data: bytes) -> Reading:
    reading = read_bytes("a.docx", data)
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)
    return reading


def kinds(reading: Reading) -> list[tuple[str, BlockKind]]:
    return [(block.text, block.kind) for block in reading.blocks]


def test_headings_lists_and_paragraphs_are_known_by_style_and_numbering(make_zip: MakeZip) -> None:
    body = "".join(
        [
            paragraph("Тарау", '<w:pStyle w:val="1"/>'),
            paragraph("Бөлім", '<w:pStyle w:val="mine"/>'),
            paragraph("Тақырыпша", '<w:outlineLvl w:val="2"/>'),
            paragraph("Бірінші тармақ", '<w:numPr><w:numId w:val="5"/></w:numPr>'),
            paragraph("Екінші тармақ", '<w:pStyle w:val="dots"/>'),
            paragraph("Тармақ емес", '<w:pStyle w:val="dots"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
            paragraph("Мәтін"),
            paragraph("   "),
        ]
    )
    assert kinds(read(make_zip(document(body, styles=STYLES)))) == [
        ("Тарау", BlockKind.HEADING),
        ("Бөлім", BlockKind.HEADING),
        ("Тақырыпша", BlockKind.HEADING),
        ("Бірінші тармақ", BlockKind.LIST_ITEM),
        ("Екінші тармақ", BlockKind.LIST_ITEM),
        ("Тармақ емес", BlockKind.PARAGRAPH),
        ("Мәтін", BlockKind.PARAGRAPH),
    ]


def test_cells_have_row_and_column_counted_through_all_tables(make_zip: MakeZip) -> None:
    inner = f"<w:tc>{table(cell('ішкі'))}<w:p/></w:tc>"
    body = table(cell("кітап") + cell("книга"), cell("бас", "аяқ", span=2) + cell("соң")) + table(cell("соңғы") + inner)
    blocks = read(make_zip(document(body))).blocks
    assert [(block.text, block.row, block.column) for block in blocks] == [
        ("кітап", 0, 0),
        ("книга", 0, 1),
        ("бас", 1, 0),
        ("аяқ", 1, 0),
        ("соң", 1, 2),
        ("соңғы", 2, 0),
        ("ішкі", 3, 0),
    ]
    assert {block.kind for block in blocks} == {BlockKind.CELL}


def test_a_footnote_follows_its_paragraph_and_stays_in_its_cell(make_zip: MakeZip) -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnotes {SPACE}><w:footnote w:id="2">{paragraph("Ескерту.")}</w:footnote></w:footnotes>'
    torn = f"<w:p><w:r><w:t>Мәтін</w:t></w:r>{mark}<w:r><w:t> жалғасы.</w:t></w:r></w:p>"
    expected = [("Мәтін жалғасы.", BlockKind.PARAGRAPH), ("Ескерту.", BlockKind.NOTE), ("Соңы.", BlockKind.PARAGRAPH)]
    assert kinds(read(make_zip(document(torn + paragraph("Соңы."), footnotes=notes)))) == expected
    in_table = table(f"<w:tc>{torn}</w:tc>{cell('екінші')}")
    blocks = read(make_zip(document(in_table, footnotes=notes))).blocks
    assert [(block.text, block.row, block.column) for block in blocks] == [
        ("Мәтін жалғасы.", 0, 0),
        ("Ескерту.", 0, 0),
        ("екінші", 0, 1),
    ]


def test_tables_that_cells_beside_each_other_hold_are_text_of_these_cells(make_zip: MakeZip) -> None:
    def outer(first: str, second: str) -> str:
        inner = f"{paragraph('бас')}{table(cell(first) + cell('12'), cell('соң') + cell('7'))}<w:p/>"
        return f"<w:tc>{inner}</w:tc><w:tc>{inner.replace(first, second)}</w:tc>"

    blocks = read(make_zip(document(table(outer("кітап", "книга"), cell("аяқ") + cell("конец"))))).blocks
    assert [(block.text, block.row, block.column) for block in blocks] == [
        *((text, 0, 0) for text in ("бас", "кітап", "12", "соң", "7")),
        *((text, 0, 1) for text in ("бас", "книга", "12", "соң", "7")),
        ("аяқ", 1, 0),
        ("конец", 1, 1),
    ]


def test_headers_come_first_and_footers_last(make_zip: MakeZip) -> None:
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    section = f'<w:sectPr {space}><w:headerReference r:id="a"/><w:footerReference r:id="b"/></w:sectPr>'
    relations = '<Relationships><Relationship Id="a" Target="h.xml"/><Relationship Id="b" Target="f.xml"/></Relationships>'
    members = document(paragraph("Мәтін") + section, h=f"<w:hdr {SPACE}>{paragraph('Министрлік')}</w:hdr>")
    members |= {"word/f.xml": f"<w:ftr {SPACE}>{paragraph('Мекенжай')}</w:ftr>", "word/_rels/document.xml.rels": relations}
    assert [text for text, _ in kinds(read(make_zip(members)))] == ["Министрлік", "Мәтін", "Мекенжай"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>бір</w:t><w:tab/><w:t>екі</w:t><w:br/><w:t>үш</w:t></w:r>", "бір\tекі\nүш"),
        ("<w:r><w:t>ет</w:t><w:noBreakHyphen/><w:t>жеңді</w:t></w:r>", "ет-жеңді"),
        ("<w:ins><w:r><w:t>жаңа</w:t></w:r></w:ins><w:del><w:r><w:delText>ескі</w:delText></w:r></w:del>", "жаңа"),
        ("<w:r><w:t>12 м</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>", "12 м²"),
        ("<w:hyperlink><w:r><w:t>сілтеме</w:t></w:r></w:hyperlink>", "сілтеме"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>", "7"),
        ("<w:sdt><w:sdtContent><w:r><w:t>өріс</w:t></w:r></w:sdtContent></w:sdt>", "өріс"),
    ],
)
def test_a_paragraph_is_read_as_printed(make_zip: MakeZip, inside: str, text: str) -> None:
    assert read(make_zip(document(f"<w:p>{inside}</w:p>"))).text == text


def test_a_text_box_is_read_once_after_its_paragraph(make_zip: MakeZip) -> None:
    box = f"<w:txbxContent>{paragraph('терезе')}</w:txbxContent>"
    choice = (
        f'<mc:AlternateContent xmlns:mc="m"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    )
    body = f"<w:p><w:r><w:t>мәтін</w:t>{choice}</w:r></w:p>"
    assert read(make_zip(document(body))).text == "мәтін\nтерезе"


def test_the_text_may_be_in_a_second_document_part(make_zip: MakeZip) -> None:
    members = {"word/document2.xml": document(paragraph("Мәтін"))["word/document.xml"]}
    assert read(make_zip(members)).text == "Мәтін"


def test_the_title_is_taken_from_the_properties(make_zip: MakeZip) -> None:
    properties = '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> Жылдық  есеп </dc:title></p>'
    assert read(make_zip(document(paragraph("Мәтін")) | {"docProps/core.xml": properties})).title == "Жылдық есеп"


def failure(data: bytes) -> str:
    with pytest.raises(CorpusError) as raised:
        read_bytes("a.docx", data)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_truncated_docx_is_one_line(make_zip: MakeZip) -> None:
    data = make_zip(document(paragraph("Мәтін")))
    assert failure(data[: len(data) // 2]) == "a.docx: damaged or cut off; get it again"
    broken = make_zip({"word/document.xml": f"<w:document {SPACE}><w:body><w:p>"})
    assert failure(broken).startswith("a.docx: cannot be read as DOCX; it may be damaged")


def test_a_member_with_wrong_bytes_is_one_line(make_zip: MakeZip) -> None:
    data = bytearray(make_zip(document(paragraph("Мәтін " * 100))))
    data[60] ^= 0xFF
    assert "a.docx: " in failure(bytes(data))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(make_zip: MakeZip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_MEMBER", 1024**2)
    bomb = make_zip({"word/document.xml": b" " * 3 * 1024**2})
    assert failure(bomb) == "a.docx: unpacks to 3 MB, the limit is 1 MB; cut it into several files"


def test_entities_are_never_blown_up(make_zip: MakeZip) -> None:
    laughs = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    body = f"<w:p><w:r><w:t>x&b;</w:t></w:r></w:p>{paragraph('Мәтін')}"
    data = make_zip({"word/document.xml": f"{laughs}<w:document {SPACE}><w:body>{body}</w:body></w:document>"})
    assert "aaa" not in read(data).text


def test_a_password_and_another_format_are_said(make_zip: MakeZip) -> None:
    assert failure(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)).startswith(
        "a.docx: protected by a password, or an old Office file"
    )
    assert failure(b"%PDF-1.5\n%%EOF") == "a.docx: is PDF although it is not named so; rename it to .pdf"
    assert failure(make_zip({"xl/workbook.xml": "<x/>"})) == "a.docx: is XLSX although it is not named so; rename it to .xlsx"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(make_zip: MakeZip) -> None:
    deleted = "<w:rPr><w:del w:id='1' w:author='a'/></w:rPr>"
    body = paragraph("Автордың келісімі ", deleted) + paragraph("жазбаша алынады.") + paragraph("Соңы", deleted)
    assert [text for text, _ in kinds(read(make_zip(document(body))))] == ["Автордың келісімі жазбаша алынады.", "Соңы"]


def test_signs_of_the_font_symbol_and_digits_set_higher_are_kept(make_zip: MakeZip) -> None:
    sign = "<w:r><w:sym w:font='Symbol' w:char='F0B0'/></w:r>"
    higher = "<w:r><w:rPr><w:position w:val='7'/></w:rPr><w:t>2</w:t></w:r>"
    lower = "<w:r><w:rPr><w:position w:val='-7'/></w:rPr><w:t>2</w:t></w:r>"
    body = f"<w:p><w:r><w:t>20 </w:t></w:r>{sign}<w:r><w:t>C, м</w:t></w:r>{higher}<w:r><w:t>, H</w:t></w:r>{lower}</w:p>"
    assert [text for text, _ in kinds(read(make_zip(document(body))))] == ["20 °C, м², H2"]


def test_hidden_text_is_left_out_counted_and_named(make_zip: MakeZip) -> None:
    styles = f"""<w:styles {SPACE}><w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="draft"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""

    def run(about: str, text: str) -> str:
        return f"<w:r><w:rPr>{about}</w:rPr><w:t>{text}</w:t></w:r>"

    secret, shown = "<w:rStyle w:val='secret'/>", "<w:vanish w:val='0'/>"
    body = "".join(
        [
            f"<w:p>{run('', 'Мұрағат ашық.')}{run('<w:vanish/>', ' Тексе')}{run('<w:vanish/>', 'ру керек')}</w:p>",
            f"<w:p>{run(secret, 'Белгі')}</w:p>",
            paragraph("Нобай", '<w:pStyle w:val="draft"/>'),
            f"<w:p>{run(shown, 'Ол сенбіде жабық.')}</w:p>",
        ]
    )
    reading = read(make_zip(document(body, styles=styles)))
    assert reading.text == "Мұрағат ашық.\nОл сенбіде жабық."
    assert reading.remarks == ("hidden text left out (3×), such as: Тексеру керек",)


def test_a_diagram_follows_its_paragraph(make_zip: MakeZip) -> None:
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:d="d" xmlns:a="a"'
    drawing = f"<w:r><w:drawing><d:relIds {space} r:dm='d1'/></w:drawing></w:r>"
    body = f"<w:p><w:r><w:t>Кезеңдер</w:t></w:r>{drawing}</w:p>{paragraph('Соңы')}"
    point = "<d:pt><d:t><a:p><a:r><a:t>Құрылыс</a:t></a:r></a:p></d:t></d:pt>"
    members = document(body) | {
        "word/_rels/document.xml.rels": '<Relationships><Relationship Id="d1" Target="diagrams/data1.xml"/></Relationships>',
        "word/diagrams/data1.xml": f"<d:dataModel {space}><d:ptLst>{point}</d:ptLst></d:dataModel>",
    }
    assert read(make_zip(members)).text == "Кезеңдер\nҚұрылыс\nСоңы"


def test_an_entry_of_the_contents_is_read_without_its_page(make_zip: MakeZip) -> None:
    field = "<w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r><w:r><w:t>{}</w:t></w:r>"
    entry = "<w:p><w:hyperlink><w:r><w:t>{}</w:t></w:r><w:r><w:tab/></w:r>" + field + "</w:hyperlink></w:p>"
    table = "<w:p><w:r><w:t>Барлығы</w:t><w:tab/><w:t>12</w:t></w:r></w:p>"
    body = entry.format("1-тарау. Жалпы ережелер", 2) + entry.format("№ 58 шарт", "iv") + table
    assert read(make_zip(document(body))).text == "1-тарау. Жалпы ережелер\n№ 58 шарт\nБарлығы\t12"
