"""Files that are read with a bar of progress on the terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from cli.exchange_options import opened_input

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer


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
