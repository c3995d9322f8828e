"""The index on PostgreSQL: a table of tsvectors a language.

The tsvectors are made from our own words, never by PostgreSQL's parser, so that both databases answer alike.
"""

from collections.abc import Sequence
from itertools import count

from alignments.index.queries import Condition, WordQuery
from alignments.index.recipe import PLACE_BITS
from alignments.index.vocabulary import Vocabulary
from corpus.storage.database import Database

Conditions = Sequence[tuple[Condition, str]]

Source = tuple[str, tuple[object, ...]]
"""What stands behind FROM, up to a test, and the values it binds."""

MANY = 20
"""Words of a wildcard from which each is looked up by itself."""

OWN_PLACE = (1 << PLACE_BITS) - 1
"""The bits of a variant's number that say which of its unit it is."""


_BEGINNINGS = {"word": 'language, word COLLATE "C"', "loose": 'loose COLLATE "C"'}
"""Columns by which beginnings of words are looked up, letter by letter whatever the server's collation, with their index."""


class PostgresqlIndex:
    """Fills and asks the tables of one database."""

    def __init__(self, database: Database, vocabulary: Vocabulary) -> None:
        self._database, self._vocabulary = database, vocabulary

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
        held = self._held(query)
        in_order = held > 0 and held**2 > (first + limit) * self._texts(name)
        rows, values = _rows(query, name, conditions, [] if in_order else self._rarer(held, conditions), in_order=in_order)
        statement = f"SELECT own.variant FROM {rows} ORDER BY own.variant LIMIT ? OFFSET ?"  # noqa: S608 - a checked name
        return [row[0] for row in self._database.fetch(statement, (*values, limit, first))]

    def count(self, query: WordQuery, name: str, conditions: Conditions) -> int:
        """How many variants have the words."""
        rarer = self._rarer(self._held(query), conditions) if conditions else []
        rows, values = _rows(query, name, conditions, rarer, in_order=False)
        count: int = self._database.fetch(f"SELECT count(*) FROM {rows}", values)[0][0]  # noqa: S608 - as above
        return count

    def _held(self, query: WordQuery) -> int:
        """How many variants are expected to have one word; 0 for a phrase, of which nobody knows."""
        return self._vocabulary.total(query) if query.is_one_word else 0

    def _texts(self, name: str) -> int:
        """How many texts there are, more or less."""
        last: int = self._database.fetch(f"SELECT coalesce(max(variant), 0) FROM words_{name}")[0][0]  # noqa: S608 - as above
        return last >> PLACE_BITS

    def _rarer(self, held: int, conditions: Conditions) -> list[Condition]:
        """The conditions on one word that fewer variants have than so many."""
        return [condition for condition, _ in conditions if condition.query.is_one_word and self._held(condition.query) < held]


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


def _rows(query: WordQuery, name: str, conditions: Conditions, rarer: Sequence[Condition], *, in_order: bool) -> Source:
    """What to select from, as `own`, and the values it binds.

    A frequent word is looked for in one text after another, for a page is soon full; a rare one in its index. Conditions are
    tested on what is found, for to look up all texts that have a frequent word may take seconds; those on `rarer` words are
    looked up.
    """
    tests, others = _tests(conditions, rarer)
    if not query.is_one_word:
        own, values = _with_phrase(query, name)
    elif in_order:
        own, values = _met_in_order(query, name)
    else:
        own, values = _looked_up(query, name)
    return own + tests, (*values, *others)


def _with_phrase(query: WordQuery, name: str) -> Source:
    """The variants that have words one after another, as the planner likes it."""
    return f"words_{name} AS own WHERE {_column(query)} @@ CAST(? AS tsquery)", (query_text(query),)


def _met_in_order(query: WordQuery, name: str) -> Source:
    """The variants that have one word, tested in ways for which no index is looked at (IS TRUE, a set of words)."""
    column = _column(query)
    if len(query.slots[0]) <= MANY:
        return f"words_{name} AS own WHERE ({column} @@ CAST(? AS tsquery)) IS TRUE", (query_text(query),)
    held = f"unnest(tsvector_to_array({column})) AS word WHERE word = ANY(CAST(? AS text[]))"
    return f"words_{name} AS own WHERE EXISTS (SELECT 1 FROM {held})", (list(query.slots[0]),)  # noqa: S608 - a checked name


def _looked_up(query: WordQuery, name: str) -> Source:
    """The variants that have one word, all found before anything else is done (OFFSET 0); many words are looked up one by one.

    The planner takes one test for many words for a likely one and reads the whole table, testing every row for every word.
    """
    found = f"SELECT variant FROM words_{name} WHERE {_column(query)} @@ CAST({{}} AS tsquery) OFFSET 0"  # noqa: S608 - as above
    if len(query.slots[0]) <= MANY:
        return f"({found.format('?')}) AS own WHERE TRUE", (query_text(query),)
    words = "unnest(CAST(? AS text[])) AS word"
    each = f"SELECT DISTINCT variant FROM {words} CROSS JOIN LATERAL ({found.format('word')}) AS found"  # noqa: S608 - as above
    return f"({each}) AS own WHERE TRUE", ([_quoted(word) for word in query.slots[0]],)


def _tests(conditions: Conditions, rarer: Sequence[Condition]) -> tuple[str, list[str]]:
    """SQL that keeps the rows of `own` whose unit meets the conditions, and the values it binds."""
    parts, values = [], []
    for condition, name in conditions:
        negation = "NOT " if condition.is_negated else ""
        others, test = f"words_{name} AS other", f"other.{_column(condition.query)} @@ CAST(? AS tsquery)"
        if condition in rarer:
            units = f"SELECT other.variant >> {PLACE_BITS} FROM {others} WHERE {test}"  # noqa: S608 - as above
            parts.append(f" AND own.variant >> {PLACE_BITS} {negation}IN ({units})")
        else:
            unit = f"other.variant BETWEEN own.variant & ~{OWN_PLACE} AND own.variant | {OWN_PLACE}"
            parts.append(f" AND {negation}EXISTS (SELECT 1 FROM {others} WHERE {unit} AND {test})")  # noqa: S608 - as above
        values.append(query_text(condition.query))
    return "".join(parts), values


def _column(query: WordQuery) -> str:
    return "stems" if query.of_stems else "words"
