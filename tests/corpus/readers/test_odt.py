from collections.abc import Callable, Mapping

import pytest

from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.reading import read_bytes

MakeZip = Callable[[Mapping[str, str | bytes]], bytes]

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "draw", "style")
)
MIMETYPE = {"mimetype": "application/vnd.oasis.opendocument.text"}


def document(body: str, head: str = "") -> dict[str, str | bytes]:
    content = f"<office:document {SPACES}><office:body><office:text>{body}</office:text></office:body></office:document>"
    styles = (
        f"<office:document {SPACES}><style:master-page><style:header>{head}</style:header></style:master-page></office:document>"
    )
    return {**MIMETYPE, "content.xml": content, "styles.xml": styles}


def blocks(data: bytes) -> list[tuple[str, BlockKind]]:
    reading = read_bytes("a.odt", data)
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)
    return [(block.text, block.kind) for block in reading.blocks]


def test_every_kind_of_block_is_read_in_order(make_zip: MakeZip) -> None:
    body = (
        "<text:h>Тақырып</text:h>"
        "<text:p>Мәтін<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Ескерту.</text:p></text:note-body>"
        "</text:note> жалғасы<text:s text:c='2'/>осы<text:tab/>жерде<text:line-break/>бітті.</text:p>"
        "<text:list><text:list-item><text:p>тармақ</text:p><text:list><text:list-item><text:p>ішкі</text:p></text:list-item></text:list>"
        "</text:list-item></text:list>"
        "<text:section><text:p><draw:frame><draw:text-box><text:p>терезе</text:p></draw:text-box></draw:frame></text:p></text:section>"
        "<text:tracked-changes><text:p>өшірілген</text:p></text:tracked-changes>"
    )
    assert blocks(make_zip(document(body, head="<text:p>Министрлік</text:p>"))) == [
        ("Министрлік", BlockKind.PARAGRAPH),
        ("Тақырып", BlockKind.HEADING),
        ("Мәтін жалғасы  осы\tжерде\nбітті.", BlockKind.PARAGRAPH),
        ("Ескерту.", BlockKind.NOTE),
        ("тармақ", BlockKind.LIST_ITEM),
        ("ішкі", BlockKind.LIST_ITEM),
        ("терезе", BlockKind.PARAGRAPH),
    ]


def test_cells_have_row_and_column(make_zip: MakeZip) -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(text: str, repeated: int = 1) -> str:
        inside = f"<text:p>{text}</text:p>" if text else ""
        return f'<table:table-cell table:number-columns-repeated="{repeated}">{inside}</table:table-cell>'

    head = f"<table:table-header-rows>{row(cell('қазақша'), cell('орысша'))}</table:table-header-rows>"
    body = f"<table:table>{head}{row(cell('', 3), cell('соңы'))}</table:table>"
    found = read_bytes("a.odt", make_zip(document(body))).blocks
    assert [(block.text, block.row, block.column) for block in found] == [("қазақша", 0, 0), ("орысша", 0, 1), ("соңы", 1, 3)]


def test_a_password_is_said(make_zip: MakeZip) -> None:
    listed = {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
    with pytest.raises(CorpusError, match=r"^a\.odt: protected by a password; save an open copy first$"):
        read_bytes("a.odt", make_zip(document("<text:p>Мәтін</text:p>") | listed))


def test_letters_of_a_raising_style_are_raised(make_zip: MakeZip) -> None:
    members = document(
        "<text:p>5 м<text:span text:style-name='T1'>3</text:span>, 6 м<text:span text:style-name='T2'>2</text:span></text:p>"
    )
    raising = "".join(
        f"<style:style style:name='{name}'><style:text-properties style:text-position='{position}'/></style:style>"
        for name, position in (("T1", "33% 58%"), ("T2", "super 58%"))
    )
    members["content.xml"] = str(members["content.xml"]).replace(
        "<office:body>", f"<office:styles>{raising}</office:styles><office:body>"
    )
    assert [text for text, _ in blocks(make_zip(members))] == ["5 м³, 6 м²"]


def test_hidden_text_is_left_out_counted_and_named(make_zip: MakeZip) -> None:
    style = "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
    span = "<text:span text:style-name='T1'> құпия белгі</text:span>"
    body = f"<text:p>Мұрағат{span} ашық.</text:p><text:p text:style-name='T1'>Нобай</text:p>"
    members = document(body)
    content = str(members["content.xml"]).replace(
        "<office:body>", f"<office:automatic-styles>{style}</office:automatic-styles><office:body>"
    )
    reading = read_bytes("a.odt", make_zip(members | {"content.xml": content}))
    assert (reading.text, reading.remarks) == ("Мұрағат ашық.", ("hidden text left out (2×), such as: құпия белгі",))


def test_tables_that_cells_beside_each_other_hold_are_text_of_these_cells(make_zip: MakeZip) -> None:
    def cell(inside: str) -> str:
        return f"<table:table-cell>{inside}</table:table-cell>"

    def table(*cells: str) -> str:
        return f"<table:table><table:table-row>{''.join(map(cell, cells))}</table:table-row></table:table>"

    def inner(text: str) -> str:
        return table(f"<text:p>{text}</text:p>", "<text:p>12</text:p>")

    blocks = read_bytes("a.odt", make_zip(document(table(inner("кітап"), inner("книга"))))).blocks
    assert [(block.text, block.row, block.column) for block in blocks] == [
        ("кітап", 0, 0),
        ("12", 0, 0),
        ("книга", 0, 1),
        ("12", 0, 1),
    ]


def test_slides_are_read_with_their_titles_and_notes(make_zip: MakeZip) -> None:
    space = 'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'

    def frame(sort: str, inside: str) -> str:
        return f"<draw:frame presentation:class='{sort}'><draw:text-box>{inside}</draw:text-box></draw:frame>"

    slide = (
        f"{frame('title', '<text:p>Қауіпсіздік</text:p>')}"
        f"{frame('outline', '<text:list><text:list-item><text:p>Көзілдірік киіңіз</text:p></text:list-item></text:list>')}"
        f"<presentation:notes>{frame('notes', '<text:p>Бейнежазба көрсету</text:p>')}</presentation:notes>"
    )
    content = f"<office:document {SPACES} {space}><office:body><draw:page>{slide}</draw:page></office:body></office:document>"
    mimetype = {"mimetype": "application/vnd.oasis.opendocument.presentation"}
    blocks = read_bytes("a.odp", make_zip(mimetype | {"content.xml": content})).blocks
    assert [(block.text, block.kind) for block in blocks] == [
        ("Қауіпсіздік", BlockKind.HEADING),
        ("Көзілдірік киіңіз", BlockKind.LIST_ITEM),
        ("Бейнежазба көрсету", BlockKind.NOTE),
    ]


def test_an_entry_of_the_contents_is_read_without_its_page(make_zip: MakeZip) -> None:
    entry = "<text:p><text:a>Жалпы ережелер<text:tab/>2</text:a></text:p>"
    contents = f"<text:table-of-content><text:index-body>{entry}</text:index-body></text:table-of-content>"
    body = f"{contents}<text:p>Барлығы<text:tab/>12</text:p>"
    assert blocks(make_zip(document(body))) == [
        ("Жалпы ережелер", BlockKind.PARAGRAPH),
        ("Барлығы\t12", BlockKind.PARAGRAPH),
    ]
