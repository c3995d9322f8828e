"""Rows of a table become blocks; where the first row names languages, these columns are text and the others tell about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.contents import Blocks
from corpus.languages import LANGUAGE_NAMES, WORKING_LANGUAGES, canonical_tag, primary_language

MOST_VALUES = 3
"""A column that tells about the text says the same in all its rows, or one of so many things (authors of a collection)."""

LONGEST_HEADING = 40
"""Characters."""


@dataclass(slots=True)
class TableRows:
    """Adds the rows of one table after the other; what the columns beside the text say is gathered on the way."""

    blocks: Blocks
    rows: int = 0
    _languages: Mapping[int, str] = field(default_factory=dict)
    _headings: Sequence[str] = ()
    _named: list[str] = field(default_factory=list)
    _told: dict[str, dict[str, None]] = field(default_factory=dict)

    def add_table(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Add the rows of a table, each with its number from 0; numbers go on behind the tables before."""
        self._languages, self._headings = {}, ()
        is_first, last = True, -1
        for number, cells in rows:
            if is_first and len(languages := named_columns(cells)) > 1:
                self._languages, self._headings = languages, cells
                self._named += [heading for column, heading in enumerate(cells) if column in languages]
            else:
                self._add_row(self.rows + number, cells)
            is_first, last = is_first and not any(cells), number
        self.rows += last + 1

    def _add_row(self, row: int, cells: Sequence[str]) -> None:
        for column, cell in enumerate(cells):
            language = self._languages.get(column)
            if language or not self._languages:
                self.blocks.add_cell(cell, row, column, language)
            elif cell:
                self._tell(column, cell)

    def _tell(self, column: int, value: str) -> None:
        heading = self._headings[column] if column < len(self._headings) else ""
        told = self._told.setdefault(heading or f"column {column + 1}", {})
        if len(told) <= MOST_VALUES:
            told[value] = None

    @property
    def metadata(self) -> tuple[tuple[str, str], ...]:
        """What the other columns say about the text: author, translator, year …"""
        return tuple((name, "; ".join(values)) for name, values in self._told.items() if len(values) <= MOST_VALUES)

    @property
    def remarks(self) -> tuple[str, ...]:
        """How the table was understood, where its first row names languages."""
        if not self._named:
            return ()
        left_out = [name for name, values in self._told.items() if len(values) > MOST_VALUES]
        lost = f"; columns left out: {', '.join(left_out)}" if left_out else ""
        columns = ", ".join(dict.fromkeys(self._named))
        return (f"the first row names the languages of its columns ({columns}){lost}; `tilmash import` keeps the rows as units",)


def named_columns(cells: Sequence[str]) -> dict[int, str]:
    """The languages of the columns that these headings name by a tag or a name; empty where a language comes twice."""
    found = {column: tag for column, cell in enumerate(cells) if (tag := _named(cell))}
    return found if len(set(found.values())) == len(found) else {}


def _named(heading: str) -> str | None:
    plain = " ".join(heading.split()).casefold()
    if plain in LANGUAGE_NAMES:
        return LANGUAGE_NAMES[plain]
    if len(plain) > LONGEST_HEADING or not plain.isascii() or "-" not in plain:
        return None
    return canonical_tag(plain) if primary_language(plain) in WORKING_LANGUAGES else None
