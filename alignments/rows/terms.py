"""Term entries and learned words to rows and back."""

from collections.abc import Iterable

from sqlalchemy import select

from alignments.selection import Counts, LearnedWord
from alignments.tables import LEARNED, TERM_ENTRIES, TERMS
from alignments.units import TermEntry
from corpus.database import Database


class TermRows:
    """The term entries and the learned lexicon of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entries: Iterable[TermEntry]) -> Counts:
        """Keep entries; one whose id is known takes the place of the stored one."""
        counts = Counts()
        with self._database.transaction():
            for entry in entries:
                counts.read += 1
                if self._remove(entry.id):
                    counts.updated += 1
                else:
                    counts.created += 1
                self._write(entry)
        return counts

    def entries(self) -> tuple[TermEntry, ...]:
        """Every entry in the order of storing."""
        terms: dict[int, list[tuple[str, str]]] = {}
        for row in self._database.connection.execute(select(TERMS).order_by(TERMS.c.entry, TERMS.c.place)):
            terms.setdefault(row.entry, []).append((row.language, row.term))
        rows = self._database.connection.execute(select(TERM_ENTRIES).order_by(TERM_ENTRIES.c.number))
        return tuple(
            TermEntry(row.id, tuple(terms.get(row.number, ())), row.part_of_speech, row.subject, row.source) for row in rows
        )

    def _remove(self, name: str) -> bool:
        connection = self._database.connection
        number = connection.execute(select(TERM_ENTRIES.c.number).where(TERM_ENTRIES.c.id == name)).scalar()
        if number is None:
            return False
        connection.execute(TERMS.delete().where(TERMS.c.entry == number))
        connection.execute(TERM_ENTRIES.delete().where(TERM_ENTRIES.c.number == number))
        return True

    def _write(self, entry: TermEntry) -> None:
        row = {"id": entry.id, "part_of_speech": entry.part_of_speech, "subject": entry.subject, "source": entry.source}
        number = self._database.connection.execute(
            TERM_ENTRIES.insert().values(row).returning(TERM_ENTRIES.c.number)
        ).scalar_one()
        terms = [
            {"entry": number, "place": place, "language": language, "term": term}
            for place, (language, term) in enumerate(entry.terms)
        ]
        self._database.insert(TERMS, terms)

    def replace_learned(self, words: Iterable[LearnedWord]) -> None:
        """Put a newly learned lexicon in the place of the old one."""
        rows = [
            {
                "language": word.language,
                "word": word.word,
                "other_language": word.other_language,
                "other_word": word.other_word,
                "weight": word.weight,
            }
            for word in words
        ]
        with self._database.transaction():
            self._database.connection.execute(LEARNED.delete())
            self._database.insert(LEARNED, rows)

    def learned(self) -> tuple[LearnedWord, ...]:
        """The learned lexicon."""
        rows = self._database.connection.execute(select(LEARNED))
        return tuple(LearnedWord(row.language, row.word, row.other_language, row.other_word, row.weight) for row in rows)
