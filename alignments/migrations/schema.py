"""Bring the tables to the version of this program; alembic is loaded only when there is something to do."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from alignments.errors import AlignmentsError
from corpus.storage.database import Database

if TYPE_CHECKING:
    from alembic.script import ScriptDirectory
    from sqlalchemy import MetaData

SCHEMA_VERSION = "0003"
"""The newest version; a test compares it with the scripts in `versions`."""

VERSION_TABLE = "tilmash_version"
FOLDER = Path(__file__).parent


def scripts() -> "ScriptDirectory":
    """The migration scripts, wherever the package is installed."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - 170 ms that a search need not pay

    return ScriptDirectory(str(FOLDER))


def described_tables() -> "MetaData":
    """The tables of every room as the program describes them."""
    import alignments.tables  # noqa: F401, PLC0415 - registers them
    import corpus.tables  # noqa: F401, PLC0415 - as above
    from corpus.storage.metadata import METADATA  # noqa: PLC0415 - as above

    return METADATA


def migrate(database: Database) -> None:
    """Run the missing migrations, all or none, while other writers wait.

    Raises AlignmentsError when the tables are newer than this program.
    """
    from alembic.config import Config  # noqa: PLC0415 - as above
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415 - as above

    directory = scripts()
    with database.transaction():
        _check_known(current_version(database), directory)

        def steps(revision: Any, _context: object) -> Any:  # noqa: ANN401 - alembic's own types of revision and step
            return directory._upgrade_revs("head", revision)  # noqa: SLF001 - as alembic.command.upgrade does

        with EnvironmentContext(Config(), directory, fn=steps) as environment:
            environment.configure(
                connection=database.connection,
                target_metadata=described_tables(),
                version_table=VERSION_TABLE,
                render_as_batch=True,
                transactional_ddl=False,
            )
            environment.run_migrations()


def current_version(database: Database) -> str | None:
    """The version of the tables, None when there are none yet.

    Raises AlignmentsError when the database holds something else.
    """
    tables = database.table_names()
    if VERSION_TABLE in tables:
        statement = f"SELECT version_num FROM {VERSION_TABLE}"  # noqa: S608 - a constant
        return next((row[0] for row in database.fetch(statement)), None)
    if tables:
        raise AlignmentsError(f"{database.place}: not made by tilmash, it holds other tables; choose another database with --db")
    return None


def _check_known(version: str | None, directory: "ScriptDirectory") -> None:
    known = {script.revision for script in directory.walk_revisions()}
    if version is not None and version not in known:
        raise AlignmentsError(
            f"the memory was made by a newer tilmash (tables {version}, known {SCHEMA_VERSION}); update tilmash"
        )
