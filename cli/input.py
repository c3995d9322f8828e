"""What commands read: files, `-` for standard input, and a bar of progress over a long one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO, FileIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

    from corpus.documents import Reading

NAME, STDIN = "standard input", Path("-")
FILE_OR_STDIN = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
"""An argument that is a file or `-`."""


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
    if file == STDIN:
        yield TextIOWrapper(BytesIO(bytes_of("-")), encoding="utf-8")
        return
    with file.open(encoding="utf-8") as lines:
        yield lines


@contextmanager
def alignment_file(file: Path) -> Iterator[Path]:
    """The file; for standard input a file under the ending of what it holds: JSON lines, a TMX or a ladder."""
    if file != STDIN:
        yield file
        return
    data = bytes_of("-")
    endings = {b"{": ".jsonl", b"<": ".tmx"}
    with TemporaryDirectory() as folder:
        given = Path(folder, NAME + endings.get(data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1], ".ladder"))
        given.write_bytes(data)
        yield given


@contextmanager
def opened_input(path: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of stdin for `-`."""
    if path == "-":
        yield sys.stdin.buffer
        return
    with Path(path).open("rb") as stream:
        yield stream


@contextmanager
def watched_input(path: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of stdin for `-`; a terminal's stderr shows how much of a file was read."""
    if path == "-" or not sys.stderr.isatty():
        with opened_input(path) as stream:
            yield stream
        return
    size = Path(path).stat().st_size
    with (
        click.progressbar(length=size, label=f"reading {path}", file=sys.stderr) as bar,
        BufferedReader(_WatchedFile(path, bar.update)) as stream,
    ):
        yield stream


class _WatchedFile(FileIO):
    """A file that tells how much of it was read."""

    def __init__(self, path: str, watch: "Callable[[int], None]") -> None:
        super().__init__(path)
        self._watch = watch

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        """As FileIO does it."""
        count = super().readinto(buffer)
        self._watch(count or 0)
        return count
