"""Options and arguments that several commands share."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from cli.output import progress, say
from corpus.errors import CorpusError
from corpus.languages import canonical_tag
from corpus.storage.database import IN_MEMORY

if TYPE_CHECKING:
    from alignments.memory import Memory

DEFAULT_URL = "sqlite:///tilmash.db"


class LanguageTag(click.ParamType[str]):
    """A BCP 47 tag, brought into canonical form."""

    name = "LANG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The canonical tag, or wrong use."""
        try:
            return canonical_tag(str(value))
        except CorpusError as error:
            self.fail(str(error), param, ctx)


class LanguageTags(click.ParamType[tuple[str, ...]]):
    """Several tags, separated by commas."""

    name = "LANG,LANG"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The canonical tags in the order given, each once; at least one."""
        if isinstance(value, tuple):
            return value
        tags = dict.fromkeys(LanguageTag().convert(tag, param, ctx) for tag in str(value).split(",") if tag.strip())
        if not tags:
            self.fail(f"{value!r} names no language; write kk,ru", param, ctx)
        return tuple(tags)


LANGUAGE = LanguageTag()
LANGUAGES = LanguageTags()


def to_another_language(
    context: click.Context, parameter: click.Parameter, given: str | tuple[str, ...]
) -> str | tuple[str, ...]:
    """The languages of --to, or wrong use when the one of --from is among them."""
    language = context.params.get("language")
    if language in ((given,) if isinstance(given, str) else given):
        raise click.BadParameter(f"{language} is the language of --from; name another one", context, parameter)
    return given


def database_url() -> str:
    """The database of this call: `--db`, else $TILMASH_DB, else `tilmash.db` in the current folder."""
    return click.get_current_context().find_object(str) or os.environ.get("TILMASH_DB") or DEFAULT_URL


def url_of(file: str) -> str:
    """The URL of an SQLite file. A path with a question mark cannot be said in a URL: wrong use."""
    if "?" in file:
        raise click.UsageError(f"{file}: a database cannot lie under a name with a question mark; choose another one")
    return f"sqlite:///{file}"


@contextmanager
def opened_memory(*, creates: bool = False) -> Iterator["Memory"]:
    """The memory of this call, opened and closed again; only what `creates` makes a file where there is none."""
    from alignments.memory import open_memory  # noqa: PLC0415 - the databases are loaded by the commands that need them

    url = database_url()
    if not creates and _is_missing(url):
        say(f"{url.removeprefix('sqlite:///')}: no memory here yet; `tilmash add FILE…` or `tilmash import FILE` makes one")
        url = f"sqlite:///{IN_MEMORY}"
    with open_memory(url, progress=progress) as memory:
        yield memory


def _is_missing(url: str) -> bool:
    """True for a file that is not there, in a folder that is."""
    kind, _, file = url.partition(":///")
    return (
        kind == "sqlite"
        and "?" not in file
        and file not in {"", IN_MEMORY}
        and Path(file).absolute().parent.is_dir()
        and not Path(file).exists()
    )


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
