"""What commands print: tables, JSON lines, progress, and files that are whole or not there."""

import json
import os
import shutil
import sys
import tempfile
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TypeVar

import click

Item = TypeVar("Item")
GAP = "  "
ERASED = "\r\x1b[K"
"""Brings a terminal to the beginning of its line and clears the line (ECMA-48: EL)."""


def terminal_width() -> int:
    """Columns of the terminal, or of $COLUMNS; 80 where neither is known."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def text_width(text: str) -> int:
    """Columns a text takes: wide East Asian letters take two, combining marks none."""
    wide = sum(1 for letter in text if unicodedata.east_asian_width(letter) in "WF")
    marks = sum(1 for letter in text if unicodedata.combining(letter))
    return len(text) + wide - marks


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled with spaces up to a width, at its right end or before it."""
    spaces = " " * max(0, width - text_width(text))
    return spaces + text if right else text + spaces


def table_lines(headings: Sequence[str], rows: Iterable[Sequence[object]], *, width: int | None = None) -> Iterator[str]:
    """The lines of a table no wider than the terminal: columns of numbers to the right, long texts wrapped between words."""
    cells = [[_cell(value) for value in row] for row in rows]
    numeric = [bool(cells) and all(_is_number(row[place]) for row in cells) for place in range(len(headings))]
    widths = _column_widths(headings, cells, width or terminal_width())
    for row in [list(headings), *cells]:
        yield from row_lines(row, widths, numeric)


def row_lines(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool] = ()) -> Iterator[str]:
    """The lines of one row of a table, texts wrapped between words; what is `numeric` stands at the right of its column."""
    wrapped = [_wrap(text, width) for text, width in zip(cells, widths, strict=True)]
    to_the_right = [*numeric, *[False] * (len(cells) - len(numeric))]
    for line in range(max(map(len, wrapped))):
        parts = [texts[line] if line < len(texts) else "" for texts in wrapped]
        filled = [pad(part, widths[place], right=to_the_right[place]) for place, part in enumerate(parts)]
        yield GAP.join(filled).rstrip()


def print_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table on stdout; None becomes an empty cell."""
    for line in table_lines(headings, rows):
        click.echo(line)


def counted(count: int, thing: str) -> str:
    """A count of things in words: `1 unit`, `1,200 units`."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def json_line(value: object) -> None:
    """Print one JSON value as a line on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False))


def say(message: str) -> None:
    """Talk to the person: a line on stderr, in the place of a bar or note of progress that may stand there."""
    click.echo(f"{ERASED if sys.stderr.isatty() else ''}{message}", err=True)


def say_what_is_logged(name: str) -> None:
    """Tell the person what a module below logs."""
    import logging  # noqa: PLC0415 - a short command does without

    class Spoken(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            say(record.getMessage())

    logger = logging.getLogger(name)
    logger.setLevel(logging.INFO)
    logger.addHandler(Spoken())


@contextmanager
def doing(what: str) -> Iterator[None]:
    """Show on a terminal's stderr what is being done, until it is done."""
    is_shown = sys.stderr.isatty()
    if is_shown:
        click.echo(f"{what} …", nl=False, err=True)
    try:
        yield
    finally:
        if is_shown:
            click.echo(ERASED, nl=False, err=True)


def progress(iterable: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """Pass the items on and show on a terminal's stderr how far the work is."""
    if not sys.stderr.isatty():
        yield from iterable
        return
    if total is None and not hasattr(iterable, "__len__"):
        yield from _counting(iterable, label)
        return
    with click.progressbar(iterable, length=total, label=label, file=sys.stderr) as bar:
        yield from bar


def _counting(iterable: Iterable[Item], label: str) -> Iterator[Item]:
    """Progress where nobody knows the end: a count that is renewed every thousand items."""
    count = 0
    for count, item in enumerate(iterable, start=1):
        if count % 1000 == 0:
            click.echo(f"\r{label}: {count:,}", nl=False, err=True)
        yield item
    click.echo(f"\r{label}: {count:,}", err=True)


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


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return " ".join(str(value).split())


def _is_number(text: str) -> bool:
    return text == "" or text.replace(",", "").replace(".", "").rstrip(" %").isdigit()


def _column_widths(headings: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """Natural widths, the widest columns narrowed until the table fits; no column under its longest heading word or 8."""
    widths = [max(1, *map(text_width, column)) for column in zip(headings, *cells, strict=True)]
    room = width - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 8:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
