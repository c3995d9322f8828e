"""A text and its inline codes in the order in which they stand, whatever markup a format makes of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignments.errors import AlignmentsError
from alignments.units import InlineCode, Variant

NATIVE = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Codes whose content belongs to another format and is no text."""

HIGHLIGHT = "x-hi"
"""The type of the pair of codes that stands for a `hi`: OmegaT loses the text inside a `hi`."""

MOST_CODES = 10_000
"""Codes in one text; no text has more."""

Piece = str | InlineCode


def add_code(codes: list[InlineCode], code: InlineCode) -> None:
    """Add a code to those of a text. Raises AlignmentsError when they become too many."""
    if len(codes) >= MOST_CODES:
        raise AlignmentsError(f"more than {MOST_CODES:,} inline codes in one text; it is damaged")
    codes.append(code)


def pieces(variant: Variant) -> Iterator[Piece]:
    """Stretches of text and codes; a `hi` comes as a `bpt` and an `ept` of type `x-hi` around its text."""
    reached = 0
    pending: list[tuple[int, str]] = []
    numbers = _free_numbers(variant.codes)
    for code in variant.codes:
        place = min(max(code.position, reached), len(variant.text))
        while pending and pending[-1][0] <= place:
            stop, number = pending.pop()
            yield variant.text[reached:stop]
            yield _end(stop, number)
            reached = max(reached, stop)
        yield variant.text[reached:place]
        reached = place
        if code.kind == "hi":
            number = next(numbers)
            pending.append((min(place + code.length, pending[-1][0] if pending else len(variant.text)), number))
            yield _begin(code, number)
        else:
            yield code
    for stop, number in reversed(pending):
        yield variant.text[reached:stop]
        yield _end(stop, number)
        reached = max(reached, stop)
    yield variant.text[reached:]


def _begin(code: InlineCode, number: str) -> InlineCode:
    given = dict(code.attributes)
    kind = f"{HIGHLIGHT}:{given['type']}" if given.get("type") else HIGHLIGHT
    rest = tuple(pair for pair in code.attributes if pair[0] not in {"type", "i"})
    return InlineCode(code.position, "bpt", "", (("i", number), *rest, ("type", kind)))


def _end(position: int, number: str) -> InlineCode:
    return InlineCode(position, "ept", "", (("i", number),))


def _free_numbers(codes: Sequence[InlineCode]) -> Iterator[str]:
    """Numbers for `i` that no code of the text has."""
    values = [value for code in codes for name, value in code.attributes if name == "i"]
    used = [int(value) for value in values if value.isdecimal() and len(value) < 10]
    return map(str, range(max(used, default=0) + 1, 1 << 62))


def partners(parts: Sequence[Piece]) -> dict[int, int]:
    """Of pieces: place of a closing code → place of the opening code that it closes; codes without a partner are left out."""
    begun: dict[str, int] = {}
    pairs: dict[int, int] = {}
    for place, piece in enumerate(parts):
        if isinstance(piece, InlineCode) and piece.kind in {"bpt", "ept"}:
            number = dict(piece.attributes).get("i", "")
            if piece.kind == "bpt":
                begun[number] = place
            elif number in begun:
                pairs[place] = begun.pop(number)
    return pairs


def with_highlights(codes: Sequence[InlineCode]) -> Iterator[InlineCode]:
    """The codes with every pair that stands for a `hi` made a `hi` again."""
    ends = {dict(code.attributes).get("i"): code for code in codes if code.kind == "ept"}
    paired: set[str | None] = set()
    for code in codes:
        given = dict(code.attributes)
        number, kind = given.get("i"), given.get("type", "")
        if code.kind == "bpt" and kind.startswith(HIGHLIGHT) and number in ends:
            paired.add(number)
            kept = tuple(pair for pair in code.attributes if pair[0] not in {"i", "type"})
            known = (("type", kind.removeprefix(HIGHLIGHT + ":")),) if kind != HIGHLIGHT else ()
            yield replace(code, kind="hi", attributes=(*kept, *known), length=max(0, ends[number].position - code.position))
        elif code.kind != "ept" or number not in paired:
            yield code
