"""Read any file: the reader is picked by the ending of the name, for a name without one by the first bytes."""

import hashlib
import os
import re
from importlib import import_module
from pathlib import PurePath

from corpus.contents import Contents, RawFile
from corpus.documents import Reading, SourceFile
from corpus.errors import CorpusError
from corpus.files.signatures import DAMAGED, sort_of_file
from corpus.files.source_bytes import bytes_of_file, shown
from corpus.progress import Progress, no_progress
from corpus.readers import READERS, SORTS

_ENDING = re.compile(r"\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,6}")
_TODAY = {".doc": ("Word", ".docx"), ".xls": ("Excel", ".xlsx"), ".ppt": ("PowerPoint", ".pptx")}
"""Endings of old Office files: the program and what it can save them as for us to read."""

_OF_MEMORIES = (".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".po", ".pot", ".tbx")
"""Endings of files that hold texts with their translations already."""

_BY_ENDING = {ending: reader for reader, endings in READERS.items() for ending in endings}


def known_endings() -> tuple[str, ...]:
    """The file name endings that can be read, in the order of the readers."""
    return tuple(_BY_ENDING)


def read(path: str, *, encoding: str | None = None, progress: Progress = no_progress) -> Reading:
    """Read a file. Raises CorpusError, one line, when it cannot be read as what it seems to be."""
    return read_bytes(path, bytes_of_file(path), encoding=encoding, progress=progress)


def read_bytes(name: str, data: bytes, *, encoding: str | None = None, progress: Progress = no_progress) -> Reading:
    """Read bytes that came from anywhere; `name` picks the reader and stands in messages (`-` is standard input)."""
    file = RawFile("standard input" if name == "-" else shown(name), data, encoding, progress)
    if not data:
        raise CorpusError(f"{file.name}: the file is empty")
    reader = _reader_for(file, _ending(name))
    contents = _read_with(reader, file)
    if not contents.blocks or not any(block.text.strip() for block in contents.blocks):
        raise CorpusError("; ".join([f"{file.name}: no text found in it", *contents.remarks]))
    return Reading(
        source=SourceFile(_storable(name), hashlib.sha256(data).hexdigest(), reader, contents.encoding),
        text=contents.text,
        blocks=contents.blocks,
        title=contents.title,
        metadata=contents.metadata,
        remarks=contents.remarks,
    )


def _ending(name: str) -> str:
    """What follows the last full stop, where that is an ending: not in `Decree No. 5 of 12.03.2024`."""
    ending = PurePath(name).suffix.lower()
    return ending if _ENDING.fullmatch(ending) or ending in _OF_MEMORIES else ""


def _reader_for(file: RawFile, ending: str) -> str:
    """The reader's name: the ending decides, and what the file is by its first bytes must not contradict it."""
    sort = sort_of_file(file.data)
    by_bytes = SORTS.get(sort or "")
    if sort == "OLE":
        raise CorpusError(f"{file.name}: {_old_or_locked(ending)}")
    reader = _BY_ENDING.get(ending) or by_bytes or "plain_text"
    if ending in _OF_MEMORIES:
        raise CorpusError(f"{file.name}: holds translations, no document; `tilmash import` takes it")
    if sort is not None and by_bytes != reader and not (sort == "HTML" and reader == "plain_text"):
        raise CorpusError(f"{file.name}: {_contradiction(sort, by_bytes, reader)}")
    if ending and ending not in _BY_ENDING:
        raise CorpusError(f"{file.name}: unknown sort of file {ending}; {_advice(ending, sort, reader)}")
    return reader


def _advice(ending: str, sort: str | None, reader: str) -> str:
    if sort is not None:
        return f"it is {sort}, rename it to {READERS[reader][0]}"
    return f"save it as {_TODAY[ending][1]}" if ending in _TODAY else f"known are {' '.join(known_endings())}"


def _old_or_locked(ending: str) -> str:
    """Office keeps its old formats and its locked files in one and the same container, and Outlook its letters."""
    if ending in _BY_ENDING and ending != ".msg":
        return "protected by a password, or an old Office file; save it without a password in today's format"
    if ending == ".msg":
        return "damaged or cut off; get it again"
    program, today = _TODAY.get(ending, ("Word or Excel", ".docx or .xlsx"))
    return f"an old {program} file; save it as {today}"


def _contradiction(sort: str, by_bytes: str | None, reader: str) -> str:
    if by_bytes is not None:
        return f"is {sort} although it is not named so; rename it to {READERS[by_bytes][0]}"
    if sort == DAMAGED and reader in SORTS.values():
        return "damaged or cut off; get it again"
    return f"is {sort}, which cannot be read as text"


def _read_with(reader: str, file: RawFile) -> Contents:
    """Run a reader; whatever a foreign parser throws at a damaged file becomes one line."""
    module = import_module(f"corpus.readers.{reader}")
    try:
        contents: Contents = module.read(file)
    except CorpusError:
        raise
    except Exception as error:
        sort = PurePath(file.name).suffix.lstrip(".").upper() or reader
        raise CorpusError(f"{file.name}: cannot be read as {sort}; it may be damaged ({_reason(error)})") from error
    return contents


def _reason(error: Exception) -> str:
    return shown(str(error).strip().partition("\n")[0])[:120] or type(error).__name__


def _storable(name: str) -> str:
    """The name as text that every database takes: bytes of a name that is not UTF-8 are escaped."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
