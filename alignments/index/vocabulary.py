"""The distinct words and stems of every language with the number of variants that have them."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, repeat
from operator import itemgetter
from typing import NamedTuple

from alignments.index.entries import Entry
from alignments.index.queries import WordQuery
from alignments.index.recipe import known_stem, loose_word, recall_stems
from alignments.index.word_list import COUNT, WordList
from corpus.storage.database import Database

MOST_WAITING = 1 << 14
"""New words of a load that may wait to be written: in order, and many together, they are written in half the time."""


WordRow = tuple[str, str, str, str, int]
StemRow = tuple[str, str, int]
"""Rows as they are stored."""


class FreshWords(NamedTuple):
    """Words that a load met first and stems that it met first, in lines, with first guesses of how many variants have them.

    `loose` is empty where all words are written without Kazakh letters anyway.
    """

    words: str
    stems: str
    loose: str
    counts: list[int]
    fresh_stems: str
    stem_counts: list[int]


_WORDS, _STEMS = ("language", "word", "stem", "loose", "count"), ("language", "stem", "count")
_ADD = "DO UPDATE SET count = known.count + excluded.count"


class Vocabulary:
    """Counts gathered in memory and written together, for many variants share their words.

    While the counting is postponed, new words are kept with a first count and known ones are left as they are: readers find
    every word, and the sums come once at the end.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words: dict[str, Counter[str]] = {}
        self._stems: dict[str, Counter[str]] = {}
        self._fresh: dict[str, tuple[list[WordRow], list[StemRow]]] = {}
        self._lists: dict[str, tuple[str, WordList]] = {}
        self._asked: dict[str, str] = {}
        self._remembered: dict[tuple[str, str], dict[str, int | None]] | None = None
        self._by_letter = "" if database.is_sqlite else ' COLLATE "C"'
        self.is_postponed = False

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Counts read inside are read once; only where nobody writes."""
        before, self._remembered = self._remembered, self._remembered or {}
        try:
            yield
        finally:
            self._remembered = before

    def add(self, language: str, entries: Iterable[Entry]) -> None:
        """Count the words of entries in; `write` keeps them."""
        for counts, texts in self._counted(language, list(entries)):
            counts.update(chain.from_iterable(set(text.split()) for text in texts))

    def add_fresh(self, language: str, fresh: FreshWords) -> None:
        """Take in what a load met first; `write` keeps it."""
        words, stems = fresh.words.split(), fresh.fresh_stems.split()
        own_words, own_stems = self._fresh.setdefault(language, ([], []))
        own_words += zip(repeat(language), words, fresh.stems.split(), fresh.loose.split() or words, fresh.counts, strict=False)
        own_stems += zip(repeat(language), stems, fresh.stem_counts, strict=False)
        if len(own_words) > MOST_WAITING:
            self._write_fresh()

    def _write_fresh(self) -> None:
        """Write what is fresh, in the order of the tables."""
        for words, stems in self._fresh.values():
            self._merge(sorted(words, key=itemgetter(1)), sorted(stems, key=itemgetter(1)))
        self._fresh.clear()

    def remove(self, language: str, entries: Iterable[Entry]) -> None:
        """Count the words of entries out; while the counting is postponed they stay, with a count of 0, until it is done."""
        if self.is_postponed:
            self._write_fresh()
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
        self._write_fresh()
        has_lost = any(min(counts.values(), default=0) < 0 for counts in self._words.values())
        for language, counts in self._words.items():
            self._keep(language, counts.items(), self._stems[language].items())
        self._words.clear()
        self._stems.clear()
        self._lists.clear()
        if has_lost:
            self._drop_unused()

    def _keep(self, language: str, words: Iterable[tuple[str, int]], stems: Iterable[tuple[str, int]]) -> None:
        """Add to the counts of words and stems."""
        self._merge(
            [(language, word, known_stem(word, language), loose_word(word), count) for word, count in sorted(words) if count],
            [(language, stem, count) for stem, count in sorted(stems) if count],
        )

    def _merge(self, words: Sequence[WordRow], stems: Sequence[StemRow]) -> None:
        self._database.merge("vocabulary", _WORDS, words, f"(language, word) {_ADD}")
        self._database.merge("stems", _STEMS, stems, f"(language, stem) {_ADD}")

    def _drop_unused(self) -> None:
        for table in ("vocabulary", "stems"):
            self._database.execute(f"DELETE FROM {table} WHERE count <= 0")  # noqa: S608 - constants

    def forget(self) -> None:
        """Drop what was counted and not written, after a transaction that failed."""
        self._words.clear()
        self._stems.clear()
        self._fresh.clear()
        self._lists.clear()
        self.is_postponed = False

    def count(self, language: str, words: str, stems: str) -> None:
        """Put exact counts in the place of first counts and doubtful ones; given are the questions for (term, variants)."""
        missing_words = self._set_counts("vocabulary", "word", language, words)
        missing_stems = self._set_counts("stems", "stem", language, stems)
        self._keep(language, missing_words, missing_stems)
        self._drop_unused()
        self._lists.clear()

    def _set_counts(self, table: str, column: str, language: str, question: str) -> list[tuple[str, int]]:
        """Set the counts that differ from the answers to a question; those that the table lacks."""
        execute = self._database.execute
        in_one = " WITHOUT ROWID" if self._database.is_sqlite else ""
        execute(f"CREATE TEMPORARY TABLE counted (term TEXT PRIMARY KEY, variants INTEGER NOT NULL){in_one}")
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
        for table in ("vocabulary", "stems"):
            self._database.execute(f"DELETE FROM {table} WHERE language = ?", (language,))  # noqa: S608 - constants

    def forms(self, language: str, stem: str, limit: int) -> tuple[tuple[str, int], ...]:
        """The words of a stem with their counts, the most frequent first."""
        statement = "SELECT word, count FROM vocabulary WHERE stem = ? AND language || '' = ? ORDER BY count DESC, word LIMIT ?"
        return tuple((word, count) for word, count in self._database.fetch(statement, (stem, language, limit)))

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

    def beginning_loosely(self, language: str, loose: str) -> tuple[str, ...]:
        """How the memory's words begin that begin like this without Kazakh letters."""
        last, bounds = f"{loose}\U0010ffff", f"{self._by_letter} BETWEEN ? AND ?"
        statement = f"SELECT DISTINCT substr(word, 1, ?) FROM vocabulary WHERE loose{bounds} AND language || '' = ?"  # noqa: S608 - constants
        return tuple(row[0] for row in self._database.fetch(statement, (len(loose), loose, last, language)))

    def known(self, language: str, words: Sequence[str]) -> frozenset[str]:
        """Those among the words that the memory has."""
        return frozenset(word for word, _ in self._in("vocabulary", "word", language, words))

    def beginning(self, language: str, letters: str, limit: int) -> tuple[str, ...]:
        """Words that begin with these letters, in no order."""
        bounds = f"word{self._by_letter} BETWEEN ? AND ?"
        statement = f"SELECT word FROM vocabulary WHERE language = ? AND {bounds} LIMIT ?"  # noqa: S608 - constants
        return tuple(row[0] for row in self._database.fetch(statement, (language, letters, f"{letters}\U0010ffff", limit)))

    def total(self, query: WordQuery) -> int:
        """How often the words or stems of a query for one word stand in variants; a variant that has two counts twice."""
        return self.totals(query)[0]

    def totals(self, query: WordQuery) -> list[int]:
        """The same for every word of a query."""
        *whole, last = query.slots
        of_last = [] if query.is_prefix else [last]
        table, column = ("stems", "stem") if query.of_stems else ("vocabulary", "word")
        counts = dict(self._in(table, column, query.language, list(chain(*whole, *of_last))))
        totals = [sum(counts.get(word, 0) for word in slot) for slot in (*whole, *of_last)]
        return totals if of_last else [*totals, self._total_beginning(query.language, last[0])]

    def _total_beginning(self, language: str, letters: str) -> int:
        return self._counted_once("beginnings", language, [letters], self._totals_beginning)[0][1]

    def _totals_beginning(self, language: str, beginnings: Sequence[str]) -> list[tuple[str, int]]:
        bounds = f"word{self._by_letter} BETWEEN ? AND ?"
        statement = f"SELECT coalesce(sum(count), 0) FROM vocabulary WHERE language = ? AND {bounds}"  # noqa: S608 - constants
        fetch = self._database.fetch
        return [(letters, fetch(statement, (language, letters, f"{letters}\U0010ffff"))[0][0]) for letters in beginnings]

    def fitting(self, language: str, wildcard: str, most: int) -> tuple[str, ...]:
        """The words a wildcard stands for, the most frequent first: `*` is any letters, or none.

        A first question is put to the table, which is done before all its words could be read; further ones to the list.
        """
        if not wildcard.replace("*", "").isalnum():
            return ()
        state = self._database.state()
        if self._asked.get(language) == state:
            return self._remember(language, self._word_list(language).fitting(wildcard, most))
        self._asked[language] = state
        rank = f"count DESC, word{self._by_letter}"
        statement = f"SELECT word, count FROM vocabulary WHERE language = ? AND word LIKE ? ORDER BY {rank} LIMIT ?"  # noqa: S608 - constants
        return self._remember(language, dict(self._database.fetch(statement, (language, wildcard.replace("*", "%"), most))))

    def matching(self, language: str, expression: str, most: int) -> tuple[str, ...]:
        """The words an expression matches as a whole, the most frequent first. Raises AlignmentsError for a broken one."""
        return self._remember(language, self._word_list(language).matching(expression, most))

    def _remember(self, language: str, counts: Mapping[str, int]) -> tuple[str, ...]:
        """Words whose counts need not be asked for again."""
        if self._remembered is not None:
            self._remembered.setdefault(("vocabulary", language), {}).update(counts)
        return tuple(counts)

    def words(self, language: str) -> list[tuple[str, int]]:
        """Every word of a language with its count."""
        rows = self._database.fetch("SELECT word, count FROM vocabulary WHERE language = ?", (language,))
        return [(word, count) for word, count in rows]

    def _word_list(self, language: str) -> WordList:
        """Every word of a language to search inside; kept while the database stays as it is."""
        state = self._database.state()
        known = self._lists.get(language)
        if known is None or known[0] != state:
            known = self._lists[language] = (state, self._all_words(language))
        return known[1]

    def _all_words(self, language: str) -> WordList:
        """The words of a language: one long text is several times as fast as a row each."""
        line = f"{{}}(word || '{COUNT}' || count, {{}}(10))"
        gathered = line.format("group_concat", "char") if self._database.is_sqlite else line.format("string_agg", "chr")
        ranked = f"SELECT word, count FROM vocabulary WHERE language = ? ORDER BY count DESC, word{self._by_letter}"  # noqa: S608 - constants
        return WordList(self._database.fetch(f"SELECT {gathered} FROM ({ranked}) AS ranked", (language,))[0][0] or "")  # noqa: S608

    def _in(self, table: str, column: str, language: str, values: Sequence[str]) -> list[tuple[str, int]]:
        """(value, count) of the values that a table has."""
        wanted = f"{self._database.given_texts} CROSS JOIN {table}"  # SQLite keeps the order of a cross join
        statement = f"SELECT {column}, count FROM {wanted} WHERE language = ? AND {column} = wanted.value"  # noqa: S608 - constants

        def ask(language: str, values: Sequence[str]) -> list[tuple[str, int]]:
            rows = self._database.fetch(statement, (json.dumps(values, ensure_ascii=False), language))
            return [(row[0], row[1]) for row in rows]

        return self._counted_once(table, language, values, ask)

    def _counted_once(
        self, kind: str, language: str, values: Sequence[str], ask: Callable[[str, Sequence[str]], list[tuple[str, int]]]
    ) -> list[tuple[str, int]]:
        """What is asked of values, without asking again where it is remembered."""
        if self._remembered is None:
            return ask(language, values)
        known = self._remembered.setdefault((kind, language), {})
        missing = [value for value in values if value not in known]
        if missing:
            known.update(dict.fromkeys(missing))
            known.update(ask(language, missing))
        return [(value, count) for value in values if (count := known[value]) is not None]

    def stem_counts(self, language: str, stems: Sequence[str]) -> dict[str, int]:
        """How many variants have each stem; a stem nobody has is left out."""
        return dict(self._in("stems", "stem", language, stems))

    def frequent_stems(self, language: str, least: int) -> list[tuple[str, int]]:
        """Stems that at least so many variants have, the most frequent first."""
        statement = "SELECT stem, count FROM stems WHERE language = ? AND count >= ? ORDER BY count DESC, stem"
        return [(stem, count) for stem, count in self._database.fetch(statement, (language, least))]
