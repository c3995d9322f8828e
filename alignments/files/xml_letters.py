"""The letters of an XML file, whatever its encoding; every line ends with a line feed (XML 1.0, 2.11)."""

import codecs
from collections.abc import Iterable, Iterator
from functools import partial
from io import IncrementalNewlineDecoder
from itertools import chain
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.encodings import codec_name, declared, marked, misread
from alignments.files.options import ReadOptions

CHUNK = 1 << 16
"""Bytes read at a time."""


def letters_of(stream: IO[bytes], options: ReadOptions) -> Iterator[str]:
    """The stream in pieces; a false declaration gives way to what the first bytes show.

    Raises AlignmentsError behind the last letter that can be read, when the bytes are not in their encoding.
    """
    head = stream.read(CHUNK)
    return _decoded(chain([head], iter(partial(stream.read, CHUNK), b"")), _encoding(head, options))


def _decoded(chunks: Iterable[bytes], encoding: str) -> Iterator[str]:
    decoder = IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(), translate=True)
    for chunk in chunks:
        try:
            yield decoder.decode(chunk)
        except UnicodeError as error:
            yield _before(error, encoding)
            raise AlignmentsError(misread(error, encoding)) from None
    try:
        yield decoder.decode(b"", final=True)
    except UnicodeError:
        raise AlignmentsError("the file ends inside a character; it was cut off") from None


def _before(error: UnicodeError, encoding: str) -> str:
    """What can be read of the bytes that stopped the decoder."""
    return error.object[: error.start].decode(encoding) if isinstance(error, UnicodeDecodeError) else ""


def _encoding(head: bytes, options: ReadOptions) -> str:
    if head[:4] == b"\0\0\0\0":
        raise AlignmentsError("zeros, not text; this is no exchange file")
    said, seen = declared(head), marked(head)
    if options.encoding:
        return codec_name(options.encoding, options.name)
    if seen:
        return seen
    if said is None:
        return "utf-8"
    encoding = codec_name(said, options.name)
    if encoding.startswith(("utf-16", "utf-32")):
        options.report.remark(f"{options.name}: says it is {said} and is UTF-8; read as UTF-8")
        return "utf-8"
    if encoding not in {"utf-8", "ascii"}:
        options.report.remark(f"{options.name}: is in {said}; some tools (OmegaT among them) read UTF-8 only")
    return encoding
