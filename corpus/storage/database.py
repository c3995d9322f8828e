"""Open a database, group writes, and say in one line what is wrong with it.

Plain statements go straight to the driver. SQLAlchemy, which takes longer to load than a search to answer, comes in with the
first statement that is built of tables; it uses the same connection.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import CorpusError
from corpus.storage.refusals import BUSY_SECONDS, known_reason, sqlite_refusal
from corpus.storage.sqlite_files import connect_read_only, is_read_only

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

COPY_FROM = 100
"""Rows from which PostgreSQL takes them by COPY."""

CACHE_MIB = 64
"""What SQLite holds in memory of a file."""

READING_PRAGMAS = (f"busy_timeout = {BUSY_SECONDS * 1000}", f"cache_size = -{CACHE_MIB << 10}", "temp_store = MEMORY")
"""SQLite: what a reader needs too."""

PRAGMAS = (*READING_PRAGMAS, "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
"""SQLite: many readers beside one writer; what was committed survives a power cut."""


SNAPSHOT = (
    "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; "
    "SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL random_page_cost = 1.1"
)
"""How PostgreSQL begins to read. Planning a search anew for every word takes longer than the answer, and what it reads, few rows
of many, is mostly held in memory."""


class Database:
    """One connection to the database: statements commit at once unless they stand inside `transaction()`.

    `driver` is the connection of sqlite3 or psycopg; `place` the file, or the URL without its password; `connection` is
    SQLAlchemy's over the driver's, where there is one already.
    """

    def __init__(self, driver: Any, place: str, connection: "Connection | None" = None) -> None:  # noqa: ANN401 - as said
        self._driver = driver
        self._connection = connection
        self._depth = 0
        self.place = place
        self.is_sqlite = isinstance(driver, sqlite3.Connection)
        self._kept_cursor = None if self.is_sqlite else driver.cursor(binary=True)

    @property
    def connection(self) -> "Connection":
        """SQLAlchemy's connection, for statements built of tables."""
        if self._connection is None:
            from corpus.storage.engines import connection_over  # noqa: PLC0415 - loaded when it is needed

            self._connection = connection_over(self._driver, self.place)
        return self._connection

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside is kept together or not at all; a transaction inside another joins it."""
        return self._together("BEGIN IMMEDIATE" if self.is_sqlite else "BEGIN")

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read inside is of one moment, whatever others write; only for reading. Inside a transaction it joins it."""
        return self._together("BEGIN" if self.is_sqlite else SNAPSHOT)

    @contextmanager
    def _together(self, begin: str) -> Iterator[None]:
        if self._depth == 0:
            self.execute(begin)
        self._depth += 1
        try:
            yield
        except BaseException:
            self._depth -= 1
            if self._depth == 0:
                self._roll_back()
            raise
        self._depth -= 1
        if self._depth == 0:
            self.execute("COMMIT")

    def _roll_back(self) -> None:
        """Undo the transaction; a full disk has already undone it, and then there is nothing left to say."""
        with suppress(CorpusError):
            self.execute("ROLLBACK")

    def insert(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert many rows of the same shape; none is fine."""
        if rows:
            self._insert_many(table, tuple(rows[0]), [tuple(row.values()) for row in rows])

    def insert_rows(self, table: "Table", rows: Sequence[tuple[object, ...]]) -> None:
        """Insert many rows that have every column of the table in its order."""
        self._insert_many(table.name, tuple(table.columns.keys()), rows)

    def _insert_many(self, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
        if self.is_sqlite or len(rows) < COPY_FROM:
            listed, marks = ", ".join(map(_quoted, columns)), ", ".join("?" * len(columns))
            self.execute_many(f"INSERT INTO {table} ({listed}) VALUES ({marks})", rows)  # noqa: S608 - our own names
        else:
            self.copy(table, columns, rows)

    def copy(self, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
        """Bring many rows into a PostgreSQL table by COPY, several times as fast as INSERT."""
        with self._cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(map(_quoted, columns))}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def merge(self, table: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]], conflict: str) -> None:
        """Insert rows where they are new; `conflict` says of the others (`known`) what is done: `(id) DO UPDATE SET …`.

        The rows need not be held together; PostgreSQL gets them at once.
        """
        listed = ", ".join(columns)
        insertion = f"INSERT INTO {table} AS known ({listed})"
        statement = f"{insertion} VALUES ({', '.join('?' * len(columns))}) ON CONFLICT {conflict}"
        if self.is_sqlite:
            self.execute_many(statement, rows)
            return
        held = list(rows)
        if len(held) < COPY_FROM:
            self.execute_many(statement, held)
            return
        self.execute(f"CREATE TEMPORARY TABLE arriving (LIKE {table}) ON COMMIT DROP")
        self.copy("arriving", columns, held)
        self.execute(f"{insertion} SELECT {listed} FROM arriving ON CONFLICT {conflict}")  # noqa: S608 - our own names
        self.execute("DROP TABLE arriving")

    def execute(self, statement: str, values: tuple[object, ...] = ()) -> None:
        """Run a statement, written with `?` for its values; without any, PostgreSQL takes several with `;` between them."""
        with self._cursor() as cursor:
            if values or self.is_sqlite:
                cursor.execute(self._in_driver_style(statement), values)
            else:
                cursor.execute(statement, prepare=False, binary=False)

    def execute_many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run one statement, written with `?` for its values, for many rows, which need not be held together."""
        if rows:
            with self._cursor() as cursor:
                cursor.executemany(self._in_driver_style(statement), rows)

    def fetch(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows a statement gives, written with `?` for its values; as plain tuples."""
        with self._cursor() as cursor:
            cursor.execute(self._in_driver_style(statement), values)
            return list(cursor.fetchall())

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        """A cursor of the driver, whose errors become ours.

        Psycopg takes as long to make one as to ask by it, and written out as text postings take twice as long.
        """
        cursor = self._kept_cursor or self._driver.cursor()
        try:
            yield cursor
        except self._driver.Error as failure:
            raise CorpusError(known_reason(str(failure), self.place) or f"the database refused: {failure}") from failure
        finally:
            if self.is_sqlite:
                cursor.close()

    def hold(self, mebibytes: int) -> None:
        """Let SQLite hold so much of the file in memory from now on."""
        self.execute(f"PRAGMA cache_size = -{mebibytes << 10}")

    def state(self) -> str:
        """A mark that stays the same while nobody else changes the database: what was read before may be kept so long."""
        statement = "PRAGMA data_version" if self.is_sqlite else "SELECT CAST(pg_current_snapshot() AS text)"
        return str(self.fetch(statement)[0][0])

    @property
    def given_numbers(self) -> str:
        """A table `wanted` with the column `value` of the numbers in one JSON text, which binds to its `?`."""
        if self.is_sqlite:
            return "json_each(?) AS wanted"
        return "unnest(CAST(translate(?, '[]', '{}') AS bigint[])) AS wanted(value)"

    @property
    def given_texts(self) -> str:
        """A table `wanted` with the column `value` of the texts in one JSON text, which binds to its `?`."""
        return "json_each(?) AS wanted" if self.is_sqlite else "json_array_elements_text(?) AS wanted(value)"

    def _in_driver_style(self, statement: str) -> str:
        return statement if self.is_sqlite else statement.replace("%", "%%").replace("?", "%s")

    def table_names(self) -> frozenset[str]:
        """The tables that exist, ours or not."""
        own = "sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
        others = "(SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()) AS existing"
        return frozenset(row[0] for row in self.fetch(f"SELECT name FROM {own if self.is_sqlite else others}"))  # noqa: S608

    def close(self) -> None:
        """Give the connection back and close it."""
        if self._connection is not None:
            self._connection.close()
            self._connection.engine.dispose()
        self._driver.close()


def _quoted(name: str) -> str:
    return f'"{name}"'


def open_database(url: str) -> Database:
    """Connect to a SQLAlchemy URL; the tables are the business of whoever owns them.

    Raises CorpusError when the URL is none, the driver is missing, or the database does not let us in.
    """
    kind, _, file = url.partition("://")
    if kind == "sqlite" and "?" in file:
        raise CorpusError(f"--db {url}: a file alone is meant here, such as sqlite:///memory.db; leave out what is behind the ?")
    database = _in_file(file.removeprefix("/") or IN_MEMORY) if kind == "sqlite" else _connected(url)
    if database.is_sqlite:
        _prepare(database)
    return database


IN_MEMORY = ":memory:"
"""SQLite's name for a database without a file."""


def _in_file(file: str) -> Database:
    try:
        driver = connect_read_only(Path(file)) if is_read_only(Path(file)) else sqlite3.connect(file, isolation_level=None)
    except sqlite3.Error as failure:
        raise CorpusError(sqlite_refusal(str(failure), file)) from None
    return Database(driver, file)


def _connected(url: str) -> Database:
    from corpus.storage.engines import connect  # noqa: PLC0415 - loaded when it is needed

    connection, place = connect(url)
    return Database(connection.connection.dbapi_connection, place, connection)


def _prepare(database: Database) -> None:
    """What is said to SQLite when a connection is made."""
    try:
        for pragma in READING_PRAGMAS if is_read_only(Path(database.place)) else PRAGMAS:
            database.execute(f"PRAGMA {pragma}")
    except CorpusError:
        database.close()
        raise


def now_text() -> str:
    """The present moment as it is stored: UTC, to the second, so that text order is time order."""
    return time_text(datetime.now(UTC))


def time_text(when: datetime) -> str:
    """A moment as it is stored: `2026-11-21T05:38:32Z`."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def time_of(text: str) -> datetime:
    """The moment a stored text means."""
    return datetime.fromisoformat(text)
