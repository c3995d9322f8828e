"""Units read from the database by their numbers, and what else the search needs of them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from alignments.index.recipe import PLACE_BITS
from alignments.index.text_keys import text_keys
from alignments.rows.units import OWN_VARIANT, UNIT_COLUMNS, codes_of, positions_of, unit_of
from alignments.units import TranslationUnit, Variant
from corpus.storage.database import Database

Item = TypeVar("Item")
Row = tuple[Any, ...]

BATCH = 2_000
"""Units read with one statement."""

FEW, SHORTEST = 3, 3
"""Ids that are named when letters begin several; fewer letters name no unit, even if only one begins so."""

_UNITS = (
    f"SELECT {', '.join(f'units.{name}' for name in UNIT_COLUMNS)} "  # noqa: S608 - constants
    "FROM {wanted} JOIN units ON units.number = wanted.value ORDER BY units.number"
)
_VARIANTS = (
    "SELECT unit, language, text, title, segments, codes FROM variants "
    "WHERE unit IN (SELECT wanted.value FROM {wanted}) ORDER BY unit, place"
)
"""Not a join, whose rows SQLite would sort although they come in order."""

_NAMES = (
    "SELECT titles.id, title, NULL, NULL FROM {wanted} JOIN titles ON titles.id = wanted.value UNION ALL "
    "SELECT origins.id, kind, source, signature FROM {wanted} JOIN origins ON origins.id = wanted.value"
)
"""Titles and origins, together in one question; only origins have three parts."""


class UnitReader:
    """Reads units by number; remembers titles and origins, of which there are few."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._titles: dict[int, str] = {}
        self._origins: dict[int, Sequence[str]] = {}

    def by_numbers(self, numbers: Iterable[int]) -> dict[int, TranslationUnit]:
        """Units by their numbers, in ascending order; unknown numbers are left out."""
        found: dict[int, TranslationUnit] = {}
        for batch in batches(sorted(set(numbers))):
            rows = self._given(_UNITS, batch)
            found.update(zip((row[0] for row in rows), self.assembled(rows), strict=True))
        return found

    def texts(self, variants: Sequence[int]) -> dict[int, str]:
        """Texts of variants by their numbers in the index: one statement and one JSON value, however many."""
        statement = f"SELECT wanted.value, own.text FROM {self._database.given_numbers} {OWN_VARIANT}"  # noqa: S608 - constants
        return dict(self._database.fetch(statement, (json.dumps(list(variants)),))) if variants else {}

    def translations(self, numbers: Sequence[int], language: str) -> list[tuple[int, str]]:
        """Unit numbers and texts of the variants in a language, in the order of storing."""
        statement = (
            f"SELECT wanted.value, variants.text FROM {self._database.given_numbers} "  # noqa: S608 - constants
            "JOIN variants ON variants.unit = wanted.value WHERE variants.language = ? ORDER BY variants.unit, variants.place"
        )
        rows = self._database.fetch(statement, (json.dumps(list(numbers)), language))
        return [(row[0], row[1]) for row in rows]

    def ids(self, numbers: Sequence[int]) -> dict[int, str]:
        """Ids of units by number."""
        statement = f"SELECT units.number, units.id FROM {self._database.given_numbers} JOIN units ON units.number = wanted.value"  # noqa: S608
        return {row[0]: row[1] for row in self._database.fetch(statement, (json.dumps(list(numbers)),))}

    def ids_beginning(self, letters: str) -> list[str]:
        """The id that is these letters, else a few that begin with them, in order."""
        if exact := self._database.fetch("SELECT id FROM units WHERE id = ?", (letters,)):
            return [exact[0][0]]
        if len(letters) < SHORTEST:
            return []
        statement = f"SELECT id FROM units WHERE substr(id, 1, {len(letters)}) = ? ORDER BY id LIMIT {FEW}"  # noqa: S608 - numbers
        return [row[0] for row in self._database.fetch(statement, (letters,))]

    def same_texts(self, texts: Sequence[str], language: str) -> list[list[int]]:
        """For each text the numbers of the variants whose text has the same key, a thousand at most."""
        gathered = "group_concat(number, ' ')" if self._database.is_sqlite else "string_agg(CAST(number AS text), ' ')"
        numbers = (
            f"SELECT unit << {PLACE_BITS} | place AS number FROM variants "  # noqa: S608 - constants
            "WHERE text_key = wanted.value AND language = ? ORDER BY unit, place LIMIT 1000"
        )
        statement = f"SELECT wanted.value, (SELECT {gathered} FROM ({numbers}) AS same) FROM {self._database.given_numbers}"  # noqa: S608
        keys = text_keys(texts)
        found = dict(self._database.fetch(statement, (language, json.dumps(keys))))
        return [list(map(int, (found[key] or "").split())) for key in keys]

    def assembled(self, rows: Sequence[Row], languages: tuple[str, ...] = ()) -> Iterator[TranslationUnit]:
        """The units of rows with all UNIT_COLUMNS, with their variants in some languages or all."""
        numbers = [row[0] for row in rows]
        parts = self._given(_VARIANTS, numbers)
        self._know({part[3] for part in parts if part[3] is not None}, {row[2] for row in rows})
        variants: dict[int, list[Variant]] = {number: [] for number in numbers}
        for unit, language, text, title, segments, codes in parts:
            if not languages or language in languages:
                document = self._titles[title] if title is not None else ""
                variants[unit].append(Variant(language, text, document, positions_of(segments), codes_of(codes) if codes else ()))
        for row in rows:
            yield unit_of(row, self._origins[row[2]], variants[row[0]])

    def _know(self, titles: set[int], origins: set[int]) -> None:
        """Have titles and origins at hand."""
        given = [json.dumps(sorted(numbers)) for numbers in (titles - self._titles.keys(), origins - self._origins.keys())]
        if given != ["[]", "[]"]:
            for number, *parts in self._database.fetch(_NAMES.format(wanted=self._database.given_numbers), tuple(given)):
                if parts[1] is None:
                    self._titles[number] = parts[0]
                else:
                    self._origins[number] = parts

    def _given(self, statement: str, numbers: Sequence[int]) -> list[Row]:
        """The rows of a statement that asks for numbers, which it names `{wanted}`; nothing is asked for none."""
        if not numbers:
            return []
        return self._database.fetch(statement.format(wanted=self._database.given_numbers), (json.dumps(list(numbers)),))


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Items in portions of BATCH."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
