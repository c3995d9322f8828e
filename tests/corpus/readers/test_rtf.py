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
