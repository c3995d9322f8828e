"""TMX to units: any number of languages and variants, tags made canonical, nothing silently dropped."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import IO

from alignments.errors import AlignmentsError
from alignments.exchange.markup import MAX_DEPTH, MAX_TEXT, Elements, stream_elements
from alignments.exchange.options import ReadOptions
from alignments.exchange.times import moment
from alignments.formats.tmx import fields
from alignments.formats.tmx.inline import Segment
from alignments.selection import unit_id
from alignments.units import InlineCode, Provenance, Status, TranslationUnit, Variant
from corpus.errors import CorpusError
from corpus.languages import canonical_tag

_STATUSES = {status.value: status for status in Status}


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of a TMX file as they are read; units that say no language are reported as failed.

    Raises AlignmentsError when the file is no well-formed TMX or tries to make a reader fetch or swell something.
    """
    return stream_elements(stream, TmxElements(options))


@lru_cache(maxsize=1000)
def _language(tag: str) -> str:
    return canonical_tag(tag)


class _Text:
    """One variant while it is read: its tag, its text with codes, its properties."""

    __slots__ = ("codes", "props", "tag", "text")

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.text: str | None = None
        self.codes: tuple[InlineCode, ...] = ()
        self.props: list[tuple[str, str]] = []


class TmxElements(Elements[TranslationUnit]):
    """Builds units from the elements of a TMX file; the handlers are flat, for they run a dozen times a unit."""

    def __init__(self, options: ReadOptions) -> None:
        super().__init__(options)
        self._is_ours = self._is_in_unit = self._is_in_segment = False
        self._segment: Segment | None = None
        self._depth = self._inside = self._letters = 0
        self._kind = ""
        self._aside: list[str] = []
        self._variant: _Text | None = None
        self._begin_unit({})

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An opening tag; inside a segment it is an inline code."""
        name = tag if ":" not in tag else tag.rpartition(":")[2]
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise AlignmentsError(f"more than {MAX_DEPTH} elements inside each other; this is no TMX")
        if self._is_in_segment:
            self._open_code(name, attributes)
        elif name == "prop" or name == "note":  # noqa: PLR1714 - a set costs a tenth of the reading
            self._kind = attributes.get("type", "")
            self.parts = []
            self._letters = 0
        elif name == "seg":
            self._is_in_segment = True
            self.parts = []
            self._letters = 0
        elif name == "tuv":
            self._variant = _Text(attributes.get("xml:lang") or attributes.get("lang", ""))
            self._texts.append(self._variant)
        elif name == "tu":
            self.unit += 1
            self._begin_unit(attributes)
        else:
            self._open_rest(name, attributes)

    def end(self, tag: str) -> None:
        """A closing tag; the segment ends with its own."""
        self._depth -= 1
        if self._inside:
            self._close_code()
            return
        name = tag if ":" not in tag else tag.rpartition(":")[2]
        if name == "prop":
            if self._is_in_unit:
                (self._props if self._variant is None else self._variant.props).append((self._kind, "".join(self.parts)))
            self.parts = self._aside
        elif name == "seg":
            self._close_segment()
        elif name == "tuv":
            self._variant = None
        elif name == "note":
            if self._is_in_unit:
                self._notes.append("".join(self.parts))
            self.parts = self._aside
        elif name == "tu":
            self._finish_unit()
            self._aside.clear()

    def text(self, letters: str) -> None:
        """A piece of text."""
        self._letters += len(letters)
        if self._letters > MAX_TEXT:
            raise AlignmentsError(f"a text of more than {MAX_TEXT:,} letters; cut it into segments")
        self.parts.append(letters)

    def _open_rest(self, name: str, attributes: dict[str, str]) -> None:
        if self._depth == 1 and name != "tmx":
            raise AlignmentsError(f"not a TMX file: it begins with <{name}>")
        if name == "header":
            self._is_ours = attributes.get("creationtool") == fields.TOOL
            if not attributes.get("srclang"):
                self.report.remark(
                    f"{self.options.name}: the header names no source language (srclang); units are read all the same"
                )

    def _open_code(self, name: str, attributes: dict[str, str]) -> None:
        if self._segment is None:
            self._segment = Segment(self.report, self.options.name, self.parts)
        self._inside += 1
        self._segment.open(name, attributes)
        self.parts = self._segment.parts

    def _close_code(self) -> None:
        self._inside -= 1
        if self._segment is not None:
            self._segment.close()
            self.parts = self._segment.parts

    def _close_segment(self) -> None:
        segment, text = self._segment, "".join(self.parts)
        self._is_in_segment, self._segment, self.parts = False, None, self._aside
        if self._variant is not None and self._variant.text is None:
            self._variant.text = text
            if segment is not None:
                self._variant.text, self._variant.codes = segment.finished(is_ours=self._is_ours)

    def _begin_unit(self, attributes: dict[str, str]) -> None:
        self._is_in_unit = self.unit > 0
        self._letters = 0
        self._attributes = attributes
        self._texts: list[_Text] = []
        self._props: list[tuple[str, str]] = []
        self._notes: list[str] = []

    def _finish_unit(self) -> None:
        self._is_in_unit = False
        try:
            self.ready.append(self._made())
        except (AlignmentsError, CorpusError) as error:
            self.report.fail(f"{self.options.name}, unit {self.unit}: {error}")

    def _made(self) -> TranslationUnit:
        if not self._texts:
            raise AlignmentsError("no variant (<tuv>) in it")
        own: dict[str, str] = {}
        properties = []
        for kind, value in self._props:
            if self._is_ours and kind.startswith("x-") and kind[2:] in fields.OWN:
                own[kind[2:]] = value
            else:
                properties.append((fields.name_of(kind), value))
        variants = tuple([self._made_variant(text, properties) for text in self._texts])
        source = own.get(fields.SOURCE, "" if self._is_ours else self.options.name)
        return TranslationUnit(
            id=self._attributes.get("tuid") or unit_id(source, variants),
            variants=variants,
            probability=fields.probability_of(own[fields.QUALITY]) if fields.QUALITY in own else None,
            status=_STATUSES.get(own.get(fields.STATUS, ""), Status.UNREVIEWED),
            provenance=self._provenance(own, source),
            notes=tuple(self._notes),
            properties=tuple(properties),
        )

    def _made_variant(self, read: _Text, properties: list[tuple[str, str]]) -> Variant:
        if not read.tag:
            raise AlignmentsError("a variant without a language (xml:lang)")
        if read.text is None:
            raise AlignmentsError(f"the variant {read.tag} has no text (<seg>)")
        language = _language(read.tag)
        document, positions = "", ""
        for kind, value in read.props:
            name = kind[2:] if self._is_ours else ""
            if name in {fields.SOURCE_FILE, fields.TARGET_FILE}:
                document = value
            elif name == fields.SEGMENTS:
                positions = value
            else:
                properties.append((f"{language}:{fields.name_of(kind)}", value))
        return Variant(language, read.text, document, fields.positions_of(positions) if positions else (), read.codes)

    def _provenance(self, own: dict[str, str], source: str) -> Provenance:
        given = self._attributes
        return Provenance(
            own.get(fields.ORIGIN, "imported"),
            source,
            _number(own.get(fields.PASSAGE)),
            _number(own.get(fields.POSITION)),
            own.get(fields.SIGNATURE, ""),
            self._time("creationdate"),
            given.get("creationid", ""),
            self._time("changedate"),
            given.get("changeid", ""),
        )

    def _time(self, name: str) -> datetime | None:
        text = self._attributes.get(name)
        if not text:
            return None
        when = moment(text)
        if when is None:
            self.report.remark(f"{self.options.name}: {name} {text!r} is no date; left out")
        return when


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
