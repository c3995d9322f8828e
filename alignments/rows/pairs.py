"""Variants with their translation, read with one statement: all that a match needs of a unit."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from alignments.rows.units import OWN_VARIANT
from alignments.units import Status
from corpus.storage.database import Database

_TARGET = (
    "(SELECT other.text FROM variants AS other WHERE other.unit = own.unit AND other.language = ? ORDER BY other.place LIMIT 1)"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A variant and its translation; `origin`, `passage` and `position` are its unit's place, by which neighbours are found."""

    unit: str
    text: str
    target: str
    document: str
    status: Status
    probability: float | None
    source: str
    origin: int
    passage: int
    position: int


class PairReader:
    """Reads pairs and the texts beside them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pairs(self, variants: Sequence[int], target: str) -> dict[int, Pair]:
        """Pairs by the variants' numbers in the index; those without a translation are left out."""
        statement = (
            f"SELECT wanted.value, units.id, own.text, {_TARGET}, coalesce(titles.title, ''), units.status, units.probability, "  # noqa: S608
            f"origins.source, units.origin, units.passage, units.position FROM {self._database.given_numbers} {OWN_VARIANT} "
            "JOIN units ON units.number = own.unit JOIN origins ON origins.id = units.origin "
            "LEFT JOIN titles ON titles.id = own.title"
        )
        rows = self._database.fetch(statement, (target, json.dumps(list(variants)))) if variants else []
        return {
            number: Pair(unit, text, translation, title, Status(status), *rest)
            for number, unit, text, translation, title, status, *rest in rows
            if translation is not None
        }

    def beside(self, pair: Pair, language: str) -> tuple[str | None, str | None]:
        """The texts before and after in the same passage; None where there is none in the language."""
        statement = (
            "SELECT units.position, variants.text FROM units JOIN variants ON variants.unit = units.number "
            "WHERE units.origin = ? AND units.passage = ? AND units.position IN (?, ?) AND variants.language = ? "
            "ORDER BY units.number DESC, variants.place DESC"
        )
        around = (pair.position - 1, pair.position + 1)
        found = dict(self._database.fetch(statement, (pair.origin, pair.passage, *around, language)))
        return found.get(around[0]), found.get(around[1])
