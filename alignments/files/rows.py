"""A unit as a row of named cells, and back: what CSV, TSV, XLSX, Parquet and JSON lines hold."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alignments.errors import AlignmentsError
from alignments.files.headings import FIELDS, METADATA, heading_of, property_name, variant_column
from alignments.files.remembered import remembered
from alignments.files.times import iso, moment
from alignments.unit_ids import unit_id
from alignments.units import InlineCode, Provenance, Status, TranslationUnit, Variant
from corpus.languages import place_in_order

VERBATIM = "property "
"""Stands before a property whose name would mean something else as a heading."""


def row_of(unit: TranslationUnit) -> dict[str, str]:
    """The cells of a unit that say something, by column."""
    cells = {"id": unit.id}
    copies: dict[str, int] = {}
    for variant in unit.variants:
        copy = copies[variant.language] = copies.get(variant.language, 0) + 1
        cells[heading_of(variant.language, copy)] = variant.text
        if variant.document:
            cells[heading_of(variant.language, copy, "document")] = variant.document
        if variant.segments:
            cells[heading_of(variant.language, copy, "segments")] = ",".join(map(str, variant.segments))
        if variant.codes:
            cells[heading_of(variant.language, copy, "codes")] = codes_text(variant.codes)
    cells.update(_fields(unit))
    for name, value in unit.properties:
        column = _column_of(name)
        cells[column] = f"{cells[column]}\n{value}" if column in cells else value
    return cells


@remembered(10_000)
def _column_of(name: str) -> str:
    return name if property_name(name) == name and not is_own(name) else f"{VERBATIM}{name}"


def is_own(heading: str) -> bool:
    """True for a column that is a field, a language or a detail, so that no property may take its name."""
    return heading.lower() in FIELDS or heading.startswith(VERBATIM) or variant_column(heading) is not None


def _fields(unit: TranslationUnit) -> dict[str, str]:
    provenance = unit.provenance
    cells = {
        "probability": "" if unit.probability is None else repr(float(unit.probability)),
        "status": unit.status.value,
        "origin": provenance.origin,
        "source": provenance.source,
        "passage": str(provenance.passage) if provenance.passage else "",
        "position": str(provenance.position) if provenance.position else "",
        "signature": provenance.signature,
        "created": iso(provenance.created) if provenance.created else "",
        "created_by": provenance.created_by,
        "changed": iso(provenance.changed) if provenance.changed else "",
        "changed_by": provenance.changed_by,
        "notes": "\n".join(unit.notes),
    }
    return {name: text for name, text in cells.items() if text}


def codes_text(codes: Sequence[InlineCode]) -> str:
    """Inline codes as one JSON cell."""
    return json.dumps(
        [[code.position, code.kind, code.content, code.attributes, code.length] for code in codes], ensure_ascii=False
    )


def codes_of(text: str) -> tuple[InlineCode, ...]:
    """The inline codes of a JSON cell. Raises AlignmentsError when it is none."""
    try:
        return tuple(
            InlineCode(int(position), str(kind), str(content), tuple((str(n), str(v)) for n, v in attributes), int(length))
            for position, kind, content, attributes, length in json.loads(text)
        )
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise AlignmentsError("the column of inline codes is not what tilmash wrote; empty it") from None


def ordered(columns: Iterable[str]) -> list[str]:
    """Columns as people read them: id, texts, probability, status, other fields, details of the variants, properties."""
    return sorted(columns, key=_rank)


def _rank(column: str) -> tuple[int, int, int, str]:
    if column == "id":
        return 0, 0, 0, ""
    place = variant_column(column) if column not in FIELDS else None
    if place is not None:
        language, copy, detail = place
        known, _ = place_in_order(language)
        return (4 if detail else 1), copy if not detail else known, known if not detail else copy, column
    if column in FIELDS:
        return (2 if column in {"probability", "status"} else 3), FIELDS.index(column), 0, ""
    names = list(METADATA)
    return 5, names.index(column) if column in names else len(names), 0, column


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of one table mean, worked out once from its headings."""

    headings: tuple[str, ...]
    variants: tuple[tuple[int, str, int, str], ...]
    fields: Mapping[str, int]
    properties: tuple[tuple[int, str], ...]


def columns_of(headings: Sequence[str], name: str) -> Columns:
    """The meaning of a table's headings.

    Raises AlignmentsError when no column is a language, or two columns are the same.
    """
    plain = [heading.strip() for heading in headings]
    variants, fields, properties = [], {}, []
    for place, heading in enumerate(plain):
        meaning = None if heading.lower() in FIELDS else variant_column(heading)
        if meaning is not None:
            variants.append((place, *meaning))
        elif heading.lower() in FIELDS:
            fields[heading.lower()] = place
        elif heading:
            is_verbatim = heading.startswith(VERBATIM)
            properties.append((place, heading.removeprefix(VERBATIM) if is_verbatim else property_name(heading)))
    if not any(detail == "" for _, _, _, detail in variants):
        raise AlignmentsError(f"{name}, line 1: no column is headed by a language tag such as kk, ru or en; name the columns")
    named = Counter(heading_of(language, copy, detail) for _, language, copy, detail in variants)
    twice = next((heading for heading, count in named.items() if count > 1), None)
    if twice is not None:
        raise AlignmentsError(f"{name}, line 1: two columns mean {twice!r}; rename one")
    return Columns(tuple(plain), tuple(variants), fields, tuple(properties))


def unit_of(cells: Sequence[str], columns: Columns, source: str) -> TranslationUnit:
    """The unit of a row. Raises AlignmentsError when the cells hold what no unit can have."""
    variants = _variants(cells, columns)
    own = {field: cells[place].strip() for field, place in columns.fields.items() if place < len(cells)}
    provenance = Provenance(
        own.get("origin") or "imported",
        own.get("source", "") if "origin" in own or "source" in own else source,
        _whole(own, "passage"),
        _whole(own, "position"),
        own.get("signature", ""),
        _moment(own, "created"),
        own.get("created_by", ""),
        _moment(own, "changed"),
        own.get("changed_by", ""),
    )
    notes = cells[columns.fields["notes"]] if columns.fields.get("notes", len(cells)) < len(cells) else ""
    return TranslationUnit(
        id=own.get("id") or unit_id(provenance.source, variants),
        variants=variants,
        probability=_probability(own.get("probability", "")),
        status=_status(own.get("status", "")),
        provenance=provenance,
        notes=tuple(notes.split("\n")) if notes else (),
        properties=tuple((name, cells[place]) for place, name in columns.properties if place < len(cells) and cells[place]),
    )


def _variants(cells: Sequence[str], columns: Columns) -> tuple[Variant, ...]:
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for place, language, copy, detail in columns.variants:
        if place < len(cells) and cells[place]:
            found.setdefault((language, copy), {})[detail] = cells[place]
    return tuple(
        Variant(
            language,
            given[""],
            given.get("document", ""),
            tuple(int(part) for part in given.get("segments", "").split(",") if part.strip().isdecimal()),
            codes_of(given["codes"]) if "codes" in given else (),
        )
        for (language, _), given in found.items()
        if "" in given
    )


def _probability(text: str) -> float | None:
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise AlignmentsError(f"the probability {text!r} is no number from 0 to 1")
    return value


def _status(text: str) -> Status:
    try:
        return Status(text.lower()) if text else Status.UNREVIEWED
    except ValueError:
        raise AlignmentsError(f"the status {text!r} is none of {', '.join(Status)}") from None


def _whole(own: Mapping[str, str], name: str) -> int:
    text = own.get(name, "")
    if text and (not text.isdecimal() or len(text) > 9):
        raise AlignmentsError(f"the {name} {text!r} is no whole number")
    return int(text or 0)


def _moment(own: Mapping[str, str], name: str) -> datetime | None:
    text = own.get(name, "")
    when = moment(text) if text else None
    if text and when is None:
        raise AlignmentsError(f"the time {text!r} ({name}) is no date; write 2026-11-21T05:38:32Z")
    return when
