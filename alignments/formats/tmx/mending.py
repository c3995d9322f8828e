"""Mends a broken TMX: every mend has a name and is counted, everything else stays letter for letter."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from html.entities import html5

from alignments.files.escaping import FORBIDDEN, attribute
from alignments.files.inline_codes import NATIVE
from alignments.files.times import compact, moment
from alignments.formats.tmx.tokens import tokens
from corpus.errors import CorpusError
from corpus.languages import canonical_tag

_REFERENCE = re.compile(r"&(?:#(?P<decimal>\d{1,7});|#[xX](?P<hex>[0-9A-Fa-f]{1,6});|(?P<name>[A-Za-z_][\w.-]{0,60});)?")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ATTRIBUTE = re.compile(r"([\w:.-]+)(\s*=\s*)(\"[^\"]*\"|'[^']*')")
_NAME = re.compile(r"</?([\w:.-]+)")
_TMX = frozenset({"tmx", "header", "body", "tu", "tuv", "seg", "prop", "note", "ude", "map", "hi", "sub"}) | NATIVE
_DATES = frozenset({"creationdate", "changedate", "lastusagedate"})

ENTITIES = "entity declarations taken out"
CHARACTERS = "characters that XML forbids taken out"
AMPERSANDS = "bare & and < escaped"
NAMED = "named entities of HTML written as their letter"
UNKNOWN = "unknown entities written as text"
TAGS = "tags that are no TMX taken out, their text kept"
LANGUAGES = "language tags brought into their canonical form"
LANG = "lang= made xml:lang="
DATES = "dates brought into the form of TMX"
BAD_DATES = "attributes that are no date taken out"
SOURCE = "source language (srclang) supplied"
NAMESPACE = "namespace taken out"
ENCODING = "written as UTF-8"
CUT = "incomplete unit at the end taken out"
CLOSED = "end of the document supplied"


class Mender:
    """Mends one document; `mends` counts what was done."""

    def __init__(self) -> None:
        self.mends: Counter[str] = Counter()
        self._units = 0
        self._open: list[str] = []

    def mended(self, pieces: Iterable[str]) -> Iterator[str]:
        """The document in pieces, each complete up to the end of a unit."""
        waiting: list[str] = []
        is_in_head = True
        in_unit = False
        begun = 0
        for token, is_tag in tokens(pieces):
            name = self._name(token) if is_tag else ""
            written = self._tag(token, name) if is_tag else self._text(token)
            if name == "tu" and not token.startswith("</") and not token.endswith("/>"):
                in_unit = True
                begun = len(waiting)
            waiting.append(written)
            if is_in_head and name == "tuv":
                self._supply_source(waiting, token)
                is_in_head = False
            if in_unit and name == "tu" and token.startswith("</"):
                in_unit = False
                self._units += 1
            if not in_unit and not is_in_head:
                yield "".join(waiting)
                waiting.clear()
        if in_unit:
            del waiting[begun:]
        yield from self._finish(waiting, in_unit=in_unit)

    def _supply_source(self, waiting: list[str], token: str) -> None:
        """Supply the header's source language from the first variant, if it has none."""
        for place, piece in enumerate(waiting):
            if piece.startswith("<header") and "srclang" not in piece:
                match = re.search(r"(?:xml:)?lang\s*=\s*[\"']([^\"']+)", token)
                if match:
                    end = "/>" if piece.endswith("/>") else ">"
                    waiting[place] = f'{piece.removesuffix(end)} srclang="{attribute(_canonical(match[1]))}"{end}'
                    self.mends[SOURCE] += 1

    def _finish(self, waiting: list[str], *, in_unit: bool) -> Iterator[str]:
        if in_unit:
            self.mends[CUT] += 1
            self._open = [name for name in self._open if name in {"tmx", "body"}]
        yield "".join(waiting)
        missing = [name for name in reversed(self._open) if name in {"tmx", "body"}]
        if missing:
            self.mends[CLOSED] += 1
            yield "".join(f"</{name}>\n" for name in missing)

    def _name(self, tag: str) -> str:
        match = _NAME.match(tag)
        return match[1].rpartition(":")[2] if match else ""

    def _tag(self, tag: str, name: str) -> str:
        if tag.startswith("<?"):
            return '<?xml version="1.0" encoding="UTF-8"?>' if tag.startswith("<?xml") else tag
        if tag.startswith("<!DOCTYPE"):
            if "[" in tag:
                self.mends[ENTITIES] += 1
                return '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
            return tag
        if tag.startswith("<!"):
            return self._cleaned(tag)
        if name not in _TMX:
            self.mends[TAGS] += 1
            return ""
        self._track(tag, name)
        return _ATTRIBUTE.sub(lambda match: self._attribute(match, name), tag) if "=" in tag else tag

    def _track(self, tag: str, name: str) -> None:
        if tag.startswith("</"):
            if self._open and self._open[-1] == name:
                self._open.pop()
        elif not tag.endswith("/>"):
            self._open.append(name)

    def _attribute(self, match: re.Match[str], tag: str) -> str:
        name, between, quoted = match.groups()
        quote, text = quoted[0], self._text(quoted[1:-1])
        if name == "xmlns" and tag == "tmx":
            self.mends[NAMESPACE] += 1
            return ""
        if name == "lang" and tag in {"tuv", "prop", "note"}:
            self.mends[LANG] += 1
            name = "xml:lang"
        if name in {"xml:lang", "srclang", "adminlang"}:
            text = self._counted(LANGUAGES, text, _canonical)
        elif name in _DATES:
            when = moment(text)
            if when is None:
                self.mends[BAD_DATES] += 1
                return ""
            text = self._counted(DATES, text, lambda _: compact(when))
        return f"{name}{between}{quote}{text}{quote}"

    def _counted(self, mend: str, text: str, change: Callable[[str], str]) -> str:
        changed = change(text)
        self.mends[mend] += changed != text
        return changed

    def _text(self, text: str) -> str:
        text = self._cleaned(text)
        if "<" in text:
            self.mends[AMPERSANDS] += text.count("<")
            text = text.replace("<", "&lt;")
        return _REFERENCE.sub(self._reference, text) if "&" in text else text

    def _cleaned(self, text: str) -> str:
        if FORBIDDEN.search(text):
            text, count = FORBIDDEN.subn("", text)
            self.mends[CHARACTERS] += count
        return text

    def _reference(self, match: re.Match[str]) -> str:
        name = match["name"]
        if name in _XML_NAMES:
            return match[0]
        if name is not None:
            is_known = f"{name};" in html5
            self.mends[NAMED if is_known else UNKNOWN] += 1
            return unescape(match[0]) if is_known else f"&amp;{name};"
        if match["decimal"] is None and match["hex"] is None:
            self.mends[AMPERSANDS] += match[0] != "&lt;"
            return "&amp;"
        number = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
        if number > 0x10FFFF or FORBIDDEN.match(chr(number)):
            self.mends[CHARACTERS] += 1
            return ""
        return match[0]


def _canonical(tag: str) -> str:
    try:
        return tag if tag.lower() == "*all*" else canonical_tag(tag)
    except CorpusError:
        return tag
