"""Aligned groups say of which documents; the table of learned words, which was never filled, goes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("aligned_groups", sa.Column("documents", sa.Text(), nullable=True))
    op.drop_table("learned_words")


def downgrade() -> None:
    op.drop_column("aligned_groups", "documents")
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
