"""Units to XLIFF 2.1: `unit` with one `segment`; what else is known in the metadata module."""

from collections.abc import Iterable
from itertools import count
from typing import IO

from alignments.exchange.cells import paired, remarks_of
from alignments.exchange.escaping import attribute, content
from alignments.exchange.inline_codes import pieces
from alignments.exchange.options import WriteOptions
from alignments.formats.xliff.reading import read
from alignments.units import InlineCode, Status, TranslationUnit, Variant

__all__ = ["read", "write"]

_STATES = {
    Status.UNREVIEWED: 'state="translated"',
    Status.ACCEPTED: 'state="final"',
    Status.REJECTED: 'state="initial" subState="tilmash:rejected"',
}


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
    begun: dict[str, str] = {}
    written: list[str] = []
    for piece in pieces(variant):
        if isinstance(piece, str):
            written.append(content(piece))
        else:
            native.append(piece.content)
            written.append(_code(piece, f"d{len(native)}", begun, counters))
    return "".join(written)


def _code(code: InlineCode, data: str, begun: dict[str, str], counters: "dict[str, count[int]]") -> str:
    given = dict(code.attributes)
    pair = given.get("i", "")
    if code.kind == "bpt" and pair not in begun:
        begun[pair] = f"sc{next(counters['sc'])}"
        return f'<sc id="{begun[pair]}" dataRef="{data}"{_kind(given)}/>'
    if code.kind == "ept" and pair in begun:
        return f'<ec startRef="{begun.pop(pair)}" dataRef="{data}"/>'
    return f'<ph id="ph{next(counters["ph"])}" dataRef="{data}"{_kind(given)}/>'


def _kind(given: dict[str, str]) -> str:
    kind = "_".join(given.get("type", "").split())
    return f' type="other" subType="tilmash:{attribute(kind)}"' if kind else ""
