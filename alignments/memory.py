"""Open the memory: documents and units in one database that is ours and up to date."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from alignments.errors import AlignmentsError
from alignments.migrations.schema import SCHEMA_VERSION, current_version, migrate
from alignments.store import Store
from corpus.progress import Progress, no_progress
from corpus.storage.database import Database, open_database

if TYPE_CHECKING:
    from corpus.library import Library


class Memory:
    """Everything tilmash keeps; `transaction()` groups writes to both halves."""

    def __init__(self, database: Database, progress: Progress = no_progress) -> None:
        self.database = database
        self.store = Store(database, progress)

    @cached_property
    def library(self) -> "Library":
        """The documents; a search does without, and starts the sooner."""
        from corpus.library import Library  # noqa: PLC0415 - as said

        return Library(self.database)

    def transaction(self) -> AbstractContextManager[None]:
        """Everything inside is kept together or not at all."""
        return self.database.transaction()


@contextmanager
def open_memory(url: str, *, may_migrate: bool = True, progress: Progress = no_progress) -> Iterator[Memory]:
    """The memory at a SQLAlchemy URL, created and migrated on first use unless it is to stay as it is; closed at the end.

    `progress` shows how far the work is where the index has to be built anew.
    Raises CorpusError when the database does not let us in, AlignmentsError when it is not ours, newer than we are, or older and
    to stay so.
    """
    database = open_database(url)
    try:
        if current_version(database) != SCHEMA_VERSION:
            if not may_migrate:
                raise AlignmentsError(
                    f"{database.place}: made by another version of tilmash; open it once, as with `tilmash stats`"
                )
            migrate(database)
        yield Memory(database, progress)
    finally:
        database.close()
