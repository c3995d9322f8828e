"""The files that a person means: files as named, every readable file of a folder, every match of a pattern."""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from corpus.errors import CorpusError
from corpus.files.source_bytes import shown
from corpus.reading import known_endings


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files found, in order and each once, and the files of folders that were passed over because of their ending."""

    files: tuple[str, ...]
    passed_over: tuple[str, ...]


def gather(names: Iterable[str]) -> Gathered:
    """The files behind names, folders and patterns; `-` stays. Raises CorpusError where a folder or pattern has no file."""
    found: dict[str, None] = {}
    passed_over: dict[str, None] = {}
    for name in names:
        if name != "-" and Path(name).is_dir():
            _look_through(name, found, passed_over)
        else:
            found.update(dict.fromkeys(_matches(name)))
    return Gathered(tuple(found), tuple(passed_over))


def _look_through(folder: str, found: dict[str, None], passed_over: dict[str, None]) -> None:
    readable = known_endings()
    files = list(_files_below(folder))
    for file in files:
        (found if PurePath(file).suffix.lower() in readable else passed_over)[file] = None
    if not any(file in found for file in files):
        raise CorpusError(f"{shown(folder)}: no file in this folder can be read; known endings are {' '.join(readable)}")


def _files_below(folder: str) -> Iterator[str]:
    """Every file of a folder and its folders by name, hidden ones and the lock files of office programs left out."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(place) / name) for name in sorted(files) if not name.startswith((".", "~$")))


def _matches(name: str) -> list[str]:
    """The name itself where it is a file, otherwise the files that it matches as a pattern such as `*.docx`."""
    if name == "-" or Path(name).exists() or not glob.has_magic(name):
        return [name]
    found = glob.glob(name, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
    matches = sorted(path for path in found if Path(path).is_file() and not PurePath(path).name.startswith("~$"))
    if not matches:
        raise CorpusError(f"{shown(name)}: no file matches this pattern")
    return matches
