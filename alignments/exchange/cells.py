"""The cells of a unit beside its texts, for formats that hold a source, a target and named remarks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from alignments.exchange.headings import variant_column
from alignments.exchange.rows import Columns, columns_of, row_of, unit_of
from alignments.units import TranslationUnit


def paired(units: Iterable[TranslationUnit], languages: Sequence[str]) -> Iterator[TranslationUnit]:
    """The units that have both languages, each with one variant of the source and one of the target and nothing else."""
    source, target = languages
    for unit in units:
        first, second = unit.variant(source), unit.variant(target)
        if first and second:
            yield replace(unit, variants=(first, second))


def remarks_of(unit: TranslationUnit) -> dict[str, str]:
    """What a row of the unit would say beside id and texts: `probability`, `kk document`, `author` and so on."""
    return {name: text for name, text in row_of(unit).items() if name != "id" and not _is_text(name)}


@lru_cache(maxsize=4000)
def _is_text(name: str) -> bool:
    place = variant_column(name)
    return place is not None and place[2] == ""


def unit_from(cells: Mapping[str, str], source: str) -> TranslationUnit:
    """The unit that such cells and texts (under their language tags) make.

    Raises AlignmentsError when a cell holds what no unit can have.
    """
    return unit_of(tuple(cells.values()), _columns(tuple(cells)), source)


@lru_cache(maxsize=4000)
def _columns(names: tuple[str, ...]) -> Columns:
    return columns_of(names, "the unit")
