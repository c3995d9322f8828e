"""Open a database, group writes, and say in one line what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, event, inspect
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from corpus.errors import CorpusError
from corpus.sqlite_files import connect_read_only, is_read_only

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""The tables of every room, with constraint names that migrations can rely on."""

BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""

COPY_FROM = 100
"""Rows from which PostgreSQL takes them by COPY, and SQLite straight from us, past SQLAlchemy."""

READING_PRAGMAS = (f"busy_timeout = {BUSY_SECONDS * 1000}", "cache_size = -65536", "temp_store = MEMORY")
"""SQLite: 64 MiB of page cache."""

PRAGMAS = (*READING_PRAGMAS, "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
"""SQLite: many readers beside one writer; what was committed survives a power cut."""


class Database:
    """One connection to the database: statements commit at once unless they stand inside `transaction()`."""

    def __init__(self, engine: Engine, connection: Connection) -> None:
        self.engine = engine
        self.connection = connection
        self._depth = 0

    @property
    def place(self) -> str:
        """The database as a person knows it."""
        return _shown(self.engine.url)

    @property
    def is_sqlite(self) -> bool:
        """True on SQLite, False on PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside is kept together or not at all; a transaction inside another joins it."""
        return self._together("BEGIN IMMEDIATE" if self.is_sqlite else "BEGIN")

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read inside is of one moment, whatever others write; only for reading. Inside a transaction it joins it."""
        return self._together("BEGIN" if self.is_sqlite else "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    @contextmanager
    def _together(self, begin: str) -> Iterator[None]:
        if self._depth == 0:
            self.connection.exec_driver_sql(begin)
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
            self.connection.exec_driver_sql("COMMIT")

    def _roll_back(self) -> None:
        """Undo the transaction; a full disk has already undone it, and then there is nothing left to say."""
        try:
            self.connection.exec_driver_sql("ROLLBACK")
        except (CorpusError, DBAPIError):
            return

    def insert(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert many rows of the same shape; none is fine."""
        if len(rows) <= COPY_FROM:
            if rows:
                self.connection.execute(table.insert(), list(rows))
            return
        self._insert_many(table, tuple(rows[0]), [tuple(row.values()) for row in rows])

    def insert_rows(self, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
        """Insert many rows that have every column of the table in its order."""
        self._insert_many(table, tuple(table.columns.keys()), rows)

    def _insert_many(self, table: Table, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
        if self.is_sqlite:
            quoted, marks = ", ".join(f'"{column}"' for column in columns), ", ".join("?" * len(columns))
            self.execute_many(f"INSERT INTO {table.name} ({quoted}) VALUES ({marks})", rows)  # noqa: S608 - our own names
        else:
            self.copy(table.name, columns, rows)

    def copy(self, table: str, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
        """Bring many rows into a PostgreSQL table by COPY, several times as fast as INSERT."""
        quoted = ", ".join(f'"{column}"' for column in columns)
        cursor = self.connection.connection.cursor()
        with cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def execute_many(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Run one statement, written with `?` for its values, for many rows."""
        if rows:
            self.connection.exec_driver_sql(self._in_driver_style(statement), list(rows))

    def fetch(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows a statement gives, written with `?` for its values; as plain tuples, straight from the driver."""
        cursor = self.connection.connection.cursor()
        try:
            cursor.execute(self._in_driver_style(statement), values)
            return list(cursor.fetchall())
        except self.engine.dialect.loaded_dbapi.Error as failure:
            raise CorpusError(_known_reason(str(failure), self.engine.url) or f"the database refused: {failure}") from failure
        finally:
            cursor.close()

    def state(self) -> str:
        """A mark that stays the same while nobody else changes the database: what was read before may be kept so long."""
        statement = "PRAGMA data_version" if self.is_sqlite else "SELECT pg_current_snapshot()"
        return str(self.fetch(statement)[0][0])

    @property
    def given_numbers(self) -> str:
        """A table `wanted` with the column `value` of the numbers in one JSON text, which binds to its `?`."""
        if self.is_sqlite:
            return "json_each(?) AS wanted"
        return "(SELECT value::bigint FROM json_array_elements_text(?) AS value) AS wanted"

    @property
    def given_texts(self) -> str:
        """A table `wanted` with the column `value` of the texts in one JSON text, which binds to its `?`."""
        return "json_each(?) AS wanted" if self.is_sqlite else "json_array_elements_text(?) AS wanted(value)"

    def _in_driver_style(self, statement: str) -> str:
        return statement if self.is_sqlite else statement.replace("%", "%%").replace("?", "%s")

    def table_names(self) -> frozenset[str]:
        """The tables that exist, ours or not."""
        return frozenset(inspect(self.connection).get_table_names())

    def close(self) -> None:
        """Give the connection back and close it."""
        self.connection.close()
        self.engine.dispose()


def open_database(url: str) -> Database:
    """Connect to a SQLAlchemy URL; the tables are the business of whoever owns them.

    Raises CorpusError when the URL is none, the driver is missing, or the database does not let us in.
    """
    place = _parsed(url)
    engine = _engine(place)
    try:
        connection = engine.connect()
    except (DBAPIError, CorpusError) as failure:
        engine.dispose()
        raise CorpusError(_refusal(place, failure)) from None
    if engine.dialect.name == "postgresql":
        connection.exec_driver_sql("SET jit = off")  # half a second of compiling for queries that take milliseconds
    return Database(engine, connection)


def _parsed(url: str) -> URL:
    try:
        place = make_url(url)
    except ArgumentError:
        raise CorpusError(f"--db {url}: not a database URL; write sqlite:///memory.db or postgresql+psycopg://…") from None
    if place.get_backend_name() not in {"sqlite", "postgresql"}:
        raise CorpusError(f"--db {place.render_as_string()}: tilmash keeps its memory in SQLite or PostgreSQL")
    if place.get_backend_name() == "postgresql":
        place = place.set(drivername="postgresql+psycopg")
    return place


def _engine(place: URL) -> Engine:
    file = Path(place.database or "")
    may_only_read = place.get_backend_name() == "sqlite" and is_read_only(file)
    opening = {"creator": lambda: connect_read_only(file)} if may_only_read else {}
    try:
        engine = create_engine(place, isolation_level="AUTOCOMMIT", poolclass=NullPool, **opening)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise CorpusError("PostgreSQL needs psycopg: pip install 'tilmash[postgres]'") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _preparation(READING_PRAGMAS if may_only_read else PRAGMAS))
    event.listen(engine, "handle_error", _translate)
    return engine


def _preparation(pragmas: Sequence[str]) -> Callable[[object, object], None]:
    """What is said to SQLite when a connection is made."""

    def prepare(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]  # the driver's own connection
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return prepare


def _translate(context: ExceptionContext) -> None:
    """Turn what a person can do something about into a CorpusError; the rest stays what it is."""
    if isinstance(context.original_exception, Exception) and not isinstance(context.sqlalchemy_exception, IntegrityError):
        place = context.engine.url if context.engine is not None else None
        reason = _known_reason(str(context.original_exception), place)
        if reason:
            raise CorpusError(reason) from None


def _known_reason(message: str, place: URL | None) -> str:
    where = _shown(place)
    reasons = {
        "database is locked": f"{where}: locked by another program for {BUSY_SECONDS} s; try again when it has finished",
        "database or disk is full": f"{where}: the disk is full; nothing of this step was kept, make room and run it again",
        "No space left on device": f"{where}: the disk is full; nothing of this step was kept, make room and run it again",
        "disk I/O error": f"{where}: the disk cannot be read or written; check its space and health",
        "readonly database": f"{where}: cannot be written; check the permissions of the file and its folder",
        "read-only transaction": f"{where}: cannot be written; this account may only read",
        "not a database": f"{where}: not an SQLite database; choose another file with --db sqlite:///memory.db",
        "disk image is malformed": f"{where}: damaged; restore it from a copy, or rescue it with the sqlite3 command .recover",
    }
    return next((reason for sign, reason in reasons.items() if sign in message), "")


def _shown(place: URL | None) -> str:
    """The database as a person knows it: the file, or the URL without its password."""
    if place is None:
        return "database"
    if place.get_backend_name() == "sqlite":
        return place.database or "database in memory"
    return place.render_as_string(hide_password=True)


def _refusal(place: URL, failure: Exception) -> str:
    if isinstance(failure, CorpusError):
        return str(failure)
    original = str(failure.orig) if isinstance(failure, DBAPIError) else str(failure)
    where = _shown(place)
    known = _known_reason(original, place)
    if known:
        return known
    if place.get_backend_name() == "sqlite":
        folder = Path(place.database or ".").absolute().parent
        reason = "the folder cannot be written" if folder.is_dir() else "the folder does not exist"
        return f"{where}: cannot be opened, {reason}; choose another place with --db sqlite:///memory.db"
    first_line = next((line for line in original.splitlines() if line.strip()), "no answer")
    return f"{where}: the server refused: {first_line.strip()}; check host, name, user and password in the URL"


def now_text() -> str:
    """The present moment as it is stored: UTC, to the second, so that text order is time order."""
    return time_text(datetime.now(UTC))


def time_text(when: datetime) -> str:
    """A moment as it is stored: `2026-11-21T05:38:32Z`."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def time_of(text: str) -> datetime:
    """The moment a stored text means."""
    return datetime.fromisoformat(text)
