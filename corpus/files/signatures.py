"""What sort of file bytes are, by how they begin."""

import zipfile
import zlib
from io import BytesIO

_BEGINNINGS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"AT&TFORM", "a DjVu file"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
"""How files begin and what they are; MZ counts only with the zero bytes of a program behind it."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the container of old Office files, of locked ones and of Outlook's letters begins."""

_OUTLOOK = "__substg1.0_".encode("utf-16-le")
"""How the parts of a letter are called in it."""

DAMAGED = "a damaged ZIP archive"
"""What begins like a ZIP archive, and with it DOCX, XLSX, ODT and EPUB, but is none."""

_PACKED = (
    ("word/", "DOCX"),
    ("xl/", "XLSX"),
    ("ppt/", "PPTX"),
    ("META-INF/container.xml", "EPUB"),
    ("content.xml", "ODT"),
)
"""How the name of a member of a ZIP archive begins, and what the archive then is."""


def sort_of_file(data: bytes) -> str | None:
    """The name of a known sort of file; `a ZIP archive` for one of unknown insides; None for anything that may be text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed_sort(data)
    if data.startswith(_OLE):
        return "MSG" if _OUTLOOK in data else "OLE"
    for beginning, sort in _BEGINNINGS:
        if data.startswith(beginning) and (sort != "a program" or b"\x00" in data[:64]):
            return sort
    if b"%PDF-" in data[:1024]:
        return "PDF"
    return "HTML" if _is_html(data[:1024]) else None


def _packed_sort(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            declared = archive.open("mimetype").read(200) if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError):
        return DAMAGED
    found = next((sort for start, sort in _PACKED if any(name.startswith(start) for name in names)), "a ZIP archive")
    return _open_document_sort(declared) if found == "ODT" else found


def _open_document_sort(declared: bytes) -> str:
    if b"opendocument.spreadsheet" in declared:
        return "ODS"
    if b"opendocument.presentation" in declared:
        return "ODP"
    return "ODT" if b"opendocument.text" in declared else "another OpenDocument file"


def _is_html(beginning: bytes) -> bool:
    plain = beginning.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return plain.startswith((b"<!doctype html", b"<html")) or (plain.startswith(b"<?xml") and b"<html" in plain)
