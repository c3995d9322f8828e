"""A web page, alone or in a letter: its main text; menus, banners and the like are left out."""

import re

from corpus.contents import Blocks, Contents, RawFile
from corpus.errors import CorpusError
from corpus.files.encodings import decode
from corpus.markup.html_blocks import SILENT, HtmlBlocks
from corpus.markup.safe_markup import lxml_module

_CHARSET = re.compile(rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_BEGINNING, _END = re.compile("<html[\\s>]", re.IGNORECASE), re.compile("</(?:html|body)\\s*>", re.IGNORECASE)
CUT_OFF = "its end is missing; if it was cut off on the way, get it again"
"""Said of a page or letter that does not end as it began."""


def web_page(file: RawFile) -> Contents:
    """The blocks of a page in the encoding given, declared in it, or recognised by its letters."""
    text, encoding = _decoded(file)
    if not text.strip():
        raise CorpusError(f"{file.name}: no text found in it")
    html = lxml_module("html", "HTML")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root = html.document_fromstring(_DECLARATION.sub("", text, count=1), parser=parser)
    if any("depth" in entry.message for entry in parser.error_log):
        raise CorpusError(f"{file.name}: its elements are nested too deeply; save the page as plain text")
    title = " ".join((root.findtext(".//title") or "").split())
    lxml_module("etree", "HTML").strip_elements(root, *SILENT, with_tail=False)
    blocks = Blocks(file.name)
    HtmlBlocks(blocks).add_page(root)
    return Contents(blocks.text(), tuple(blocks.gathered), encoding, title=title, remarks=(CUT_OFF,) if _is_cut_off(text) else ())


def _is_cut_off(text: str) -> bool:
    """True for a page that begins as a whole one and does not end so; nobody writes one without the other by hand."""
    return _BEGINNING.search(text) is not None and _END.search(text) is None


def _decoded(file: RawFile) -> tuple[str, str]:
    """The page's text; a declared encoding that does not fit is passed over."""
    declared = _CHARSET.search(file.data[:4096])
    if file.encoding is None and declared and not file.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return decode(file.name, file.data, declared[1].decode("ascii"))
        except CorpusError:
            pass  # pages that say windows-1251 and are UTF-8 are common
    return decode(file.name, file.data, file.encoding)
