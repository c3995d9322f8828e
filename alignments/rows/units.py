"""Units to rows and back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from operator import lt
from typing import Any

from alignments.errors import AlignmentsError
from alignments.index.recipe import PLACE_BITS, PLACES
from alignments.positions import runs
from alignments.units import InlineCode, Provenance, Status, TranslationUnit, Variant
from corpus.storage.database import time_of, time_text

OWN_VARIANT = f"JOIN variants AS own ON own.unit = wanted.value >> {PLACE_BITS} AND own.place = (wanted.value & {PLACES - 1})"
"""The variant that a number of the search index names."""

UNIT_COLUMNS = (
    "number",
    "id",
    "origin",
    "passage",
    "position",
    "probability",
    "status",
    "created",
    "created_by",
    "changed",
    "changed_by",
    "notes",
    "properties",
)
VARIANT_COLUMNS = ("unit", "place", "language", "text", "title", "segments", "codes", "text_key")
"""The columns of units and variants in the order of their rows."""

_STATUSES = {status.value: status for status in Status}

MOST_POSITIONS = 1 << 31
"""Passages, positions and segments are numbered below it, as PostgreSQL's integers are."""

MAX_LETTERS = 100_000
"""A variant longer than this is no segment but a text that was never cut."""


def unit_row(unit: TranslationUnit, number: int, origin: int) -> tuple[object, ...]:
    """The row of a unit without its variants, in the order of UNIT_COLUMNS."""
    provenance = unit.provenance
    return (
        number,
        unit.id,
        origin,
        provenance.passage,
        provenance.position,
        unit.probability,
        unit.status.value,
        _time(provenance.created),
        provenance.created_by or None,
        _time(provenance.changed),
        provenance.changed_by or None,
        _json(unit.notes),
        _json(unit.properties),
    )


def variant_rows(
    numbered: Sequence[tuple[int, TranslationUnit]], keys: Mapping[str, Iterable[int]], titles: Mapping[str, int]
) -> list[tuple[object, ...]]:
    """The rows of the variants of units, in the order of VARIANT_COLUMNS; `titles` numbers the titles of documents.

    `keys` are those of the texts of every language in the order of the units.
    """
    following = {language: iter(own) for language, own in keys.items()}
    return [
        (
            number,
            place,
            variant.language,
            variant.text,
            titles[variant.document] if variant.document else None,
            runs(variant.segments) or None,
            _json([asdict(code) for code in variant.codes]),
            next(following[variant.language]),
        )
        for number, unit in numbered
        for place, variant in enumerate(unit.variants)
    ]


def check_unit(unit: TranslationUnit) -> None:
    """Raise AlignmentsError for a unit that cannot be kept."""
    provenance = unit.provenance
    if not (0 <= provenance.passage < MOST_POSITIONS and 0 <= provenance.position < MOST_POSITIONS):
        raise AlignmentsError(f"unit {unit.id}: passage and position are counted from 0 to {MOST_POSITIONS:,}")
    if not unit.id:
        raise AlignmentsError("a unit without an id; give it one")
    if not 1 <= len(unit.variants) <= PLACES:
        raise AlignmentsError(f"unit {unit.id}: {len(unit.variants)} variants; a unit has 1 to {PLACES}")
    for variant in unit.variants:
        if len(variant.text) > MAX_LETTERS:
            raise AlignmentsError(
                f"unit {unit.id}, {variant.language}: longer than {MAX_LETTERS:,} letters; cut it into segments"
            )
        if "\x00" in variant.text:
            raise AlignmentsError(f"unit {unit.id}, {variant.language}: has a NUL character; clean the text first")
        if variant.segments and not _rise(variant.segments):
            raise AlignmentsError(
                f"unit {unit.id}, {variant.language}: its segments are positions that rise, from 0 to {MOST_POSITIONS:,}"
            )


def _rise(positions: Sequence[int]) -> bool:
    return (
        positions[0] >= 0 and positions[-1] < MOST_POSITIONS and (len(positions) == 1 or all(map(lt, positions, positions[1:])))
    )


def unit_of(row: Sequence[Any], origin: Sequence[str], variants: Iterable[Variant]) -> TranslationUnit:
    """The unit its row, its origin (kind, source, signature) and its variants make."""
    _, name, _, passage, position, probability, status, created, created_by, changed, changed_by, notes, properties = row
    kind, source, signature = origin
    return TranslationUnit(
        name,
        tuple(variants),
        probability,
        _STATUSES[status],
        Provenance(
            kind,
            source,
            passage,
            position,
            signature,
            _moment(created),
            created_by or "",
            _moment(changed),
            changed_by or "",
        ),
        tuple(json.loads(notes)) if notes else (),
        tuple((key, value) for key, value in json.loads(properties)) if properties else (),
    )


def codes_of(written: str | None) -> tuple[InlineCode, ...]:
    """The formatting codes that a row holds as JSON."""
    return tuple(_code(fields) for fields in json.loads(written)) if written else ()


def _code(fields: dict[str, Any]) -> InlineCode:
    attributes = tuple((name, value) for name, value in fields.pop("attributes"))
    return InlineCode(**fields, attributes=attributes)


def _json(values: Sequence[object]) -> str | None:
    return json.dumps(values, ensure_ascii=False) if values else None


def _time(when: datetime | None) -> str | None:
    return None if when is None else time_text(when)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else time_of(text)


@lru_cache(maxsize=10_000)
def positions_of(text: str | None) -> tuple[int, ...]:
    """The positions that a row holds as runs: `3`, `3-5,7`."""
    if not text:
        return ()
    if text.isdecimal():
        return (int(text),)
    positions: list[int] = []
    for run in text.split(","):
        first, _, last = run.partition("-")
        positions += range(int(first), int(last or first) + 1)
    return tuple(positions)
