import pytest

from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.reading import read_bytes


def rtf(body: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Times;}}" + body + "}").encode("ascii")


def escaped(text: str) -> str:
    return "".join(letter if letter.isascii() else rf"\u{ord(letter)}?" for letter in text)


def test_paragraphs_are_read_in_unicode_and_in_the_code_page() -> None:
    russian = "".join(rf"\'{byte:02x}" for byte in "Книга".encode("windows-1251"))
    reading = read_bytes("a.rtf", rtf(rf"\f0 {escaped('Әуезов көшесі')}\par {russian}\par"))
    assert [(block.text, block.kind) for block in reading.blocks] == [
        ("Әуезов көшесі", BlockKind.PARAGRAPH),
        ("Книга", BlockKind.PARAGRAPH),
    ]


def test_cells_have_row_and_column() -> None:
    row = rf"\trowd {escaped('кітап')}\cell {escaped('книга')}\cell\row "
    blocks = read_bytes("a.rtf", rtf(row + row)).blocks
    assert [(block.text, block.kind, block.row, block.column) for block in blocks] == [
        ("кітап", BlockKind.CELL, 0, 0),
        ("книга", BlockKind.CELL, 0, 1),
        ("кітап", BlockKind.CELL, 1, 0),
        ("книга", BlockKind.CELL, 1, 1),
    ]


def test_a_truncated_rtf_is_refused() -> None:
    with pytest.raises(CorpusError, match=r"^a\.rtf: the RTF is cut off, its end is missing; get it again$"):
        read_bytes("a.rtf", rtf(r"text\par")[:-5])


def test_halves_of_a_rare_letter_are_joined() -> None:
    assert read_bytes("a.rtf", rtf(r"\u-10179?\u-8704? \u-10179? text\par")).text == "\U0001f600 \ufffd text"


def texts(body: str) -> list[tuple[str, BlockKind]]:
    return [(block.text, block.kind) for block in read_bytes("a.rtf", rtf(body)).blocks]


def test_what_is_hidden_is_left_out_and_told_and_what_is_deleted_left_out() -> None:
    body = rf"{escaped('Мұрағат')}{{\v  {escaped('құпия белгі')}}} {{\deleted ескі }}{escaped('ашық.')}\v0\par"
    reading = read_bytes("a.rtf", rtf(body.replace("ескі", escaped("ескі"))))
    assert (reading.text, reading.remarks) == ("Мұрағат ашық.", ("hidden text left out (1×), such as: құпия белгі",))


def test_digits_set_higher_stay_raised() -> None:
    assert texts(rf"12 {escaped('м')}{{\super 2}}, {escaped('м')}\up6 3\plain , H{{\sub 2}}O\par") == [
        ("12 м², м³, H2O", BlockKind.PARAGRAPH)
    ]


def test_notes_and_text_boxes_follow_their_paragraph() -> None:
    note = rf"{{\super\chftn{{\*\footnote\pard\plain {{\super\chftn}} {escaped('Ескерту.')}}}}}"
    box = rf"{{\shp{{\*\shpinst{{\sp{{\sn a}}{{\sv 1}}}}{{\shptxt {escaped('Терезе')}\par}}}}{{\shprslt old}}}}"
    assert texts(rf"{escaped('Мәтін')}{note}{box} {escaped('жалғасы.')}\par {escaped('Соңы.')}\par") == [
        ("Мәтін жалғасы.", BlockKind.PARAGRAPH),
        ("Терезе", BlockKind.PARAGRAPH),
        ("Ескерту.", BlockKind.NOTE),
        ("Соңы.", BlockKind.PARAGRAPH),
    ]


def test_cells_keep_their_paragraphs_and_those_of_tables_inside_them() -> None:
    cell = rf"{escaped('бас')}\par {escaped('ішкі')}\nestcell{{\*\nesttableprops\trowd\nestrow}}{{\nonesttables\par}}\cell"
    reading = read_bytes("a.rtf", rtf(rf"\trowd\pard\intbl {cell} {escaped('соң')}\cell\row\pard {escaped('Мәтін')}\par"))
    assert [(block.text, block.row, block.column) for block in reading.blocks] == [
        ("бас", 0, 0),
        ("ішкі", 0, 0),
        ("соң", 0, 1),
        ("Мәтін", None, None),
    ]


def test_headings_and_lists_are_known_and_their_numbers_left_out() -> None:
    styles = r"{\stylesheet{\s0 Normal;}{\s7 heading 2;}}"
    body = (
        rf"\pard\s7 {escaped('Тарау')}\par\pard{{\listtext\pard 1.\tab}}\ls1 {escaped('Тармақ')}\par\pard {escaped('Мәтін')}\par"
    )
    assert texts(styles + body) == [
        ("Тарау", BlockKind.HEADING),
        ("Тармақ", BlockKind.LIST_ITEM),
        ("Мәтін", BlockKind.PARAGRAPH),
    ]


def test_headers_come_first_and_footers_last_each_once() -> None:
    head, foot = rf"{{\header {escaped('Министрлік')}\par}}", rf"{{\footer {escaped('Мекенжай')}\par}}"
    body = rf"{head}{foot}{escaped('Бірінші')}\par\sect{head}{escaped('Екінші')}\par"
    assert [text for text, _ in texts(body)] == ["Министрлік", "Бірінші", "Екінші", "Мекенжай"]


def test_pictures_comments_field_codes_and_unknown_groups_are_no_text() -> None:
    body = rf"{{\pict\bin3 }}{{a}}{{\*\annotation {escaped('пікір')}}}{{\field{{\*\fldinst PAGE}}{{\fldrslt 7}}}}{{\*\new x}}\par"
    assert texts(body.replace("bin3 }{", "bin3 }}}}{")) == [("a7", BlockKind.PARAGRAPH)]


def test_a_font_decodes_its_letters_and_the_font_symbol_its_signs() -> None:
    fonts = r"{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset2 Symbol;}{\f2\fcharset238 Arial CE;}}"
    assert texts(rf"{fonts}\f0\'ca\f2\'f8\f1\'b0\u-3919?\par") == [("Кř°±", BlockKind.PARAGRAPH)]


def test_what_stands_in_for_a_letter_is_passed_over() -> None:
    assert texts(r"\uc2\u1171\'3f\'3f{\uc0\u1201 a}\uc1\u8220\ldblquote b\~c\-d\par") == [("ғұa“b\u00a0cd", BlockKind.PARAGRAPH)]


def test_what_does_not_begin_as_rtf_and_what_hides_all_its_text_is_refused() -> None:
    with pytest.raises(CorpusError, match=r"^a\.rtf: damaged, it does not begin as RTF does; get it again$"):
        read_bytes("a.rtf", b"plain text}")
    with pytest.raises(CorpusError, match=r"^a\.rtf: no text found in it; hidden text left out \(1×\), such as: a b$"):
        read_bytes("a.rtf", rtf(r"{\v a b}\par"))


def test_an_entry_of_the_contents_is_read_without_its_page() -> None:
    entry = rf"{escaped('Жалпы ережелер')}\tab {{\field{{\*\fldinst PAGEREF _Toc1}}{{\fldrslt 2}}}}\par"
    assert [text for text, _ in texts(rf"{entry}{escaped('Барлығы')}\tab 12\par")] == ["Жалпы ережелер", "Барлығы\t12"]
