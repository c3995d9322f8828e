"""Where results go: stdout, or a file that is whole or not there, in the form that its name says."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import IO

import click


def json_line(value: object) -> None:
    """Print one JSON value as a line on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False))


def form_of(output: str | None, given: str | None, endings: Mapping[str, str]) -> str:
    """The form to write: the one given, else what the ending of the file names; the first of `endings` for stdout.

    A file with another ending is wrong use: a table in an .xlsx would not open.
    """
    if given is not None:
        return given
    if output in {None, "-"} or not PurePath(str(output)).suffix:
        return next(iter(endings.values()))
    ending = PurePath(str(output)).suffix.lower()
    if ending not in endings:
        raise click.BadParameter(f"{output}: this is written as {', '.join(endings)}", param_hint="--output")
    return endings[ending]


@contextmanager
def open_output(path: str | None) -> Iterator[IO[str]]:
    """A text stream to a file that appears whole or not at all; `-` and None are stdout."""
    if path in {None, "-"}:
        yield sys.stdout
        sys.stdout.flush()
        return
    with _named(str(path)), _replacing(str(path)) as temporary, temporary.open("w", encoding="utf-8", newline="") as stream:
        yield stream


@contextmanager
def open_binary_output(path: str | None) -> Iterator[IO[bytes]]:
    """As `open_output`, for formats that are not text; without a path a terminal would show them as rubbish."""
    if path is None and sys.stdout.isatty():
        raise click.UsageError("this format is no text; give --output FILE, or --output - for another program")
    if path in {None, "-"}:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _named(str(path)), _replacing(str(path)) as temporary, temporary.open("wb") as stream:
        yield stream


@contextmanager
def _named(path: str) -> Iterator[None]:
    """What fails while a file is written says which one: the system does not, when the disk is full."""
    try:
        yield
    except OSError as failure:
        failure.filename = failure.filename or path
        raise


@contextmanager
def _replacing(path: str) -> Iterator[Path]:
    """A new file beside the one meant, which it replaces when everything went well."""
    target = Path(path)
    if not target.is_file() and target.exists():
        yield target  # a device or a pipe cannot be replaced
        return
    target = Path(os.path.realpath(target))  # of a link what it points to, not the link
    temporary = _beside(target)
    try:
        yield temporary
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _beside(target: Path) -> Path:
    """An empty file in the folder of another; where there can be none, the error names the other."""
    try:
        handle, name = tempfile.mkstemp(dir=target.absolute().parent, prefix=f".{target.name}.")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
    os.close(handle)
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
