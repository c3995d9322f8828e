"""What is left of the lines of a letter that is answered."""

from dataclasses import replace

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.pieces import pieces_of
from corpus.cleaning.reply_marks import REPLY_MARKS
from corpus.documents import BlockKind
from corpus.reading import read_bytes

LETTER = pieces_of(read_bytes("a.txt", "> Сәлеметсіз бе!\n>\n>\n> Шартты жібердік.\n> Қол қойыңыз.".encode()))


def test_a_line_of_nothing_but_a_mark_is_a_blank_line() -> None:
    assert [(piece.text, piece.gap) for piece in REPLY_MARKS.work(LETTER, Ledger())] == [
        ("Сәлеметсіз бе!", 0),
        ("Шартты жібердік.", 2),
        ("Қол қойыңыз.", 0),
    ]


def test_a_mark_before_a_paragraph_that_no_page_broke_stays() -> None:
    paragraphs = tuple(replace(piece, kind=BlockKind.PARAGRAPH) for piece in LETTER)
    assert REPLY_MARKS.work(paragraphs, Ledger()) == paragraphs
