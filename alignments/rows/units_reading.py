"""Units read from the database in batches, so that a memory of any size can be streamed."""

import json
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, or_, select

from alignments.index.recipe import PLACE_BITS
from alignments.rows.units import PLACES, text_key, unit_of, variant_of
from alignments.selection import Selection
from alignments.tables import ORIGINS, TITLES, UNITS, VARIANTS
from alignments.units import TranslationUnit, Variant
from corpus.database import Database

Item = TypeVar("Item")

_TITLE = itemgetter(list(VARIANTS.columns.keys()).index("title"))

BATCH = 2_000
"""Units read with one statement."""


class UnitReader:
    """Reads units by selection, id or number; remembers titles and origins, of which there are few."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._titles: dict[int | None, str] = {None: ""}
        self._origins: dict[int, Sequence[Any]] = {}

    def select(self, selection: Selection) -> Iterator[TranslationUnit]:
        """The selected units in the order of storing."""
        batches = _batches(selection.ids) if selection.ids else ((),)
        for ids in batches:
            yield from self._select(and_(*conditions(selection, ids)), selection.languages)

    def _select(self, condition: ColumnElement[bool], languages: tuple[str, ...]) -> Iterator[TranslationUnit]:
        last = -1
        while True:
            statement = select(UNITS).where(UNITS.c.number > last, condition).order_by(UNITS.c.number).limit(BATCH)
            rows = self._database.connection.execute(statement).all()
            yield from self._units(rows, languages)
            if len(rows) < BATCH:
                return
            last = rows[-1].number

    def numbered(self, selection: Selection) -> Iterator[list[tuple[int, TranslationUnit]]]:
        """The selected units with their numbers, a batch at a time; variants in the selected languages keep their place."""
        last = -1
        while True:
            condition = and_(*conditions(selection, selection.ids))
            statement = select(UNITS).where(UNITS.c.number > last, condition).order_by(UNITS.c.number).limit(BATCH)
            rows = self._database.connection.execute(statement).all()
            if rows:
                yield list(zip((row.number for row in rows), self._units(rows, ()), strict=True))
            if len(rows) < BATCH:
                return
            last = rows[-1].number

    def count(self, selection: Selection) -> int:
        """How many units are selected."""
        return sum(
            self._count(and_(*conditions(selection, ids))) for ids in (_batches(selection.ids) if selection.ids else ((),))
        )

    def _count(self, condition: ColumnElement[bool]) -> int:
        statement = select(func.count()).select_from(UNITS).where(condition)
        return self._database.connection.execute(statement).scalar_one()

    def by_numbers(self, numbers: Iterable[int]) -> dict[int, TranslationUnit]:
        """Units by their numbers; unknown numbers are left out."""
        found: dict[int, TranslationUnit] = {}
        for batch in _batches(list(numbers)):
            statement = select(UNITS).where(UNITS.c.number.in_(batch)).order_by(UNITS.c.number)
            rows = self._database.connection.execute(statement).all()
            found.update(zip((row.number for row in rows), self._units(rows, ()), strict=True))
        return found

    def texts(self, variants: Sequence[int]) -> dict[int, str]:
        """Texts of variants by their numbers in the index: one statement and one JSON value, however many."""
        statement = (
            f"SELECT wanted.value, variants.text FROM {self._database.given_numbers} "  # noqa: S608 - constants
            f"JOIN variants ON variants.unit = wanted.value >> {PLACE_BITS} AND variants.place = (wanted.value & {PLACES - 1})"
        )
        rows = self._database.fetch(statement, (json.dumps(list(variants)),))
        return {row[0]: row[1] for row in rows}

    def translations(self, numbers: Sequence[int], language: str) -> list[tuple[int, str]]:
        """Unit numbers and texts of the variants in a language."""
        statement = (
            f"SELECT wanted.value, variants.text FROM {self._database.given_numbers} "  # noqa: S608 - constants
            "JOIN variants ON variants.unit = wanted.value WHERE variants.language = ?"
        )
        rows = self._database.fetch(statement, (json.dumps(list(numbers)), language))
        return [(row[0], row[1]) for row in rows]

    def ids(self, numbers: Sequence[int]) -> dict[int, str]:
        """Ids of units by number."""
        statement = f"SELECT units.number, units.id FROM {self._database.given_numbers} JOIN units ON units.number = wanted.value"  # noqa: S608
        return {row[0]: row[1] for row in self._database.fetch(statement, (json.dumps(list(numbers)),))}

    def same_text(self, text: str, language: str) -> list[int]:
        """Numbers of the variants whose text has the same key."""
        statement = (
            f"SELECT unit << {PLACE_BITS} | place FROM variants "  # noqa: S608 - constants
            "WHERE text_key = ? AND language = ? ORDER BY unit, place LIMIT 1000"
        )
        return [row[0] for row in self._database.fetch(statement, (text_key(text), language))]

    def _units(self, rows: Sequence[Row[*tuple[Any, ...]]], languages: tuple[str, ...]) -> Iterator[TranslationUnit]:
        variants = self._variants([row.number for row in rows], languages)
        self._know_origins({row.origin for row in rows})
        for row in rows:
            yield unit_of(row, self._origins[row.origin], variants.get(row.number, ()))

    def _variants(self, numbers: Sequence[int], languages: tuple[str, ...]) -> dict[int, list[Variant]]:
        if not numbers:
            return {}
        statement = _variants_statement(numbers)
        if languages:
            statement = statement.where(VARIANTS.c.language.in_(languages))
        found: dict[int, list[Variant]] = {}
        rows = self._database.connection.execute(statement).all()
        self._know_titles(set(map(_TITLE, rows)))
        for row in rows:
            found.setdefault(row[0], []).append(variant_of(row, self._titles))
        return found

    def _know_titles(self, numbers: set[int | None]) -> None:
        missing = sorted(number for number in numbers - self._titles.keys() if number is not None)
        for batch in _batches(missing):
            rows = self._database.connection.execute(select(TITLES).where(TITLES.c.id.in_(batch)))
            self._titles.update((row.id, row.title) for row in rows)

    def _know_origins(self, numbers: set[int]) -> None:
        for batch in _batches(sorted(numbers - self._origins.keys())):
            rows = self._database.connection.execute(select(ORIGINS).where(ORIGINS.c.id.in_(batch)))
            self._origins.update((row.id, row) for row in rows)


def _variants_statement(numbers: Sequence[int]) -> Select[Any]:
    """Variants of ascending unit numbers: by range where these lie close together, else one by one."""
    first, last = numbers[0], numbers[-1]
    statement = select(VARIANTS).order_by(VARIANTS.c.unit, VARIANTS.c.place)
    if last - first < 2 * len(numbers):
        return statement.where(VARIANTS.c.unit.between(first, last))
    return statement.where(VARIANTS.c.unit.in_(numbers))


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


def _batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
