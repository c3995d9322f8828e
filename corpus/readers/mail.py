"""Letters (.eml) and web archives (.mht): the subject and the body, as the reader of its sort reads it."""

from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from corpus.contents import Contents, RawFile
from corpus.errors import CorpusError
from corpus.markup.letters import letter


def read(file: RawFile) -> Contents:
    """The subject as a heading and the body, in HTML rather than plain, which was often broken into lines on the way."""
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(file.data)
    body = message.get_body(("html", "plain"))
    data = b"" if body is None else body.get_payload(decode=True)
    if body is None or not isinstance(data, bytes) or not data.strip():
        raise CorpusError(f"{file.name}: no text found in it; is it a letter or a saved web page?")
    inner = replace(file, data=data, encoding=file.encoding or body.get_content_charset())
    is_html = body.get_content_subtype() == "html"
    return letter(inner, str(message.get("subject", "")), _attachments(message), is_html=is_html)


def _attachments(message: EmailMessage) -> list[str]:
    """The names of what is attached; the pictures of a saved web page are part of it."""
    if message.get_content_subtype() == "related":
        return []
    return [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
