"""An SQLite file that may only be read: on a read-only medium, in a folder of others, or without leave to write."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote


def is_read_only(file: Path) -> bool:
    """True for a file that is there and that we may not change, or beside which we may not make files."""
    as_now = os.access in os.supports_effective_ids
    return file.is_file() and not all(os.access(place, os.W_OK, effective_ids=as_now) for place in (file, file.parent))


def connect_read_only(file: Path) -> sqlite3.Connection:
    """Open a file to read it; sqlite3.Error when that is not possible.

    Beside a writer its `-wal` and `-shm` files are read too. Where there are none and none can be made, nobody writes, and the
    file is read as it is.
    """
    try:
        return _connected(file, "mode=ro")
    except sqlite3.OperationalError:
        if _is_being_written(file):
            raise
        return _connected(file, "mode=ro&immutable=1")


def _connected(file: Path, options: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{quote(str(file.absolute()))}?{options}", uri=True, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_being_written(file: Path) -> bool:
    """True when there is a log of changes that are not in the file yet."""
    log = file.with_name(f"{file.name}-wal")
    return log.exists() and log.stat().st_size > 0
