"""What a database's own messages mean to a person, and what to do about it."""

from pathlib import Path

BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""

_REASONS = {
    "database is locked": f"locked by another program for {BUSY_SECONDS} s; try again when it has finished",
    "database or disk is full": "the disk is full; nothing of this step was kept, make room and run it again",
    "No space left on device": "the disk is full; nothing of this step was kept, make room and run it again",
    "disk I/O error": "the disk cannot be read or written; check its space and health",
    "readonly database": "cannot be written; check the permissions of the file and its folder",
    "read-only transaction": "cannot be written; this account may only read",
    "not a database": "not an SQLite database; choose another file with --db sqlite:///memory.db",
    "disk image is malformed": "damaged; restore it from a copy, or rescue it with the sqlite3 command .recover",
}
"""By a part of the message."""


def known_reason(message: str, place: str) -> str:
    """The message in one line for a person; empty where nobody but us can do anything about it."""
    return next((f"{place}: {reason}" for sign, reason in _REASONS.items() if sign in message), "")


def sqlite_refusal(message: str, place: str) -> str:
    """Why a file cannot be opened."""
    folder = Path(place).absolute().parent
    reason = "the folder cannot be written" if folder.is_dir() else "the folder does not exist"
    opening = f"{place}: cannot be opened, {reason}; choose another place with --db sqlite:///memory.db"
    return known_reason(message, place) or opening
