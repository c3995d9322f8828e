import io
import os
import threading
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.pieces import pieces_of
from corpus.errors import CorpusError
from corpus.files import source_bytes
from corpus.reading import read, read_bytes

TWO_PAGES = "Бірінші бет.\r\n\r\nЕкінші жол.\n\fЕкінші бет.\n"


def failure(name: str, data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(CorpusError) as raised:
        read_bytes(name, data, encoding=encoding)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_lines_keep_their_place_and_page() -> None:
    reading = read_bytes("a.txt", TWO_PAGES.encode())
    assert reading.text == TWO_PAGES
    assert [(block.text, block.page) for block in reading.blocks] == [
        ("Бірінші бет.", 1),
        ("Екінші жол.", 1),
        ("Екінші бет.", 2),
    ]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\f\t"), min_size=1))
def test_a_block_is_the_text_at_its_offsets(text: str) -> None:
    if not text.strip() or text.startswith(("%PDF", "\ufeff")):
        return
    try:
        reading = read_bytes("a.txt", text.encode())
    except CorpusError:  # a text of invisible signs only
        return
    assert reading.text == text
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)
    assert [block.start for block in reading.blocks] == sorted(block.start for block in reading.blocks)


def test_the_source_says_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "хат.txt"
    path.write_bytes("Сәлем, әлем! Бұл – қысқа хат.".encode("kz1048"))
    source = read(str(path)).source
    assert (source.path, source.reader, source.encoding) == (str(path), "plain_text", "kz1048")
    assert len(source.sha256) == 64


def test_a_name_without_ending_is_read_by_its_first_bytes() -> None:
    assert read_bytes("-", b"One line.").source.reader == "plain_text"
    assert read_bytes("Letter no. 5 of 12.03.2024", b"One line.").source.reader == "plain_text"
    assert read_bytes("Есеп. Соңғы нұсқа", "Бір жол.".encode()).source.reader == "plain_text"
    assert read_bytes("-", b"<!DOCTYPE html><p>One line.").source.reader == "html"


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name in names:
            packed.writestr(name, "text")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "a.txt: the file is empty"),
        ("a.txt", b" \n\n\t", "a.txt: no text found in it"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a.txt: is a PNG image, which cannot be read as text"),
        ("a.txt", archive("photo.jpg"), "a.txt: is a ZIP archive, which cannot be read as text"),
        ("a.txt", archive("photo.jpg")[:40], "a.txt: is a damaged ZIP archive, which cannot be read as text"),
        ("-", b"\xff\xd8\xff\xe0", "standard input: is a JPEG image, which cannot be read as text"),
        ("a.doc", b"{\\rtf1 x}", "a.doc: unknown sort of file .doc; it is RTF, rename it to .rtf"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc: an old Word file; save it as .docx"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls: an old Excel file; save it as .xlsx"),
        ("a.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.ppt: an old PowerPoint file; save it as .pptx"),
        ("a", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a: an old Word or Excel file; save it as .docx or .xlsx"),
        (
            "a.pptx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a.pptx: protected by a password, or an old Office file; save it without a password in today's format",
        ),
        ("a.sdlxliff", b"<xliff/>", "a.sdlxliff: holds translations, no document; `tilmash import` takes it"),
        ("a.tmx", b"<tmx/>", "a.tmx: holds translations, no document; `tilmash import` takes it"),
        ("a.doc", b"x", "a.doc: unknown sort of file .doc; save it as .docx"),
        ("two\nlines.txt", b"", "two\\nlines.txt: the file is empty"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(name: str, data: bytes, message: str) -> None:
    assert failure(name, data) == message


@pytest.mark.parametrize(
    ("beginning", "sort"),
    [
        (b"GIF89a", "a GIF image"),
        (b"II*\x00\x08", "a TIFF image"),
        (b"MM\x00*\x00", "a TIFF image"),
        (b"AT&TFORM\x00", "a DjVu file"),
        (b"Rar!\x1a\x07", "a RAR archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"BZh91AY", "a bzip2 archive"),
        (b"\xfd7zXZ\x00", "an xz archive"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"\x7fELF\x02\x00", "a program"),
        (b"MZ\x90\x00\x03", "a program"),
    ],
)
def test_files_of_no_text_are_called_what_they_are(beginning: bytes, sort: str) -> None:
    assert failure("a.txt", beginning) == f"a.txt: is {sort}, which cannot be read as text"


def test_an_unknown_ending_names_the_known_ones() -> None:
    assert failure("song.mp3", b"ID3").startswith("song.mp3: unknown sort of file .mp3; known are .txt ")


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none.txt", "no such file"), (tmp_path, "a folder, not a file")):
        with pytest.raises(CorpusError, match=f"{path}: {reason}"):
            read(str(path))


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(1024**3)
    with pytest.raises(CorpusError, match=r"large\.txt: larger than 512 MB"):
        read(str(path))


def test_a_text_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.readers.plain_text.LONGEST_TEXT", 10)
    assert failure("a.txt", b"eleven signs") == "a.txt: holds 12 characters, the limit is 10; cut it into several files"


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    taken = source_bytes.bytes_of_stream

    def meanwhile(name: str, stream: io.BufferedReader, size: int) -> bytes:
        data = taken(name, stream, size)
        path.write_text("afterwards")
        return data

    monkeypatch.setattr(source_bytes, "bytes_of_stream", meanwhile)
    with pytest.raises(CorpusError, match="changed while it was read; try again"):
        read(str(path))


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=("One line.",))
    writer.start()
    assert read(str(path)).text == "One line."
    writer.join()


def test_a_name_that_is_no_utf8_can_be_stored() -> None:
    assert read_bytes("a\udcff.txt", b"One line.").source.path == "a\\xff.txt"


LEFT = ("Өзен таудан басталып, далаға", "қарай ағады.", "Жағасында үш ауыл тұр.")
RIGHT = ("Река берёт начало в горах и", "течёт в степь.", "На берегу стоят три аула.")


def test_columns_laid_out_with_spaces_are_read_one_after_the_other() -> None:
    sheet = "\n".join(f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True))
    reading = read_bytes("a.txt", f"Екі тілде\n\n{sheet}\n\nСоңы".encode())
    assert [block.text.strip() for block in reading.blocks] == ["Екі тілде", *LEFT, *RIGHT, "Соңы"]
    assert all(reading.text[block.start : block.stop] == block.text for block in reading.blocks)


def test_the_longer_left_column_is_read_to_its_end_first() -> None:
    left, right = (*LEFT[:2], "Жағасында үш ауыл бар, көпірдің"), RIGHT
    sheet = "\n".join(f"{one:<40}{other}" for one, other in zip(left, right, strict=True))
    reading = read_bytes("a.txt", f"{sheet}\nбіреуі ағаштан,\nбіреуі тастан.\nСоңы".encode())
    assert [block.text.strip() for block in reading.blocks] == [*left, "біреуі ағаштан,", "біреуі тастан.", *right, "Соңы"]


def test_columns_half_a_line_apart_are_read_one_after_the_other() -> None:
    rows = [row for left, right in zip(LEFT, RIGHT, strict=True) for row in (left, f"{'':<40}{right}")]
    found = [block.text.strip() for block in read_bytes("a.txt", "\n".join(rows).encode()).blocks]
    assert [text for text in found if text] == [*LEFT, *RIGHT]


def test_three_columns_are_read_one_after_the_other() -> None:
    third = ("The river rises in the hills", "and flows to the plain.", "Three villages stand on it.")
    sheet = "\n".join(f"{one:<36}{two:<36}{three}" for one, two, three in zip(LEFT, RIGHT, third, strict=True))
    assert [block.text.strip() for block in read_bytes("a.txt", sheet.encode()).blocks] == [*LEFT, *RIGHT, *third]


def test_a_first_line_set_in_belongs_to_its_column() -> None:
    sheet = "\n".join(f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True))
    text = f"{'   Біздің жақта жаз ыстық.':<40}   Лето у нас жаркое.\n{sheet}"
    assert [block.text.strip() for block in read_bytes("a.txt", text.encode()).blocks] == [
        "Біздің жақта жаз ыстық.",
        *LEFT,
        "Лето у нас жаркое.",
        *RIGHT,
    ]


def test_two_columns_of_short_cells_laid_out_with_spaces_keep_their_rows() -> None:
    rows = ["Атауы      Саны", "Кітап      12", "Дәптер     40", "Қалам      7"]
    assert [block.text for block in read_bytes("a.txt", "\n".join(rows).encode()).blocks] == rows


def test_a_table_laid_out_with_spaces_is_read_cell_by_cell() -> None:
    rows = ["Атауы      Саны      Бағасы", "Кітап      12        3 500", "Дәптер     40        250", "Қалам      7         90"]
    page = "\n".join(rows)
    blocks = read_bytes("a.txt", f"{page}\n\f{page}".encode()).blocks
    assert [block.text for block in blocks[:6]] == ["Атауы", "Саны", "Бағасы", "Кітап", "12", "3 500"]
    assert [(block.page, block.row, block.column) for block in blocks[::3]] == [(1 + row // 4, row, 0) for row in range(8)]


def test_the_letters_of_a_wrapped_cell_keep_their_places() -> None:
    rows = [
        "Аудан          Саны     Кім қарайды",
        "Нұра ауданы    22       Көшпелі кітапхана",
        "                        автобусы",
        "Шет ауданы     25       Ардагерлер кеңесі",
    ]
    reading = read_bytes("a.txt", "\n".join(rows).encode())
    cell = next(piece for piece in pieces_of(reading) if piece.text == "Көшпелі кітапхана\nавтобусы")
    assert "".join(reading.text[place] for place in cell.traced.offsets) == "Көшпелі кітапханааавтобусы"
