"""Streams XML through expat: nothing is fetched, no entity is declared, depth and text are bounded, errors are plain.

The standard library's expat is the fastest parser that streams in constant memory. It never fetches a DTD; internal
entities are refused where they are declared, before any of them can grow or name a file.
"""

import codecs
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import IO, Generic, NoReturn, TypeVar
from xml.parsers import expat

from alignments.errors import AlignmentsError
from alignments.files.encodings import codec_name, declared, marked, misread
from alignments.files.options import ReadOptions, Report

Item = TypeVar("Item")

MAX_DEPTH = 100
"""Elements inside each other; TMX and XLIFF need about ten."""

MAX_TEXT = 1_000_000
"""Letters in one text; a longer one is no segment."""

MAX_UNIT = 16_000_000
"""Bytes in which no unit begins; what swells beyond this is no unit."""

CHUNK = 1 << 16
"""Bytes read at a time."""

_CONTINUATION = bytes(range(0x80, 0xC0))
"""Bytes that cannot begin a character of UTF-8: the rest of one that the last chunk began."""

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

    def __init__(self, options: ReadOptions) -> None:
        self.options = options
        self.ready: list[Item] = []
        self.path: list[str] = []
        self.parts: list[str] = []

    @property
    def report(self) -> Report:
        """Where failures and remarks go."""
        return self.options.report

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
        for chunk in _bounded_units(_utf8_chunks(stream, handler.options), handler):
            _parse(parser, chunk)
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
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.buffer_size = CHUNK
    parser.StartElementHandler = _root(parser, handler)
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.parts.append
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


def _bounded_units(chunks: Iterator[bytes], handler: Elements[Item]) -> Iterator[bytes]:
    """The chunks, as long as units begin in them: one that never ends would fill the memory."""
    unit, size = 0, 0
    for chunk in chunks:
        size = size + len(chunk) if handler.unit == unit else 0
        unit = handler.unit
        if size > MAX_UNIT:
            raise AlignmentsError(f"no unit begins in {MAX_UNIT:,} bytes; this is not {handler.kind}, or it is damaged")
        yield chunk


def _parse(parser: expat.XMLParserType, chunk: bytes) -> None:
    """Hand a chunk to the parser; where it stops at bytes that are no UTF-8, the error says so."""
    try:
        parser.Parse(chunk)
    except expat.ExpatError:
        _refuse_other_encodings(chunk)
        raise


def _refuse_other_encodings(chunk: bytes) -> None:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(chunk.lstrip(_CONTINUATION))
    except UnicodeDecodeError as error:
        raise AlignmentsError(misread(error, "utf-8")) from None


def _refuse_entities(name: str, *_rest: object) -> NoReturn:
    raise AlignmentsError(
        f"declares the entity &{name};, which can swallow files or memory; `tilmash repair` takes the declaration out"
    )


def _refuse_unknown(name: str, _is_parameter: int) -> NoReturn:
    raise AlignmentsError(f"the entity &{name}; is not declared; `tilmash repair` mends it")


def _utf8_chunks(stream: IO[bytes], options: ReadOptions) -> Iterator[bytes]:
    """The stream as UTF-8, whatever it was; a false declaration gives way to what the first bytes show."""
    head = stream.read(CHUNK)
    encoding = _encoding(head, options)
    chunks = chain([head], iter(partial(stream.read, CHUNK), b""))
    return chunks if encoding in {"utf-8", "utf-8-sig"} else _recoded(chunks, encoding)


def _recoded(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)()
    for chunk in chunks:
        try:
            text = decoder.decode(chunk)
        except UnicodeError as error:
            raise AlignmentsError(misread(error, encoding)) from None
        yield text.encode("utf-8", "surrogatepass")
    if decoder.getstate()[0]:
        raise AlignmentsError("the file ends inside a character; it was cut off")


def _encoding(head: bytes, options: ReadOptions) -> str:
    if head[:4] == b"\0\0\0\0":
        raise AlignmentsError("zeros, not text; this is no exchange file")
    said, seen = declared(head), marked(head)
    if options.encoding:
        return codec_name(options.encoding, options.name)
    if seen:
        return seen
    if said is None:
        return "utf-8"
    encoding = codec_name(said, options.name)
    if encoding.startswith(("utf-16", "utf-32")):
        options.report.remark(f"{options.name}: says it is {said} and is UTF-8; read as UTF-8")
        return "utf-8"
    if encoding not in {"utf-8", "ascii"}:
        options.report.remark(f"{options.name}: is in {said}; some tools (OmegaT among them) read UTF-8 only")
    return encoding


def _place(parser: expat.XMLParserType, handler: Elements[Item]) -> str:
    unit = f", unit {handler.unit}" if handler.unit else ""
    return f"{handler.options.name}, line {parser.CurrentLineNumber}{unit}"
