"""Options of the commands that exchange files with other tools."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from cli.options import LANGUAGE, LANGUAGES

if TYPE_CHECKING:
    from alignments.files.options import Report
    from alignments.intake import Counts


class Pair(click.ParamType[tuple[str, ...]]):
    """Two languages, the source first: `kk-ru`, or `kk,ru` where the tags have hyphens themselves."""

    name = "LANG-LANG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The two canonical tags."""
        if isinstance(value, tuple):
            return value
        text = str(value)
        tags = LANGUAGES.convert(text if "," in text else text.replace("-", ","), param, ctx)
        if len(tags) != 2:
            self.fail(f"{text!r} is no pair of languages; write kk-ru", param, ctx)
        return tags


class LanguageMap(click.ParamType[tuple[str, str]]):
    """One language under two tags: `kk=kk-KZ`."""

    name = "LANG=LANG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The canonical tags, the one that is met and the one that is meant."""
        if isinstance(value, tuple):
            return value
        met, sign, meant = str(value).partition("=")
        if not sign:
            self.fail(f"{value!r} is no pair of tags; write kk=kk-KZ", param, ctx)
        return LANGUAGE.convert(met, param, ctx), LANGUAGE.convert(meant, param, ctx)


class SidePath(click.ParamType[tuple[str, str]]):
    """A file and the language of its text: `kk=article.txt`."""

    name = "LANG=FILE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The canonical tag and the path."""
        if isinstance(value, tuple):
            return value
        tag, sign, path = str(value).partition("=")
        if not sign or not path:
            self.fail(f"{value!r} names no language; write kk=FILE", param, ctx)
        return LANGUAGE.convert(tag, param, ctx), path


PAIR = Pair()
SIDE = SidePath()
LANGUAGE_MAP = LanguageMap()


@contextmanager
def opened_input(path: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of stdin for `-`."""
    if path == "-":
        yield sys.stdin.buffer
        return
    with Path(path).open("rb") as stream:
        yield stream


def sides_beside(path: str, languages: tuple[str, ...]) -> dict[str, str]:
    """The files of a Moses corpus: NAME.kk, NAME.ru and so on beside the one named, in the order of the languages asked for.

    Raises AlignmentsError when there are fewer than two.
    """
    from alignments.errors import AlignmentsError  # noqa: PLC0415 - nothing is loaded for help
    from alignments.files.headings import language_of  # noqa: PLC0415 - as above

    given = Path(path)
    base = given.stem if given.is_file() and language_of(given.suffix[1:]) else given.name
    siblings = sorted(file for file in given.absolute().parent.iterdir() if file.is_file() and file.stem == base)
    found = {tag: str(file) for file in siblings if (tag := language_of(file.suffix[1:]))}
    chosen = {tag: found[tag] for tag in languages or found if tag in found}
    if len(chosen) < 2 or len(chosen) < len(languages):
        raise AlignmentsError(f"{path}: Moses files are NAME.kk, NAME.ru and so on; found {', '.join(chosen) or 'none'}")
    return chosen


def say_remarks(report: "Report", limit: int = 20) -> None:
    """The remarks of a report on stderr, at most `limit` of them."""
    from cli.output import say  # noqa: PLC0415 - nothing is loaded for help

    lines = list(report.lines())
    for line in lines[:limit]:
        say(line)
    if len(lines) > limit:
        say(f"… and {len(lines) - limit:,} remarks more")


def say_counts(counts: "Counts", *, is_trial: bool) -> None:
    """What became of units or terms, on stderr, in one line."""
    from cli.output import say  # noqa: PLC0415 - as above

    would = "nothing kept (--dry-run); it would be: " if is_trial else ""
    say(
        f"{would}read {counts.read:,}, created {counts.created:,}, updated {counts.updated:,}, "
        f"skipped {counts.skipped:,}, failed {counts.failed:,}"
    )


def say_failures(failures: Sequence[str], failed: int, limit: int = 20) -> None:
    """Why units could not be taken, on stderr, at most `limit` of them one by one."""
    from cli.output import say  # noqa: PLC0415 - as above

    for reason in failures[:limit]:
        say(f"failed: {reason}")
    if failed > limit:
        say(f"… and {failed - limit:,} failures more")
