"""Term entries to rows and back."""

from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import select

from alignments.selection import Counts
from alignments.tables import TERM_ENTRIES, TERMS
from alignments.units import TermEntry
from corpus.database import Database

BATCH = 2_000
"""Entries looked up and written together."""


class TermRows:
    """The term entries of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entries: Iterable[TermEntry]) -> Counts:
        """Keep entries; one whose id is known takes the place of the stored one."""
        counts = Counts()
        incoming = iter(entries)
        with self._database.transaction():
            while batch := list(islice(incoming, BATCH)):
                last = {entry.id: entry for entry in batch}
                known = self._numbers(list(last))
                self._remove(list(known.values()))
                self._write(list(last.values()))
                counts.read += len(batch)
                counts.created += len(last) - len(known)
        counts.updated = counts.read - counts.created
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

    def _numbers(self, ids: Sequence[str]) -> dict[str, int]:
        """The numbers of stored ids."""
        statement = select(TERM_ENTRIES.c.id, TERM_ENTRIES.c.number).where(TERM_ENTRIES.c.id.in_(ids))
        return {row.id: row.number for row in self._database.connection.execute(statement)}

    def _remove(self, numbers: Sequence[int]) -> None:
        self._database.connection.execute(TERMS.delete().where(TERMS.c.entry.in_(numbers)))
        self._database.connection.execute(TERM_ENTRIES.delete().where(TERM_ENTRIES.c.number.in_(numbers)))

    def _write(self, entries: Sequence[TermEntry]) -> None:
        rows = [
            {"id": entry.id, "part_of_speech": entry.part_of_speech, "subject": entry.subject, "source": entry.source}
            for entry in entries
        ]
        self._database.insert(TERM_ENTRIES, rows)
        numbers = self._numbers([entry.id for entry in entries])
        terms = [
            {"entry": numbers[entry.id], "place": place, "language": language, "term": term}
            for entry in entries
            for place, (language, term) in enumerate(entry.terms)
        ]
        self._database.insert(TERMS, terms)
