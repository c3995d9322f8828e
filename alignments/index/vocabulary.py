"""The distinct words and stems of every language with the number of variants that have them."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from sqlalchemy import Table, select

from alignments.index.entries import Entry
from alignments.index.queries import WordQuery
from alignments.index.recipe import known_stem, loose_word, recall_stems
from alignments.index.word_list import WordList
from alignments.tables import STEMS, VOCABULARY
from corpus.database import COPY_FROM, Database
from corpus.languages import primary_language

FreshWord = tuple[str, str, int]
"""A word with its stem and a count: how many variants have it, or a first guess of that."""

_INSERT_WORDS = "INSERT INTO vocabulary (language, word, stem, loose, count) VALUES (?, ?, ?, ?, ?) "
_INSERT_STEMS = "INSERT INTO stems (language, stem, count) VALUES (?, ?, ?) "
_ADD_WORDS = _INSERT_WORDS + "ON CONFLICT (language, word) DO UPDATE SET count = vocabulary.count + excluded.count"
_ADD_STEMS = _INSERT_STEMS + "ON CONFLICT (language, stem) DO UPDATE SET count = stems.count + excluded.count"


class Vocabulary:
    """Counts gathered in memory and written together, for many variants share their words.

    While the counting is postponed, new words are kept with a first count and known ones are left as they are: readers find
    every word, and the sums come once at the end.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words: dict[str, Counter[str]] = {}
        self._stems: dict[str, Counter[str]] = {}
        self._lists: dict[str, tuple[str, WordList]] = {}
        self.is_postponed = False

    def add(self, language: str, entries: Iterable[Entry]) -> None:
        """Count the words of entries in; `write` keeps them."""
        for counts, texts in self._counted(language, list(entries)):
            counts.update(chain.from_iterable(set(text.split()) for text in texts))

    def add_fresh(self, language: str, words: Sequence[FreshWord]) -> None:
        """Keep words with their first counts at once."""
        stems = Counter[str]()
        for _, stem, count in words:
            stems[stem] += count
        self._keep(language, words, stems.items())

    def remove(self, language: str, entries: Iterable[Entry]) -> None:
        """Count the words of entries out; while the counting is postponed they stay, with a count of 0, until it is done."""
        if self.is_postponed:
            self._doubt("vocabulary", "word", language, {word for entry in entries for word in entry.words.split()})
            self._doubt("stems", "stem", language, {stem for entry in entries for stem in entry.stems.split()})
            return
        for counts, texts in self._counted(language, list(entries)):
            counts.subtract(chain.from_iterable(set(text.split()) for text in texts))

    def _doubt(self, table: str, column: str, language: str, words: set[str]) -> None:
        given = f"SELECT value FROM {self._database.given_texts}"  # noqa: S608 - constants
        statement = f"UPDATE {table} SET count = 0 WHERE language = ? AND {column} IN ({given})"  # noqa: S608 - constants
        self._database.execute_many(statement, [(language, json.dumps(sorted(words)))])

    def _counted(self, language: str, entries: Sequence[Entry]) -> list[tuple[Counter[str], list[str]]]:
        """Words and stems: their counts so far, the texts of the entries."""
        return [
            (self._words.setdefault(language, Counter()), [entry.words for entry in entries]),
            (self._stems.setdefault(language, Counter()), [entry.stems for entry in entries]),
        ]

    def write(self) -> None:
        """Keep what was counted; words that no variant has any more go."""
        has_lost = any(min(counts.values(), default=0) < 0 for counts in self._words.values())
        for language, counts in self._words.items():
            self._keep(language, _with_stems(language, counts.items()), self._stems[language].items())
        self._words.clear()
        self._stems.clear()
        self._lists.clear()
        if has_lost:
            self._drop_unused()

    def _keep(self, language: str, words: Iterable[FreshWord], stems: Iterable[tuple[str, int]]) -> None:
        """Add to the counts of words and stems."""
        self._add(VOCABULARY, _ADD_WORDS, [(language, w, s, loose_word(w), count) for w, s, count in sorted(words) if count])
        self._add(STEMS, _ADD_STEMS, [(language, stem, count) for stem, count in sorted(stems) if count])

    def _drop_unused(self) -> None:
        self._database.connection.execute(VOCABULARY.delete().where(VOCABULARY.c.count <= 0))
        self._database.connection.execute(STEMS.delete().where(STEMS.c.count <= 0))

    def _add(self, table: Table, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Add to the counts of a table; PostgreSQL takes many rows by way of a temporary table."""
        if self._database.is_sqlite or len(rows) < COPY_FROM:
            self._database.execute_many(statement, rows)
            return
        head, _, tail = statement.partition(" VALUES ")
        columns = tuple(column.name for column in table.columns)
        execute = self._database.connection.exec_driver_sql
        execute(f"CREATE TEMPORARY TABLE arriving (LIKE {table.name}) ON COMMIT DROP")
        self._database.copy("arriving", columns, rows)
        execute(f"{head} SELECT {', '.join(columns)} FROM arriving {tail.partition(') ')[2]}")  # noqa: S608 - constants
        execute("DROP TABLE arriving")

    def forget(self) -> None:
        """Drop what was counted and not written, after a transaction that failed."""
        self._words.clear()
        self._stems.clear()
        self._lists.clear()
        self.is_postponed = False

    def count(self, language: str, words: str, stems: str) -> None:
        """Put exact counts in the place of first counts and doubtful ones; given are the questions for (term, variants)."""
        missing_words = self._set_counts("vocabulary", "word", language, words)
        missing_stems = self._set_counts("stems", "stem", language, stems)
        self._keep(language, _with_stems(language, missing_words), missing_stems)
        self._drop_unused()
        self._lists.clear()

    def _set_counts(self, table: str, column: str, language: str, question: str) -> list[tuple[str, int]]:
        """Set the counts that differ from the answers to a question; those that the table lacks."""
        execute = self._database.connection.exec_driver_sql
        execute("CREATE TEMPORARY TABLE counted (term TEXT PRIMARY KEY, variants INTEGER NOT NULL)")
        execute(f"INSERT INTO counted {question}")
        known = f"{table}.language = ? AND {table}.{column} = counted.term"
        statement = f"UPDATE {table} SET count = variants FROM counted WHERE {known} AND count <> variants"  # noqa: S608 - constants
        self._database.execute_many(statement, [(language,)])
        missing = f"SELECT term, variants FROM counted WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {known})"  # noqa: S608 - constants
        rows = self._database.fetch(missing, (language,))
        execute("DROP TABLE counted")
        return [(term, count) for term, count in rows]

    def clear(self, language: str) -> None:
        """Drop everything kept of a language, before it is counted anew."""
        self._lists.clear()
        self._database.connection.execute(VOCABULARY.delete().where(VOCABULARY.c.language == language))
        self._database.connection.execute(STEMS.delete().where(STEMS.c.language == language))

    def forms(self, language: str, stem: str, limit: int) -> tuple[tuple[str, int], ...]:
        """The words of a stem with their counts, the most frequent first."""
        return self._words_where(language, "stem", stem, limit)

    def all_forms(self, language: str, stems: Sequence[str]) -> list[str]:
        """Every word of these stems."""
        marks = ", ".join("?" * len(stems))
        statement = f"SELECT word FROM vocabulary WHERE stem IN ({marks}) AND language || '' = ?"  # noqa: S608 - constants
        return [row[0] for row in self._database.fetch(statement, (*stems, language))]

    def recall_stems(self, language: str, words: Iterable[str]) -> None:
        """Have the stems of many words at hand before they are asked for, as far as the memory has the words."""
        kept = "(SELECT stem FROM vocabulary WHERE language = ? AND word = wanted.value)"
        statement = f"SELECT wanted.value, {kept} FROM {self._database.given_texts}"  # noqa: S608 - constants
        rows = self._database.fetch(statement, (language, json.dumps(list(words), ensure_ascii=False)))
        recall_stems(((row[0], row[1]) for row in rows if row[1] is not None), language)

    def alike(self, language: str, loose: str, limit: int) -> tuple[tuple[str, int], ...]:
        """The words that look like this without Kazakh letters, the most frequent first."""
        return self._words_where(language, "loose", loose, limit)

    def beginning(self, language: str, letters: str, limit: int) -> tuple[str, ...]:
        """Words that begin with these letters, in no order."""
        if not self._database.is_sqlite:  # its collation need not be that of the letters' numbers
            return tuple(word for word, _ in self.word_list(language).fitting(f"{letters}*")[:limit])
        statement = "SELECT word FROM vocabulary WHERE language = ? AND word BETWEEN ? AND ? LIMIT ?"
        return tuple(row[0] for row in self._database.fetch(statement, (language, letters, f"{letters}\U0010ffff", limit)))

    def total(self, query: WordQuery) -> int:
        """How often the words or stems of a query for one word stand in variants; a variant that has two counts twice."""
        table, column = ("stems", "stem") if query.of_stems else ("vocabulary", "word")
        return sum(count for _, count in self._in(table, column, query.language, query.slots[0]))

    def words(self, language: str) -> list[tuple[str, int]]:
        """Every word of a language with its count."""
        rows = self._database.fetch("SELECT word, count FROM vocabulary WHERE language = ?", (language,))
        return [(word, count) for word, count in rows]

    def word_list(self, language: str) -> WordList:
        """Every word of a language to search inside; kept while the database stays as it is."""
        state = self._database.state()
        known = self._lists.get(language)
        if known is None or known[0] != state:
            known = self._lists[language] = (state, self._all_words(language))
        return known[1]

    def _all_words(self, language: str) -> WordList:
        """The words of a language with their counts: two long texts are several times as fast as a row each."""
        gathered = "group_concat(word, char(10)), group_concat(count, ' ')"
        if not self._database.is_sqlite:
            gathered = "string_agg(word, chr(10)), string_agg(CAST(count AS text), ' ')"
        ((words, counts),) = self._database.fetch(f"SELECT {gathered} FROM vocabulary WHERE language = ?", (language,))  # noqa: S608
        return WordList(words or "", counts or "")

    def _in(self, table: str, column: str, language: str, values: Sequence[str]) -> list[tuple[str, int]]:
        """(value, count) of the values that a table has."""
        found: list[tuple[str, int]] = []
        for start in range(0, len(values), 5_000):
            part = values[start : start + 5_000]
            marks = ", ".join("?" * len(part))
            statement = f"SELECT {column}, count FROM {table} WHERE language = ? AND {column} IN ({marks})"  # noqa: S608 - constants
            found += [(row[0], row[1]) for row in self._database.fetch(statement, (language, *part))]
        return found

    def stem_counts(self, language: str, stems: Sequence[str]) -> dict[str, int]:
        """How many variants have each stem; a stem nobody has is left out."""
        return dict(self._in("stems", "stem", language, stems))

    def frequent_stems(self, language: str, least: int) -> list[tuple[str, int]]:
        """Stems that at least so many variants have, the most frequent first."""
        statement = select(STEMS.c.stem, STEMS.c.count).where(STEMS.c.language == language, STEMS.c.count >= least)
        rows = self._database.connection.execute(statement.order_by(STEMS.c.count.desc(), STEMS.c.stem))
        return [(stem, count) for stem, count in rows]

    def _words_where(self, language: str, column: str, value: str, limit: int) -> tuple[tuple[str, int], ...]:
        """Words by stem or loose form; `|| ''` keeps SQLite from reading the whole language instead of the column's index."""
        statement = (
            f"SELECT word, count FROM vocabulary WHERE {column} = ? AND language || '' = ? "  # noqa: S608 - constants
            "ORDER BY count DESC, word LIMIT ?"
        )
        return tuple((word, count) for word, count in self._database.fetch(statement, (value, language, limit)))


def _with_stems(language: str, counts: Iterable[tuple[str, int]]) -> list[FreshWord]:
    primary = primary_language(language)
    return [(word, known_stem(word, primary), count) for word, count in counts]
