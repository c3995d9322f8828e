"""Term entries to rows and back."""

import json
from collections.abc import Iterable, Sequence
from itertools import islice

from alignments.intake import Counts
from alignments.units import TermEntry
from corpus.storage.database import Database

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
        for entry, language, term in self._database.fetch("SELECT entry, language, term FROM terms ORDER BY entry, place"):
            terms.setdefault(entry, []).append((language, term))
        statement = "SELECT number, id, part_of_speech, subject, source FROM term_entries ORDER BY number"
        return tuple(
            TermEntry(name, tuple(terms.get(number, ())), *rest) for number, name, *rest in self._database.fetch(statement)
        )

    def _numbers(self, ids: Sequence[str]) -> dict[str, int]:
        """The numbers of stored ids."""
        statement = (
            "SELECT term_entries.id, term_entries.number "  # noqa: S608 - constants
            f"FROM {self._database.given_texts} JOIN term_entries ON term_entries.id = wanted.value"
        )
        return dict(self._database.fetch(statement, (json.dumps(list(ids)),)))

    def _remove(self, numbers: Sequence[int]) -> None:
        self._database.execute_many("DELETE FROM terms WHERE entry = ?", [(number,) for number in numbers])
        self._database.execute_many("DELETE FROM term_entries WHERE number = ?", [(number,) for number in numbers])

    def _write(self, entries: Sequence[TermEntry]) -> None:
        rows = [
            {"id": entry.id, "part_of_speech": entry.part_of_speech, "subject": entry.subject, "source": entry.source}
            for entry in entries
        ]
        self._database.insert("term_entries", rows)
        numbers = self._numbers([entry.id for entry in entries])
        terms = [
            {"entry": numbers[entry.id], "place": place, "language": language, "term": term}
            for entry in entries
            for place, (language, term) in enumerate(entry.terms)
        ]
        self._database.insert("terms", terms)
