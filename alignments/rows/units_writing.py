"""Units written to the database in batches: new numbers, origins and titles, and what becomes of known ids."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from operator import itemgetter

from sqlalchemy import func, select

from alignments.errors import AlignmentsError
from alignments.intake import Counts, Policy
from alignments.rows.units import check_unit, unit_row, variant_rows
from alignments.tables import UNITS, VARIANTS
from alignments.units import Provenance, Status, TranslationUnit
from corpus.storage.database import Database, time_text

Numbered = tuple[int, TranslationUnit]


@dataclass(frozen=True, slots=True)
class _Stored:
    """A unit as it is stored: its number, when it was changed, and whether no person had a hand in it."""

    number: int
    changed: str
    is_untouched: bool


class UnitWriter:
    """Writes units inside a transaction of the caller; one writer at a time, for numbers follow each other."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._origins: dict[tuple[str, str, str], int] = {}
        self._titles: dict[str, int] = {}

    def plan(
        self, batch: Sequence[TranslationUnit], policy: Policy, counts: Counts, waiting: Sequence[Numbered] = ()
    ) -> tuple[list[Numbered], list[int]]:
        """The units that the policy lets in, with their numbers in ascending order, and the numbers of those they replace.

        `waiting` are units under other ids that have numbers and are not written yet.
        """
        self._wait_for_other_writers()
        units = _valid(batch, counts)
        stored = self._stored([unit.id for unit in units])
        fresh: dict[str, TranslationUnit] = {}
        for unit in units:
            if unit.id in fresh or (unit.id in stored and not _takes_its_place(unit, stored[unit.id], policy)):
                counts.skipped += 1
            else:
                fresh[unit.id] = unit
        replaced = [stored[name].number for name in fresh if name in stored]
        counts.updated += len(replaced)
        counts.created += len(fresh) - len(replaced)
        following = count(max([self._last_number(), *(number for number, _ in waiting[-1:])]) + 1)
        numbered = [(stored[name].number if name in stored else next(following), unit) for name, unit in fresh.items()]
        return sorted(numbered, key=itemgetter(0)), replaced

    def _wait_for_other_writers(self) -> None:
        """Numbers follow each other, so writers do too; SQLite's transaction sees to it already."""
        if not self._database.is_sqlite:
            self._database.execute("LOCK TABLE units IN SHARE ROW EXCLUSIVE MODE")

    def write(self, numbered: Sequence[Numbered], keys: Mapping[str, Sequence[int]]) -> None:
        """Insert units under the numbers given, with the keys of their texts by language."""
        self._know_titles({variant.document for _, unit in numbered for variant in unit.variants if variant.document})
        self._know_origins({_origin(unit.provenance) for _, unit in numbered})
        rows = [unit_row(unit, number, self._origins[_origin(unit.provenance)]) for number, unit in numbered]
        self._database.insert_rows(UNITS, rows)
        self._database.insert_rows(VARIANTS, variant_rows(numbered, keys, self._titles))

    def remove(self, numbers: Sequence[int]) -> None:
        """Delete units with their variants."""
        for start in range(0, len(numbers), 1000):
            batch = numbers[start : start + 1000]
            self._database.connection.execute(VARIANTS.delete().where(VARIANTS.c.unit.in_(batch)))
            self._database.connection.execute(UNITS.delete().where(UNITS.c.number.in_(batch)))

    def numbers(self, ids: Sequence[str]) -> dict[str, int]:
        """The numbers of stored ids."""
        return {name: one.number for name, one in self._stored(ids).items()}

    def _stored(self, ids: Sequence[str]) -> dict[str, _Stored]:
        """What is stored already under these ids."""
        statement = (
            "SELECT units.id, units.number, COALESCE(units.changed, units.created, ''), units.status, origins.kind "  # noqa: S608 - constants
            f"FROM {self._database.given_texts} JOIN units ON units.id = wanted.value JOIN origins ON origins.id = units.origin"
        )
        rows = self._database.fetch(statement, (json.dumps(list(ids)),))
        return {name: _Stored(number, when, _is_untouched(status, kind)) for name, number, when, status, kind in rows}

    def _last_number(self) -> int:
        last: int = self._database.connection.execute(select(func.coalesce(func.max(UNITS.c.number), 0))).scalar_one()
        return last

    def _know_origins(self, origins: set[tuple[str, str, str]]) -> None:
        """Learn the numbers of origins, new ones after they were kept."""
        missing = sorted(origins - self._origins.keys())
        insertion = "INSERT INTO origins (kind, source, signature) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        question = "SELECT id FROM origins WHERE kind = ? AND source = ? AND signature = ?"
        self._database.execute_many(insertion, missing)
        self._origins.update((origin, self._database.fetch(question, origin)[0][0]) for origin in missing)

    def _know_titles(self, titles: set[str]) -> None:
        """Learn the numbers of titles, new ones after they were kept."""
        missing = sorted(titles - self._titles.keys())
        self._database.execute_many(
            "INSERT INTO titles (title) VALUES (?) ON CONFLICT DO NOTHING", [(title,) for title in missing]
        )
        question = f"SELECT titles.title, titles.id FROM {self._database.given_texts} JOIN titles ON titles.title = wanted.value"  # noqa: S608
        self._titles.update((title, number) for title, number in self._database.fetch(question, (json.dumps(missing),)))


def _origin(provenance: Provenance) -> tuple[str, str, str]:
    """What makes an origin: units of a file or group have the same."""
    return provenance.origin, provenance.source, provenance.signature


def _valid(batch: Sequence[TranslationUnit], counts: Counts) -> list[TranslationUnit]:
    """The units that can be kept; the others are counted as failed, with the reason."""
    valid = []
    for unit in batch:
        counts.read += 1
        try:
            check_unit(unit)
        except AlignmentsError as reason:
            counts.failed += 1
            counts.failures.append(str(reason))
        else:
            valid.append(unit)
    return valid


def _takes_its_place(unit: TranslationUnit, stored: _Stored, policy: Policy) -> bool:
    if policy is not Policy.NEWER:
        return policy is Policy.REPLACE
    is_untouched = _is_untouched(unit.status.value, unit.provenance.origin)
    if is_untouched != stored.is_untouched:
        return stored.is_untouched
    when = unit.provenance.changed or unit.provenance.created
    return when is not None and time_text(when) > stored.changed


def _is_untouched(status: str, origin: str) -> bool:
    """True for what the aligner made and nobody reviewed: it never counts as newer than what a person did."""
    return status == Status.UNREVIEWED.value and origin == "aligned"
