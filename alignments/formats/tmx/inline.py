"""Inline codes of a segment: taken out of the text on reading, put back in on writing (TMX 1.4b, level 2)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO
from itertools import count

from alignments.errors import AlignmentsError
from alignments.files.escaping import attributes, content
from alignments.files.inline_codes import NATIVE, add_code, pieces, with_highlights
from alignments.files.markup import MAX_DEPTH, bounded
from alignments.files.options import Report
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
    """The text and the codes of one `seg` that has any, while it is read."""

    def __init__(self, report: Report, name: str) -> None:
        self._plain = self._inner = StringIO()
        self._codes: list[InlineCode] = []
        self._open: list[tuple[str, int, StringIO]] = []
        self._report = report
        self._name = name

    @property
    def is_open(self) -> bool:
        """Whether an element inside the segment has not ended yet."""
        return bool(self._open)

    def add(self, letters: str) -> None:
        """Letters that stand between two tags; they are text or the content of a code."""
        self._inner.write(letters)

    def open(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins inside the segment. Raises AlignmentsError at more of them inside each other than any text has."""
        if len(self._open) >= MAX_DEPTH:
            raise AlignmentsError(f"more than {MAX_DEPTH} elements inside each other; this is no TMX")
        number = -1
        is_text = self._inner is self._plain
        if name in INSIDE_TEXT and not is_text:
            self._report.remark(f"{self._name}: a <{name}> inside another code is left out, its text is kept there")
        elif name in INSIDE_TEXT or (name == "sub" and not is_text):
            number = len(self._codes)
            place = ((PLACE, str(self._inner.tell())),) if name == "sub" else ()
            add_code(self._codes, InlineCode(self._plain.tell(), name, "", (*attributes.items(), *place)))
        else:
            self._report.remark(f"{self._name}: <{name}> in a segment is no TMX; its text is kept, the tag is not")
        self._open.append((name, number, self._inner))
        if number >= 0 and name != "hi":
            self._inner = StringIO()

    def close(self) -> None:
        """The innermost element ends."""
        name, number, outer = self._open.pop()
        if number >= 0:
            code = self._codes[number]
            if name == "hi":
                self._codes[number] = replace(code, length=self._plain.tell() - code.position)
            else:
                self._codes[number] = replace(code, content=self._inner.getvalue())
        self._inner = outer

    def finished(self, *, is_ours: bool) -> tuple[str, tuple[InlineCode, ...]]:
        """The plain text and the codes in it."""
        return bounded(self._plain.getvalue()), tuple(with_highlights(self._codes) if is_ours else self._codes)


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
