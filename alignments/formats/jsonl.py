"""JSON lines: a unit a line with all its fields; nothing is lost."""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from alignments.errors import AlignmentsError
from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.times import iso, moment
from alignments.unit_ids import unit_id
from alignments.units import InlineCode, Provenance, Status, TranslationUnit, Variant
from corpus.errors import CorpusError
from corpus.languages import canonical_tag

_as_json = json.JSONEncoder(ensure_ascii=False).encode

_PROVENANCE = ("origin", "source", "passage", "position", "signature", "created", "created_by", "changed", "changed_by")


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write an object a line: id, variants, probability and status always, the other fields where they say something."""
    for unit in units:
        stream.write(_as_json(as_object(unit, options)) + "\n")


def as_object(unit: TranslationUnit, options: WriteOptions) -> dict[str, Any]:
    """The unit as JSON has it."""
    told: dict[str, Any] = {
        "id": unit.id,
        "variants": [_variant_object(variant, options) for variant in unit.variants],
        "probability": unit.probability,
        "status": unit.status.value,
    }
    for name in _PROVENANCE:
        value = getattr(unit.provenance, name)
        if value:
            told[name] = iso(value) if name in {"created", "changed"} else value
    if unit.notes:
        told["notes"] = unit.notes
    if unit.properties:
        told["properties"] = unit.properties
    return told


def _variant_object(variant: Variant, options: WriteOptions) -> dict[str, Any]:
    told: dict[str, Any] = {
        "language": options.tag(variant.language),
        "text": variant.text,
        "document": variant.document,
        "segments": variant.segments,
    }
    if variant.codes:
        told["codes"] = [[code.position, code.kind, code.content, code.attributes, code.length] for code in variant.codes]
    return told


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of the lines.

    A line that is JSON but no unit is reported as failed. Raises AlignmentsError at a line that is no JSON: the file is
    broken or cut off.
    """
    for number, line in enumerate(lines_of(stream, options), start=1):
        if not line.strip():
            continue
        where = f"{options.name}, line {number}"
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            raise AlignmentsError(f"{where}: not JSON; the file is damaged or cut off") from None
        try:
            if "\\ud" in line.lower():
                _as_json(told).encode()  # half of a character, written as \ud83d, is no text
            yield _unit(told, options.name)
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError, AlignmentsError, CorpusError) as error:
            options.report.fail(f"{where}: {_reason(error)}")


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"the field {error.args[0]!r} is missing"
    if isinstance(error, AlignmentsError | CorpusError):
        return str(error)
    if isinstance(error, UnicodeEncodeError):
        return "half of a character (a lone surrogate); write the text anew"
    return "not a unit as `tilmash export jsonl` writes it"


def _unit(told: dict[str, Any], name: str) -> TranslationUnit:
    variants = tuple(map(_variant, told["variants"]))
    probability = told.get("probability")
    if probability is not None and not 0 <= probability <= 1:
        raise AlignmentsError(f"the probability {probability!r} is no number from 0 to 1")
    provenance = Provenance(
        str(told.get("origin", "imported")),
        str(told.get("source", "" if "origin" in told else name)),
        int(told.get("passage", 0)),
        int(told.get("position", 0)),
        str(told.get("signature", "")),
        moment(str(told.get("created", ""))),
        str(told.get("created_by", "")),
        moment(str(told.get("changed", ""))),
        str(told.get("changed_by", "")),
    )
    return TranslationUnit(
        id=str(told.get("id") or unit_id(provenance.source, variants)),
        variants=variants,
        probability=None if probability is None else float(probability),
        status=Status(told.get("status", Status.UNREVIEWED)),
        provenance=provenance,
        notes=tuple(map(str, told.get("notes", ()))),
        properties=tuple((str(name), str(value)) for name, value in told.get("properties", ())),
    )


def _variant(told: dict[str, Any]) -> Variant:
    codes = tuple(
        InlineCode(int(position), str(kind), str(content), tuple((str(n), str(v)) for n, v in attributes), int(length))
        for position, kind, content, attributes, length in told.get("codes", ())
    )
    text, document = told["text"], told.get("document", "")
    if not isinstance(text, str) or not isinstance(document, str):
        raise TypeError
    return Variant(canonical_tag(told["language"]), text, document, tuple(map(int, told.get("segments", ()))), codes)
