"""Rows of units, decisions, terms and what the search needs; seen by the store and the migrations only."""

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from corpus.storage.metadata import METADATA

ORIGINS = Table(
    "origins",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("source", Text, nullable=False),
    Column("signature", Text, nullable=False),
    UniqueConstraint("kind", "source", "signature"),
)
"""Where units come from (`Provenance.origin`, `source`, `signature`), said once for all units of a file or group."""

UNITS = Table(
    "units",
    METADATA,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("origin", Integer, ForeignKey("origins.id"), nullable=False),
    Column("passage", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("probability", Float),
    Column("status", String(16), nullable=False),
    Column("created", String(20)),
    Column("created_by", Text),
    Column("changed", String(20)),
    Column("changed_by", Text),
    Column("notes", Text),
    Column("properties", Text),
    Index(None, "origin", "passage", "position"),
)
"""`number` is the order of storing; `notes` and `properties` are JSON lists. Indexes: a unit by id, neighbours in a passage
and the order of documents."""

TITLES = Table(
    "titles",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False, unique=True),
)
"""Titles of the documents that variants stand in, said once."""

VARIANTS = Table(
    "variants",
    METADATA,
    Column(
        "unit",
        BigInteger().with_variant(Integer, "sqlite"),
        ForeignKey("units.number", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("place", Integer, primary_key=True),
    Column("language", String(35), nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Integer, ForeignKey("titles.id")),
    Column("segments", Text),
    Column("codes", Text),
    Column("text_key", BigInteger, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""Variants beside their unit; `segments` such as `3-5,9`; `codes` JSON. Index: variants of the same text (exact match)."""

VOCABULARY = Table(
    "vocabulary",
    METADATA,
    Column("language", String(35), primary_key=True),
    Column("word", Text, primary_key=True),
    Column("stem", Text, nullable=False, index=True),
    Column("loose", Text, nullable=False, index=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Distinct folded words with the number of variants that have them; `loose` is the word as typed without Kazakh letters.

Indexes: forms of a stem, words typed without Kazakh letters."""

STEMS = Table(
    "stems",
    METADATA,
    Column("language", String(35), primary_key=True),
    Column("stem", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Distinct stems with the number of variants that have them: the rare ones lead a fuzzy search."""

INDEXED = Table(
    "indexed",
    METADATA,
    Column("language", String(35), primary_key=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("recipe", Text, nullable=False),
    Column("is_counted", Boolean, nullable=False),
)
"""Languages that have search tables, the name these end in, and the recipe of tokens and stems they were filled with.

`is_counted` is false while a bulk load leaves the counts of words for later: every word is there, with a first count. After
a kill the next import or alignment counts.
"""

GROUPS = Table(
    "aligned_groups",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("aligned", String(20), nullable=False),
    Column("documents", Text),
)
"""Groups of documents that were aligned, when, and the JSON numbers of the documents; older rows do not say these."""

RUNS = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("begun", String(20), nullable=False),
    Column("ended", String(20)),
    Column("counts", Text),
)
"""Imports: which file, when, and the JSON counts of what was read, created, updated, skipped and failed."""

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("unit", Text, nullable=False, index=True),
    Column("verdict", String(16), nullable=False),
    Column("who", Text, nullable=False),
    Column("made", String(20), nullable=False),
    Column("note", Text, nullable=False),
)
"""Only added to; a decision outlives the unit it speaks of. Index: decisions on a unit."""

DISMISSALS = Table(
    "dismissals",
    METADATA,
    Column("unit", Text, primary_key=True),
    Column("check_id", String(64), primary_key=True),
    Column("language", String(35), primary_key=True),
    Column("who", Text, nullable=False),
    Column("made", String(20), nullable=False),
    Column("note", Text, nullable=False),
)
"""Issues a reviewer called none; an empty language dismisses the check in all of them."""

TERM_ENTRIES = Table(
    "term_entries",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("part_of_speech", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("source", Text, nullable=False),
)

TERMS = Table(
    "terms",
    METADATA,
    Column("entry", Integer, ForeignKey("term_entries.number", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("language", String(35), nullable=False),
    Column("term", Text, nullable=False),
    sqlite_with_rowid=False,
)
