"""Units to XLIFF 1.2 (strict): `trans-unit` with source, target, state; what else is known as `context`."""

from collections.abc import Iterable
from typing import IO

from alignments.exchange.cells import paired, remarks_of
from alignments.exchange.escaping import attribute, attributes, content
from alignments.exchange.inline_codes import pieces
from alignments.exchange.options import WriteOptions
from alignments.formats.xliff.names import context_type
from alignments.units import InlineCode, Status, TranslationUnit, Variant

_STATES = {Status.UNREVIEWED: "translated", Status.ACCEPTED: "final", Status.REJECTED: "needs-review-translation"}

_KINDS = {"bpt": "bpt", "ept": "ept", "it": "it"}
"""TMX code → XLIFF 1.2 element; every other code becomes a `ph`."""


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions) -> None:
    """Write the pair of languages that the options name."""
    source, target = options.languages
    stream.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        f'<file original="tilmash" source-language="{attribute(options.tag(source))}"'
        f' target-language="{attribute(options.tag(target))}" datatype="plaintext">\n<body>\n'
    )
    for unit in paired(units, options.languages):
        stream.write(_unit(unit, options))
    stream.write("</body>\n</file>\n</xliff>\n")


def _unit(unit: TranslationUnit, options: WriteOptions) -> str:
    first, second = unit.variants
    approved = ' approved="yes"' if unit.status is Status.ACCEPTED else ""
    contexts = "".join(
        f'<context context-type="{attribute(context_type(name))}">{content(text)}</context>\n'
        for name, text in remarks_of(unit).items()
        if name != "notes" and not (options.codes and name.endswith(" codes"))
    )
    group = f'<context-group name="tilmash" purpose="information">\n{contexts}</context-group>\n' if contexts else ""
    notes = "".join(f"<note>{content(note)}</note>\n" for note in unit.notes)
    return (
        f'<trans-unit id="{attribute(unit.id)}"{approved} xml:space="preserve">\n'
        f"<source>{_text(first, options)}</source>\n"
        f'<target state="{_STATES[unit.status]}">{_text(second, options)}</target>\n{group}{notes}</trans-unit>\n'
    )


def _text(variant: Variant, options: WriteOptions) -> str:
    if not options.codes or not variant.codes:
        return content(variant.text)
    numbers = iter(range(1, len(variant.codes) * 2 + 1))
    return "".join(content(piece) if isinstance(piece, str) else _code(piece, str(next(numbers))) for piece in pieces(variant))


def _code(code: InlineCode, number: str) -> str:
    given = dict(code.attributes)
    name = _KINDS.get(code.kind, "ph")
    kind = given.get("type", "")
    told = attributes(
        ("id", number),
        ("rid", given.get("i", "") if name in {"bpt", "ept"} else ""),
        ("pos", {"end": "close"}.get(given.get("pos", ""), "open") if name == "it" else ""),
        ("ctype", f"x-{'_'.join(kind.split())}" if kind and name != "ept" else ""),
        ("xid", ""),
    )
    return f"<{name}{told}>{content(code.content)}</{name}>"
