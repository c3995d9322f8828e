"""Lines of a text file, decoded and bounded: a file without a line end cannot fill the memory."""

import codecs
from collections.abc import Iterator
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.encodings import codec_name, marked, misread
from alignments.files.options import ReadOptions

CHUNK = 1 << 16
MAX_LINE = 16_000_000
"""Letters in a line; no unit is as long."""


def lines_of(stream: IO[bytes], options: ReadOptions) -> Iterator[str]:
    """The lines with their ends, whatever the encoding; only a line feed (after a carriage return or not) ends a line.

    Raises AlignmentsError when the bytes are no text in the encoding that they show, or that was given.
    """
    rest: list[str] = []
    length = 0
    for text in _decoded(stream, options):
        first, *others = text.split("\n")
        rest.append(first)
        length += len(first)
        if length > MAX_LINE:
            raise AlignmentsError(f"{options.name}: a line of more than {MAX_LINE:,} letters; this is no table")
        if others:
            yield "".join(rest) + "\n"
            for line in others[:-1]:
                yield line + "\n"
            rest, length = [others[-1]], len(others[-1])
    if last := "".join(rest):
        yield last


def _decoded(stream: IO[bytes], options: ReadOptions) -> Iterator[str]:
    head = stream.read(CHUNK)
    encoding = codec_name(options.encoding, options.name) if options.encoding else marked(head) or "utf-8"
    if b"\0" in head and not encoding.startswith(("utf-16", "utf-32")):
        raise AlignmentsError(f"{options.name}: zeros in it, not text; choose another --format or --encoding")
    decoder = codecs.getincrementaldecoder(encoding)()
    reached = 0
    while True:
        try:
            yield decoder.decode(head, final=not head)
        except UnicodeError as error:
            where = f"{options.name}, near byte {reached + getattr(error, 'start', 0)}"
            raise AlignmentsError(f"{where}: {misread(error, encoding)}") from None
        if not head:
            return
        reached += len(head)
        head = stream.read(CHUNK)
