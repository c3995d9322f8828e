"""Versions of the tables, from the first on (alembic)."""
