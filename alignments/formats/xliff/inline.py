"""The text of a `source` or `target` with its codes, of XLIFF 1.2 and 2.x, as TMX would call them."""

from alignments.exchange.escaping import FORBIDDEN
from alignments.exchange.options import Report
from alignments.units import InlineCode

_PAIRED = frozenset({"g", "pc"})
"""Elements around text that stand for a code before it and one after it."""

_SILENT = frozenset({"mrk", "sm", "em"})
"""Annotations: their text stays, they are no codes."""

_NAMES = {"x": "ph", "ph": "ph", "it": "it", "bpt": "bpt", "ept": "ept", "bx": "bpt", "ex": "ept", "sc": "bpt", "ec": "ept"}


class Text:
    """A text while it is read; `parts` is where letters belong just now."""

    def __init__(self, report: Report, name: str) -> None:
        self.plain: list[str] = []
        self.parts = self.plain
        self._codes: list[InlineCode] = []
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self._data: dict[str, str] = {}
        self._report = report
        self._name = name

    def open(self, name: str, attributes: dict[str, str], data: dict[str, str]) -> None:
        """An element begins inside the text; `data` is the native code kept elsewhere in the unit."""
        self._data = data
        outer = self.parts
        if name == "cp":
            self._character(attributes.get("hex", ""))
        elif name in _PAIRED and outer is self.plain:
            self._add("bpt", attributes, data.get(attributes.get("dataRefStart", ""), ""))
        elif name in _NAMES and outer is self.plain:
            self.parts = []
        elif name not in _SILENT and name != "sub":
            self._report.remark(f"{self._name}: <{name}> in a text is no XLIFF; its text is kept, the tag is not")
        self._open.append((name, attributes, outer))

    def close(self) -> None:
        """The innermost element ends."""
        name, attributes, outer = self._open.pop()
        if name in _PAIRED and outer is self.plain:
            self._add("ept", attributes, self._data.get(attributes.get("dataRefEnd", ""), ""))
        elif name in _NAMES and outer is self.plain:
            content = "".join(self.parts)
            self._add(_NAMES[name], attributes, content or self._data.get(attributes.get("dataRef", ""), ""))
        self.parts = outer

    def finished(self) -> tuple[str, tuple[InlineCode, ...]]:
        """The plain text and the codes in it."""
        return "".join(self.plain), tuple(self._codes)

    def _add(self, kind: str, attributes: dict[str, str], content: str) -> None:
        told = {
            "i": attributes.get("rid") or attributes.get("startRef") or attributes.get("id", ""),
            "pos": {"close": "end", "open": "begin"}.get(attributes.get("pos", ""), "begin"),
            "type": attributes.get("subType", "").removeprefix("tilmash:") or attributes.get("ctype", "").removeprefix("x-"),
        }
        wanted = {"bpt": ("i", "type"), "ept": ("i",), "it": ("pos", "type")}.get(kind, ("type",))
        pairs = tuple((name, told[name]) for name in wanted if told[name])
        self._codes.append(InlineCode(sum(map(len, self.plain)), kind, content, pairs))

    def _character(self, code: str) -> None:
        try:
            letter = chr(int(code, 16))
        except (ValueError, OverflowError):
            letter = ""
        if not letter or FORBIDDEN.match(letter):
            self._report.remark(f"{self._name}: control characters (<cp hex>) are left out")
        else:
            self.parts.append(letter)
