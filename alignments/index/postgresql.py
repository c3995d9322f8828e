"""The index on PostgreSQL: a table of tsvectors a language.

The tsvectors are made from our own words, never by PostgreSQL's parser, so that both databases answer alike. How words are looked
for is decided here by the counts of the vocabulary, for the planner knows nothing of rare words: statements leave it no choice.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from math import ceil
from typing import TYPE_CHECKING

from alignments.index.queries import Condition, WordQuery
from alignments.index.recipe import PLACE_BITS
from alignments.index.vocabulary import Vocabulary
from corpus.storage.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Conditions = Sequence[tuple[Condition, str]]

Source = tuple[str, tuple[object, ...]]
"""What stands behind FROM, up to a test, and the values it binds."""

TOGETHER = 25
"""Words or phrases of a wildcard that are looked up as one question; more at once take longer than each by itself."""

BLOCK_BITS = PLACE_BITS + 14
"""A variant's number without so many bits is that of its block of 16,384 units: a page of a word of middling frequency."""

BLOCK = f"ARRAY[variant >> {BLOCK_BITS}]"
"""The block as it stands beside the words in their indexes, so that words are looked up within some blocks only."""

MOST_BLOCKS = 64
"""Blocks that are looked at together; of more, all that are left."""

IN_A_ROW = 16
"""Of so many texts that have the rarest word of a phrase one is expected to have the phrase."""

READ, LOOKED_UP, TESTED, TESTED_FOR_MANY = 2.0, 100.0, 0.5, 6.0
"""Microseconds for a text that is read because it has a word, for a question put to a block, for a text that is tested for one or
a few words, and for many. They need be right only against each other."""

OWN_PLACE = (1 << PLACE_BITS) - 1
"""The bits of a variant's number that say which of its unit it is."""


ALL = range(1 << 63 - BLOCK_BITS)
"""All blocks, and more than there will be."""

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
        """Make the indexes of words and blocks over the full tables; until then a search reads the tables."""
        for kind in ("words", "stems"):
            statement = f"CREATE INDEX IF NOT EXISTS ix_words_{name}_{kind}_blocks ON words_{name} USING gin ({kind}, ({BLOCK}))"
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
        met = self._met(query, name, conditions)
        if met is not None:
            page: list[int] = met[first : first + limit].tolist()
            return page
        found: list[int] = []
        wanted, rarer = first + limit, self._rarer(query, conditions)
        for blocks in self._windows(query, name, wanted):
            rows, values = _rows(query, name, blocks, _tests(conditions, rarer))
            statement = f"SELECT own.variant FROM {rows} ORDER BY own.variant LIMIT ?"  # noqa: S608 - a checked name
            found += [row[0] for row in self._database.fetch(statement, (*values, wanted - len(found)))]
            if len(found) == wanted:
                break
        return found[first:]

    def count(self, query: WordQuery, name: str, conditions: Conditions) -> int:
        """How many variants have the words."""
        met = self._met(query, name, conditions)
        if met is not None:
            return len(met)
        if conditions or _are_many(query):
            rows, values = _rows(query, name, ALL, _tests(conditions, self._rarer(query, conditions)))
        else:
            rows, values = _having(query, name)  # PostgreSQL counts what its index gives without reading it
        found: int = self._database.fetch(f"SELECT count(*) FROM {rows}", values)[0][0]  # noqa: S608 - as above
        return found

    def _met(self, query: WordQuery, name: str, conditions: Conditions) -> "NDArray[np.int64] | None":
        """The variants that have a stem and meet conditions on stems; None where that cannot be said by postings."""
        if not conditions or not all(one.of_stems and one.is_one_word for one in (query, *(one.query for one, _ in conditions))):
            return None
        from alignments.index.stem_sets import StemSets  # noqa: PLC0415 - other searches do without numpy

        return StemSets(self._database, self._vocabulary).meeting(query, name, conditions)

    def _windows(self, query: WordQuery, name: str, wanted: int) -> Iterator[range | None]:
        """The blocks in which to look, one window after another until there is a page; None to test text after text."""
        expected = self._expected(query)
        last = self._last_block(name) if expected > wanted else 0
        start, size = 0, _first_window(query, expected, last + 1, wanted)
        if not size:
            yield None
            return
        while size <= MOST_BLOCKS and start + size <= last:
            yield range(start, start + size)
            start, size = start + size, size * 4
        yield ALL[start:]

    def _expected(self, query: WordQuery) -> int:
        """How many variants are expected to have the words."""
        least = min(self._vocabulary.totals(query))
        return least if query.is_one_word else least // IN_A_ROW

    def _last_block(self, name: str) -> int:
        """The block of the newest text."""
        last: int = self._database.fetch(f"SELECT coalesce(max(variant), 0) FROM words_{name}")[0][0]  # noqa: S608 - as above
        return last >> BLOCK_BITS

    def _rarer(self, query: WordQuery, conditions: Conditions) -> list[Condition]:
        """The conditions on one word that fewer variants have than the words that are looked for."""
        return [
            condition
            for condition, _ in conditions
            if condition.query.is_one_word and self._expected(condition.query) < self._expected(query)
        ]


def _first_window(query: WordQuery, expected: int, blocks: int, wanted: int) -> int:
    """In how many blocks to look first, as costs least: in all, in as many as have two pages, in none but text after text.

    Beginnings of words are not looked up in single blocks, for PostgreSQL gathers all that begin so before anything else.
    """
    share = min(1.0, wanted / max(1, expected))
    size = min(blocks, ceil(2 * share * blocks))
    costs = {blocks: READ * expected}
    if size < blocks and not query.is_prefix:
        costs[size] = LOOKED_UP * size * len(_questions(query)) + READ * expected * size / blocks
    if query.is_one_word and blocks > 1:
        costs[0] = share * (blocks << BLOCK_BITS - PLACE_BITS) * (TESTED_FOR_MANY if _are_many(query) else TESTED)
    return min(costs, key=costs.__getitem__)


def _are_many(query: WordQuery) -> bool:
    """True for words that may be any of many."""
    return len(query.phrases()) > TOGETHER


def _vector(words: str) -> str:
    """Words with their positions in tsvector's own notation; they have letters and digits only, so nothing is quoted."""
    return " ".join(map("%s:%d".__mod__, zip(words.split(), count(1))))


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def _questions(query: WordQuery) -> list[str]:
    """The query in tsquery's own notation, not too much of it at once."""
    star = ":*" if query.is_prefix else ""
    phrases = [f"({' <-> '.join(map(_quoted, phrase))}{star})" for phrase in query.phrases()]
    return [" | ".join(phrases[start : start + TOGETHER]) for start in range(0, len(phrases), TOGETHER)]


def _rows(query: WordQuery, name: str, blocks: range | None, tests: Source) -> Source:
    """What to select from, as `own`, and the values it binds; without blocks one text after another is tested.

    `tests` are conditions tested on what is found, for to look up all texts that have a frequent word may take seconds.
    """
    own, values = _tested(query, name) if blocks is None else _looked_up(query, name, blocks)
    test, others = tests
    return own + test, (*values, *others)


def _having(query: WordQuery, name: str) -> Source:
    """The variants that have the words."""
    return f"words_{name} AS own WHERE {_column(query)} @@ CAST(? AS tsquery)", (_whole(query),)


def _tested(query: WordQuery, name: str) -> Source:
    """The same of one word, tested in ways for which no index is looked at (IS TRUE, a hashed set of words)."""
    column = _column(query)
    if not _are_many(query):
        return f"words_{name} AS own WHERE ({column} @@ CAST(? AS tsquery)) IS TRUE", (_whole(query),)
    held = f"unnest(tsvector_to_array({column})) AS word WHERE (word IN (SELECT unnest({_LINES}))) IS TRUE"
    return f"words_{name} AS own WHERE EXISTS (SELECT 1 FROM {held})", ("\n".join(query.slots[0]),)  # noqa: S608 - a checked name


def _looked_up(query: WordQuery, name: str, blocks: range) -> Source:
    """The variants of some blocks that have the words, found before anything else is done (OFFSET 0)."""
    is_open = blocks.stop == ALL.stop
    within = "" if is_open else f" AND {BLOCK} && CAST(? AS bigint[])"
    found = f"SELECT variant FROM words_{name} WHERE {_column(query)} @@ CAST({{}} AS tsquery){within} OFFSET 0"  # noqa: S608 - as above
    given = (() if is_open else (f"{{{','.join(map(str, blocks))}}}",)) + (blocks.start << BLOCK_BITS,)
    if not _are_many(query):
        return f"({found.format('?')}) AS own WHERE own.variant >= ?", (_whole(query), *given)
    each = f"SELECT DISTINCT variant FROM unnest({_LINES}) AS question CROSS JOIN LATERAL ({found.format('question')}) AS found"  # noqa: S608 - as above
    return f"({each}) AS own WHERE own.variant >= ?", ("\n".join(_questions(query)), *given)


def _whole(query: WordQuery) -> str:
    return " | ".join(_questions(query))


_LINES = r"string_to_array(?, E'\n')"
"""Texts given as lines of one: a list of them takes the driver eight times as long."""


def _tests(conditions: Conditions, rarer: Sequence[Condition]) -> Source:
    """SQL that keeps the rows of `own` whose unit meets the conditions, and the values it binds; for `rarer` ones look-ups."""
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
        values.append(_whole(condition.query))
    return "".join(parts), tuple(values)


def _column(query: WordQuery) -> str:
    return "stems" if query.of_stems else "words"
