from collections.abc import Callable, Mapping

import pytest

from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.reading import read_bytes

MakeZip = Callable[[Mapping[str, str | bytes]], bytes]

BOOK: dict[str, str | bytes] = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    "OEBPS/book.opf": """<package><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Далада</dc:title></metadata>
        <manifest><item id="b" href="text/%D0%B5%D0%BA%D1%96.xhtml"/><item id="a" href="text/one.xhtml"/>
        <item id="n" href="nav.xhtml" properties="nav"/></manifest>
        <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>""",
    "OEBPS/nav.xhtml": "<html><body><p>Мазмұны</p></body></html>",
    "OEBPS/text/one.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>Бірінші</h1><p>Түн.</p></body></html>',
    "OEBPS/text/екі.xhtml": "<html><body><h1>Екінші</h1><p>Таң<br>атты.</body></html>",
}


def test_chapters_are_read_in_the_order_of_the_spine(make_zip: MakeZip) -> None:
    reading = read_bytes("a.epub", make_zip(BOOK))
    assert reading.title == "Далада"
    assert [(block.text, block.kind) for block in reading.blocks] == [
        ("Бірінші", BlockKind.HEADING),
        ("Түн.", BlockKind.PARAGRAPH),
        ("Екінші", BlockKind.HEADING),
        ("Таң\nатты.", BlockKind.PARAGRAPH),
    ]


def test_a_locked_book_is_refused_and_hidden_fonts_are_not(make_zip: MakeZip) -> None:
    fonts = '<e><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></e>'
    assert read_bytes("a.epub", make_zip(BOOK | {"META-INF/encryption.xml": fonts})).blocks
    lock = '<e><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></e>'
    with pytest.raises(CorpusError, match=r"^a\.epub: the book is locked \(DRM\) and cannot be read$"):
        read_bytes("a.epub", make_zip(BOOK | {"META-INF/encryption.xml": lock}))


def test_a_damaged_book_is_one_line(make_zip: MakeZip) -> None:
    with pytest.raises(CorpusError, match=r"^a\.epub: damaged, OEBPS/book\.opf is missing in it$"):
        read_bytes("a.epub", make_zip({name: part for name, part in BOOK.items() if not name.endswith("opf")}))
