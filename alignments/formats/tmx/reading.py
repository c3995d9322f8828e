"""TMX to units: any number of languages and variants, tags made canonical, nothing silently dropped."""

from collections.abc import Iterator
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.markup import MAX_DEPTH, Elements, as_bytes, bounded, local_name, stream_elements
from alignments.files.options import ReadOptions
from alignments.formats.tmx import fields
from alignments.formats.tmx.building import Builder, Text
from alignments.formats.tmx.inline import Segment
from alignments.formats.tmx.plain import END, UNIT, NotPlainError, Said, end_of_unit, said_by, up_to_ends
from alignments.units import InlineCode, TranslationUnit
from corpus.errors import CorpusError


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of a TMX file as they are read; units that say no language are reported as failed.

    Raises AlignmentsError when the file is no well-formed TMX or tries to make a reader fetch or swell something.
    """
    return stream_elements(stream, TmxElements(options))


OF_BODY = 2
"""How deep the body stands in the document."""


class TmxElements(Elements[TranslationUnit]):
    """Collects what the elements of a TMX file say; the handlers are long and flat, for they run two dozen times a unit.

    `_props` are those of the header, the unit or the variant, whichever is open.
    """

    kind = "a TMX file"
    roots = frozenset({"tmx"})
    _props: list[tuple[str, str]]

    def __init__(self, options: ReadOptions) -> None:
        super().__init__(options)
        self._builder = Builder(options)
        self._is_in_segment = False
        self._segment: Segment | None = None
        self._depth = 0
        self._is_in_body = False
        self._ended_at = -1
        self._kind = self._tag = ""
        self._text: str | None = None
        self._codes: tuple[InlineCode, ...] = ()
        self._begin_unit({})

    def pieces(self, letters: Iterator[str]) -> Iterator[bytes]:
        """What the parser is given: everything but the plain units that follow another unit in the body."""
        given = 0
        for text in up_to_ends(letters):
            place = 0
            while place < len(text):
                if self._ended_at == given - len(END):
                    place = self._plain_units(text, place)
                stop = end_of_unit(text, place)
                piece = as_bytes(text[place:stop])
                given += len(piece)
                place = stop
                yield piece

    def _plain_units(self, text: str, place: int) -> int:
        """Take the plain units that follow each other from a place on; where the first other thing stands."""
        begun = place
        while unit := UNIT.match(text, place):
            try:
                said = said_by(unit)
            except NotPlainError:
                break
            self.unit += 1
            self._keep(said)
            place = unit.end()
        self.lines_beside += text.count("\n", begun, place)
        return place

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An opening tag; inside a segment it is an inline code."""
        if self._is_in_segment:
            self._open_code(local_name(tag), attributes)
        elif tag == "seg":
            self._is_in_segment = True
            self.parts.clear()
        elif tag == "tuv":
            self._tag = attributes.get("xml:lang") or attributes.get("lang", "")
            self._text = None
            self._props = []
        elif tag == "prop" or tag == "note":  # noqa: PLR1714 - a set costs a tenth of the reading
            self._kind = attributes.get("type", "")
            self.parts.clear()
        elif tag == "tu":
            self.unit += 1
            self._deeper()
            self._begin_unit(attributes)
        elif ":" in tag:
            self.start(local_name(tag), attributes)
        else:
            self._open_other(tag, attributes)

    def end(self, tag: str) -> None:
        """A closing tag; the segment ends with its own."""
        if self._segment is not None and self._segment.is_open:
            self._close_code(self._segment)
        elif tag == "seg":
            self._is_in_segment = False
            if self._segment is not None:
                self._close_segment(self._segment)
            elif self._text is None:
                self._text = bounded("".join(self.parts))
        elif tag == "tuv":
            self._texts.append((self._tag, self._text, self._codes, self._props))
            self._codes = ()
            self._props = self._unit_props
        elif tag == "prop":
            self._props.append((self._kind, bounded("".join(self.parts))))
        elif tag == "tu":
            self._close_unit()
        elif tag == "note":
            self._notes.append(self.taken())
        elif ":" in tag:
            self.end(local_name(tag))
        else:
            self._close_other(tag)

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise AlignmentsError(f"more than {MAX_DEPTH} elements inside each other; this is no TMX")

    def _open_other(self, name: str, attributes: dict[str, str]) -> None:
        self._deeper()
        if name == "body":
            self._is_in_body = self._depth == OF_BODY
        elif name == "header":
            self._props = []
            self._builder.is_ours = attributes.get("creationtool") == fields.TOOL
            if not attributes.get("srclang"):
                self.report.remark(
                    f"{self.options.name}: the header names no source language (srclang); units are read all the same"
                )

    def _close_other(self, name: str) -> None:
        self._depth -= 1
        if name == "body":
            self._is_in_body = False
        elif name == "header":
            self._builder.say_defaults(self._props)

    def _open_code(self, name: str, attributes: dict[str, str]) -> None:
        if self._segment is None:
            self._segment = Segment(self.report, self.options.name)
        self._segment.add(self.taken())
        self._segment.open(name, attributes)

    def _close_code(self, segment: Segment) -> None:
        segment.add(self.taken())
        segment.close()

    def _close_segment(self, segment: Segment) -> None:
        segment.add(self.taken())
        self._segment = None
        if self._text is None:
            self._text, self._codes = segment.finished(is_ours=self._builder.is_ours)

    def _begin_unit(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._texts: list[Text] = []
        self._notes: list[str] = []
        self._unit_props: list[tuple[str, str]] = []
        self._props = self._unit_props

    def _close_unit(self) -> None:
        self._depth -= 1
        if self._is_in_body and self._depth == OF_BODY and not self.declares_attributes:
            self._ended_at = self.parser.CurrentByteIndex
        self._keep((self._attributes, self._texts, self._notes, self._unit_props))

    def _keep(self, said: Said) -> None:
        try:
            self.ready.append(self._builder.unit(*said))
        except (AlignmentsError, CorpusError) as error:
            self.report.fail(f"{self.options.name}, unit {self.unit}: {error}")
