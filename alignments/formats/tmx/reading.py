"""TMX to units: any number of languages and variants, tags made canonical, nothing silently dropped."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import IO

from alignments.errors import AlignmentsError
from alignments.exchange.markup import Elements, stream_elements
from alignments.exchange.options import ReadOptions
from alignments.exchange.times import moment
from alignments.formats.tmx import fields
from alignments.formats.tmx.inline import Segment
from alignments.selection import unit_id
from alignments.units import Provenance, Status, TranslationUnit, Variant
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


class TmxElements(Elements[TranslationUnit]):
    """Builds units from the elements of a TMX file."""

    def __init__(self, options: ReadOptions) -> None:
        super().__init__(options)
        self._is_ours = False
        self._segment: Segment | None = None
        self._depth = 0
        self._attributes: dict[str, str] = {}
        self._kind = ""
        self._begin_unit({})

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An opening tag; inside a segment it is an inline code."""
        if self._segment is None:
            super().start(tag, attributes)
            return
        self._depth += 1
        if self._depth > 90:
            raise AlignmentsError("more than 90 elements inside each other in a segment; this is no TMX")
        self._segment.open(tag.rpartition(":")[2], attributes)
        self.parts = self._segment.parts

    def end(self, tag: str) -> None:
        """A closing tag; the segment ends with its own."""
        if self._segment is None or self._depth == 0:
            super().end(tag)
            return
        self._depth -= 1
        self._segment.close()
        self.parts = self._segment.parts

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element outside a segment begins."""
        if len(self.path) == 1 and name != "tmx":
            raise AlignmentsError(f"not a TMX file: it begins with <{name}>")
        if name == "tuv":
            self._tag = attributes.get("xml:lang") or attributes.get("lang", "")
            self._texts.append((self._tag, [], []))
        elif name == "seg":
            self._segment = Segment(self.report, self.options.name)
            self.parts = self._segment.parts
        elif name in {"prop", "note"}:
            self._kind = attributes.get("type", "")
            self.parts = []
        elif name == "tu":
            self.unit += 1
            self._begin_unit(attributes)
        elif name == "header":
            self._is_ours = attributes.get("creationtool") == fields.TOOL
            if not attributes.get("srclang"):
                self.report.remark(
                    f"{self.options.name}: the header names no source language (srclang); units are read all the same"
                )

    def closed(self, name: str) -> None:
        """An element outside a segment ends."""
        if name == "seg" and self._segment is not None:
            segment, self._segment = self._segment, None
            self.parts = []
            if self._texts:
                self._texts[-1][1].append(segment)
        elif name == "prop" and "tu" in self.path:
            place = self._texts[-1][2] if "tuv" in self.path else self._props
            place.append((self._kind, self.taken()))
        elif name == "note" and "tu" in self.path:
            self._notes.append(self.taken())
        elif name == "tu":
            self._finish_unit()

    def _begin_unit(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._texts: list[tuple[str, list[Segment], list[tuple[str, str]]]] = []
        self._props: list[tuple[str, str]] = []
        self._notes: list[str] = []

    def _finish_unit(self) -> None:
        where = f"{self.options.name}, unit {self.unit}"
        try:
            unit = self._made()
        except (AlignmentsError, CorpusError) as error:
            self.report.fail(f"{where}: {error}")
            return
        self.ready.append(unit)

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
        variants = tuple(self._variant(*text, properties) for text in self._texts)
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

    def _variant(
        self, tag: str, segments: list[Segment], props: list[tuple[str, str]], properties: list[tuple[str, str]]
    ) -> Variant:
        if not tag:
            raise AlignmentsError("a variant without a language (xml:lang)")
        if not segments:
            raise AlignmentsError(f"the variant {tag} has no text (<seg>)")
        text, codes = segments[0].finished(is_ours=self._is_ours)
        if not props:
            return Variant(_language(tag), text, "", (), codes)
        document, positions = "", ""
        for kind, value in props:
            name = kind[2:] if self._is_ours else ""
            if name in {fields.SOURCE_FILE, fields.TARGET_FILE}:
                document = value
            elif name == fields.SEGMENTS:
                positions = value
            else:
                properties.append((f"{_language(tag)}:{fields.name_of(kind)}", value))
        return Variant(_language(tag), text, document, fields.positions_of(positions), codes)

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
