"""Translation units: the same sense in two or more languages, with where it came from and how sure it is."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True)
def frozen_by_mypy(made: type[Value]) -> type[Value]:
    """A dataclass of which there are millions and that nobody changes; frozen at run time too it is made four times slower."""
    return dataclass(slots=True, unsafe_hash=True)(made)


class Status(StrEnum):
    """What follows from the decisions on a unit; UNREVIEWED as long as nobody has said anything."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Severity(StrEnum):
    """How much an issue matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class InlineCode:
    """A formatting code of a TMX or XLIFF segment, kept beside the plain text.

    `position` is the code point offset in the variant's plain text at which the code stands; `kind` is the TMX element
    (`bpt`, `ept`, `ph`, `it`, `hi`, `ut`, `sub`); `content` its native code; `length` is the plain text a `hi` encloses.
    """

    position: int
    kind: str
    content: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    length: int = 0


@frozen_by_mypy
class Variant:
    """One language of a unit: plain text, the title of the document it stands in, and its segment positions there (0-based)."""

    language: str
    text: str
    document: str = ""
    segments: tuple[int, ...] = ()
    codes: tuple[InlineCode, ...] = ()


@frozen_by_mypy
class Provenance:
    """Where a unit came from.

    `origin` is `aligned`, `imported` or `edited`; `source` the group or file; `passage` and `position` its place in the
    aligned passage, so that neighbours are known; `signature` the aligner's recipe; times are UTC.
    """

    origin: str = "imported"
    source: str = ""
    passage: int = 0
    position: int = 0
    signature: str = ""
    created: datetime | None = None
    created_by: str = ""
    changed: datetime | None = None
    changed_by: str = ""


PART = "part"
"""The property that says which part of another unit a unit is."""


@frozen_by_mypy
class TranslationUnit:
    """The same sense in two or more languages; `probability` 0…1 from the aligner, None for units nobody measured."""

    id: str
    variants: tuple[Variant, ...]
    probability: float | None = None
    status: Status = Status.UNREVIEWED
    provenance: Provenance = field(default_factory=Provenance)
    notes: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()

    def variant(self, language: str) -> Variant | None:
        """The first variant in this language, or None."""
        return next((variant for variant in self.variants if variant.language == language), None)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the variants, in order, each once."""
        return tuple(dict.fromkeys(variant.language for variant in self.variants))

    @property
    def kind(self) -> str:
        """The kind of bead, such as `1-2-1`, from the segment counts of the variants; empty for imported units."""
        counts = [len(variant.segments) for variant in self.variants]
        return "-".join(map(str, counts)) if any(counts) else ""

    @property
    def is_part(self) -> bool:
        """True for a key word: the list that it stands in is a unit too, of the same segments."""
        return any(name == PART for name, _ in self.properties)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer said of a unit; kept for ever, never changed. `verdict`: accept, reject, edit, split, merge."""

    unit: str
    verdict: str
    who: str
    when: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the variant in a language: code point offsets into its text."""

    language: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Issue:
    """What a check found in one variant of a unit: code point offsets into that variant's text.

    `counterparts` are what stands instead in other variants, where the message names it.
    """

    unit: str
    check: str
    severity: Severity
    message: str
    language: str
    start: int = 0
    stop: int = 0
    counterparts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Dismissal:
    """An issue a reviewer called none; an empty `language` dismisses the check in every variant of the unit."""

    unit: str
    check: str
    language: str
    who: str
    when: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One concept and its terms per language (TBX): `terms` are (language, term) in order of preference."""

    id: str
    terms: tuple[tuple[str, str], ...]
    part_of_speech: str = ""
    subject: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A key word in context with the aligned translations: (language, text), the document and the unit it stands in.

    `position` is that of the segment, 0-based; None in imported units that do not say it.

    `highlights` are the places that translate the key word: (language, start, stop), code point offsets into the translation.
    """

    unit: str
    language: str
    left: str
    keyword: str
    right: str
    translations: tuple[tuple[str, str], ...]
    document: str
    position: int | None
    probability: float | None
    highlights: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A unit of the memory that matches a text: similarity 0…1; kind `context`, `exact` or `fuzzy`.

    `penalties` (reason, 0…1) are already taken off the similarity; `substituted` are numbers (old, new) already changed in
    the target; `repeats` counts the units with the same source and target, of which this is the first.
    """

    unit: str
    similarity: float
    kind: str
    source: str
    target: str
    document: str = ""
    penalties: tuple[tuple[str, float], ...] = ()
    substituted: tuple[tuple[str, str], ...] = ()
    repeats: int = 1
