"""What is said to the person on stderr: lines, notes and bars of progress, what became of units."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from alignments.files.options import Report
    from alignments.intake import Counts

Item = TypeVar("Item")
MOST_SAID = 20
"""Lines of one sort; how many more there are is said in one."""

ERASED = "\r\x1b[K"
"""Brings a terminal to the beginning of its line and clears the line (ECMA-48: EL)."""


def counted(count: int, thing: str) -> str:
    """A count of things in words: `1 unit`, `1,200 units`, `2 entries`."""
    many = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{count:,} {thing if count == 1 else many}"


def say(message: str) -> None:
    """Talk to the person: a line on stderr, in the place of a bar or note of progress that may stand there."""
    click.echo(f"{ERASED if sys.stderr.isatty() else ''}{message}", err=True)


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


def say_what_is_logged(name: str) -> None:
    """Tell the person what a module below logs."""
    import logging  # noqa: PLC0415 - a short command does without

    class Spoken(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            say(record.getMessage())

    logger = logging.getLogger(name)
    logger.setLevel(logging.INFO)
    logger.addHandler(Spoken())


def say_remarks(report: "Report") -> None:
    """The remarks of a report on stderr, at most MOST_SAID of them."""
    lines = list(report.lines())
    for line in lines[:MOST_SAID]:
        say(line)
    if len(lines) > MOST_SAID:
        say(f"… and {counted(len(lines) - MOST_SAID, 'remark')} more")


def say_counts(counts: "Counts", *, is_trial: bool) -> None:
    """What became of units or terms, on stderr, in one line."""
    would = "nothing kept (--dry-run); it would be: " if is_trial else ""
    say(
        f"{would}read {counts.read:,}, created {counts.created:,}, updated {counts.updated:,}, "
        f"skipped {counts.skipped:,}, failed {counts.failed:,}"
    )


def say_failures(failures: Sequence[str], failed: int) -> None:
    """Why units could not be taken, on stderr, at most MOST_SAID of them one by one."""
    for reason in failures[:MOST_SAID]:
        say(f"failed: {reason}")
    if failed > MOST_SAID:
        say(f"… and {counted(failed - MOST_SAID, 'failure')} more")
