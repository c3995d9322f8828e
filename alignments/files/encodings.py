"""Which encoding the bytes of an exchange file have: byte order marks, patterns of the first tag, the declaration."""

import codecs
import re

from alignments.errors import AlignmentsError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PATTERNS = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']")


def marked(head: bytes) -> str | None:
    """The encoding that the first bytes give away, or None."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    return next((encoding for pattern, encoding in _PATTERNS if head.startswith(pattern)), None)


def declared(head: bytes) -> str | None:
    """The encoding an XML declaration names, or None."""
    match = _DECLARED.match(head)
    return match[1].decode("ascii") if match else None


def codec_name(encoding: str, name: str) -> str:
    """Python's name of an encoding. Raises AlignmentsError when there is no such text encoding."""
    try:
        codec = codecs.lookup(encoding)
        "a".encode(codec.name)
    except (LookupError, ValueError):
        raise AlignmentsError(f"{name}: unknown encoding {encoding!r}; give --encoding utf-8 or windows-1251") from None
    return codec.name


def suggestion(sample: bytes) -> str:
    """What to try on bytes that are not UTF-8: one of the Windows code pages of Kazakhstan when the bytes look like that."""
    letters = sum(byte >= 0xC0 for byte in sample)
    kazakh = sum(byte in b"\xa3\xb3\x8a\x9a\xa1\xa2\xaa\xba\xbc\xbe\xaf\xbf\x8d\x9d\x8e\x9e\xbd" for byte in sample)
    if letters < 2:
        return "give the right one with --encoding"
    likely = "kz-1048" if kazakh * 20 > letters else "windows-1251"
    return f"it looks like --encoding {likely}"


def misread(error: UnicodeError, encoding: str) -> str:
    """What to say when bytes are not in an encoding, with what they look like."""
    if not isinstance(error, UnicodeDecodeError):
        return f"not {encoding} ({error}); give the right one with --encoding"
    return f"not {encoding} ({error.reason}); {suggestion(error.object[error.start : error.start + 4000])}"
