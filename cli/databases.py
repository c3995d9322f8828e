"""The database that a command works on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.talk import progress, say
from corpus.storage.database import IN_MEMORY

if TYPE_CHECKING:
    from alignments.memory import Memory

DEFAULT_URL = "sqlite:///tilmash.db"


def database_url() -> str:
    """The database of this call, a URL or a file: `--db`, else $TILMASH_DB, else `tilmash.db` in the current folder."""
    given = click.get_current_context().find_object(str) or os.environ.get("TILMASH_DB") or DEFAULT_URL
    return given if ":" in given else url_of(given)


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
