"""Letters that Outlook saved (.msg): the subject and the body, as of other letters ([MS-OXMSG], [MS-OXPROPS])."""

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from corpus.contents import Contents, RawFile
from corpus.errors import CorpusError
from corpus.markup.letters import letter

if TYPE_CHECKING:
    from olefile import OleFileIO

_SUBJECT, _BODY, _HTML = "0037", "1000", "1013"
_NAMES = ("3707", "3704", "3001")
"""What attachments are called: their long name, their short one, or as it is shown."""
_UNICODE, _EIGHT_BIT, _BYTES = "001F", "001E", "0102"
"""The types of properties: text in UTF-16, text in some code page, bytes."""
_DAMAGED = "damaged in places; if it was cut off on the way, get it again"
_ATTACHMENT = "__attach_version1.0_"


def read(file: RawFile) -> Contents:
    """The subject as a heading and the body, in HTML rather than plain."""
    try:
        from olefile import OleFileIO  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise CorpusError("reading Outlook letters needs olefile: pip install 'tilmash[documents]'") from error
    with OleFileIO(BytesIO(file.data)) as storage:
        body, is_html = _body(storage, file)
        names = {path[0]: _name(storage, path[0]) for path in storage.listdir() if path[0].startswith(_ATTACHMENT)}
        contents = letter(body, _text(storage, _SUBJECT), [name for name in names.values() if name], is_html=is_html)
        return replace(contents, remarks=(_DAMAGED, *contents.remarks)) if storage.parsing_issues else contents


def _body(storage: "OleFileIO", file: RawFile) -> tuple[RawFile, bool]:
    """The text of the letter as a file of its own, and whether it is HTML."""
    for number, is_html in ((_HTML, True), (_BODY, False)):
        if text := _property(storage, number, _UNICODE).decode("utf-16-le", "replace").strip("\0 \r\n"):
            return replace(file, data=text.encode(), encoding="utf-8"), is_html
        if data := (_property(storage, number, _BYTES) or _property(storage, number, _EIGHT_BIT)).strip(b"\0 \r\n"):
            return replace(file, data=data), is_html
    raise CorpusError(f"{file.name}: no text found in it; save the letter from Outlook as HTML")


def _text(storage: "OleFileIO", number: str, folder: str = "") -> str:
    """A short text; in a code page that the letter does not name it is Cyrillic."""
    text = _property(storage, number, _UNICODE, folder).decode("utf-16-le", "replace")
    return (text or _property(storage, number, _EIGHT_BIT, folder).decode("cp1251", "replace")).strip("\0 ")


def _name(storage: "OleFileIO", folder: str) -> str:
    return next((name for number in _NAMES if (name := _text(storage, number, folder))), "")


def _property(storage: "OleFileIO", number: str, sort: str, folder: str = "") -> bytes:
    """The value of a property of the letter, or of the attachment of a folder; empty where it has none."""
    path = [*([folder] if folder else []), f"__substg1.0_{number}{sort}"]
    if not storage.exists(path):
        return b""
    with storage.openstream(path) as stream:
        data: bytes = stream.read()
    return data
