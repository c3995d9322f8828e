"""A broken TMX mended and proved readable, before anybody sees it."""

import codecs
from collections import Counter
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.encodings import codec_name, declared, marked, misread
from alignments.files.options import ReadOptions
from alignments.formats.tmx import read
from alignments.formats.tmx.mending import ENCODING, Mender

CHUNK = 1 << 16


def repair(stream: IO[bytes], output: IO[str], options: ReadOptions) -> tuple[Counter[str], int]:
    """Write the mended document; what was mended how often, and how many units the result has.

    Raises AlignmentsError when the result could still not be read, or the encoding is not known.
    """
    mender = Mender()
    with TemporaryFile("w+b") as trial:
        for piece in mender.mended(_letters(stream, options, mender)):
            trial.write(piece.encode("utf-8"))
        trial.seek(0)
        try:
            units = sum(1 for _ in read(trial, ReadOptions(options.name)))
        except AlignmentsError as error:
            raise AlignmentsError(f"{error}; this is beyond repair, the file stays as it is") from None
        trial.seek(0)
        for line in codecs.getreader("utf-8")(trial):
            output.write(line)
    return mender.mends, units


def _letters(stream: IO[bytes], options: ReadOptions, mender: Mender) -> Iterator[str]:
    head = stream.read(CHUNK)
    encoding = _encoding(head, options)
    if encoding not in {"utf-8", "utf-8-sig"}:
        mender.mends[f"{ENCODING} (was {encoding})"] += 1
    decoder = codecs.getincrementaldecoder(encoding)()
    while head:
        try:
            yield decoder.decode(head)
        except UnicodeError as error:
            raise AlignmentsError(f"{options.name}: {misread(error, encoding)}") from None
        head = stream.read(CHUNK)


def _encoding(head: bytes, options: ReadOptions) -> str:
    if options.encoding:
        return codec_name(options.encoding, options.name)
    said = declared(head)
    if marked(head) or said is None:
        return marked(head) or "utf-8"
    encoding = codec_name(said, options.name)
    return "utf-8" if encoding.startswith(("utf-16", "utf-32")) else encoding
