import sqlite3
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.storage.database import open_database


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("memory.db", "not a database URL"),
        ("mysql://localhost/x", "SQLite or PostgreSQL"),
        ("sqlite:////nowhere/at/all/memory.db", "the folder does not exist"),
        ("postgresql://somebody:secret@127.0.0.1:1/x", "the server refused"),
    ],
)
def test_a_database_that_cannot_be_opened_is_one_line_without_the_password(url: str, reason: str) -> None:
    with pytest.raises(CorpusError, match=reason) as caught:
        open_database(url)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Құрметті әріптестер! " * 200, encoding="utf-8")
    with pytest.raises(CorpusError, match="not an SQLite database"):
        open_database(f"sqlite:///{file}")


def test_a_locked_database_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.storage.database.PRAGMAS", ("busy_timeout = 50", "journal_mode = WAL"))
    holder = sqlite3.connect(tmp_path / "memory.db", isolation_level=None)
    holder.execute("PRAGMA journal_mode = WAL")
    holder.execute("BEGIN IMMEDIATE")
    database = open_database(f"sqlite:///{tmp_path}/memory.db")
    with pytest.raises(CorpusError, match="locked by another program"), database.transaction():
        pass
    database.close()
    holder.close()


def test_a_full_disk_keeps_nothing_of_the_step(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/memory.db")
    database.connection.exec_driver_sql("CREATE TABLE texts (text TEXT)")
    database.connection.exec_driver_sql("PRAGMA max_page_count = 20")

    def fill() -> None:
        with database.transaction():
            for _ in range(100):
                database.execute_many("INSERT INTO texts VALUES (?)", [("сөз " * 500,)])

    with pytest.raises(CorpusError, match="the disk is full"):
        fill()
    assert database.fetch("SELECT count(*) FROM texts") == [(0,)]
    database.close()


def test_a_transaction_inside_another_joins_it(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/memory.db")
    database.connection.exec_driver_sql("CREATE TABLE texts (text TEXT)")

    def nested() -> None:
        with database.transaction():
            with database.transaction():
                database.execute_many("INSERT INTO texts VALUES (?)", [("бір",)])
            raise KeyError

    with pytest.raises(KeyError):
        nested()
    assert database.fetch("SELECT count(*) FROM texts") == [(0,)]
    database.close()


def test_readers_see_the_last_commit_while_somebody_writes(tmp_path: Path) -> None:
    writer, reader = (open_database(f"sqlite:///{tmp_path}/memory.db") for _ in range(2))
    writer.connection.exec_driver_sql("CREATE TABLE texts (text TEXT)")
    with writer.transaction():
        writer.execute_many("INSERT INTO texts VALUES (?)", [("бір",)])
        assert reader.fetch("SELECT count(*) FROM texts") == [(0,)]
    assert reader.fetch("SELECT count(*) FROM texts") == [(1,)]
    writer.close()
    reader.close()


def test_statements_of_both_kinds_share_a_transaction(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/memory.db")
    database.execute("CREATE TABLE texts (text TEXT)")

    def write() -> None:
        with database.transaction():
            database.execute("INSERT INTO texts VALUES (?)", ("бір",))
            database.connection.exec_driver_sql("INSERT INTO texts VALUES ('екі')")  # SQLAlchemy is loaded inside it
            assert database.fetch("SELECT count(*) FROM texts") == [(2,)]
            raise KeyError

    with pytest.raises(KeyError):
        write()
    assert database.fetch("SELECT count(*) FROM texts") == [(0,)]
    database.close()
