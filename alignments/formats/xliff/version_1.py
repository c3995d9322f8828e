"""Units to XLIFF 1.2 (strict): `trans-unit` with source, target, state; what else is known as `context`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from alignments.files.cells import paired, remarks_of
from alignments.files.escaping import attribute, attributes, content
from alignments.files.inline_codes import Piece, partners, pieces
from alignments.files.options import WriteOptions
from alignments.formats.xliff.names import context_type
from alignments.units import InlineCode, Status, TranslationUnit, Variant

_STATES = {Status.UNREVIEWED: "translated", Status.ACCEPTED: "final", Status.REJECTED: "needs-review-translation"}


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
    group = f'<context-group purpose="information">\n{contexts}</context-group>\n' if contexts else ""
    notes = "".join(f"<note>{content(note)}</note>\n" for note in unit.notes)
    return (
        f'<trans-unit id="{attribute(unit.id)}"{approved} xml:space="preserve">\n'
        f"<source>{_text(first, options)}</source>\n"
        f'<target state="{_STATES[unit.status]}">{_text(second, options)}</target>\n{group}{notes}</trans-unit>\n'
    )


def _text(variant: Variant, options: WriteOptions) -> str:
    if not options.codes or not variant.codes:
        return content(variant.text)
    parts = list(pieces(variant))
    pairs = partners(parts)
    numbers = _numbers(parts, pairs)
    return "".join(
        content(piece) if isinstance(piece, str) else _code(piece, place, numbers.get(place, ""), is_end=place in pairs)
        for place, piece in enumerate(parts)
    )


def _numbers(parts: Sequence[Piece], pairs: Mapping[int, int]) -> dict[int, str]:
    """Of codes with a partner: place → the number both have, their own where no other pair of the text has it."""
    numbers: dict[int, str] = {}
    used: set[str] = set()
    for end, begin in pairs.items():
        piece = parts[begin]
        own = dict(piece.attributes).get("i", "") if isinstance(piece, InlineCode) else ""
        number = own if own and own not in used else f"{own}-{begin}"
        used.add(number)
        numbers[begin] = numbers[end] = number
    return numbers


def _code(code: InlineCode, place: int, pair: str, *, is_end: bool) -> str:
    """One code; an opening or closing one without its partner is an `it`, as XLIFF demands."""
    given = dict(code.attributes)
    name = ("ept" if is_end else "bpt") if pair else "it" if code.kind in {"it", "bpt", "ept"} else "ph"
    is_close = code.kind == "ept" or given.get("pos") == "end"
    kind = "_".join(given.get("type", "").split())
    told = attributes(
        ("id", str(place + 1)),
        ("rid", pair),
        ("pos", ("close" if is_close else "open") if name == "it" else ""),
        ("ctype", f"x-{kind}" if kind and name != "ept" else ""),
    )
    return f"<{name}{told}>{content(code.content)}</{name}>"
