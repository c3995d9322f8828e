"""Files that never end, or end in the middle: refused within bounds, and what was whole before the cut is right."""

from functools import cache
from io import BytesIO, RawIOBase
from itertools import chain, repeat
from random import Random
from typing import IO, TYPE_CHECKING, Any, cast

import pytest

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions, WriteOptions
from alignments.formats import FORMATS, Content, module_of
from alignments.formats.tmx.rules import findings
from alignments.units import TranslationUnit, Variant

if TYPE_CHECKING:
    from collections.abc import Iterator

READ = [name for name, form in FORMATS.items() if form.is_read and not form.has_sides]
MOST = 64_000_000
"""Bytes after which a file without an end has to be refused."""

HEAD = b'<tmx version="1.4"><header srclang="kk"/><body>'
TUV = b'<tu><tuv xml:lang="kk"><seg>'
ENDLESS = {
    "zeros": (b"", b"\x00"),
    "units inside each other": (HEAD, b"<tu>"),
    "variants": (HEAD + b"<tu>", b'<tuv xml:lang="kk"><seg>a</seg></tuv>'),
    "properties": (HEAD + b"<tu>", b'<prop type="a">b</prop>'),
    "properties of the header": (b'<tmx version="1.4"><header>', b'<prop type="a">b</prop>'),
    "codes": (HEAD + TUV, b"a<ph>b</ph>"),
    "sub-flows": (HEAD + TUV + b"<ph>", b"a<sub>b</sub>"),
    "text": (HEAD + TUV, b"a"),
    "text with references": (HEAD + TUV, b"&amp;"),
    "a comment": (HEAD + b"<!--", b"a "),
    "a tag": (HEAD + b"<tu ", b"a"),
    "an attribute": (HEAD + b'<tu tuid="', b"a"),
    "a document type": (b"<!DOCTYPE tmx ", b"a"),
    "spaces": (HEAD, b" "),
    "lines": (b"kk\tru\n", b"\n"),
    "brackets": (b"", b"["),
    "letters": (b"kk\tru\n", b"a"),
}


class Endless(RawIOBase):
    """A beginning, and then the same for ever."""

    def __init__(self, begun: bytes, again: bytes) -> None:
        self._pieces: Iterator[bytes] = chain([begun], repeat(again * (100_000 // len(again))))
        self._rest = b""
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        while len(self._rest) < size:
            self._rest += next(self._pieces)
        piece, self._rest = self._rest[:size], self._rest[size:]
        self.taken += len(piece)
        return piece


@pytest.mark.parametrize("what", [what for what in ENDLESS if what not in {"lines", "brackets", "letters"}])
def test_an_endless_tmx_is_refused(what: str) -> None:
    stream = Endless(*ENDLESS[what])
    with pytest.raises(AlignmentsError):
        list(module_of("tmx").read(stream, ReadOptions("a.tmx")))

    assert stream.taken <= MOST


def test_an_endless_tmx_ends_its_examination_too() -> None:
    with pytest.raises(AlignmentsError, match="no unit begins in"):
        list(findings(cast("IO[bytes]", Endless(*ENDLESS["spaces"])), ReadOptions("a.tmx")))


@pytest.mark.parametrize("form", READ)
def test_zeros_without_end_are_refused_at_once_by_every_format(form: str) -> None:
    stream = Endless(*ENDLESS["zeros"])
    with pytest.raises(AlignmentsError):
        list(module_of(form).read(stream, ReadOptions("a", ("kk", "ru"))))

    assert stream.taken <= 1 << 20


@pytest.mark.parametrize("form", ["tsv", "csv", "jsonl", "terms", "dic"])
@pytest.mark.parametrize("what", ["brackets", "letters"])
def test_a_line_without_end_is_refused(form: str, what: str) -> None:
    stream = Endless(*ENDLESS[what])
    with pytest.raises(AlignmentsError):
        list(module_of(form).read(stream, ReadOptions("a", ("kk", "ru"))))

    assert stream.taken <= MOST


@cache
def whole(form: str) -> tuple[bytes, list[Any]]:
    """A file of a format, and what is in it."""
    units = [TranslationUnit(f"u{n}", (Variant("kk", f"құжат {n}"), Variant("ru", f"документ {n}"))) for n in range(40)]
    stream = BytesIO()
    text = _Text(stream)
    module_of(form).write(units, text if FORMATS[form].is_text else stream, WriteOptions(("kk", "ru")))
    return stream.getvalue(), list(module_of(form).read(BytesIO(stream.getvalue()), ReadOptions("a")))


class _Text:
    """Writes text as UTF-8."""

    def __init__(self, stream: BytesIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.encode())


@pytest.mark.parametrize("form", [name for name in READ if FORMATS[name].content is Content.UNITS])
def test_of_a_file_cut_anywhere_nothing_wrong_is_read(form: str) -> None:
    content, units = whole(form)
    content = content.rstrip()
    random = Random(11)  # noqa: S311 - no secret
    for _ in range(3 if form == "parquet" else 100):  # parquet is tried out in a process of its own
        cut = content[: random.randrange(len(content))]
        read: list[Any] = []
        is_refused = False
        try:
            read.extend(module_of(form).read(BytesIO(cut), ReadOptions("a")))
        except AlignmentsError:
            is_refused = True

        assert read[:-1] == units[: max(0, len(read) - 1)]
        assert is_refused or form in {"tsv", "csv", "jsonl", "po"}  # a table cut between two of its lines is a table
