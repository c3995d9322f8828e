"""The index on PostgreSQL: a table of tsvectors a language.

The tsvectors are made from our own words, never by PostgreSQL's parser, so that both databases answer alike.
"""

from collections.abc import Sequence
from itertools import count

from alignments.index.queries import Condition, WordQuery
from alignments.index.recipe import PLACE_BITS
from corpus.storage.database import Database

Conditions = Sequence[tuple[Condition, str]]

MANY = 20
"""Words of a wildcard from which each is looked up by itself."""


_BEGINNINGS = {"word": 'language, word COLLATE "C"', "loose": 'loose COLLATE "C"'}
"""Columns by which beginnings of words are looked up, letter by letter whatever the server's collation, with their index."""


class PostgresqlIndex:
    """Fills and asks the tables of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str) -> None:
        """Make the tables of a language."""
        columns = "variant BIGINT PRIMARY KEY, words TSVECTOR NOT NULL, stems TSVECTOR NOT NULL"
        self._database.execute(f"CREATE TABLE words_{name} ({columns})")

    def put_off_indexes(self) -> None:
        """Nothing: whoever takes an index away locks readers out until the end of the transaction."""

    def make_indexes(self) -> None:
        """Make the indexes of beginnings of words; nothing if they are there."""
        for column, key in _BEGINNINGS.items():
            self._database.execute(f"CREATE INDEX IF NOT EXISTS ix_vocabulary_beginning_{column} ON vocabulary ({key})")

    def postpone(self, name: str) -> None:
        """Nothing: indexes that are there grow with the table."""

    def complete(self, name: str) -> None:
        """Make the indexes of words over the full tables; until then a search reads the tables."""
        for kind in ("words", "stems"):
            statement = f"CREATE INDEX IF NOT EXISTS ix_words_{name}_{kind} ON words_{name} USING gin ({kind})"
            self._database.execute(statement)

    def drop(self, name: str) -> None:
        """Drop the tables of a language."""
        self._database.execute(f"DROP TABLE IF EXISTS words_{name}")

    def add(self, name: str, variants: Sequence[int], words: Sequence[str], stems: Sequence[str]) -> None:
        """Add the words and stems of variants."""
        rows = list(zip(variants, map(_vector, words), map(_vector, stems), strict=True))
        self._database.copy(f"words_{name}", ("variant", "words", "stems"), rows)

    def remove(self, name: str, variants: Sequence[int], words: Sequence[str], stems: Sequence[str]) -> None:  # noqa: ARG002 - as SQLite's
        """Remove variants."""
        self._database.execute_many(f"DELETE FROM words_{name} WHERE variant = ?", [(variant,) for variant in variants])  # noqa: S608

    def counting(self, name: str, kind: str) -> str:
        """The question for every word (`words`) or stem (`stems`) with the number of variants that have it."""
        return f"SELECT word, ndoc FROM ts_stat('SELECT {kind} FROM words_{name}')"  # noqa: S608 - a checked name

    def page(self, query: WordQuery, name: str, conditions: Conditions, first: int, limit: int) -> list[int]:
        """The variants that have the words, in the order of storing."""
        rows, values = _rows(query, name, conditions)
        statement = f"SELECT variant FROM {rows} ORDER BY variant LIMIT ? OFFSET ?"  # noqa: S608 - a checked name
        return [row[0] for row in self._database.fetch(statement, (*values, limit, first))]

    def count(self, query: WordQuery, name: str, conditions: Conditions) -> int:
        """How many variants have the words."""
        rows, values = _rows(query, name, conditions)
        count: int = self._database.fetch(f"SELECT count(*) FROM {rows}", values)[0][0]  # noqa: S608 - as above
        return count


def _vector(words: str) -> str:
    """Words with their positions in tsvector's own notation; they have letters and digits only, so nothing is quoted."""
    return " ".join(map("%s:%d".__mod__, zip(words.split(), count(1))))


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def query_text(query: WordQuery) -> str:
    """The query in tsquery's own notation; every word is quoted, so that nothing in it can be taken for syntax."""
    star = ":*" if query.is_prefix else ""
    phrases = (" <-> ".join(map(_quoted, phrase)) + star for phrase in query.phrases())
    return " | ".join(f"({phrase})" for phrase in phrases)


def _rows(query: WordQuery, name: str, conditions: Conditions) -> tuple[str, tuple[object, ...]]:
    """What to select from, and the values it binds: any of many words is looked up word by word.

    The planner takes one test for many words for a likely one and reads the whole table, testing every row for every word.
    """
    if query.is_one_word and len(query.slots[0]) > MANY and not conditions:
        found = f"SELECT variant FROM words_{name} WHERE {_column(query)} @@ CAST(word AS tsquery) OFFSET 0"  # noqa: S608 - a checked name
        words = "unnest(CAST(? AS text[])) AS word"
        rows = f"(SELECT DISTINCT variant FROM {words} CROSS JOIN LATERAL ({found}) AS found) AS own"  # noqa: S608 - as above
        return rows, ([_quoted(word) for word in query.slots[0]],)
    where, values = _where(query, conditions)
    return f"words_{name} AS own WHERE {where}", values


def _where(query: WordQuery, conditions: Conditions) -> tuple[str, tuple[str, ...]]:
    """The test on rows of `own`, and the values it binds."""
    parts = [f"{_column(query)} @@ CAST(? AS tsquery)"]
    values = [query_text(query)]
    for condition, name in conditions:
        negation = "NOT " if condition.is_negated else ""
        others = f"SELECT variant >> {PLACE_BITS} FROM words_{name} WHERE {_column(condition.query)} @@ CAST(? AS tsquery)"  # noqa: S608
        parts.append(f"own.variant >> {PLACE_BITS} {negation}IN ({others})")
        values.append(query_text(condition.query))
    return " AND ".join(parts), tuple(values)


def _column(query: WordQuery) -> str:
    return "stems" if query.of_stems else "words"
