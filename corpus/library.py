"""Keep what was read: add, find, list and remove documents. A stored document is never edited."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select

from corpus.documents import BlockKind, Document, Preparation, Reading, Segment, SourceFile
from corpus.errors import CorpusError
from corpus.storage.database import Database, now_text, time_of
from corpus.tables import DOCUMENTS, SEGMENTS, SOURCES

STANDARD_INPUT = "-"
"""The path of what was not read from a file."""

_DOCUMENT_ROWS = (
    select(
        DOCUMENTS.c.id,
        DOCUMENTS.c.title,
        DOCUMENTS.c.language,
        DOCUMENTS.c.group_name,
        DOCUMENTS.c.metadata,
        DOCUMENTS.c.added,
        SOURCES.c.path,
        SOURCES.c.sha256,
        SOURCES.c.reader,
        SOURCES.c.encoding,
    )
    .join_from(DOCUMENTS, SOURCES, DOCUMENTS.c.source == SOURCES.c.id)
    .order_by(DOCUMENTS.c.id)
)


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with its number in the library; a listing has only the count of its segments, not the segments."""

    id: int
    document: Document
    added: datetime
    segment_count: int


@dataclass(frozen=True, slots=True)
class AddedSource:
    """What `add` did: the version of a file that is current already is not stored twice, its documents are those stored then.

    `replaced` are the numbers of the documents of the version that was the last before.
    """

    is_new: bool
    documents: tuple[StoredDocument, ...]
    replaced: tuple[int, ...] = ()


def current(documents: Iterable[StoredDocument]) -> tuple[StoredDocument, ...]:
    """The documents of the last version of each file of a group, in each language: paths are as they were typed, so that files
    of one name in two folders may meet. What came from standard input is no version of anything.
    """
    every = tuple(documents)
    last = {_file(one): one.document.source.sha256 for one in every}
    return tuple(one for one in every if _file(one)[1] == STANDARD_INPUT or last[_file(one)] == one.document.source.sha256)


def _file(stored: StoredDocument) -> tuple[str, str, str]:
    return stored.document.group, stored.document.source.path, stored.document.language


class Library:
    """The documents of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, preparation: Preparation, group: str) -> AddedSource:
        """Store a prepared file and its documents under a group name, whole or not at all.

        The older versions of the file stay. A file that became again what it was before is stored anew, as its last version.
        """
        digest = preparation.reading.source.sha256
        with self._database.transaction():
            known = self._documents_of_source(digest)
            if known is not None and all(self._is_current(one) for one in known):
                return AddedSource(is_new=False, documents=known)
            for one in known or ():
                self.remove(one.id)
            path = preparation.reading.source.path
            languages = [document.language for document in preparation.documents if path != STANDARD_INPUT]
            replaced = tuple(number for language in languages for number in self._last_version(group, path, language))
            source = self._add_source(preparation.reading)
            for document in preparation.documents:
                self._add_document(source, document, group)
            stored = self._documents_of_source(digest) or ()
        return AddedSource(is_new=True, documents=stored, replaced=replaced)

    def _is_current(self, stored: StoredDocument) -> bool:
        group, path, language = _file(stored)
        return path == STANDARD_INPUT or stored.id in self._last_version(group, path, language)

    def _last_version(self, group: str, path: str, language: str) -> tuple[int, ...]:
        """The numbers of the documents in a language of the last version of a file."""
        statement = (
            select(DOCUMENTS.c.id, DOCUMENTS.c.source)
            .join_from(DOCUMENTS, SOURCES, DOCUMENTS.c.source == SOURCES.c.id)
            .where(DOCUMENTS.c.group_name == group, SOURCES.c.path == path, DOCUMENTS.c.language == language)
            .order_by(DOCUMENTS.c.id)
        )
        rows = self._database.connection.execute(statement).all()
        return tuple(row.id for row in rows if row.source == rows[-1].source)

    def documents(self, *, with_segments: bool = True) -> tuple[StoredDocument, ...]:
        """Every document in the order of adding; `with_segments=False` is for listings."""
        rows = self._database.connection.execute(_DOCUMENT_ROWS).all()
        return self._stored(rows, with_segments=with_segments)

    def document(self, number: int) -> StoredDocument:
        """One document with its segments. Raises CorpusError for an unknown number."""
        rows = self._database.connection.execute(_DOCUMENT_ROWS.where(DOCUMENTS.c.id == number)).all()
        if not rows:
            raise CorpusError(f"document {number}: not in the library; `tilmash documents` lists the numbers")
        return self._stored(rows, with_segments=True)[0]

    def text_as_read(self, number: int) -> str:
        """The whole text of the file a document came from; `Segment.start` and `stop` are offsets into it."""
        statement = (
            select(SOURCES.c.text)
            .join_from(DOCUMENTS, SOURCES, DOCUMENTS.c.source == SOURCES.c.id)
            .where(DOCUMENTS.c.id == number)
        )
        packed = self._database.connection.execute(statement).scalar()
        if packed is None:
            raise CorpusError(f"document {number}: not in the library; `tilmash documents` lists the numbers")
        return zlib.decompress(packed).decode("utf-8", "surrogatepass")

    def remove(self, number: int) -> None:
        """Forget a document; when it was the last one of its file, forget the file's text too."""
        with self._database.transaction():
            connection = self._database.connection
            source = connection.execute(select(DOCUMENTS.c.source).where(DOCUMENTS.c.id == number)).scalar()
            if source is None:
                raise CorpusError(f"document {number}: not in the library; `tilmash documents` lists the numbers")
            connection.execute(SEGMENTS.delete().where(SEGMENTS.c.document == number))
            connection.execute(DOCUMENTS.delete().where(DOCUMENTS.c.id == number))
            others = connection.execute(select(func.count()).where(DOCUMENTS.c.source == source)).scalar_one()
            if not others:
                connection.execute(SOURCES.delete().where(SOURCES.c.id == source))

    def _documents_of_source(self, sha256: str) -> tuple[StoredDocument, ...] | None:
        connection = self._database.connection
        if connection.execute(select(SOURCES.c.id).where(SOURCES.c.sha256 == sha256)).first() is None:
            return None
        rows = connection.execute(_DOCUMENT_ROWS.where(SOURCES.c.sha256 == sha256)).all()
        return self._stored(rows, with_segments=True)

    def _add_source(self, reading: Reading) -> int:
        row = {
            "sha256": reading.source.sha256,
            "path": reading.source.path,
            "reader": reading.source.reader,
            "encoding": reading.source.encoding,
            "text": zlib.compress(reading.text.encode("utf-8", "surrogatepass")),
            "added": now_text(),
        }
        statement = SOURCES.insert().values(row).returning(SOURCES.c.id)
        number: int = self._database.connection.execute(statement).scalar_one()
        return number

    def _add_document(self, source: int, document: Document, group: str) -> None:
        row = {
            "source": source,
            "title": document.title,
            "language": document.language,
            "group_name": group or document.group,
            "metadata": json.dumps(document.metadata, ensure_ascii=False),
            "added": now_text(),
        }
        number = self._database.connection.execute(DOCUMENTS.insert().values(row).returning(DOCUMENTS.c.id)).scalar_one()
        self._database.insert(SEGMENTS.name, [_segment_row(number, segment) for segment in document.segments])

    def _stored(self, rows: Sequence[Row[*tuple[Any, ...]]], *, with_segments: bool) -> tuple[StoredDocument, ...]:
        numbers = [row.id for row in rows]
        segments = self._segments(numbers) if with_segments else {}
        counts = {number: len(found) for number, found in segments.items()} if with_segments else self._counts()
        return tuple(_stored_document(row, segments.get(row.id, ()), counts.get(row.id, 0)) for row in rows)

    def _segments(self, numbers: Iterable[int]) -> dict[int, tuple[Segment, ...]]:
        found: dict[int, tuple[Segment, ...]] = {}
        for number in numbers:
            statement = select(SEGMENTS).where(SEGMENTS.c.document == number).order_by(SEGMENTS.c.position)
            found[number] = tuple(_segment(row) for row in self._database.connection.execute(statement))
        return found

    def _counts(self) -> dict[int, int]:
        statement = select(SEGMENTS.c.document, func.count()).group_by(SEGMENTS.c.document)
        counts: dict[int, int] = defaultdict(int)
        counts.update((number, count) for number, count in self._database.connection.execute(statement))
        return counts


def _segment_row(document: int, segment: Segment) -> dict[str, object]:
    return {
        "document": document,
        "position": segment.position,
        "text": segment.text,
        "paragraph": segment.paragraph,
        "kind": segment.kind.value,
        "start": segment.start,
        "stop": segment.stop,
        "page": segment.page,
        "row": segment.row,
        "column": segment.column,
    }


def _segment(row: Row[*tuple[Any, ...]]) -> Segment:
    _, position, text, paragraph, kind, start, stop, page, table_row, column = row
    return Segment(position, text, paragraph, BlockKind(kind), start, stop, page, table_row, column)


def _stored_document(row: Row[*tuple[Any, ...]], segments: tuple[Segment, ...], count: int) -> StoredDocument:
    document = Document(
        title=row.title,
        language=row.language,
        source=SourceFile(row.path, row.sha256, row.reader, row.encoding),
        segments=segments,
        group=row.group_name,
        metadata=tuple((name, value) for name, value in json.loads(row.metadata)),
    )
    return StoredDocument(row.id, document, time_of(row.added), count)
