"""The bytes of a file or stream, taken whole: never more than a limit, never of a file that changes meanwhile."""

import os
import stat
from typing import IO

from corpus.errors import CorpusError

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes; a scanned book with its text layer stays below it."""


def shown(path: str) -> str:
    """A path as it may stand in a one-line message: line breaks and other control characters escaped."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in path)


def bytes_of_file(path: str) -> bytes:
    """The whole file. Raises CorpusError when it is missing, a folder, too large, or changed while it was read."""
    name = shown(path)
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - a pipe such as /dev/fd/63 is opened as it is named
            before = os.fstat(stream.fileno())
            data = bytes_of_stream(name, stream, before.st_size)
            after = os.fstat(stream.fileno())
    except FileNotFoundError as error:
        raise CorpusError(f"{name}: no such file") from error
    except IsADirectoryError as error:
        raise CorpusError(f"{name}: a folder, not a file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a possible file name"
        raise CorpusError(f"{name}: cannot be read ({reason})") from error
    is_file = stat.S_ISREG(after.st_mode)
    if is_file and (len(data) != after.st_size or (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size)):
        raise CorpusError(f"{name}: changed while it was read; try again when it is finished")
    return data


def bytes_of_stream(name: str, stream: IO[bytes], size: int = 0) -> bytes:
    """Everything a stream gives; `size` is refused before anything is read. Raises CorpusError beyond the limit."""
    data = b"" if size > LARGEST_FILE else stream.read(LARGEST_FILE + 1)
    if size > LARGEST_FILE or len(data) > LARGEST_FILE:
        raise CorpusError(f"{name}: larger than {LARGEST_FILE // 1024**2} MB; cut it into several files")
    return data
