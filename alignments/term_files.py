"""Term entries read from a file in any form: TBX, a table, a word list for hunalign or of Apertium."""

from pathlib import Path

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions
from alignments.files.workbooks import WORKBOOKS
from alignments.formats import FORMATS, Content, format_of, module_of
from alignments.units import TermEntry

TABLES = (".tsv", ".tab", ".txt", ".csv", *WORKBOOKS)
"""Endings of tables, which hold terms where terms are asked for."""


def read_terms(path: Path, options: ReadOptions) -> tuple[TermEntry, ...]:
    """The entries of a file; `options` name the languages of a word list, which does not say them.

    Raises AlignmentsError for a file of another kind.
    """
    form = "terms" if path.suffix.lower() in TABLES else format_of(path.name)
    if FORMATS[form].content is not Content.TERMS:
        raise AlignmentsError(f"{path}: {form} holds no terms; give a TBX, a table (.tsv, .xlsx), a .dic or a .dix")
    with path.open("rb") as stream:
        return tuple(module_of(form).read(stream, options))
