from email.message import EmailMessage
from textwrap import wrap

import pytest

from corpus.documents import BlockKind, Reading
from corpus.errors import CorpusError
from corpus.preparation import prepare
from corpus.reading import read_bytes

PAGE = "<html><head><title>Бақ</title></head><body><p>Біз бақ егеміз.</p><p>Алма мен алмұрт.</p></body></html>"


def letter(text: str = "Жиналыс сәрсенбіде.\nОрны – мектептің үлкен залы.\n", subject: str = "Жиналыс туралы") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message.set_content(text)
    return message


def read(message: EmailMessage, name: str = "a.eml") -> Reading:
    reading = read_bytes(name, message.as_bytes())
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)
    return reading


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


def test_a_letter_has_its_subject_as_heading_and_title() -> None:
    reading = read(letter())
    assert texts(reading) == ["Жиналыс туралы", "Жиналыс сәрсенбіде.", "Орны – мектептің үлкен залы."]
    assert reading.blocks[0].kind is BlockKind.HEADING
    assert reading.title == "Жиналыс туралы"


def test_lines_that_a_mail_program_broke_are_joined_and_empty_ones_divide() -> None:
    sentence = "Жиналыс сәрсенбі күні сағат үште болады, оған барлық бөлімнің басшылары мен олардың орынбасарлары қатысады."
    text = "\n".join([*wrap(sentence, 60), "", "Орны – мектептің үлкен залы.", ""])
    (document,) = prepare(read(letter(text))).documents
    assert [segment.text for segment in document.segments][1:] == [sentence, "Орны – мектептің үлкен залы."]


def test_of_a_letter_in_two_forms_html_is_read() -> None:
    message = letter()
    message.add_alternative(PAGE, subtype="html")
    assert texts(read(message)) == ["Жиналыс туралы", "Біз бақ егеміз.", "Алма мен алмұрт."]


def test_attachments_are_named() -> None:
    message = letter()
    message.add_attachment(b"PK", maintype="application", subtype="zip", filename="хаттама.docx")
    assert read(message).remarks == ("attachments are not read, add them by themselves: хаттама.docx",)


def test_a_saved_web_page_is_read_with_its_pictures_left_out() -> None:
    message = EmailMessage()
    message["Subject"] = "Бақ"
    message.set_content(PAGE, subtype="html")
    message.add_related(b"GIF8", maintype="image", subtype="gif")
    reading = read(message, "a.mht")
    assert texts(reading) == ["Бақ", "Біз бақ егеміз.", "Алма мен алмұрт."]
    assert reading.remarks == ()


def test_a_letter_without_text_is_one_line() -> None:
    with pytest.raises(CorpusError, match="no text found in it"):
        read(letter(""))


def test_a_letter_that_does_not_end_is_told_of() -> None:
    message = letter()
    message.add_attachment(b"x" * 200, maintype="application", subtype="pdf", filename="a.pdf")
    reading = read_bytes("a.eml", message.as_bytes()[:-60])
    assert reading.remarks[0] == "its end is missing; if it was cut off on the way, get it again"


def test_a_letter_saved_as_unicode_text_and_one_that_names_a_wrong_encoding_are_read() -> None:
    expected = texts(read(letter()))
    assert texts(read_bytes("a.eml", letter().as_string().encode("utf-16"))) == expected
    wrong = letter().as_bytes().replace(b'charset="utf-8"', b'charset="us-ascii"')
    assert texts(read_bytes("a.eml", wrong)) == expected


def test_rows_pasted_from_a_table_are_cells() -> None:
    reading = read(letter("Тізім:\n\nкітап\tкнига\nдәптер\tтетрадь\n\nДиректор\tА. Омаров\n"))
    assert [(block.text, block.row, block.column) for block in reading.blocks][1:] == [
        ("Тізім:", None, None),
        ("кітап", 0, 0),
        ("книга", 0, 1),
        ("дәптер", 1, 0),
        ("тетрадь", 1, 1),
        ("Директор\tА. Омаров", None, None),
    ]
