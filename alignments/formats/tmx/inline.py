"""Inline codes of a segment: taken out of the text on reading, put back in on writing (TMX 1.4b, level 2)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from alignments.exchange.escaping import attributes, content
from alignments.exchange.inline_codes import NATIVE, pieces, with_highlights
from alignments.exchange.options import Report
from alignments.units import InlineCode, Variant

PLACE = "at"
"""On a `sub`: where in the content of the code before it the sub-flow stands (TMX has no such attribute)."""

INSIDE_TEXT = NATIVE | {"hi"}

KNOWN = {
    "bpt": ("i", "x", "type"),
    "ept": ("i",),
    "ph": ("x", "assoc", "type"),
    "it": ("pos", "x", "type"),
    "ut": ("x",),
    "sub": ("datatype", "type"),
}
"""The attributes that the TMX DTD knows, in its order."""


class Segment:
    """The text and the codes of one `seg` that has any, while it is read; `parts` is where text belongs just now."""

    def __init__(self, report: Report, name: str, begun: list[str]) -> None:
        self.plain = begun
        self.parts = begun
        self._codes: list[InlineCode] = []
        self._open: list[tuple[str, int, list[str]]] = []
        self._counted = 0
        self._length = 0
        self._report = report
        self._name = name

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins inside the segment."""
        number = -1
        is_text = self.parts is self.plain
        if name in INSIDE_TEXT and not is_text:
            self._report.remark(f"{self._name}: a <{name}> inside another code is left out, its text is kept there")
        elif name in INSIDE_TEXT or (name == "sub" and not is_text):
            number = len(self._codes)
            place = ((PLACE, str(sum(map(len, self.parts)))),) if name == "sub" else ()
            self._codes.append(InlineCode(self._position(), name, "", (*attributes.items(), *place)))
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
        return "".join(self.plain), tuple(with_highlights(self._codes) if is_ours else self._codes)

    def _position(self) -> int:
        self._length += sum(map(len, self.plain[self._counted :]))
        self._counted = len(self.plain)
        return self._length


def marked_up(variant: Variant) -> str:
    """The text with its codes, as it stands inside a `seg`; a sub-flow stands in the code before it."""
    written: list[str] = []
    waiting: InlineCode | None = None
    subs: list[InlineCode] = []
    numbers = count(1_000_000)
    for piece in pieces(variant):
        if isinstance(piece, InlineCode) and piece.kind == "sub":
            subs.append(piece)
        elif piece:
            if waiting is not None:
                written.append(_written(waiting, subs, numbers))
            waiting, subs = (piece, []) if isinstance(piece, InlineCode) else (None, [])
            written.append(content(piece) if isinstance(piece, str) else "")
    if waiting is not None:
        written.append(_written(waiting, subs, numbers))
    return "".join(written)


def _written(code: InlineCode, subs: Sequence[InlineCode], numbers: Iterator[int]) -> str:
    kind = code.kind if code.kind in NATIVE else "ph"
    tag = f"{kind}{_attributes(kind, code, numbers)}"
    inside: list[str] = []
    reached = 0
    for sub in subs:
        place = next((int(value) for name, value in sub.attributes if name == PLACE and value.isdecimal()), reached)
        inside.append(content(code.content[reached:place]))
        inside.append(f"<sub{_attributes('sub', sub, numbers)}>{content(sub.content)}</sub>")
        reached = max(reached, place)
    inside.append(content(code.content[reached:]))
    text = "".join(inside)
    return f"<{tag}>{text}</{kind}>" if text else f"<{tag}/>"


def _attributes(kind: str, code: InlineCode, numbers: Iterator[int]) -> str:
    """The attributes that TMX knows; what it demands and a code of another format lacks is supplied."""
    given = dict(code.attributes)
    if kind in {"bpt", "ept"} and not given.get("i"):
        given["i"] = str(next(numbers))
    if kind == "it" and given.get("pos") not in {"begin", "end"}:
        given["pos"] = "begin"
    return attributes(*((name, given[name]) for name in KNOWN[kind] if given.get(name)))
