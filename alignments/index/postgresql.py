"""The index on PostgreSQL: a table of tsvectors a language.

The tsvectors are made from our own words, never by PostgreSQL's parser, so that both databases answer alike. How words are looked
for is decided here by the counts of the vocabulary, for the planner knows nothing of rare words: statements leave it no choice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil
from typing import TYPE_CHECKING

from alignments.index.queries import Condition, WordQuery
from alignments.index.recipe import PLACE_BITS, PLACES
from alignments.index.vocabulary import Vocabulary
from corpus.storage.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Named = tuple[Condition, str]
"""A condition with the name of the tables it asks."""

Conditions = Sequence[Named]

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

LEADS, LOOKED_UP_TO = 3, 3
"""A condition that is met so many times less often than the words leads to them; the units of one that is met at most so many
times as often are looked up."""

POSTINGS_A_TEXT = 16
"""So many postings are read in the time in which a text is tested for a condition."""

OWN_PLACE = PLACES - 1
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

    def met(self, query: WordQuery, name: str, conditions: Conditions) -> "NDArray[np.int64] | None":
        """All variants that have a stem and meet conditions on stems, where postings say it for less than their texts would."""
        if not conditions or not all(one.of_stems and one.is_one_word for one in (query, *(one.query for one, _ in conditions))):
            return None
        read = sum(self._expected(condition.query) for condition, _ in conditions)
        return None if read > POSTINGS_A_TEXT * self._expected(query) else self._by_postings(query, name, conditions)

    def _by_postings(self, query: WordQuery, name: str, conditions: Conditions) -> "NDArray[np.int64] | None":
        from alignments.index.stem_sets import StemSets  # noqa: PLC0415 - other searches do without numpy

        return StemSets(self._database, self._vocabulary).meeting(query, name, conditions)

    def page(self, query: WordQuery, name: str, conditions: Conditions, first: int, limit: int) -> list[int]:
        """The variants that have the words, in the order of storing."""
        found: list[int] = []
        wanted, asked = first + limit, self._asked(query, name, conditions)
        for blocks in self._windows(asked.leader[0].query if asked.leader else query, name, wanted):
            rows, values = _rows(asked, blocks)
            statement = f"SELECT own.variant FROM {rows} ORDER BY own.variant LIMIT ?"  # noqa: S608 - a checked name
            found += [row[0] for row in self._database.fetch(statement, (*values, wanted - len(found)))]
            if len(found) == wanted:
                break
        return found[first:]

    def count(self, query: WordQuery, name: str, conditions: Conditions) -> int:
        """How many variants have the words."""
        if query.of_stems and query.is_one_word and not conditions:
            having = self._by_postings(query, name, ())
            if having is not None:
                return len(having)
        rows, values = _rows(self._asked(query, name, conditions), ALL)
        found: int = self._database.fetch(f"SELECT count(*) FROM {rows}", values)[0][0]  # noqa: S608 - as above
        return found

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

    def _asked(self, query: WordQuery, name: str, conditions: Conditions) -> "_Asked":
        """The question with its conditions by how often they are met."""
        held = self._expected(query)
        counts = {named: self._expected(named[0].query) for named in conditions if named[0].query.is_one_word}
        leading = [named for named, count in counts.items() if LEADS * count < held and not named[0].is_negated]
        leader = min(leading, key=counts.__getitem__, default=None)
        looked_up = [named for named, count in counts.items() if count < LOOKED_UP_TO * held and named != leader]
        return _Asked(query, name, leader, looked_up, [named for named in conditions if named not in (leader, *looked_up)])


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words in the texts of a language, `name`, and the conditions on their units.

    The units of the `leader` are found first, and the words looked for in them; the units of other rare conditions are looked up;
    the rest is tested text by text, for to look up all texts that have a frequent word may take seconds.
    """

    query: WordQuery
    name: str
    leader: Named | None
    looked_up: Conditions
    tested: Conditions


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


def _rows(asked: _Asked, blocks: range | None) -> Source:
    """What to select from, as `own`, and the values it binds; without blocks one text after another is tested."""
    query, name = asked.query, asked.name
    if blocks is None:
        own, values = _tested(query, name)
        test, others = _tests((), (*asked.looked_up, *asked.tested, *([asked.leader] if asked.leader else [])), ALL)
    else:
        own, values = _led(query, name, blocks, *asked.leader) if asked.leader else _looked_up(query, name, blocks)
        test, others = _tests(asked.looked_up, asked.tested, blocks)
    return own + test, (*values, *others)


def _tested(query: WordQuery, name: str) -> Source:
    """The variants that have one word, tested in ways for which no index is looked at (IS TRUE, a hashed set of words)."""
    column = _column(query)
    if not _are_many(query):
        return f"words_{name} AS own WHERE ({column} @@ CAST(? AS tsquery)) IS TRUE", (_whole(query),)
    held = f"unnest(tsvector_to_array({column})) AS word WHERE (word IN (SELECT unnest({_LINES}))) IS TRUE"
    return f"words_{name} AS own WHERE EXISTS (SELECT 1 FROM {held})", ("\n".join(query.slots[0]),)  # noqa: S608 - a checked name


def _looked_up(query: WordQuery, name: str, blocks: range) -> Source:
    """The variants of some blocks that have the words, found before anything else is done (OFFSET 0)."""
    within, given = _within(blocks)
    found = f"SELECT variant FROM words_{name} WHERE {_column(query)} @@ CAST({{}} AS tsquery){within} OFFSET 0"  # noqa: S608 - as above
    behind = (*given, blocks.start << BLOCK_BITS)
    if not _are_many(query):
        return f"({found.format('?')}) AS own WHERE own.variant >= ?", (_whole(query), *behind)
    each = f"SELECT DISTINCT variant FROM unnest({_LINES}) AS question CROSS JOIN LATERAL ({found.format('question')}) AS found"  # noqa: S608 - as above
    return f"({each}) AS own WHERE own.variant >= ?", ("\n".join(_questions(query)), *behind)


def _led(query: WordQuery, name: str, blocks: range, leader: Condition, table: str) -> Source:
    """The variants that have the words, in units of some blocks that meet a condition: these are found first."""
    within, given = _within(blocks)
    having = f"FROM words_{table} WHERE {_column(leader.query)} @@ CAST(? AS tsquery){within} OFFSET 0"
    met = f"(SELECT DISTINCT variant >> {PLACE_BITS} AS unit {having}) AS met"
    unit = f"variant BETWEEN met.unit << {PLACE_BITS} AND met.unit << {PLACE_BITS} | {OWN_PLACE}"
    own = f"SELECT variant FROM words_{name} WHERE {unit} AND ({_column(query)} @@ CAST(? AS tsquery)) IS TRUE OFFSET 0"  # noqa: S608 - as above
    values = (_whole(leader.query), *given, _whole(query), blocks.start << BLOCK_BITS)
    return f"{met} CROSS JOIN LATERAL ({own}) AS own WHERE own.variant >= ?", values


def _within(blocks: range) -> Source:
    """The test that a variant is in some blocks; none if these are all the rest."""
    if blocks.stop == ALL.stop:
        return "", ()
    return f" AND {BLOCK} && CAST(? AS bigint[])", (f"{{{','.join(map(str, blocks))}}}",)


def _whole(query: WordQuery) -> str:
    return " | ".join(_questions(query))


_LINES = r"string_to_array(?, E'\n')"
"""Texts given as lines of one: a list of them takes the driver eight times as long."""


def _tests(looked_up: Conditions, tested: Conditions, blocks: range) -> Source:
    """SQL that keeps the rows of `own`, in some blocks, whose unit meets the conditions, and the values it binds."""
    parts: list[str] = []
    values: list[object] = []
    within, given = _within(blocks)
    for condition, name in looked_up:
        units = f"SELECT variant >> {PLACE_BITS} FROM words_{name} WHERE {_column(condition.query)} @@ CAST(? AS tsquery){within}"  # noqa: S608 - as above
        parts.append(f" AND own.variant >> {PLACE_BITS} {_negation(condition)}IN ({units})")
        values += [_whole(condition.query), *given]
    for condition, name in tested:
        unit = f"other.variant BETWEEN own.variant & ~{OWN_PLACE} AND own.variant | {OWN_PLACE}"
        test = f"{unit} AND other.{_column(condition.query)} @@ CAST(? AS tsquery)"
        parts.append(f" AND {_negation(condition)}EXISTS (SELECT 1 FROM words_{name} AS other WHERE {test})")  # noqa: S608 - as above
        values.append(_whole(condition.query))
    return "".join(parts), tuple(values)


def _negation(condition: Condition) -> str:
    return "NOT " if condition.is_negated else ""


def _column(query: WordQuery) -> str:
    return "stems" if query.of_stems else "words"
