"""Streams XML through expat: nothing is fetched, no entity is declared, depth and text are bounded, errors are plain.

The standard library's expat is the fastest parser that streams in constant memory. It never fetches a DTD; internal
entities are refused where they are declared, before any of them can grow or name a file.
"""

from collections.abc import Callable, Iterator
from typing import IO, Generic, NoReturn, TypeVar
from xml.parsers import expat

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions, Report
from alignments.files.xml_letters import CHUNK, letters_of

Item = TypeVar("Item")

MAX_DEPTH = 100
"""Elements inside each other; TMX and XLIFF need about ten."""

MAX_TEXT = 1_000_000
"""Letters in one text; a longer one is no segment."""

MAX_UNIT = 16_000_000
"""Letters in which no unit begins; what swells beyond this is no unit."""

_REASONS = {
    2: "this is not XML",
    3: "the file ends too early",
    4: "a character stands here that XML forbids, or a bare & or <; `tilmash repair` mends it",
    5: "the file ends inside a tag",
    6: "the file ends inside a character; it was cut off",
    7: "a closing tag does not match the opening one",
    8: "an attribute is given twice",
    9: "text after the end of the document",
    11: "an entity that is not declared; `tilmash repair` mends it",
    14: "a reference to a character that XML forbids, such as &#x1F;; `tilmash repair` mends it",
    17: "the declared encoding is not the real one",
    18: "the declared encoding is unknown",
    19: "an unclosed CDATA section",
    27: "an undeclared prefix",
    43: "the expansion of entities is refused",
}


class Elements(Generic[Item]):
    """What a format does with elements; finished units go to `ready`. Names come without their prefix."""

    kind = "an exchange file"
    """What is read, as people call it."""

    roots: frozenset[str] = frozenset()
    """The names that the outermost element may have."""

    unit = 0
    """How many units were begun: errors name it."""

    line = 0
    """The line of the file that is being read, from 1; kept up only for handlers that ask for it."""

    asks_for_lines = False

    lines_beside = 0
    """Lines of the file that were read beside the parser."""

    declares_attributes = False
    """Whether the document says of attributes what they are when they are not written."""

    parser: expat.XMLParserType

    def __init__(self, options: ReadOptions) -> None:
        self.options = options
        self.ready: list[Item] = []
        self.path: list[str] = []
        self.parts: list[str] = []

    @property
    def report(self) -> Report:
        """Where failures and remarks go."""
        return self.options.report

    def pieces(self, letters: Iterator[str]) -> Iterator[bytes]:
        """What the parser is given: everything, unless a format reads some of it without the parser."""
        return map(as_bytes, letters)

    def attribute_declared(self, *_declaration: object) -> None:
        """A declaration of an attribute."""
        self.declares_attributes = True

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An opening tag."""
        self.path.append(local_name(tag))
        if len(self.path) > MAX_DEPTH:
            raise AlignmentsError(f"more than {MAX_DEPTH} elements inside each other; this is not {self.kind}")
        self.opened(self.path[-1], attributes)

    def end(self, _tag: str) -> None:
        """A closing tag."""
        self.closed(self.path.pop())

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """What a format does at an opening tag."""
        raise NotImplementedError

    def closed(self, name: str) -> None:
        """What a format does at a closing tag."""
        raise NotImplementedError

    def taken(self) -> str:
        """The text since the last call, or since `parts` were cleared."""
        text = "".join(self.parts)
        self.parts.clear()
        return bounded(text)


def as_bytes(text: str) -> bytes:
    """The text for the parser, which refuses what no XML may hold."""
    return text.encode("utf-8", "surrogatepass")


def local_name(tag: str) -> str:
    """The name without its prefix."""
    return tag.rpartition(":")[2]


def bounded(text: str) -> str:
    """The text itself. Raises AlignmentsError when it is too long for a segment."""
    if len(text) > MAX_TEXT:
        raise AlignmentsError(f"a text of more than {MAX_TEXT:,} letters; cut it into segments")
    return text


def stream_elements(stream: IO[bytes], handler: Elements[Item]) -> Iterator[Item]:
    """The items a handler makes of an XML stream, as they come.

    Raises AlignmentsError with file, line and unit when the file is not well-formed, declares entities, is nested too
    deeply, or holds a text or a unit that is too long.
    """
    parser = _parser(handler)
    try:
        for piece in handler.pieces(_bounded_units(letters_of(stream, handler.options), handler)):
            parser.Parse(piece)
            yield from handler.ready
            handler.ready.clear()
        parser.Parse(b"", True)  # noqa: FBT003 - pyexpat takes it by position only
    except expat.ExpatError as error:
        yield from handler.ready
        raise AlignmentsError(f"{_place(parser, handler)}: {_REASONS.get(error.code, expat.ErrorString(error.code))}") from None
    except AlignmentsError as error:
        raise AlignmentsError(f"{_place(parser, handler)}: {error}") from None
    yield from handler.ready


def _parser(handler: Elements[Item]) -> expat.XMLParserType:
    handler.parser = parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.buffer_size = CHUNK
    parser.StartElementHandler = _root(parser, handler)
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.parts.append
    parser.AttlistDeclHandler = handler.attribute_declared
    parser.EntityDeclHandler = _refuse_entities
    parser.SkippedEntityHandler = _refuse_unknown
    return parser


def _root(parser: expat.XMLParserType, handler: Elements[Item]) -> Callable[[str, dict[str, str]], None]:
    """The handler of the outermost element; it makes way for the format's own."""

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local_name(tag) not in handler.roots:
            raise AlignmentsError(f"not {handler.kind}: it begins with <{tag}>")
        parser.StartElementHandler = _with_line(parser, handler) if handler.asks_for_lines else handler.start
        parser.StartElementHandler(tag, attributes)

    return start


def _with_line(parser: expat.XMLParserType, handler: Elements[Item]) -> Callable[[str, dict[str, str]], None]:
    def start(tag: str, attributes: dict[str, str]) -> None:
        handler.line = parser.CurrentLineNumber
        handler.start(tag, attributes)

    return start


def _bounded_units(letters: Iterator[str], handler: Elements[Item]) -> Iterator[str]:
    """The letters, as long as units begin in them: one that never ends would fill the memory."""
    unit, size = 0, 0
    for text in letters:
        size = size + len(text) if handler.unit == unit else 0
        unit = handler.unit
        if size > MAX_UNIT:
            raise AlignmentsError(f"no unit begins in {MAX_UNIT:,} letters; this is not {handler.kind}, or it is damaged")
        yield text


def _refuse_entities(name: str, *_rest: object) -> NoReturn:
    raise AlignmentsError(
        f"declares the entity &{name};, which can swallow files or memory; `tilmash repair` takes the declaration out"
    )


def _refuse_unknown(name: str, _is_parameter: int) -> NoReturn:
    raise AlignmentsError(f"the entity &{name}; is not declared; `tilmash repair` mends it")


def _place(parser: expat.XMLParserType, handler: Elements[Item]) -> str:
    unit = f", unit {handler.unit}" if handler.unit else ""
    return f"{handler.options.name}, line {parser.CurrentLineNumber + handler.lines_beside}{unit}"
