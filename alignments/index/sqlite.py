"""The index on SQLite: two contentless FTS5 tables a language.

`words_kk` has rows in the order of storing, so that pages of a concordance come without sorting; `stems_kk` has them in the
order of length, so that a fuzzy search reads only texts of similar length. The tokenizer `ascii` splits at spaces only: words
are cut by our own tokenizer and joined by spaces.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from alignments.index.entries import Entry
from alignments.index.queries import Condition, WordQuery
from alignments.index.recipe import PLACE_BITS, VARIANT_BITS
from corpus.database import Database

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

MOST_UNORDERED = 5_000
"""Rows of a stem phrase that are brought from the order of length into that of storing; beyond it short texts come first."""

GATHERED_BYTES = 8 << 20
"""What FTS5 gathers of a table before it writes: eight times its own megabyte makes a load a quarter faster."""

PIECES_MERGED = 16
"""Pieces of one age that FTS5 merges into one, instead of its own 4, while it is filled: a third less work."""

ALL_PAGES = 1_000_000_000
"""More pages than any index has: a merge goes on to its end."""

_VARIANT = (1 << VARIANT_BITS) - 1


class SqliteIndex:
    """Fills and asks the FTS5 tables of one database."""

    has_stems_in_order = False

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str) -> None:
        """Make the tables of a language."""
        execute = self._database.connection.exec_driver_sql
        execute(f"CREATE VIRTUAL TABLE words_{name} USING fts5(words, content='', tokenize='ascii', prefix='2', columnsize=0)")
        execute(f"CREATE VIRTUAL TABLE stems_{name} USING fts5(stems, content='', tokenize='ascii', columnsize=0)")
        for table in (f"words_{name}", f"stems_{name}"):
            self._say(table, "hashsize", GATHERED_BYTES)
            self._say(table, "automerge", PIECES_MERGED)
            self._say(table, "usermerge", 2)

    def complete(self, name: str) -> None:
        """Merge the pieces of one age into one, which is looked up several times as fast as many."""
        for table in (f"words_{name}", f"stems_{name}"):
            self._say(table, "merge", ALL_PAGES)

    def _say(self, table: str, order: str, number: int) -> None:
        """Give FTS5 an order."""
        self._database.connection.exec_driver_sql(f"INSERT INTO {table} ({table}, rank) VALUES ('{order}', {number})")  # noqa: S608

    def drop(self, name: str) -> None:
        """Drop the tables of a language."""
        for table in ("words", "stems"):
            self._database.connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}_{name}")

    def add(self, name: str, entries: Sequence[Entry]) -> None:
        """Add entries of one language."""
        words = f"INSERT INTO words_{name} (rowid, words) VALUES (?, ?)"  # noqa: S608 - a checked name
        stems = f"INSERT INTO stems_{name} (rowid, stems) VALUES (?, ?)"  # noqa: S608 - a checked name
        self._database.execute_many(words, _word_rows(entries))
        self._database.execute_many(stems, _stem_rows(entries))

    def remove(self, name: str, entries: Sequence[Entry]) -> None:
        """Remove entries, which must be as they were added."""
        words = f"INSERT INTO words_{name} (words_{name}, rowid, words) VALUES ('delete', ?, ?)"  # noqa: S608 - a checked name
        stems = f"INSERT INTO stems_{name} (stems_{name}, rowid, stems) VALUES ('delete', ?, ?)"  # noqa: S608 - a checked name
        self._database.execute_many(words, _word_rows(entries))
        self._database.execute_many(stems, _stem_rows(entries))

    def counting(self, name: str, kind: str) -> str:
        """The question for every word (`words`) or stem (`stems`) with the number of variants that have it."""
        vocabulary = f"vocabulary_{kind}_{name}"
        self._database.connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{vocabulary} USING fts5vocab(main, {kind}_{name}, row)"
        )
        return f"SELECT term, doc FROM temp.{vocabulary}"  # noqa: S608 - a checked name

    def page(self, query: WordQuery, name: str, conditions: Sequence[tuple[Condition, str]], first: int, limit: int) -> list[int]:
        """The variants that have the words, in the order of storing."""
        tests, values = _tests(conditions)
        table = f"stems_{name}" if query.of_stems else f"words_{name}"
        variant = f"(rowid & {_VARIANT})" if query.of_stems else "rowid"
        rows = limit + first if not query.of_stems else max(MOST_UNORDERED, limit + first)
        statement = (
            f"SELECT {variant} FROM {table} WHERE {table} MATCH ?"  # noqa: S608 - names are checked, values bound
            f"{tests.format(variant=variant)} ORDER BY rowid LIMIT ?"
        )
        found = [row[0] for row in self._database.fetch(statement, (match_expression(query), *values, rows))]
        if query.of_stems and len(found) < rows:
            found.sort()
        return found[first : first + limit]

    def count(self, query: WordQuery, name: str, conditions: Sequence[tuple[Condition, str]]) -> int:
        """How many variants have the words."""
        tests, values = _tests(conditions)
        table = f"stems_{name}" if query.of_stems else f"words_{name}"
        variant = f"(rowid & {_VARIANT})" if query.of_stems else "rowid"
        statement = f"SELECT count(*) FROM {table} WHERE {table} MATCH ?{tests.format(variant=variant)}"  # noqa: S608 - as above
        count: int = self._database.fetch(statement, (match_expression(query), *values))[0][0]
        return count

    def postings(self, name: str, stem: str, shortest: int, longest: int) -> "NDArray[int64]":
        """`length << 40 | variant` of the texts of these lengths that have the stem, ascending.

        The numbers come as one text: that is three times as fast as a row each.
        """
        import numpy as np  # noqa: PLC0415 - 100 ms that a concordance need not pay

        statement = f"SELECT group_concat(rowid) FROM stems_{name} WHERE stems_{name} MATCH ? AND rowid BETWEEN ? AND ?"  # noqa: S608
        band = (shortest << VARIANT_BITS, (longest + 1 << VARIANT_BITS) - 1)
        text = self._database.fetch(statement, (_quoted(stem), *band))[0][0]
        return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, np.int64)


def _word_rows(entries: Sequence[Entry]) -> list[tuple[int, str]]:
    return [(entry.variant, entry.words) for entry in entries]


def _stem_rows(entries: Sequence[Entry]) -> list[tuple[int, str]]:
    """Rows in ascending order: FTS5 writes its buffer out whenever a number goes down."""
    ordered = sorted(entries, key=attrgetter("length", "variant"))
    return [(entry.length << VARIANT_BITS | entry.variant, entry.stems) for entry in ordered]


def match_expression(query: WordQuery) -> str:
    """The query in FTS5's own syntax; every word is quoted, so that nothing in it can be taken for syntax."""
    star = " *" if query.is_prefix else ""
    return " OR ".join(_quoted(" ".join(phrase)) + star for phrase in query.phrases())


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _tests(conditions: Sequence[tuple[Condition, str]]) -> tuple[str, list[str]]:
    """SQL that keeps the variants whose unit meets the conditions, and the values it binds."""
    parts = []
    values = []
    for condition, name in conditions:
        table = f"stems_{name}" if condition.query.of_stems else f"words_{name}"
        unit = f"(rowid & {_VARIANT}) >> {PLACE_BITS}"
        negation = "NOT " if condition.is_negated else ""
        parts.append(f" AND {{variant}} >> {PLACE_BITS} {negation}IN (SELECT {unit} FROM {table} WHERE {table} MATCH ?)")  # noqa: S608
        values.append(match_expression(condition.query))
    return "".join(parts), values
