"""On PostgreSQL the indexes of words know the blocks of units too; on SQLite nothing changes."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BLOCK = "ARRAY[variant >> 20]"


def upgrade() -> None:
    _exchange("_blocks", f", ({BLOCK})", "")


def downgrade() -> None:
    _exchange("", "", "_blocks")


def _exchange(suffix: str, beside: str, old: str) -> None:
    """Put indexes of words with something beside them in the place of others."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        return
    for name in connection.exec_driver_sql("SELECT name FROM indexed").scalars().all():
        for kind in ("words", "stems"):
            index = f"ix_words_{name}_{kind}"
            op.execute(f"DROP INDEX IF EXISTS {index}{old}")
            op.execute(f"CREATE INDEX IF NOT EXISTS {index}{suffix} ON words_{name} USING gin ({kind}{beside})")
