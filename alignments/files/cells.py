"""The cells of a unit beside its texts, for formats that hold a source, a target and named remarks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from alignments.files.headings import variant_column
from alignments.files.remembered import remembered
from alignments.files.rows import VERBATIM, Columns, columns_of, row_of, unit_of
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


@remembered(4000)
def _is_text(name: str) -> bool:
    place = variant_column(name)
    return place is not None and place[2] == ""


def unit_from(name: str, texts: Mapping[str, str], remarks: Mapping[str, str], source: str) -> TranslationUnit:
    """The unit of this id that texts (by language) and remarks make.

    A remark of another tool that is called `id` or as a language is a property and never takes the place of a text.
    Raises AlignmentsError when a remark holds what no unit can have.
    """
    told = {f"{VERBATIM}{remark}" if remark == "id" or _is_text(remark) else remark: text for remark, text in remarks.items()}
    cells = {"id": name, **texts, **told}
    return unit_of(tuple(cells.values()), _columns(tuple(cells)), source)


@lru_cache(maxsize=4000)
def _columns(names: tuple[str, ...]) -> Columns:
    return columns_of(names, "the unit")
