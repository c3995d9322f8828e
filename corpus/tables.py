"""Rows of sources, documents and segments; seen by the library and the migrations only."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from corpus.storage.metadata import METADATA

SOURCES = Table(
    "sources",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("path", Text, nullable=False),
    Column("reader", String(64), nullable=False),
    Column("encoding", String(64)),
    Column("text", LargeBinary, nullable=False),
    Column("added", String(20), nullable=False),
)
"""A file as it was read; `text` is the whole text as UTF-8, compressed with zlib; offsets of segments point into it."""

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("source", Integer, ForeignKey("sources.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("language", String(35), nullable=False),
    Column("group_name", Text, nullable=False, index=True),
    Column("metadata", Text, nullable=False),
    Column("added", String(20), nullable=False),
)
"""One text in one language; `metadata` is a JSON list of pairs. Indexes: documents of a source, of a group."""

SEGMENTS = Table(
    "segments",
    METADATA,
    Column("document", Integer, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("paragraph", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("page", Integer),
    Column("row", Integer),
    Column("column", Integer),
    sqlite_with_rowid=False,
)
"""Segments in reading order, kept beside their document."""
