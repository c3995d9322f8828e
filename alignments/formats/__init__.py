"""Every exchange format: one module, and one line here."""

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from types import ModuleType

from alignments.errors import AlignmentsError


class Content(StrEnum):
    """What a file of a format holds."""

    UNITS = "units"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files, what they hold, and what must be known to read or write one.

    `is_text` formats are written to a stream of text, every format is read from bytes, so that it can find out the
    encoding itself. `is_bilingual` formats hold a source and a target; those that have `sides` keep the texts in one file a
    language. `module` is where `read(stream, options)` and `write(units, stream, options)` are, if not in the module of the
    same name; `is_written`, `is_read` are False where only the other of the two makes sense.
    """

    suffixes: tuple[str, ...] = ()
    content: Content = Content.UNITS
    is_text: bool = True
    is_bilingual: bool = False
    has_sides: bool = False
    module: str = ""
    is_written: bool = True
    is_read: bool = True


FORMATS = {
    "tmx": Format((".tmx",)),
    "xliff": Format((".xlf", ".xliff"), is_bilingual=True),
    "xliff2": Format((), is_bilingual=True, module="xliff.version_2"),
    "tbx": Format((".tbx",), Content.TERMS),
    "po": Format((".po", ".pot"), is_bilingual=True),
    "tsv": Format((".tsv", ".tab")),
    "csv": Format((".csv",)),
    "xlsx": Format((".xlsx",), is_text=False),
    "parquet": Format((".parquet",), is_text=False),
    "jsonl": Format((".jsonl", ".ndjson")),
    "moses": Format((), has_sides=True),
    "ladder": Format((".ladder",), is_bilingual=True, has_sides=True),
    "terms": Format((".terms.tsv",), Content.TERMS),
    "dic": Format((".dic",), Content.TERMS),
    "dix": Format((".dix",), Content.TERMS, is_written=False),
}
"""Name → format; the module is imported when the format is used."""


def module_of(name: str) -> ModuleType:
    """The module that reads and writes a format."""
    return import_module(f"alignments.formats.{FORMATS[name].module or name}")


def format_of(path: str) -> str:
    """The format that the ending of a file names. Raises AlignmentsError for an unknown one."""
    endings = ((suffix, name) for name, form in FORMATS.items() for suffix in form.suffixes)
    for suffix, name in sorted(endings, key=lambda pair: -len(pair[0])):
        if path.lower().endswith(suffix):
            return name
    raise AlignmentsError(f"{path}: the ending names no format; give --format, one of {', '.join(FORMATS)}")
