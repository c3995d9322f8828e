"""Rows of cells to units: the first row names the columns, a faulty row is reported and the others are kept."""

from collections.abc import Iterable, Iterator, Sequence

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions
from alignments.files.rows import columns_of, unit_of
from alignments.files.spool import BASIC
from alignments.units import TranslationUnit


def units_of_rows(rows: Iterable[tuple[int, Sequence[str]]], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of numbered rows. Raises AlignmentsError when there is no row or none of the columns is a language;
    a table of nothing but our basic columns holds no unit.
    """
    numbered = iter(rows)
    first = next(numbered, None)
    if first is None:
        raise AlignmentsError(f"{options.name}: empty; the first row names the columns, such as kk and ru")
    if tuple(first[1]) == BASIC:
        return
    columns = columns_of(first[1], options.name)
    for number, cells in numbered:
        if not any(cells):
            continue
        if any(cells[len(columns.headings) :]):
            options.report.fail(f"{options.name}, line {number}: {len(cells)} cells for {len(columns.headings)} columns")
            continue
        try:
            yield unit_of(cells, columns, options.name)
        except AlignmentsError as error:
            options.report.fail(f"{options.name}, line {number}: {error}")
