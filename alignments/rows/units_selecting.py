"""Units chosen by what is said of them, streamed in batches, so that a memory of any size can be read."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, tuple_

from alignments.rows.units_reading import BATCH, UnitReader, batches
from alignments.selection import Selection
from alignments.tables import ORIGINS, TITLES, UNITS, VARIANTS
from alignments.units import TranslationUnit
from corpus.storage.database import Database

_ORDER = (UNITS.c.origin, UNITS.c.passage, UNITS.c.position, UNITS.c.number)
"""The order of documents, by the index of neighbours; what stands in one place comes in the order of storing."""


class UnitSelector:
    """Reads units by selection."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reader = UnitReader(database)

    def units(self, selection: Selection) -> Iterator[TranslationUnit]:
        """The selected units in the order of their documents: what a review split or merged stands where it stood."""
        for ids in batches(selection.ids) if selection.ids else ((),):
            yield from self._select(and_(*conditions(selection, ids)), selection.languages)

    def _select(self, condition: ColumnElement[bool], languages: tuple[str, ...]) -> Iterator[TranslationUnit]:
        last: tuple[int, ...] = (-1,) * len(_ORDER)
        while True:
            statement = select(UNITS).where(tuple_(*_ORDER) > tuple_(*last), condition).order_by(*_ORDER).limit(BATCH)
            rows = self._database.connection.execute(statement).all()
            yield from self._reader.assembled(rows, languages)
            if len(rows) < BATCH:
                return
            last = tuple(getattr(rows[-1], column.name) for column in _ORDER)

    def numbered(self, selection: Selection) -> Iterator[list[tuple[int, TranslationUnit]]]:
        """The selected units with their numbers, a batch at a time; variants in the selected languages keep their place."""
        last = -1
        while True:
            condition = and_(*conditions(selection, selection.ids))
            statement = select(UNITS).where(UNITS.c.number > last, condition).order_by(UNITS.c.number).limit(BATCH)
            rows = self._database.connection.execute(statement).all()
            if rows:
                yield list(zip((row.number for row in rows), self._reader.assembled(rows), strict=True))
            if len(rows) < BATCH:
                return
            last = rows[-1].number

    def count(self, selection: Selection) -> int:
        """How many units are selected."""
        return sum(self._count(and_(*conditions(selection, ids))) for ids in (batches(selection.ids) if selection.ids else ((),)))

    def sources(self) -> list[tuple[str, str, int]]:
        """The groups and files that units came from, in the order of coming: the origin, its name, how many units."""
        statement = (
            select(ORIGINS.c.kind, ORIGINS.c.source, func.count())
            .join(UNITS, UNITS.c.origin == ORIGINS.c.id)
            .group_by(ORIGINS.c.kind, ORIGINS.c.source)
            .order_by(func.min(ORIGINS.c.id))
        )
        return [(kind, source, count) for kind, source, count in self._database.connection.execute(statement)]

    def _count(self, condition: ColumnElement[bool]) -> int:
        statement = select(func.count()).select_from(UNITS).where(condition)
        return self._database.connection.execute(statement).scalar_one()


def conditions(selection: Selection, ids: Sequence[str] = ()) -> list[ColumnElement[bool]]:
    """The selection as conditions on the rows of units."""
    wanted: list[ColumnElement[bool]] = [UNITS.c.number >= 0]
    if selection.languages:
        wanted.append(exists().where(VARIANTS.c.unit == UNITS.c.number, VARIANTS.c.language.in_(selection.languages)))
    if selection.min_probability is not None:
        wanted.append(or_(UNITS.c.probability >= selection.min_probability, UNITS.c.probability.is_(None)))
    if selection.max_probability is not None:
        wanted.append(UNITS.c.probability <= selection.max_probability)
    if selection.statuses:
        wanted.append(UNITS.c.status.in_([status.value for status in selection.statuses]))
    if selection.source or selection.origin:
        wanted.append(UNITS.c.origin.in_(_origins(selection)))
    if selection.document:
        titles = select(TITLES.c.id).where(TITLES.c.title == selection.document)
        wanted.append(exists().where(VARIANTS.c.unit == UNITS.c.number, VARIANTS.c.title.in_(titles)))
    if ids:
        wanted.append(UNITS.c.id.in_(ids))
    return wanted


def _origins(selection: Selection) -> Select[Any]:
    statement = select(ORIGINS.c.id)
    if selection.source:
        statement = statement.where(ORIGINS.c.source == selection.source)
    if selection.origin:
        statement = statement.where(ORIGINS.c.kind == selection.origin)
    return statement
