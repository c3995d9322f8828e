"""Inline codes of a segment: taken out of the text on reading, put back in on writing (TMX 1.4b, level 2)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignments.exchange.escaping import attributes, content
from alignments.exchange.options import Report
from alignments.units import InlineCode, Variant

NATIVE = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements whose content is code of another format and no text."""

PLACE = "at"
"""On a `sub`: where in the content of the code before it the sub-flow stands (TMX has no such attribute)."""

HIGHLIGHT = "x-hi"
"""The type of the `bpt` we write in place of a `hi`: OmegaT loses the text inside a `hi`."""


class Segment:
    """The text and the codes of one `seg`, while it is read; `parts` is where text belongs just now."""

    def __init__(self, report: Report, name: str) -> None:
        self.plain: list[str] = []
        self.parts = self.plain
        self._codes: list[InlineCode] = []
        self._open: list[tuple[str, int, list[str]]] = []
        self._counted = 0
        self._length = 0
        self._report = report
        self._name = name

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins inside the segment."""
        number = -1
        if name in NATIVE and self.parts is not self.plain:
            self._report.remark(f"{self._name}: a <{name}> inside another code is left out, its text is kept there")
        elif name in NATIVE or name in {"hi", "sub"}:
            pairs = tuple(attributes.items())
            if name == "sub":
                pairs += ((PLACE, str(sum(map(len, self.parts)))),)
            number = len(self._codes)
            self._codes.append(InlineCode(self._position(), name, "", pairs))
        else:
            self._report.remark(f"{self._name}: <{name}> in a segment is no TMX; its text is kept, the tag is not")
        self._open.append((name, number, self.parts))
        if number >= 0 and name != "hi":
            self.parts = []

    def close(self) -> None:
        """The innermost element ends."""
        name, number, outer = self._open.pop()
        if number >= 0:
            code = self._codes[number]
            if name == "hi":
                self._codes[number] = replace(code, length=self._position() - code.position)
            else:
                self._codes[number] = replace(code, content="".join(self.parts))
        self.parts = outer

    def finished(self, *, is_ours: bool) -> tuple[str, tuple[InlineCode, ...]]:
        """The plain text and the codes in it."""
        codes = self._codes
        return "".join(self.plain), tuple(_highlights(codes) if is_ours else codes)

    def _position(self) -> int:
        self._length += sum(map(len, self.plain[self._counted :]))
        self._counted = len(self.plain)
        return self._length


def _highlights(codes: Sequence[InlineCode]) -> Iterator[InlineCode]:
    """The codes with every `hi` that we wrote as a pair of codes made one again."""
    ends = {dict(code.attributes).get("i"): code for code in codes if code.kind == "ept"}
    pairs: set[str | None] = set()
    for code in codes:
        given = dict(code.attributes)
        number, kind = given.get("i"), given.get("type", "")
        if code.kind == "bpt" and kind.startswith(HIGHLIGHT) and number in ends:
            pairs.add(number)
            kept = tuple(pair for pair in code.attributes if pair[0] not in {"i", "type"})
            known = (("type", kind.removeprefix(HIGHLIGHT + ":")),) if kind != HIGHLIGHT else ()
            yield InlineCode(code.position, "hi", "", (*kept, *known), ends[number].position - code.position)
        elif code.kind != "ept" or number not in pairs:
            yield code


def marked_up(variant: Variant) -> str:
    """The text with its codes, as it stands inside a `seg`."""
    pieces: list[str] = []
    reached = 0
    pending: list[tuple[int, int]] = []
    numbers = _free_numbers(variant.codes)
    for code, subs in _with_subs(variant.codes):
        place = min(max(code.position, reached), len(variant.text))
        while pending and pending[-1][0] <= place:
            stop, number = pending.pop()
            pieces += [content(variant.text[reached:stop]), f'<ept i="{number}"/>']
            reached = max(reached, stop)
        pieces.append(content(variant.text[reached:place]))
        reached = place
        if code.kind == "hi":
            number = next(numbers)
            limit = pending[-1][0] if pending else len(variant.text)
            pending.append((min(place + code.length, limit), number))
            pieces.append(_highlight(code, number))
        else:
            pieces.append(_written(code, subs, numbers))
    for stop, number in reversed(pending):
        pieces += [content(variant.text[reached:stop]), f'<ept i="{number}"/>']
        reached = max(reached, stop)
    return "".join([*pieces, content(variant.text[reached:])])


def _free_numbers(codes: Sequence[InlineCode]) -> Iterator[int]:
    """Numbers for `i` that no code of the segment has."""
    used = [
        int(value) for code in codes for name, value in code.attributes if name == "i" and value.isdecimal() and len(value) < 10
    ]
    yield from iter(range(max(used, default=0) + 1, 1 << 62))


def _with_subs(codes: Sequence[InlineCode]) -> Iterator[tuple[InlineCode, list[InlineCode]]]:
    """Every code with the sub-flows that follow it; a sub-flow without a code stands alone no longer and is left out."""
    current: tuple[InlineCode, list[InlineCode]] | None = None
    for code in codes:
        if code.kind == "sub":
            if current is not None and current[0].kind in NATIVE:
                current[1].append(code)
            continue
        if current is not None:
            yield current
        current = (code, [])
    if current is not None:
        yield current


def _highlight(code: InlineCode, number: int) -> str:
    given = dict(code.attributes)
    kind = f"{HIGHLIGHT}:{given['type']}" if given.get("type") else HIGHLIGHT
    rest = [pair for pair in code.attributes if pair[0] != "type"]
    return f"<bpt{attributes(('i', str(number)), *rest, ('type', kind))}/>"


def _written(code: InlineCode, subs: Sequence[InlineCode], numbers: Iterator[int]) -> str:
    given = code.attributes
    names = {name for name, _ in given}
    if code.kind in {"bpt", "ept"} and "i" not in names:
        given = (("i", str(next(numbers))), *given)
    if code.kind == "it" and "pos" not in names:
        given = (("pos", "begin"), *given)
    pieces: list[str] = []
    reached = 0
    for sub in subs:
        place = next((int(value) for name, value in sub.attributes if name == PLACE and value.isdecimal()), reached)
        pieces.append(content(code.content[reached:place]))
        kept = [pair for pair in sub.attributes if pair[0] != PLACE]
        pieces.append(f"<sub{attributes(*kept)}>{content(sub.content)}</sub>")
        reached = max(reached, place)
    inside = "".join(pieces) + content(code.content[reached:])
    tag = f"{code.kind}{attributes(*given)}"
    return f"<{tag}>{inside}</{code.kind}>" if inside else f"<{tag}/>"
