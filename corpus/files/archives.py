"""The inside of DOCX, ODT, XLSX and EPUB: a ZIP archive whose members are taken out only up to a limit."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from corpus.contents import RawFile
from corpus.errors import CorpusError

LARGEST_MEMBER = 100 * 1024 * 1024
"""Bytes of one unpacked member; the XML of a text of 10,000 pages stays below it."""
_FLAG_ENCRYPTED = 0x1


class Archive:
    """An open archive; what is wrong with it is one line with the file's name."""

    def __init__(self, name: str, packed: zipfile.ZipFile) -> None:
        self._name = name
        self._packed = packed
        self.members = frozenset(packed.namelist())

    def refuse_large(self) -> None:
        """Raise CorpusError when members are too large or behind a password, for parsers that unpack by themselves."""
        members = self._packed.infolist()
        for about in members:
            self._refuse(about)
        total = sum(about.file_size for about in members if about.filename.endswith((".xml", ".bin")))
        if total > 4 * LARGEST_MEMBER:
            raise self._too_large(total, 4 * LARGEST_MEMBER)

    def member(self, member: str) -> bytes:
        """A whole member. Raises CorpusError when it is missing, too large, damaged or behind a password."""
        if member not in self.members:
            raise CorpusError(f"{self._name}: damaged, {member} is missing in it")
        about = self._packed.getinfo(member)
        self._refuse(about)
        try:
            return self._packed.read(about)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise CorpusError(f"{self._name}: damaged ({error}); get it again") from error

    def _refuse(self, about: zipfile.ZipInfo) -> None:
        if about.file_size > LARGEST_MEMBER:
            raise self._too_large(about.file_size, LARGEST_MEMBER)
        if about.flag_bits & _FLAG_ENCRYPTED:
            raise CorpusError(f"{self._name}: protected by a password; save an open copy first")

    def _too_large(self, size: int, limit: int) -> CorpusError:
        megabytes, most = size // 1024**2, limit // 1024**2
        return CorpusError(f"{self._name}: unpacks to {megabytes:,} MB, the limit is {most} MB; cut it into several files")


@contextmanager
def opened_archive(file: RawFile) -> Iterator[Archive]:
    """The archive that a file is. Raises CorpusError when it is truncated or no archive at all."""
    try:
        packed = zipfile.ZipFile(BytesIO(file.data))
    except zipfile.BadZipFile as error:
        raise CorpusError(f"{file.name}: damaged or cut off ({error}); get it again") from error
    with packed:
        yield Archive(file.name, packed)
