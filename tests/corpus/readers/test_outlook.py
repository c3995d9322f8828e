"""Letters that Outlook saved."""

import struct
from collections.abc import Mapping

import pytest

from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.reading import read_bytes

pytest.importorskip("olefile", reason="olefile is not installed")

SECTOR, SHORT = 512, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def container(streams: Mapping[str, bytes], folders: Mapping[str, Mapping[str, bytes]]) -> bytes:
    """A compound file ([MS-CFB], version 3) with streams at its root and in folders; short ones are filled up with zeros."""
    entries, chains, sectors = [], [], b""

    def entry(name: str, sort: int, following: int, child: int, data: bytes = b"") -> None:
        nonlocal sectors
        letters = f"{name}\0".encode("utf-16-le")
        first = len(sectors) // SECTOR if data else END
        size = max(SHORT, len(data)) if data else 0
        sectors += data.ljust(size + -size % SECTOR, b"\0")
        chains.append((first, -(-size // SECTOR)))
        about = struct.pack("<64sHBBIII", letters, len(letters), sort, 1, FREE, following, child)
        entries.append(about + bytes(36) + struct.pack("<IQ", first, size))

    inner = [*((name, 1) for name in folders), *((name, 2) for name in streams)]
    places = [1 + sum(1 + len(folders[name]) for name in list(folders)[:number]) for number in range(len(folders))]
    places += [1 + sum(1 + len(folder) for folder in folders.values()) + number for number in range(len(streams))]
    entry("Root Entry", 5, FREE, places[0])
    for number, (name, sort) in enumerate(inner):
        following = places[number + 1] if number + 1 < len(inner) else FREE
        if sort == 2:
            entry(name, 2, following, FREE, streams[name])
            continue
        entry(name, 1, following, places[number] + 1)
        parts = list(folders[name].items())
        for place, (part, data) in enumerate(parts):
            entry(part, 2, places[number] + 2 + place if place + 1 < len(parts) else FREE, FREE, data)
    directory = b"".join(entries)
    directory += bytes(-len(directory) % SECTOR)
    table = [FREE] * (SECTOR // 4)
    first_of_directory = len(sectors) // SECTOR
    for first, count in [*chains, (first_of_directory, len(directory) // SECTOR)]:
        for sector in range(first, first + count):
            table[sector] = sector + 1 if sector + 1 < first + count else END
    table_sector = first_of_directory + len(directory) // SECTOR
    table[table_sector] = FAT
    head = struct.pack("<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 62, 3, 0xFFFE, 9, 6, b"", 0, 1,
                       first_of_directory, 0, SHORT, END, 0, END, 0, table_sector)  # fmt: skip
    head += struct.pack("<108I", *[FREE] * 108)
    return head + sectors + directory + struct.pack(f"<{len(table)}I", *table)


def unicode(number: str, text: str) -> tuple[str, bytes]:
    return f"__substg1.0_{number}001F", text.encode("utf-16-le")


def letter(*properties: tuple[str, bytes], attachment: str = "") -> bytes:
    folders = {"__attach_version1.0_#00000000": dict([unicode("3707", attachment)])} if attachment else {}
    return container(dict(properties), folders)


def test_the_subject_stands_above_the_body_and_attachments_are_named() -> None:
    data = letter(
        unicode("0037", "Жиналыс туралы"), unicode("1000", "Жиналыс сәрсенбіде.\r\n\r\nОрны – үлкен зал."), attachment="күн.docx"
    )
    reading = read_bytes("a.msg", data)
    assert [(block.text, block.kind) for block in reading.blocks] == [
        ("Жиналыс туралы", BlockKind.HEADING),
        ("Жиналыс сәрсенбіде.", BlockKind.LINE),
        ("Орны – үлкен зал.", BlockKind.LINE),
    ]
    assert reading.remarks == ("attachments are not read, add them by themselves: күн.docx",)


def test_html_is_read_rather_than_plain_text_in_its_own_encoding() -> None:
    page = "<html><head><meta charset=windows-1251></head><body><p>Собрание в среду.</p></body></html>".encode("cp1251")
    reading = read_bytes("a.msg", letter(("__substg1.0_10130102", page), unicode("1000", "Собрание⏎ в среду.")))
    assert reading.text == "Собрание в среду."


def test_an_old_letter_is_read_in_its_code_page() -> None:
    data = letter(
        ("__substg1.0_0037001E", "О собрании".encode("cp1251")),
        ("__substg1.0_1000001E", "Собрание состоится в среду, приходите.".encode("cp1251")),
    )
    assert read_bytes("a.msg", data).text == "О собрании\nСобрание состоится в среду, приходите."


def test_a_letter_without_text_and_one_that_is_cut_off_are_one_line() -> None:
    with pytest.raises(CorpusError, match=r"^a\.msg: no text found in it; save the letter from Outlook as HTML$"):
        read_bytes("a.msg", letter(unicode("0037", "Жиналыс")))
    with pytest.raises(CorpusError, match=r"^a\.msg: damaged or cut off; get it again$"):
        read_bytes("a.msg", letter(unicode("1000", "Жиналыс"))[:900])
    whole = letter(unicode("1000", "Жиналыс " * 500))
    with_short_chain = whole[:-SECTOR] + struct.pack("<I", END) + whole[4 - SECTOR :]
    assert read_bytes("a.msg", whole).remarks == ()
    assert read_bytes("a.msg", with_short_chain).remarks == ("damaged in places; if it was cut off on the way, get it again",)


def test_a_letter_is_known_by_its_bytes() -> None:
    data = letter(unicode("1000", "Жиналыс сәрсенбіде."))
    assert read_bytes("letter", data).source.reader == "outlook"
    with pytest.raises(CorpusError, match=r"^a\.docx: is MSG although it is not named so; rename it to \.msg$"):
        read_bytes("a.docx", data)
