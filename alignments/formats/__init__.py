"""Every exchange format: one module, and one line here."""

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from itertools import chain
from types import ModuleType

from alignments.errors import AlignmentsError
from corpus.readers import READERS


class Content(StrEnum):
    """What a file of a format holds."""

    UNITS = "units"
    TERMS = "terms"
    REVIEW = "units put before a reviewer, and the answers"
    RULES = "segmentation rules"


class Loss(StrEnum):
    """What a format cannot hold; the table in docs/formats.md and the contract of the tests are made from this."""

    LANGUAGES = "languages beyond a pair"
    COPIES = "further texts in the same language"
    EMPTY = "empty texts"
    CODES = "inline codes"
    PLACES = "documents and segments"
    STATUS = "status"
    PROBABILITY = "probability"
    PROVENANCE = "origin, source, times, people"
    NOTES = "notes"
    PROPERTIES = "properties"
    LINE_ENDS = "line ends and tabs inside a text"
    SEPARATORS = "line separators other than a line end"
    CONTROL = "control characters"
    REPEATED = "the second property of the same name"
    IDS = "ids"


_XML = frozenset({Loss.CONTROL})
_ROWS = frozenset({Loss.EMPTY, Loss.REPEATED})
_PAIRS = _ROWS | {Loss.LANGUAGES, Loss.COPIES}
_WORD_PAIRS = frozenset({Loss.LANGUAGES, Loss.IDS, Loss.PROPERTIES, Loss.LINE_ENDS})
_POSITIONS = frozenset(Loss) - {Loss.PROBABILITY, Loss.CONTROL, Loss.SEPARATORS}
_TEXTS_ONLY = frozenset(Loss) - {Loss.LANGUAGES, Loss.CONTROL, Loss.SEPARATORS}


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files, what they hold, and what must be known to read or write one.

    `is_text` formats are written to a stream of text, every format is read from bytes, so that it can find out the
    encoding itself. `is_bilingual` formats hold a source and a target; those that have `sides` keep the texts in one file a
    language. `module` is where `read(stream, options)` and `write(units, stream, options)` are, if not in the module of the
    same name; `is_written`, `is_read` are False where only the other of the two makes sense; `loses` is what
    does not come back.
    """

    suffixes: tuple[str, ...] = ()
    content: Content = Content.UNITS
    is_text: bool = True
    is_bilingual: bool = False
    has_sides: bool = False
    module: str = ""
    is_written: bool = True
    is_read: bool = True
    loses: frozenset[Loss] = frozenset()


FORMATS = {
    "tmx": Format((".tmx",), loses=_XML),
    "xliff": Format((".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"), is_bilingual=True, loses=_PAIRS | _XML),
    "xliff2": Format((), is_bilingual=True, module="xliff.version_2", loses=_PAIRS | _XML),
    "tbx": Format((".tbx",), Content.TERMS, loses=_XML),
    "po": Format((".po", ".pot"), is_bilingual=True, loses=_PAIRS | {Loss.SEPARATORS}),
    "tsv": Format((".tsv", ".tab"), loses=_ROWS | {Loss.LINE_ENDS}),
    "csv": Format((".csv",), loses=_ROWS),
    "xlsx": Format((".xlsx", ".ods"), is_text=False, loses=_ROWS | _XML),
    "parquet": Format((".parquet",), is_text=False, loses=_ROWS),
    "jsonl": Format((".jsonl", ".ndjson")),
    "moses": Format((), has_sides=True, loses=_TEXTS_ONLY),
    "ladder": Format((".ladder",), is_bilingual=True, has_sides=True, loses=_POSITIONS),
    "terms": Format(("terms.tsv",), Content.TERMS, loses=frozenset({Loss.LINE_ENDS})),
    "dic": Format((".dic",), Content.TERMS, loses=_WORD_PAIRS),
    "review": Format((".review.xlsx", ".review.ods"), Content.REVIEW, is_text=False),
    "srx": Format((".srx",), Content.RULES, is_read=False),
    "dix": Format((".dix",), Content.TERMS, is_written=False),
}
"""Name → format; the module is imported when the format is used."""


def module_of(name: str) -> ModuleType:
    """The module that reads and writes a format."""
    return import_module(f"alignments.formats.{FORMATS[name].module or name}")


def reader_of(name: str) -> ModuleType:
    """The module that reads a format. Raises AlignmentsError for one that is only written."""
    if not FORMATS[name].is_read:
        raise AlignmentsError(f"{name}: this format is only written; it holds nothing that a memory could take in")
    return module_of(name)


def format_of(path: str) -> str:
    """The format that the ending of a file names. Raises AlignmentsError for an unknown one."""
    endings = ((suffix, name) for name, form in FORMATS.items() for suffix in form.suffixes)
    for suffix, name in sorted(endings, key=lambda pair: -len(pair[0])):
        if path.lower().endswith(suffix):
            return name
    if path.lower().endswith(tuple(chain.from_iterable(READERS.values()))):
        raise AlignmentsError(f"{path}: a document, not a memory or a list of terms; `tilmash add` stores documents")
    raise AlignmentsError(f"{path}: the ending names no format; give --format, one of {', '.join(FORMATS)}")
