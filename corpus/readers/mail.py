"""Letters (.eml) and web archives (.mht): the subject and the body, as the reader of its sort reads it."""

from dataclasses import replace
from email import policy
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser

from corpus.contents import Contents, RawFile
from corpus.errors import CorpusError
from corpus.files.encodings import decode
from corpus.markup.letters import letter
from corpus.markup.web_pages import CUT_OFF

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
"""How a letter begins that was opened and saved as text in Unicode."""


def read(file: RawFile) -> Contents:
    """The subject as a heading and the body, in HTML rather than plain, which was often broken into lines on the way."""
    source = decode(file.name, file.data)[0].encode() if file.data.startswith(_UTF16) else file.data
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(source)
    body = message.get_body(("html", "plain"))
    data = b"" if body is None else body.get_payload(decode=True)
    if body is None or not isinstance(data, bytes) or not data.strip():
        raise CorpusError(f"{file.name}: no text found in it; is it a letter or a saved web page?")
    inner = replace(file, data=data, encoding=file.encoding or _charset(data, body))
    is_html = body.get_content_subtype() == "html"
    contents = letter(inner, str(message.get("subject", "")), _attachments(message), is_html=is_html)
    is_cut_off = any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects)
    return replace(contents, remarks=tuple(dict.fromkeys((CUT_OFF, *contents.remarks)))) if is_cut_off else contents


def _charset(data: bytes, body: MIMEPart) -> str | None:
    """The encoding that the letter names for a body, where the body is in it."""
    charset = body.get_content_charset()
    try:
        data.decode(charset or "ascii")
    except (LookupError, UnicodeDecodeError):
        return None
    return charset


def _attachments(message: EmailMessage) -> list[str]:
    """The names of what is attached; the pictures of a saved web page are part of it."""
    if message.get_content_subtype() == "related":
        return []
    return [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
