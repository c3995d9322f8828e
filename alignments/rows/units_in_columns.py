"""All units of the database as columns, without making a unit of each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from alignments.columns import Columns
from alignments.rows.units import codes_of, positions_of
from alignments.rows.units_reading import Row, UnitReader

BATCH = 1_000
"""Units read with one statement, and handed on together."""

_COUNT = "SELECT count(*) FROM units WHERE number >= 0"
_UNITS = (
    "SELECT number, id, origin, passage, position, probability FROM units "
    "WHERE number > ? AND number >= 0 ORDER BY number LIMIT ?"
)
_VARIANTS = "SELECT unit, language, text, title, segments, codes FROM variants WHERE unit BETWEEN ? AND ? ORDER BY unit, place"


class ColumnReader(UnitReader):
    """All units in the order of storing, BATCH at a time, read anew each time they are gone through."""

    def __len__(self) -> int:
        """How many batches there are."""
        units: int = self._database.fetch(_COUNT)[0][0]
        return ceil(units / BATCH)

    def __iter__(self) -> Iterator[Columns]:
        last = -1
        while units := self._database.fetch(_UNITS, (last, BATCH)):
            last = units[-1][0]
            yield self._columns(units, self._database.fetch(_VARIANTS, (units[0][0], last)))

    def _columns(self, units: Sequence[Row], variants: Sequence[Row]) -> Columns:
        numbers, ids, origins, passages, positions, probabilities = zip(*units, strict=True)
        owners, languages, texts, titles, segments, codes = zip(*variants, strict=True) if variants else ((),) * 6
        self._know({title for title in titles if title is not None}, set(origins))
        sizes = Counter(owners)
        return Columns(
            ids=ids,
            sizes=[sizes[number] for number in numbers],
            probabilities=probabilities,
            origins=[self._origins[origin][0] for origin in origins],
            sources=[self._origins[origin][1] for origin in origins],
            passages=passages,
            positions=positions,
            languages=languages,
            texts=texts,
            documents=["" if title is None else self._titles[title] for title in titles],
            segments=[len(positions_of(places)) for places in segments],
            codes=[codes_of(written) for written in codes],
        )
