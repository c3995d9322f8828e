"""The text of a `source` or `target` with its codes, of XLIFF 1.2 and 2.x, as TMX would call them."""

from dataclasses import replace
from io import StringIO

from alignments.files.escaping import FORBIDDEN
from alignments.files.inline_codes import add_code
from alignments.files.markup import bounded
from alignments.files.options import Report
from alignments.formats.xliff.names import meant_name
from alignments.units import InlineCode

_PAIRED = frozenset({"g", "pc"})
"""Elements around text that stand for a code before it and one after it."""

_SILENT = frozenset({"mrk", "sm", "em"})
"""Annotations: their text stays, they are no codes."""

_OURS = "tilmash:"
_NAMES = {"x": "ph", "ph": "ph", "it": "it", "bpt": "bpt", "ept": "ept", "bx": "bpt", "ex": "ept", "sc": "bpt", "ec": "ept"}


class Text:
    """A text while it is read."""

    def __init__(self, report: Report, name: str) -> None:
        self._plain = self._inner = StringIO()
        self._codes: list[InlineCode] = []
        self._open: list[tuple[str, dict[str, str], StringIO]] = []
        self._data: dict[str, str] = {}
        self._begun: dict[str, int] = {}
        self._segments: dict[str, tuple[int, int]] = {}
        self._report = report
        self._name = name

    @property
    def is_open(self) -> bool:
        """Whether an element inside the text has not ended yet."""
        return bool(self._open)

    def add(self, letters: str) -> None:
        """Letters that stand between two tags; they are text or the content of a code."""
        self._inner.write(letters)

    def open(self, name: str, attributes: dict[str, str], data: dict[str, str]) -> None:
        """An element begins inside the text; `data` is the native code kept elsewhere in the unit."""
        self._data = data
        outer = self._inner
        if name == "mrk" and attributes.get("mtype") == "seg":
            self._begun[attributes.get("mid", "")] = self._plain.tell()
        if name == "cp":
            self._character(attributes.get("hex", ""))
        elif name in _PAIRED and outer is self._plain:
            self._add("bpt", attributes, data.get(attributes.get("dataRefStart", ""), ""))
        elif name in _NAMES and outer is self._plain:
            self._inner = StringIO()
        elif name not in _SILENT and name != "sub":
            self._report.remark(f"{self._name}: <{name}> in a text is no XLIFF; its text is kept, the tag is not")
        self._open.append((name, attributes, outer))

    def close(self) -> None:
        """The innermost element ends."""
        name, attributes, outer = self._open.pop()
        if name == "mrk" and (begun := self._begun.pop(attributes.get("mid", ""), None)) is not None:
            self._segments[attributes.get("mid", "")] = begun, self._plain.tell()
        if name in _PAIRED and outer is self._plain:
            self._add("ept", attributes, self._data.get(attributes.get("dataRefEnd", ""), ""))
        elif name in _NAMES and outer is self._plain:
            content = self._inner.getvalue()
            self._add(_NAMES[name], attributes, content or self._data.get(attributes.get("dataRef", ""), ""))
        self._inner = outer

    def finished(self) -> tuple[str, tuple[InlineCode, ...]]:
        """The plain text and the codes in it."""
        return bounded(self._plain.getvalue()), tuple(self._codes)

    def segments(self) -> dict[str, tuple[str, tuple[InlineCode, ...]]]:
        """The segments that version 1.2 marks in the text (`mrk`), by their numbers, each with the codes in it."""
        plain, codes = self.finished()
        return {
            number: (
                plain[start:stop],
                tuple(replace(code, position=code.position - start) for code in codes if start <= code.position <= stop),
            )
            for number, (start, stop) in self._segments.items()
        }

    def _add(self, kind: str, attributes: dict[str, str], content: str) -> None:
        told = {
            "i": attributes.get("rid") or attributes.get("startRef") or attributes.get("id", ""),
            "pos": {"close": "end", "open": "begin"}.get(attributes.get("pos", ""), "begin"),
            "type": _kind(attributes.get("subType", "")) or attributes.get("ctype", "").removeprefix("x-"),
        }
        wanted = {"bpt": ("i", "type"), "ept": ("i",), "it": ("pos", "type")}.get(kind, ("type",))
        pairs = tuple((name, told[name]) for name in wanted if told[name])
        add_code(self._codes, InlineCode(self._plain.tell(), kind, content, pairs))

    def _character(self, code: str) -> None:
        try:
            letter = chr(int(code, 16))
        except (ValueError, OverflowError):
            letter = ""
        if not letter or FORBIDDEN.match(letter):
            self._report.remark(f"{self._name}: control characters (<cp hex>) are left out")
        else:
            self.add(letter)


def _kind(sub_type: str) -> str:
    """The type of a code that XLIFF 2 tells as a subtype."""
    return meant_name(sub_type.removeprefix(_OURS)) if sub_type.startswith(_OURS) else sub_type
