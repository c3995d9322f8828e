"""Units to XLIFF 2.1: `unit` with one `segment`; what else is known in the metadata module."""

from collections.abc import Iterable
from itertools import count
from typing import IO

from alignments.files.cells import paired, remarks_of
from alignments.files.escaping import attribute, content
from alignments.files.inline_codes import partners, pieces
from alignments.files.options import WriteOptions
from alignments.formats.xliff.names import written_name
from alignments.formats.xliff.reading import read
from alignments.units import Status, TranslationUnit, Variant

__all__ = ["read", "write"]

_STATES = {
    Status.UNREVIEWED: 'state="translated"',
    Status.ACCEPTED: 'state="final"',
    Status.REJECTED: 'state="initial" subState="tilmash:rejected"',
}

_ELEMENTS = {"bpt": "sc", "ept": "ec"}
"""TMX code → XLIFF 2 element; every other code becomes a `ph`. One without its partner is isolated."""


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions) -> None:
    """Write the pair of languages that the options name."""
    source, target = options.languages
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
        ' xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"'
        f' srcLang="{attribute(options.tag(source))}" trgLang="{attribute(options.tag(target))}">\n<file id="f1">\n'
    )
    number = 0
    for number, unit in enumerate(paired(units, options.languages), start=1):
        stream.write(_unit(unit, number, options))
    if not number:
        stream.write('<unit id="u0">\n<segment>\n<source></source>\n</segment>\n</unit>\n')
    stream.write("</file>\n</xliff>\n")


def _unit(unit: TranslationUnit, number: int, options: WriteOptions) -> str:
    metas = "".join(
        f'<mda:meta type="{attribute(name)}">{content(text)}</mda:meta>\n'
        for name, text in remarks_of(unit).items()
        if name != "notes" and not (options.codes and name.endswith(" codes"))
    )
    metadata = f'<mda:metadata>\n<mda:metaGroup category="tilmash">\n{metas}</mda:metaGroup>\n</mda:metadata>\n' if metas else ""
    notes = "".join(f"<note>{content(note)}</note>\n" for note in unit.notes)
    kept = f"<notes>\n{notes}</notes>\n" if notes else ""
    native: list[str] = []
    source, target = (_text(variant, native, options) for variant in unit.variants)
    data = "".join(f'<data id="d{place}">{content(text)}</data>\n' for place, text in enumerate(native, start=1))
    original = f"<originalData>\n{data}</originalData>\n" if data else ""
    return (
        f'<unit id="u{number}" name="{attribute(unit.id)}">\n{metadata}{kept}{original}<segment {_STATES[unit.status]}>\n'
        f'<source xml:space="preserve">{source}</source>\n<target xml:space="preserve">{target}</target>\n</segment>\n</unit>\n'
    )


def _text(variant: Variant, native: list[str], options: WriteOptions) -> str:
    """The text with its codes; their content goes to `native`, which is written once a unit."""
    if not options.codes or not variant.codes:
        return content(variant.text)
    counters = {kind: count(1) for kind in ("ph", "sc", "ec")}
    parts = list(pieces(variant))
    pairs = partners(parts)
    begun = set(pairs.values())
    names: dict[int, str] = {}
    written: list[str] = []
    for place, piece in enumerate(parts):
        if isinstance(piece, str):
            written.append(content(piece))
            continue
        native.append(piece.content)
        data = f'dataRef="d{len(native)}"'
        kind = _ELEMENTS.get(piece.kind, "ph")
        names[place] = f"{kind}{next(counters[kind])}"
        if place in pairs:
            written.append(f'<ec startRef="{names[pairs[place]]}" {data}/>')
        else:
            is_alone = kind != "ph" and place not in begun
            isolated = ' isolated="yes"' if is_alone else ""
            written.append(f'<{kind} id="{names[place]}"{isolated} {data}{_kind(dict(piece.attributes))}/>')
    return "".join(written)


def _kind(given: dict[str, str]) -> str:
    kind = given.get("type", "").strip()
    return f' type="other" subType="tilmash:{attribute(written_name(kind))}"' if kind else ""
