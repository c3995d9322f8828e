"""Standard input in the place of a file, where `-` is given."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.documents import Reading

NAME = "standard input"


def bytes_of(file: str) -> bytes:
    """All of a file or of standard input, up to the limit that any input has."""
    from corpus.files.source_bytes import bytes_of_file, bytes_of_stream  # noqa: PLC0415 - nothing of the rooms is loaded for help

    return bytes_of_stream(NAME, sys.stdin.buffer) if file == "-" else bytes_of_file(file)


def reading_of(file: str, encoding: str | None = None) -> "Reading":
    """A document as it is read."""
    from corpus.reading import read_bytes  # noqa: PLC0415 - as above

    return read_bytes(file, bytes_of(file), encoding=encoding)


@contextmanager
def lines_of(file: Path) -> Iterator[IO[str]]:
    """The lines of a text in UTF-8."""
    if file == Path("-"):
        yield TextIOWrapper(BytesIO(bytes_of("-")), encoding="utf-8")
        return
    with file.open(encoding="utf-8") as lines:
        yield lines


@contextmanager
def alignment_file(file: Path) -> Iterator[Path]:
    """The file; for standard input a file under the ending of what it holds: JSON lines, a TMX or a ladder."""
    if file != Path("-"):
        yield file
        return
    data = bytes_of("-")
    endings = {b"{": ".jsonl", b"<": ".tmx"}
    with TemporaryDirectory() as folder:
        given = Path(folder, NAME + endings.get(data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1], ".ladder"))
        given.write_bytes(data)
        yield given
