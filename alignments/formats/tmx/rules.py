"""Rules for TMX beyond its DTD: what other tools trip over, measured on them, with unit, line and plain words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from alignments.files.inline_codes import NATIVE
from alignments.files.markup import Elements, stream_elements
from alignments.files.options import ReadOptions
from alignments.files.times import moment
from alignments.units import Severity
from corpus.errors import CorpusError
from corpus.languages import canonical_tag

VERSIONS = frozenset({"1.1", "1.2", "1.3", "1.4", "1.4b"})
HEADER = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "datatype")
DATES = ("creationdate", "changedate", "lastusagedate")
_DATE = re.compile(r"\d{8}T\d{6}Z")
LONG = 10_000
"""Letters; a longer text is hardly a segment."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong: `line` and `unit` count from 1, 0 where it is the file as a whole."""

    severity: Severity
    rule: str
    line: int
    unit: int
    message: str


def findings(stream: IO[bytes], options: ReadOptions) -> Iterator[Finding]:
    """Everything the rules find. Raises AlignmentsError where the file cannot be read any further."""
    return stream_elements(stream, TmxRules(options))


class TmxRules(Elements[Finding]):
    """Holds the elements of a TMX file against the rules."""

    kind = "a TMX file"
    roots = frozenset({"tmx"})
    asks_for_lines = True

    def __init__(self, options: ReadOptions) -> None:
        super().__init__(options)
        self._source = ""
        self._ids: set[int] = set()
        self._tags: set[str] = set()
        self._languages: list[str] = []
        self._begun: dict[str, str] = {}
        self._has_segment = True

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if len(self.path) == 1:
            self._root(attributes)
        elif "seg" in self.path[:-1]:
            self._inline(name, attributes)
        elif name == "header":
            self._header(attributes)
        elif name == "tu":
            self._unit(attributes)
        elif name == "tuv":
            self._variant(attributes)
        elif name == "seg":
            self._has_segment = True
            self._begun = {}
        if name in {"seg", "tuv"}:
            self.parts.clear()

    def closed(self, name: str) -> None:
        """An element ends."""
        if name == "seg":
            self._segment(self.taken())
        elif name == "tuv":
            if not self._has_segment:
                self._say(Severity.ERROR, "no-seg", "a variant without <seg>: its text is not read by any tool")
        elif name == "tu":
            self._whole_unit()

    def _say(self, severity: Severity, rule: str, message: str) -> None:
        self.ready.append(Finding(severity, rule, self.line, self.unit, message))

    def _root(self, attributes: dict[str, str]) -> None:
        if attributes.get("version") not in VERSIONS:
            said = attributes.get("version", "none")
            self._say(Severity.WARNING, "version", f"the version is {said}; tools know {', '.join(sorted(VERSIONS))}")
        if "xmlns" in attributes:
            self._say(Severity.WARNING, "namespace", "TMX has no namespace (xmlns); many tools find no unit in such a file")

    def _header(self, attributes: dict[str, str]) -> None:
        for name in HEADER:
            if not attributes.get(name):
                self._say(Severity.WARNING, "header", f"the header lacks {name}, which the DTD demands")
        self._source = attributes.get("srclang", "")
        if not self._source:
            self._say(Severity.ERROR, "srclang", "the header names no source language (srclang): OmegaT does not load the file")
        elif self._source.lower() == "*all*":
            self._say(Severity.WARNING, "srclang", "the source language is *all*: Trados refuses it; name one")
        else:
            self._tag(self._source)

    def _unit(self, attributes: dict[str, str]) -> None:
        self.unit += 1
        self._languages = []
        name = attributes.get("tuid")
        if name is not None:
            if hash(name) in self._ids:
                self._say(Severity.WARNING, "tuid", f"the id {name!r} is given twice; tools that go by ids keep one of the units")
            self._ids.add(hash(name))
        for date in DATES:
            text = attributes.get(date, "")
            if text and moment(text) is None:
                self._say(Severity.WARNING, "date", f"{date} {text!r} is no date; write 20261121T053832Z")
            elif text and not _DATE.fullmatch(text):
                self._say(Severity.INFO, "date", f"{date} {text!r} is not in the form of TMX, 20261121T053832Z; tools ignore it")

    def _variant(self, attributes: dict[str, str]) -> None:
        self._has_segment = False
        tag = attributes.get("xml:lang")
        if tag is None and attributes.get("lang"):
            tag = attributes["lang"]
            self._say(Severity.WARNING, "lang", "the language stands in lang=, as in TMX 1.1; newer tools look for xml:lang=")
        if not tag:
            self._say(Severity.ERROR, "no-language", "a variant without a language (xml:lang)")
            return
        self._languages.append(self._tag(tag))

    def _tag(self, tag: str) -> str:
        """The canonical form of a tag, with a word on every other form, once a file."""
        try:
            canonical = canonical_tag(tag)
        except CorpusError:
            self._say(Severity.ERROR, "language", f"{tag!r} is no language tag; use kk, ru, en or another BCP 47 tag")
            return tag
        if tag.lower() != canonical.lower() and tag not in self._tags:
            self._say(
                Severity.WARNING, "language", f"the language {tag!r} should be written {canonical}: some tools skip the unit"
            )
        self._tags.add(tag)
        return canonical

    def _inline(self, name: str, attributes: dict[str, str]) -> None:
        if name == "hi":
            self._say(Severity.WARNING, "hi", "<hi> around text: OmegaT loses the text inside it; use <bpt> and <ept>")
        elif name not in NATIVE and name != "sub":
            self._say(
                Severity.ERROR, "inline", f"<{name}> in a segment is no TMX (XLIFF perhaps); OmegaT loses the text inside it"
            )
        elif name in {"bpt", "ept"} and not attributes.get("i"):
            self._say(Severity.ERROR, "inline", f"<{name}> without i=, which pairs it")
        elif name == "it" and attributes.get("pos") not in {"begin", "end"}:
            self._say(Severity.ERROR, "inline", '<it> needs pos="begin" or pos="end"')
        elif name == "bpt":
            self._begun[attributes["i"]] = name
        elif name == "ept" and self._begun.pop(attributes["i"], None) is None:
            self._say(Severity.WARNING, "inline", f'<ept i="{attributes["i"]}"> without its <bpt>; use <it pos="end">')

    def _segment(self, text: str) -> None:
        if self._begun:
            self._say(
                Severity.WARNING, "inline", f'<bpt> without its <ept>: {", ".join(sorted(self._begun))}; use <it pos="begin">'
            )
        if not text.strip():
            self._say(Severity.WARNING, "empty", "an empty segment: tools pass over it")
        elif text != text.strip():
            self._say(Severity.INFO, "spaces", "spaces or line ends around the text: no exact match in most tools")
        elif "\n" in text or "\u00a0" in text:
            self._say(Severity.INFO, "spaces", "a line end or a no-break space in the text: no exact match with a plain space")
        if len(text) > LONG:
            self._say(Severity.WARNING, "long", f"a text of {len(text):,} letters; cut it into segments")

    def _whole_unit(self) -> None:
        if not self._languages:
            self._say(Severity.ERROR, "no-variant", "a unit without a variant (<tuv>)")
            return
        if len(set(self._languages)) == 1:
            self._say(Severity.WARNING, "one-sided", f"text in {self._languages[0]} only: nothing is translated")
        for language in sorted({one for one in self._languages if self._languages.count(one) > 1}):
            self._say(
                Severity.WARNING, "variants", f"several texts in {language}: many tools show only one; export --variants all"
            )
        if self._source and self._source.lower() != "*all*":
            wanted = self._tag(self._source).partition("-")[0]
            if all(language.partition("-")[0] != wanted for language in self._languages):
                self._say(Severity.WARNING, "srclang", f"no text in the source language {self._source}")
