"""The search index of a memory: filled with units, asked by concordance, matching and terms; the same on both databases."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from alignments.errors import AlignmentsError
from alignments.index.entries import columns_of, entries
from alignments.index.languages import IndexedLanguages
from alignments.index.queries import Condition, Hits, WordQuery
from alignments.index.recipe import variant_number
from alignments.index.text_keys import text_keys
from alignments.index.vocabulary import Vocabulary
from alignments.units import TranslationUnit
from corpus.storage.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from alignments.index.loading import Load, Numbered, Ready, Texts
    from alignments.index.postings import Postings

MOST_FORMS = 500
"""Words of one stem, or found by a wildcard, that a search looks for; the most frequent come first."""

COUNTED = 200_000
"""Occurrences times words up to which variants with any of several words are counted; of more, as of a beginning of more than
MOST_FORMS words, the sum is an upper bound."""

Conditions = Sequence[tuple[Condition, str]]
"""Conditions, each with the name of the tables it asks."""


class Indexed(NamedTuple):
    """Units that are in the index, and the keys of their texts by language, in the order of the units."""

    units: "Numbered"
    keys: Mapping[str, Sequence[int]]


class Tables(Protocol):
    """What the two databases do each in its own way."""

    def create(self, name: str) -> None:
        """Make the tables of a language."""

    def put_off_indexes(self) -> None:
        """Leave for `make_indexes`, in an empty memory, the indexes of columns that are filled faster at the end of a load."""

    def make_indexes(self) -> None:
        """Make the indexes of columns that are better made at the end of a load; nothing if they are there."""

    def postpone(self, name: str) -> None:
        """Leave for `complete` what costs less at the end of a bulk load."""

    def complete(self, name: str) -> None:
        """Make what is better made when the tables are full, at the end of a bulk load; nothing if it is there."""

    def drop(self, name: str) -> None:
        """Drop the tables of a language."""

    def add(self, name: str, variants: Sequence[int], words: Sequence[str], stems: Sequence[str]) -> None:
        """Add the words and stems of variants of one language, whose numbers rise."""

    def remove(self, name: str, variants: Sequence[int], words: Sequence[str], stems: Sequence[str]) -> None:
        """Remove variants; words and stems must be as they were added."""

    def counting(self, name: str, kind: str) -> str:
        """The question for every word or stem with the number of variants that have it."""

    def met(self, query: WordQuery, name: str, conditions: Conditions) -> "NDArray[np.int64] | None":
        """All variants that have the words and meet the conditions, in the order of storing, where it costs no more than some."""

    def page(self, query: WordQuery, name: str, conditions: Conditions, first: int, limit: int) -> list[int]:
        """The variants that have the words, in the order of storing."""

    def count(self, query: WordQuery, name: str, conditions: Conditions) -> int:
        """How many variants have the words."""


class SearchIndex:
    """Words, stems and vocabulary of every language of one memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.vocabulary = Vocabulary(database)
        self._tables = _tables(database, self.vocabulary)
        self._languages = IndexedLanguages(database)

    @cached_property
    def _postings(self) -> "Postings":
        """Which texts have a stem; a search for words does without, and starts the sooner."""
        from alignments.index.postings import Postings  # noqa: PLC0415 - as said

        return Postings(self._database)

    @cached_property
    def _load(self) -> "Load":
        """What a bulk load keeps of texts; a search does without processes."""
        from alignments.index.loading import Load  # noqa: PLC0415 - as said

        return Load()

    @property
    def waiting(self) -> "Numbered":
        """Units that were added in a bulk load and come back with the next ones, or from `settle`."""
        return self._load.waiting if self.vocabulary.is_postponed else ()

    def add(self, numbered: "Numbered", languages: tuple[str, ...] = ()) -> list[Indexed]:
        """Index units, in some languages or all; those that are in the index now, of these or of those before.

        `finish` writes what is not written yet.
        """
        texts = _texts(numbered, languages)
        if self.vocabulary.is_postponed:
            return self._keep(self._load.exchange(numbered, texts))
        for language, own in texts.items():
            made, name = entries(own, language), self._name(language)
            self._tables.add(name, *columns_of(made))
            self._postings.add(name, made)
            self.vocabulary.add(language, made)
        return [Indexed(numbered, {language: text_keys(text for _, text in own) for language, own in texts.items()})]

    def settle(self) -> list[Indexed]:
        """Index what is waiting; nothing may be removed or finished before."""
        return self._keep(self._load.settle()) if self.vocabulary.is_postponed else []

    def _keep(self, ready: "Iterable[Ready]") -> list[Indexed]:
        """Write what a load made ready."""
        indexed = []
        for units, variants, every in ready:
            for language, made in every.items():
                name = self._name(language)
                self._tables.add(name, variants[language], *made.columns.texts())
                self._postings.add_columns(name, variants[language], made.columns.lengths, made.marked)
                self.vocabulary.add_fresh(language, made.fresh)
            indexed.append(Indexed(units, {language: made.keys.tolist() for language, made in every.items()}))
        return indexed

    def _name(self, language: str) -> str:
        return self._languages.name(language) or self._create(language)

    def remove(self, numbered: "Numbered") -> None:
        """Take units out of the index, as they are stored now."""
        for language, own in _texts(numbered).items():
            name = self._languages.name(language)
            if name is not None:
                made = entries(own, language)
                self._tables.remove(name, *columns_of(made))
                self._postings.remove(name, made)
                self.vocabulary.remove(language, made)

    def finish(self) -> None:
        """Write everything that was added and removed; call it inside the same transaction."""
        self._postings.write()
        self.vocabulary.write()

    def begin(self) -> None:
        """Learn, at the begin of a transaction, what other programs did: languages they added, counting they left for later."""
        self.look_again()
        if self._languages.uncounted():
            self.vocabulary.is_postponed = True

    def postpone_counting(self) -> None:
        """Leave the counts of words for the end of a bulk load: counting once is ten times as fast as adding up."""
        self.vocabulary.is_postponed = True
        if not self._languages.all():
            self._tables.put_off_indexes()
        for language in self._languages.counted():
            self._tables.postpone(self._languages.existing(language))
        self._languages.mark(is_counted=False)

    def count_postponed(self) -> None:
        """Count the vocabulary that was left for later, by this load or by one that was killed."""
        if not self.vocabulary.is_postponed:
            return
        self.finish()
        self._load.close()
        self.vocabulary.is_postponed = False
        for language in self._languages.uncounted():
            self.complete(language)
            name = self._languages.name(language)
            if name is not None:
                self.vocabulary.count(language, self._tables.counting(name, "words"), self._tables.counting(name, "stems"))
        self._tables.make_indexes()
        self._languages.mark(is_counted=True)

    def complete(self, language: str) -> None:
        """Make what is better made when the tables of a language are full."""
        name = self._languages.name(language)
        if name is not None:
            self._tables.complete(name)

    def forget(self) -> None:
        """Drop what is not written, after a transaction that failed."""
        self._load.close()
        self._postings.forget()
        self.vocabulary.forget()
        self._languages.forget()

    def look_again(self) -> None:
        """Learn what other programs did to the index, such as adding a language."""
        self._languages.forget()

    def outdated(self) -> tuple[str, ...]:
        """Languages whose index was made by other rules than today's."""
        return self._languages.outdated()

    def empty(self, language: str) -> None:
        """Begin the index of a language anew."""
        name = self._languages.name(language)
        if name is not None:
            self._tables.drop(name)
            self._postings.drop(name)
        self._load.close()
        self.vocabulary.clear(language)
        self._create(language)

    def _create(self, language: str) -> str:
        name = self._languages.add(language, is_counted=not self.vocabulary.is_postponed)
        self._tables.create(name)
        self._postings.create(name)
        if not self.vocabulary.is_postponed:
            self._tables.complete(name)
        return name

    def languages(self) -> tuple[str, ...]:
        """Languages that can be searched."""
        return self._languages.all()

    def require(self, languages: Iterable[str], also: Collection[str] = ()) -> None:
        """Raise AlignmentsError for a language in which there are no units, unless it is `also` allowed."""
        known = self.languages()
        if not known and not also:
            raise AlignmentsError("no units yet; `tilmash add` and `tilmash align`, or `tilmash import`, bring some")
        for language in languages:
            if language not in known and language not in also:
                raise AlignmentsError(f"no units in {language}; there are units in {', '.join(known) or 'no language'}")

    def has(self, query: WordQuery) -> bool:
        """True when any variant has the words."""
        if query.is_one_word and self._is_counted:
            return self.vocabulary.total(query) > 0
        return bool(self.page(query, limit=1))

    def page(self, query: WordQuery, conditions: Sequence[Condition] = (), *, first: int = 0, limit: int = 50) -> list[int]:
        """Numbers of the variants that have the words and meet the conditions, in the order of storing."""
        asked = self._without_prefix(query)
        met = self._met(asked, conditions)
        return self._page(asked, conditions, first, limit) if met is None else met[first : first + max(0, limit)].tolist()

    def _met(self, query: WordQuery, conditions: Sequence[Condition]) -> "NDArray[np.int64] | None":
        name, named = self._named(query, conditions)
        return self._tables.met(query, name, named) if name is not None and named else None

    def _page(self, query: WordQuery, conditions: Sequence[Condition], first: int, limit: int) -> list[int]:
        name, named = self._named(query, conditions)
        if name is None or named is None or limit <= 0:
            return []
        return self._tables.page(query, name, named, first, limit)

    def count(self, query: WordQuery, conditions: Sequence[Condition] = ()) -> int:
        """How many variants have the words and meet the conditions."""
        if query.is_one_term and not conditions and self._is_counted:
            return self.vocabulary.total(query)
        met = self._met(query, conditions)
        return self._count(query, conditions) if met is None else len(met)

    def _count(self, query: WordQuery, conditions: Sequence[Condition]) -> int:
        name, named = self._named(query, conditions)
        return 0 if name is None or named is None else self._tables.count(query, name, named)

    def first(self, query: WordQuery, conditions: Sequence[Condition] = (), *, limit: int = 50) -> Hits:
        """The first variants in the order of storing, and how many there are in all."""
        asked = self._without_prefix(query)
        met = self._met(asked, conditions)
        if met is not None:
            return Hits(tuple(met[:limit].tolist()), len(met))
        page = tuple(self._page(asked, conditions, 0, limit))
        if len(page) < limit:
            return Hits(page, len(page))
        if asked.is_one_word and not conditions and self._is_counted:
            bound = self.vocabulary.total(asked)
            if asked.is_prefix or len(asked.slots[0]) * bound > COUNTED:
                return Hits(page, bound, is_at_most=not asked.is_one_term)
        return Hits(page, self._count(asked, conditions) if conditions else self.count(asked))

    @property
    def _is_counted(self) -> bool:
        """False while a bulk load leaves the counts of words for its end, and after one that was killed."""
        return not self._languages.uncounted()

    def postings(
        self, language: str, stems: Sequence[Sequence[str]], bounds: Sequence[tuple[int, int]]
    ) -> "Iterator[NDArray[np.int64]]":
        """For each text `length << 36 | variant` of those within its bounds of length, once for each of its stems they have."""
        return self._postings.read(self._languages.existing(language), stems, bounds)

    def _named(self, query: WordQuery, conditions: Sequence[Condition]) -> tuple[str | None, list[tuple[Condition, str]] | None]:
        """The tables that are asked; None for a condition that nothing can meet. A negated one that nothing meets is dropped."""
        named = []
        for condition in conditions:
            name = self._languages.name(condition.query.language)
            if name is not None and not condition.query.is_empty:
                named.append((condition, name))
            elif not condition.is_negated:
                return None, None
        return (None if query.is_empty else self._languages.name(query.language)), named

    def _without_prefix(self, query: WordQuery) -> WordQuery:
        """A search for one beginning of words as a search for these, unless they are too many: that is faster."""
        if not query.is_prefix or not query.is_one_word:
            return query
        words = self.vocabulary.beginning(query.language, query.slots[0][0], MOST_FORMS + 1)
        return WordQuery(query.language, (words,)) if len(words) <= MOST_FORMS else query


def _tables(database: Database, vocabulary: Vocabulary) -> Tables:
    if database.is_sqlite:
        from alignments.index.sqlite import SqliteIndex  # noqa: PLC0415 - only the database in use is loaded

        return SqliteIndex(database)
    from alignments.index.postgresql import PostgresqlIndex  # noqa: PLC0415 - as above

    return PostgresqlIndex(database, vocabulary)


def _texts(numbered: Iterable[tuple[int, TranslationUnit]], languages: tuple[str, ...] = ()) -> "Texts":
    """The texts of units by language, of all languages or some, with the numbers of their variants."""
    texts: dict[str, list[tuple[int, str]]] = {}
    for number, unit in numbered:
        for place, variant in enumerate(unit.variants):
            if not languages or variant.language in languages:
                texts.setdefault(variant.language, []).append((variant_number(number, place), variant.text))
    return texts
