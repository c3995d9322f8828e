"""The first tables: documents, units and what the search needs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "aligned_groups",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("aligned", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_aligned_groups")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_unit"), "decisions", ["unit"], unique=False)
    op.create_table(
        "dismissals",
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("check_id", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("unit", "check_id", "language", name=op.f("pk_dismissals")),
    )
    op.create_table(
        "indexed",
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("recipe", sa.Text(), nullable=False),
        sa.Column("is_counted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("language", name=op.f("pk_indexed")),
        sa.UniqueConstraint("name", name=op.f("uq_indexed_name")),
    )
    op.create_table(
        "learned_words",
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("other_language", sa.String(length=35), nullable=False),
        sa.Column("other_word", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("language", "word", "other_language", "other_word", name=op.f("pk_learned_words")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "origins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origins")),
        sa.UniqueConstraint("kind", "source", "signature", name=op.f("uq_origins_kind_source_signature")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("begun", sa.String(length=20), nullable=False),
        sa.Column("ended", sa.String(length=20), nullable=True),
        sa.Column("counts", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("encoding", sa.String(length=64), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("added", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("sha256", name=op.f("uq_sources_sha256")),
    )
    op.create_table(
        "stems",
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("language", "stem", name=op.f("pk_stems")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "term_entries",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("part_of_speech", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_term_entries")),
        sa.UniqueConstraint("id", name=op.f("uq_term_entries_id")),
    )
    op.create_table(
        "titles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_titles")),
        sa.UniqueConstraint("title", name=op.f("uq_titles_title")),
    )
    op.create_table(
        "vocabulary",
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column("loose", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("language", "word", name=op.f("pk_vocabulary")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_vocabulary_loose"), "vocabulary", ["loose"], unique=False)
    op.create_index(op.f("ix_vocabulary_stem"), "vocabulary", ["stem"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("metadata", sa.Text(), nullable=False),
        sa.Column("added", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.id"], name=op.f("fk_documents_source_sources"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_group_name"), "documents", ["group_name"], unique=False)
    op.create_index(op.f("ix_documents_source"), "documents", ["source"], unique=False)
    op.create_table(
        "terms",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["term_entries.number"], name=op.f("fk_terms_entry_term_entries"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "place", name=op.f("pk_terms")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "units",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("origin", sa.Integer(), nullable=False),
        sa.Column("passage", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("created", sa.String(length=20), nullable=True),
        sa.Column("created_by", sa.Text(), nullable=True),
        sa.Column("changed", sa.String(length=20), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("properties", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["origin"], ["origins.id"], name=op.f("fk_units_origin_origins")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_units")),
        sa.UniqueConstraint("id", name=op.f("uq_units_id")),
    )
    op.create_index(op.f("ix_units_origin_passage_position"), "units", ["origin", "passage", "position"], unique=False)
    op.create_table(
        "segments",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("column", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_segments_document_documents"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_segments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "variants",
        sa.Column("unit", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Integer(), nullable=True),
        sa.Column("segments", sa.Text(), nullable=True),
        sa.Column("codes", sa.Text(), nullable=True),
        sa.Column("text_key", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["title"], ["titles.id"], name=op.f("fk_variants_title_titles")),
        sa.ForeignKeyConstraint(["unit"], ["units.number"], name=op.f("fk_variants_unit_units"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("unit", "place", name=op.f("pk_variants")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_variants_text_key"), "variants", ["text_key"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_variants_text_key"), table_name="variants")
    op.drop_table("variants")
    op.drop_table("segments")
    op.drop_index(op.f("ix_units_origin_passage_position"), table_name="units")
    op.drop_table("units")
    op.drop_table("terms")
    op.drop_index(op.f("ix_documents_source"), table_name="documents")
    op.drop_index(op.f("ix_documents_group_name"), table_name="documents")
    op.drop_table("documents")
    op.drop_index(op.f("ix_vocabulary_stem"), table_name="vocabulary")
    op.drop_index(op.f("ix_vocabulary_loose"), table_name="vocabulary")
    op.drop_table("vocabulary")
    op.drop_table("titles")
    op.drop_table("term_entries")
    op.drop_table("stems")
    op.drop_table("sources")
    op.drop_table("runs")
    op.drop_table("origins")
    op.drop_table("learned_words")
    op.drop_table("indexed")
    op.drop_table("dismissals")
    op.drop_index(op.f("ix_decisions_unit"), table_name="decisions")
    op.drop_table("decisions")
    op.drop_table("aligned_groups")
