"""Options of the commands that exchange files with other tools."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from cli.options import LANGUAGES

if TYPE_CHECKING:
    from alignments.exchange.options import Report


class Pair(click.ParamType):
    """Two languages, the source first: `kk-ru`, or `kk,ru` where the tags have hyphens themselves."""

    name = "LANG-LANG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The two canonical tags."""
        if isinstance(value, tuple):
            return value
        text = str(value)
        tags = LANGUAGES.convert(text if "," in text else text.replace("-", ","), param, ctx)
        if len(tags) != 2 or tags[0] == tags[1]:
            self.fail(f"{text!r} is no pair of languages; write kk-ru", param, ctx)
        return tags


class LanguageMap(click.ParamType):
    """One language under two tags: `kk=kk-KZ`."""

    name = "LANG=LANG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The canonical tags, the one that is met and the one that is meant."""
        if isinstance(value, tuple):
            return value
        met, sign, meant = str(value).partition("=")
        tags = LANGUAGES.convert(f"{met},{meant}", param, ctx)
        if not sign or len(tags) != 2:
            self.fail(f"{value!r} is no pair of tags; write kk=kk-KZ", param, ctx)
        return tags[0], tags[1]


PAIR = Pair()
LANGUAGE_MAP = LanguageMap()


@contextmanager
def opened_input(path: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of stdin for `-`."""
    if path == "-":
        yield sys.stdin.buffer
        return
    with Path(path).open("rb") as stream:
        yield stream


def say_remarks(report: "Report", limit: int = 20) -> None:
    """The remarks of a report on stderr, at most `limit` of them."""
    from cli.output import say  # noqa: PLC0415 - nothing is loaded for help

    lines = list(report.lines())
    for line in lines[:limit]:
        say(line)
    if len(lines) > limit:
        say(f"… and {len(lines) - limit:,} remarks more")
