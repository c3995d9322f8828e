"""Letters (.eml) and web archives (.mht): the subject and the body, as the reader of its sort reads it."""

from dataclasses import replace
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import Block, BlockKind
from corpus.errors import CorpusError
from corpus.files.encodings import decode
from corpus.markup.web_pages import web_page

_MOST_NAMED = 5
"""Attachments that a remark names."""


def read(file: RawFile) -> Contents:
    """The subject as a heading and the body, in HTML rather than plain, which was often broken into lines on the way."""
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(file.data)
    body = message.get_body(("html", "plain"))
    data = b"" if body is None else body.get_payload(decode=True)
    if body is None or not isinstance(data, bytes) or not data.strip():
        raise CorpusError(f"{file.name}: no text found in it; is it a letter or a saved web page?")
    inner = replace(file, data=data, encoding=file.encoding or body.get_content_charset())
    contents = web_page(inner) if body.get_content_subtype() == "html" else _lines(inner)
    subject = " ".join(str(message.get("subject", "")).split())
    return replace(_below(subject, contents), title=subject or contents.title, remarks=tuple(_remarks(message)))


def _lines(file: RawFile) -> Contents:
    """A body in plain text, its empty lines kept between the blocks."""
    text, encoding = decode(file.name, file.data, file.encoding)
    blocks = Blocks(file.name)
    for line in text.splitlines():
        if line.strip():
            blocks.add(line, BlockKind.LINE)
        elif blocks.gathered:
            blocks.separate("\n")
    return Contents(blocks.text(), tuple(blocks.gathered), encoding)


def _below(subject: str, contents: Contents) -> Contents:
    """The contents with the subject on a line before them; a saved web page has its own title there."""
    if not subject or contents.text.lstrip().startswith(subject):
        return contents
    shift = len(subject) + 1
    moved = (replace(block, start=block.start + shift, stop=block.stop + shift) for block in contents.blocks)
    heading = Block(subject, BlockKind.HEADING, 0, len(subject))
    return replace(contents, text=f"{subject}\n{contents.text}", blocks=(heading, *moved))


def _remarks(message: EmailMessage) -> list[str]:
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if not names or message.get_content_subtype() == "related":
        return []
    shown = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
    return [f"attachments are not read, add them by themselves: {shown}"]
