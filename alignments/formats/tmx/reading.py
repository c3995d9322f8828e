"""TMX to units: any number of languages and variants, tags made canonical, nothing silently dropped."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import IO

from alignments.errors import AlignmentsError
from alignments.exchange.markup import MAX_DEPTH, Elements, local_name, stream_elements
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


class TmxElements(Elements[TranslationUnit]):
    """Builds units from the elements of a TMX file; the handlers are flat, for they run a dozen times a unit.

    A `prop` goes to `_own` when it is a field of ours and to `_props` when it is not; both are those of the header, the
    unit or the variant, whichever is open.
    """

    kind = "a TMX file"
    roots = frozenset({"tmx"})

    def __init__(self, options: ReadOptions) -> None:
        super().__init__(options)
        self._fields: dict[str, str] = {}
        self._defaults: dict[str, str] = {}
        self._elsewhere = Provenance(source=options.name)
        self._is_in_segment = False
        self._segment: Segment | None = None
        self._depth = 0
        self._kind = self._tag = ""
        self._text: str | None = None
        self._codes: tuple[InlineCode, ...] = ()
        self._begin_unit({})

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An opening tag; inside a segment it is an inline code."""
        if self._is_in_segment:
            self._open_code(tag, attributes)
        elif tag == "prop" or tag == "note":  # noqa: PLR1714 - a set costs a tenth of the reading
            self._kind = attributes.get("type", "")
            self.parts.clear()
        elif tag == "seg":
            self._is_in_segment = True
            self.parts.clear()
        elif tag == "tuv":
            self._begin_variant(attributes)
        elif tag == "tu":
            self.unit += 1
            self._begin_unit(attributes)
        elif ":" in tag:
            self.start(local_name(tag), attributes)
        else:
            self._open_other(tag, attributes)

    def end(self, tag: str) -> None:
        """A closing tag; the segment ends with its own."""
        if self._segment is not None and self._segment.is_open:
            self._segment.add(self.taken())
            self._segment.close()
        elif tag == "prop":
            self._take_property()
        elif tag == "seg":
            self._close_segment()
        elif tag == "tuv":
            self._finish_variant()
        elif tag == "tu":
            self._finish_unit()
        elif tag == "note":
            self._notes.append(self.taken())
        elif ":" in tag:
            self.end(local_name(tag))
        else:
            self._depth -= 1

    def _open_other(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise AlignmentsError(f"more than {MAX_DEPTH} elements inside each other; this is no TMX")
        if name == "header":
            if attributes.get("creationtool") == fields.TOOL:
                self._fields = fields.OWN
                self._own = self._defaults
            if not attributes.get("srclang"):
                self.report.remark(
                    f"{self.options.name}: the header names no source language (srclang); units are read all the same"
                )

    def _open_code(self, tag: str, attributes: dict[str, str]) -> None:
        if self._segment is None:
            self._segment = Segment(self.report, self.options.name)
        self._segment.add(self.taken())
        self._segment.open(local_name(tag), attributes)

    def _close_segment(self) -> None:
        text, segment = self.taken(), self._segment
        self._is_in_segment, self._segment = False, None
        if self._text is None:
            self._text = text
            if segment is not None:
                segment.add(text)
                self._text, self._codes = segment.finished(is_ours=bool(self._fields))

    def _take_property(self) -> None:
        field = self._fields.get(self._kind)
        if field is None:
            self._props.append((fields.name_of(self._kind), self.taken()))
        else:
            self._own[field] = self.taken()

    def _begin_variant(self, attributes: dict[str, str]) -> None:
        self._tag = attributes.get("xml:lang") or attributes.get("lang", "")
        self._text, self._codes = None, ()
        self._own, self._props = {}, []

    def _finish_variant(self) -> None:
        try:
            self._variants.append(self._made_variant())
        except (AlignmentsError, CorpusError) as error:
            self._fault = self._fault or str(error)
        self._own, self._props = self._of_unit

    def _made_variant(self) -> Variant:
        if not self._tag:
            raise AlignmentsError("a variant without a language (xml:lang)")
        if self._text is None:
            raise AlignmentsError(f"the variant {self._tag} has no text (<seg>)")
        language = _language(self._tag)
        own, properties = self._of_unit
        properties += [(f"{language}:{name}", value) for name, value in self._props]
        document, positions = _places(self._own, own) if self._fields else ("", ())
        return Variant(language, self._text, document, positions, self._codes)

    def _begin_unit(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._fault = ""
        self._variants: list[Variant] = []
        self._notes: list[str] = []
        self._own: dict[str, str] = {}
        self._props: list[tuple[str, str]] = []
        self._of_unit = (self._own, self._props)

    def _finish_unit(self) -> None:
        if self._fault or not self._variants:
            self.report.fail(f"{self.options.name}, unit {self.unit}: {self._fault or 'no variant (<tuv>) in it'}")
        else:
            self.ready.append(self._made())

    def _made(self) -> TranslationUnit:
        own = self._defaults | self._own
        variants = tuple(self._variants)
        provenance = self._provenance(own)
        return TranslationUnit(
            self._attributes.get("tuid") or unit_id(provenance.source, variants),
            variants,
            fields.probability_of(own[fields.QUALITY]) if fields.QUALITY in own else None,
            _STATUSES.get(own.get(fields.STATUS, ""), Status.UNREVIEWED),
            provenance,
            tuple(self._notes),
            tuple(self._props),
        )

    def _provenance(self, own: dict[str, str]) -> Provenance:
        given = self._attributes
        if not self._fields and given.keys() <= {"tuid"}:
            return self._elsewhere
        return Provenance(
            own.get(fields.ORIGIN, "imported"),
            own.get(fields.SOURCE, "" if self._fields else self.options.name),
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


@lru_cache(maxsize=1000)
def _language(tag: str) -> str:
    return canonical_tag(tag)


def _places(own: dict[str, str], unit: dict[str, str]) -> tuple[str, tuple[int, ...]]:
    """The document and the positions of a variant; the document may be said once for the whole unit."""
    document = own.get(fields.SOURCE_FILE) or own.get(fields.TARGET_FILE) or unit.get(fields.SOURCE_FILE, "")
    positions = own.get(fields.SEGMENTS)
    return document, fields.positions_of(positions) if positions else ()


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
