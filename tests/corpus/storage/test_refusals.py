"""What the databases say when they cannot, in their own words, and what a person is told."""

import pytest

from corpus.storage.refusals import known_reason


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("database is locked", "locked by another program"),
        ("database or disk is full", "the disk is full"),
        ('could not extend file "base/5/1259": No space left on device', "the disk is full"),
        ("disk I/O error", "the disk cannot be read or written"),
        ("attempt to write a readonly database", "cannot be written"),
        ("cannot execute INSERT in a read-only transaction", "cannot be written; this account may only read"),
        ("file is not a database", "not an SQLite database"),
        ("database disk image is malformed", "damaged"),
    ],
)
def test_what_a_person_can_do_something_about_is_said_in_a_line(message: str, told: str) -> None:
    assert known_reason(message, "memory.db").startswith(f"memory.db: {told}")


def test_what_only_we_can_mend_is_not_made_a_reason() -> None:
    assert not known_reason('near "SELCT": syntax error', "memory.db")
