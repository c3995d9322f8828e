"""SQLAlchemy's connections: to PostgreSQL, and over a connection to SQLite that is open already."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from corpus.errors import CorpusError
from corpus.storage.refusals import known_reason, sqlite_refusal


class _Lent:
    """A connection of the driver whose transactions and end are the lender's business: SQLAlchemy rolls back as a greeting."""

    def __init__(self, driver: object) -> None:
        self._driver = driver

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the driver's own
        return getattr(self._driver, name)

    def commit(self) -> None:
        """Nothing; the lender commits."""

    rollback = close = commit


def connection_over(driver: object, place: str) -> Connection:
    """SQLAlchemy's connection to SQLite over one of the driver's; both speak to the same database in the same transaction."""
    return _engine(make_url("sqlite://"), place, creator=lambda: _Lent(driver)).connect()


def connect(url: str) -> tuple[Connection, str]:
    """A connection to a SQLAlchemy URL, and the database as a person knows it, without its password.

    Raises CorpusError when the URL is none, the driver is missing, or the database does not let us in.
    """
    address = _parsed(url)
    place = (address.database or "database in memory") if _is_sqlite(address) else address.render_as_string(hide_password=True)
    engine = _engine(address, place)
    try:
        connection = engine.connect()
    except (DBAPIError, CorpusError) as failure:
        engine.dispose()
        raise CorpusError(_refusal(address, place, failure)) from None
    if not _is_sqlite(address):
        connection.exec_driver_sql("SET jit = off")  # half a second of compiling for queries that take milliseconds
    return connection, place


def _is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def _parsed(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise CorpusError(f"--db {url}: not a database URL; write sqlite:///memory.db or postgresql+psycopg://…") from None
    if address.get_backend_name() not in {"sqlite", "postgresql"}:
        raise CorpusError(f"--db {address.render_as_string()}: tilmash keeps its memory in SQLite or PostgreSQL")
    return address if _is_sqlite(address) else address.set(drivername="postgresql+psycopg")


def _engine(address: URL, place: str, **opening: Callable[[], Any]) -> Engine:
    try:
        engine = create_engine(address, isolation_level="AUTOCOMMIT", poolclass=NullPool, **opening)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise CorpusError("PostgreSQL needs psycopg: pip install 'tilmash[postgres]'") from None
    event.listen(engine, "handle_error", lambda context: _translate(context, place))
    return engine


def _translate(context: ExceptionContext, place: str) -> None:
    """Turn what a person can do something about into a CorpusError; the rest stays what it is."""
    if isinstance(context.original_exception, Exception) and not isinstance(context.sqlalchemy_exception, IntegrityError):
        reason = known_reason(str(context.original_exception), place)
        if reason:
            raise CorpusError(reason) from None


def _refusal(address: URL, place: str, failure: Exception) -> str:
    if isinstance(failure, CorpusError):
        return str(failure)
    original = str(failure.orig) if isinstance(failure, DBAPIError) else str(failure)
    if _is_sqlite(address):
        return sqlite_refusal(original, place)
    first_line = next((line for line in original.splitlines() if line.strip()), "no answer")
    reason = f"{place}: the server refused: {first_line.strip()}; check host, name, user and password in the URL"
    return known_reason(original, place) or reason
