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
    """A format: the endings of its files, what they hold, whether they are text, and whether a pair is all they can hold.

    Its module has `write(units, stream, options)` and `read(stream, options)`; a text format is written to a stream of
    text, every format is read from bytes, so that it can find out the encoding itself.
    """

    suffixes: tuple[str, ...]
    content: Content = Content.UNITS
    is_text: bool = True
    is_bilingual: bool = False


FORMATS = {
    "tmx": Format((".tmx",)),
    "tsv": Format((".tsv", ".tab")),
    "jsonl": Format((".jsonl", ".ndjson")),
}
"""Name → format; the module of the same name is imported when it is used."""


def module_of(name: str) -> ModuleType:
    """The module that reads and writes a format."""
    return import_module(f"alignments.formats.{name.replace('-', '_')}")


def format_of(path: str) -> str:
    """The format that the ending of a file names. Raises AlignmentsError for an unknown one."""
    lower = path.lower()
    for name, form in FORMATS.items():
        if lower.endswith(form.suffixes):
            return name
    raise AlignmentsError(f"{path}: the ending names no format; give --format, one of {', '.join(FORMATS)}")
