"""The index on SQLite: two contentless FTS5 tables a language, `words_kk` and `stems_kk`.

Both have rows in the order of storing, so that pages of a concordance come without sorting. The tokenizer `ascii` splits at
spaces only: words are cut by our own tokenizer and joined by spaces.
"""

from collections.abc import Sequence

from alignments.index.queries import Condition, WordQuery
from alignments.index.recipe import PLACE_BITS
from corpus.storage.database import CACHE_MIB, Database

GATHERED_BYTES = 2 << 20
"""What FTS5 gathers of a table before it writes, twice its own megabyte: fewer pieces to merge, and a smaller file."""

PIECES_MERGED = 16
"""Pieces of one age that FTS5 merges into one, instead of its own 4: a third less work."""

MOST_PIECES = 1_000
"""Pieces that a bulk load may leave unmerged; FTS5 takes no more than 2,000."""

ALL_PAGES = 1_000_000_000
"""More pages than any index has: a merge goes on to its end."""

MADE_LATE = {"variants": ("text_key",), "vocabulary": ("stem", "loose")}
"""Columns whose indexes a first load makes at its end, from sorted rows, which costs a third of putting in row after row."""

FIRST_LOAD_MIB = 8
"""What is held of the file in a first load: without those indexes it is written nearly in order, and more is no faster."""


class SqliteIndex:
    """Fills and asks the FTS5 tables of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str) -> None:
        """Make the tables of a language."""
        execute = self._database.execute
        execute(f"CREATE VIRTUAL TABLE words_{name} USING fts5(words, content='', tokenize='ascii', prefix='2', columnsize=0)")
        execute(f"CREATE VIRTUAL TABLE stems_{name} USING fts5(stems, content='', tokenize='ascii', columnsize=0)")
        for table in (f"words_{name}", f"stems_{name}"):
            self._say(table, "hashsize", GATHERED_BYTES)
            self._say(table, "usermerge", 2)
        self.postpone(name)

    def put_off_indexes(self) -> None:
        """Leave the indexes of columns for `make_indexes`; until then a look-up reads the tables."""
        self._database.hold(FIRST_LOAD_MIB)
        for index, _ in _late_indexes():
            self._database.execute(f"DROP INDEX IF EXISTS {index}")

    def make_indexes(self) -> None:
        """Make the indexes of columns; nothing if they are there."""
        for index, column in _late_indexes():
            self._database.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {column}")
        self._database.hold(CACHE_MIB)

    def postpone(self, name: str) -> None:
        """Leave merging for `complete`: what a bulk load brings is then merged once instead of twice."""
        for table in (f"words_{name}", f"stems_{name}"):
            self._say(table, "automerge", 0)
            self._say(table, "crisismerge", MOST_PIECES)

    def complete(self, name: str) -> None:
        """Merge the pieces of one age into one, which is looked up several times as fast as many."""
        for table in (f"words_{name}", f"stems_{name}"):
            self._say(table, "merge", ALL_PAGES)
            self._say(table, "automerge", PIECES_MERGED)
            self._say(table, "crisismerge", PIECES_MERGED)

    def _say(self, table: str, order: str, number: int) -> None:
        """Give FTS5 an order."""
        self._database.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('{order}', {number})")  # noqa: S608 - checked names

    def drop(self, name: str) -> None:
        """Drop the tables of a language."""
        for table in ("words", "stems"):
            self._database.execute(f"DROP TABLE IF EXISTS {table}_{name}")

    def add(self, name: str, variants: Sequence[int], words: Sequence[str], stems: Sequence[str]) -> None:
        """Add words and stems of variants, whose numbers rise: FTS5 writes its buffer out whenever a number goes down."""
        for kind, texts in (("words", words), ("stems", stems)):
            statement = f"INSERT INTO {kind}_{name} (rowid, {kind}) VALUES (?, ?)"  # noqa: S608 - a checked name
            self._database.execute_many(statement, zip(variants, texts, strict=True))

    def remove(self, name: str, variants: Sequence[int], words: Sequence[str], stems: Sequence[str]) -> None:
        """Remove variants; words and stems must be as they were added."""
        for kind, texts in (("words", words), ("stems", stems)):
            table = f"{kind}_{name}"
            statement = f"INSERT INTO {table} ({table}, rowid, {kind}) VALUES ('delete', ?, ?)"  # noqa: S608 - a checked name
            self._database.execute_many(statement, zip(variants, texts, strict=True))

    def counting(self, name: str, kind: str) -> str:
        """The question for every word (`words`) or stem (`stems`) with the number of variants that have it."""
        vocabulary = f"vocabulary_{kind}_{name}"
        self._database.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{vocabulary} USING fts5vocab(main, {kind}_{name}, row)")
        return f"SELECT term, doc FROM temp.{vocabulary}"  # noqa: S608 - a checked name

    def met(self, query: WordQuery, name: str, conditions: Sequence[tuple[Condition, str]]) -> None:
        """Nothing: FTS5 joins what it finds as fast."""

    def page(self, query: WordQuery, name: str, conditions: Sequence[tuple[Condition, str]], first: int, limit: int) -> list[int]:
        """The variants that have the words, in the order of storing."""
        tests, values = _tests(conditions)
        table = f"stems_{name}" if query.of_stems else f"words_{name}"
        statement = f"SELECT rowid FROM {table} WHERE {table} MATCH ?{tests} ORDER BY rowid LIMIT ? OFFSET ?"  # noqa: S608 - names are checked, values bound
        found = self._database.fetch(statement, (match_expression(query), *values, limit, first))
        return [row[0] for row in found]

    def count(self, query: WordQuery, name: str, conditions: Sequence[tuple[Condition, str]]) -> int:
        """How many variants have the words."""
        tests, values = _tests(conditions)
        table = f"stems_{name}" if query.of_stems else f"words_{name}"
        statement = f"SELECT count(*) FROM {table} WHERE {table} MATCH ?{tests}"  # noqa: S608 - as above
        count: int = self._database.fetch(statement, (match_expression(query), *values))[0][0]
        return count


def _late_indexes() -> list[tuple[str, str]]:
    """Names of indexes, each with what it is on."""
    return [(f"ix_{table}_{column}", f"{table} ({column})") for table, columns in MADE_LATE.items() for column in columns]


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
        negation = "NOT " if condition.is_negated else ""
        units = f"SELECT rowid >> {PLACE_BITS} FROM {table} WHERE {table} MATCH ?"  # noqa: S608
        parts.append(f" AND rowid >> {PLACE_BITS} {negation}IN ({units})")
        values.append(match_expression(condition.query))
    return "".join(parts), values
