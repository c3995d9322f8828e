"""EPUB: the chapters of a book in reading order."""

from collections.abc import Iterator
from posixpath import dirname, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpus.contents import Blocks, Contents, RawFile
from corpus.errors import CorpusError
from corpus.files.archives import Archive, opened_archive
from corpus.markup.html_blocks import HtmlBlocks
from corpus.markup.safe_markup import lxml_module, parsed_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_FONTS_ONLY = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
"""Ways of encrypting that hide fonts; the text is open."""


def read(file: RawFile) -> Contents:
    """The text of a book without its table of contents. Raises CorpusError for a book with a lock on it."""
    with opened_archive(file) as archive:
        _refuse_lock(file.name, archive)
        place = _package_place(file.name, archive)
        package = parsed_xml(archive.member(place), "EPUB")
        blocks = Blocks(file.name)
        chapters = HtmlBlocks(blocks)
        members = [member for member in _chapters(package, dirname(place)) if member in archive.members]
        for member in file.progress(members, file.name, len(members)):
            chapters.add(_body(archive.member(member)))
        title = " ".join((package.findtext(".//{http://purl.org/dc/elements/1.1/}title") or "").split())
        return Contents(blocks.text(), tuple(blocks.gathered), title=title)


def _refuse_lock(name: str, archive: Archive) -> None:
    if "META-INF/encryption.xml" not in archive.members:
        return
    listed = archive.member("META-INF/encryption.xml")
    if listed.count(b"EncryptionMethod") > sum(listed.count(way) for way in _FONTS_ONLY):
        raise CorpusError(f"{name}: the book is locked (DRM) and cannot be read")


def _package_place(name: str, archive: Archive) -> str:
    container = parsed_xml(archive.member("META-INF/container.xml"), "EPUB")
    root = container.find(".//{*}rootfile")
    if root is None:
        raise CorpusError(f"{name}: damaged, its container names no book")
    return str(root.get("full-path", ""))


def _chapters(package: "_Element", folder: str) -> Iterator[str]:
    """The members of the archive that hold the chapters, in the order of the spine."""
    items = {item.get("id", ""): item for item in package.iterfind(".//{*}manifest/{*}item")}
    for reference in package.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is not None and "nav" not in item.get("properties", "").split():
            yield normpath(f"{folder}/{unquote(item.get('href', ''))}").lstrip("/")


def _body(chapter: bytes) -> "_Element":
    """The body of a chapter; one that is no proper XML is read as a browser would."""
    etree = lxml_module("etree", "EPUB")
    try:
        root = parsed_xml(chapter, "EPUB")
    except etree.XMLSyntaxError:
        html = lxml_module("html", "EPUB")
        root = html.document_fromstring(chapter, parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    body: _Element | None = root.find("{*}body")
    return root if body is None else body
