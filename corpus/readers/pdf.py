"""PDF with a text layer: lines in reading order, page by page; scanned pages are named."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from ctypes import byref, c_float, create_string_buffer
from functools import cache
from itertools import islice, pairwise
from math import pi
from typing import TYPE_CHECKING

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.pages.fragments import Letter, Type, fragments_of, is_on_one_line
from corpus.pages.grids import DrawnLine
from corpus.pages.lines import Line
from corpus.pages.parts import parts_of
from corpus.pages.tables import Table

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage
    from pypdfium2.raw import FPDF_PAGEOBJECT

_SPACE = Letter(" ")
_WORD = re.compile(r"[^\W\d_]+|.", re.DOTALL)
INDENT = "    "
"""Stands before a line that begins further right than its column, as the first line of a paragraph does."""
NEXT_COLUMN = " "
"""Stands before the first line of a column beside the one before, which may go on in it as on a new page."""
_BOLD = re.compile(rb"(?i)bold|black|heavy|demi")
_SAME_SIZE = 0.1
"""The share by which the sizes of one type may differ."""
_LONGEST_NAME = 128
"""Bytes of a font's name, in which its weight is told; the weight that PDFium tells is often wrong."""
_STRAIGHT = 1.5
"""Points by which a line may be off the level or the plumb; the short sides of a thin box that is drawn for a line."""
_MOST_STROKES = 2000
"""A path of more strokes is a picture."""
_MOST_NAMELESS = 0.05
"""Share of letters without a name beyond which a page is remarked on; bullets from symbol fonts stay below it."""
_SIGNS = {
    0x02: "-",
    0xFFFE: "-",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
"""PDFium's own signs for a hyphen at the end of a line; ligatures, which are a matter of type and not of spelling."""


def read(file: RawFile) -> Contents:
    """Every printed line as a block with its page. Raises CorpusError for a password and for a PDF without any text."""
    document = _opened(file)
    try:
        blocks, empty, garbled, leftward, rows = Blocks(file.name), [], [], [], 0
        for number, page in enumerate(file.progress(document, file.name, len(document)), start=1):
            turns, letters = _letters(page)
            if not letters:
                empty.append(number)
            elif _count(_is_nameless, letters) > _MOST_NAMELESS * sum(len(letter.text) for letter in letters):
                garbled.append(number)
            if 2 * _count(_runs_leftward, letters) > len(letters):
                leftward.append(number)
            rows = _add_page(blocks, number, parts_of(fragments_of(letters), list(_drawn_lines(page, turns))), rows)
            page.close()
        if not blocks.gathered:
            raise CorpusError(
                f"{file.name}: no text found on any of its {len(document)} pages; it is probably a scan. Run OCR first"
            )
    finally:
        document.close()
    return Contents(blocks.text(), tuple(blocks.gathered), remarks=tuple(_remarks(empty, garbled, leftward)))


def _opened(file: RawFile) -> "PdfDocument":
    try:
        from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise CorpusError("reading PDF needs pypdfium2: pip install 'tilmash[documents]'") from error
    if b"%PDF-" not in file.data[:1024]:
        raise CorpusError(f"{file.name}: is no PDF although it is named so")
    if b"%%EOF" not in file.data[-65536:]:
        raise CorpusError(f"{file.name}: the PDF is cut off, its end is missing; get it again")
    try:
        return PdfDocument(file.data)
    except PdfiumError as error:
        if "assword" in str(error):
            raise CorpusError(f"{file.name}: protected by a password; save an open copy first") from error
        raise


def _letters(page: "PdfPage") -> tuple[int, list[Letter]]:
    """By how many quarter turns most of a page's text stands upright, and its letters so turned, in the order of drawing.

    Letters of one word come together, because asking for the box of every letter takes most of the time; signs and digits,
    which may be raised, come alone.
    """
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    page_text = page.get_textpage()
    signs = _signs(page_text)
    samples = range(0, len(signs), 1 + len(signs) // 50)
    turns = _quarter_turns(raw.FPDFText_GetCharAngle(page_text.raw, place) for place in samples)
    letters = list(_boxed(page_text, signs, turns))
    page_text.close()
    return turns, letters


def _boxed(page_text: "PdfTextPage", signs: str, turns: int) -> Iterator[Letter]:
    """The letters with their boxes."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    text, box, name = page_text.raw, raw.FS_RECTF(), create_string_buffer(_LONGEST_NAME)
    into_box, box_at = byref(box), raw.FPDFText_GetLooseCharBox
    font_at, size_at = raw.FPDFText_GetFontInfo, raw.FPDFText_GetFontSize

    @cache
    def type_named(name: bytes, size: float) -> Type:
        return Type(_BOLD.search(name) is not None, round(size, 1))

    def type_at(place: int) -> Type:
        font_at(text, place, name, _LONGEST_NAME, None)
        return type_named(name.value, size_at(text, place))

    def boxed(letters: str, place: int) -> Letter | None:
        if not box_at(text, place, into_box):
            return None
        sides = (box.left, box.bottom, box.right, box.top)
        left, bottom, right, top = _upright(turns, *sides) if turns else sides
        return Letter(letters.translate(_SIGNS), left, bottom, right, top, type_at(place) if letters.isalpha() else None)

    for word in _WORD.finditer(signs):
        if word[0].isspace() or word[0] == "\0":
            yield _SPACE
            continue
        first = boxed(word[0], word.start())
        last = boxed("", word.end() - 1) if len(word[0]) > 1 else first
        if first is not None and last is not None and is_on_one_line(first, last) and first.left <= last.left:
            yield first._replace(right=last.right)
        else:
            yield from filter(None, map(boxed, word[0], range(word.start(), word.end())))


def _drawn_lines(page: "PdfPage", turns: int) -> Iterator[DrawnLine]:
    """The level and upright lines and sides of boxes that a page draws, turned as its letters are."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    drawn = (raw.FPDFPage_GetObject(page.raw, place) for place in range(raw.FPDFPage_CountObjects(page.raw)))
    for path in (thing for thing in drawn if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_PATH):
        for one, other in islice(_strokes(path), _MOST_STROKES):
            left, bottom, right, top = _upright(
                turns, min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
            )
            if top - bottom < _STRAIGHT:
                yield DrawnLine(is_level=True, at=(top + bottom) / 2, start=left, stop=right)
            elif right - left < _STRAIGHT:
                yield DrawnLine(is_level=False, at=(left + right) / 2, start=bottom, stop=top)


def _strokes(path: "FPDF_PAGEOBJECT") -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Where the straight parts of a path begin and end on the page."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    matrix, x, y = raw.FS_MATRIX(), c_float(), c_float()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    start = last = (0.0, 0.0)
    for place in range(raw.FPDFPath_CountSegments(path)):
        part = raw.FPDFPath_GetPathSegment(path, place)
        raw.FPDFPathSegment_GetPoint(part, byref(x), byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(part)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        if raw.FPDFPathSegment_GetClose(part):
            yield point, start
        last = point


def _signs(page_text: "PdfTextPage") -> str:
    """The sign of every letter: all at once, or one by one where PDFium's text leaves letters out."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    count, text = page_text.count_chars(), page_text.get_text_range()
    return text if len(text) == count else "".join(chr(raw.FPDFText_GetUnicode(page_text.raw, place)) for place in range(count))


def _quarter_turns(angles: Iterable[float]) -> int:
    """How often the page must be turned clockwise for most of its letters (angles in radians) to stand upright."""
    turns = Counter(round((2 * pi - angle) / (pi / 2)) % 4 for angle in angles)
    return turns.most_common(1)[0][0] if turns else 0


def _upright(turns: int, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """A box after quarter turns clockwise."""
    for _ in range(turns):
        left, bottom, right, top = bottom, -right, top, -left
    return left, bottom, right, top


def _count(is_so: Callable[[str], bool], letters: list[Letter]) -> int:
    """How many letters or words begin with such a sign."""
    return sum(count for sign, count in Counter(letter.text[0] for letter in letters).items() if is_so(sign))


def _is_nameless(sign: str) -> bool:
    """True for what stands where a font does not say which letter it draws: U+FFFD, private use, control characters."""
    return unicodedata.category(sign) in {"Co", "Cc", "Cn"} or sign == "\ufffd"


def _runs_leftward(sign: str) -> bool:
    """True for letters of scripts that run from right to left, Kazakh in Arabic script among them."""
    return unicodedata.bidirectional(sign) in {"R", "AL"}


def _add_page(blocks: Blocks, number: int, parts: Iterator[list[Line] | Table], rows: int) -> int:
    """Append the lines and cells of a page; `rows` counts the rows of tables on the pages before, the result those up to here."""
    if number > 1:
        blocks.separate("\n\f" if blocks.gathered else "\f")
    last: Line | None = None
    for part in parts:
        if isinstance(part, Table):
            for cell in part.cells:
                for text in cell.paragraphs():
                    blocks.add(text, BlockKind.CELL, page=number, row=rows + cell.row, column=cell.column)
            rows += 1 + part.cells[-1].row
            last = None
        else:
            last = _add_lines(blocks, number, part, last)
    return rows


def _add_lines(blocks: Blocks, number: int, lines: list[Line], last: Line | None) -> Line:
    """Append the lines of a region; `last` is the line before them on the page, the result their last one."""
    usual_step = _usual_step(lines)
    column_left = _left_edge(lines)
    before = last
    for line in lines:
        if before is not None and (
            not -0.5 <= (before.body.middle - line.body.middle) / usual_step <= 1.4 or _is_of_other_type(before, line)
        ):
            blocks.separate("\n")
        is_next_column = before is not None and line is lines[0] and line.body.middle > before.body.middle
        is_indented = 0.8 < (line.left - column_left) / line.body.height < 6
        blocks.add((INDENT if is_indented else NEXT_COLUMN if is_next_column else "") + line.text, BlockKind.LINE, page=number)
        before = line
    return lines[-1]


def _is_of_other_type(before: Line, line: Line) -> bool:
    """True between a line in bold or large letters and one in others, as between a heading and its text."""
    one, other = before.type, line.type
    if one is None or other is None:
        return False
    return one.is_bold != other.is_bold or abs(one.size - other.size) > _SAME_SIZE * max(one.size, other.size)


def _left_edge(lines: list[Line]) -> float:
    """Where most lines begin that are no first lines of paragraphs, in points: of short paragraphs these are half of all."""
    return sorted(line.left for line in lines)[len(lines) // 4]


def _usual_step(lines: list[Line]) -> float:
    """The distance between lines of one paragraph, in points; a line alone counts its own height.

    Of short paragraphs half of the steps lead from one to the next; steps inside a line, to a raised letter, are none.
    """
    steps = sorted(one.body.middle - other.body.middle for one, other in pairwise(lines))
    whole = [step for step in steps if step >= 0.7 * lines[0].body.height]
    return whole[len(whole) // 4] if whole else lines[0].body.height


def _remarks(empty: list[int], garbled: list[int], leftward: list[int]) -> Iterator[str]:
    if empty:
        yield f"{_named(empty)}: no text found; probably scanned. Run OCR first if needed"
    if garbled:
        yield f"{_named(garbled)}: the fonts do not say which letters they draw, the text is garbled. Run OCR instead if needed"
    if leftward:
        yield f"{_named(leftward)}: text from right to left is not put in order in a PDF; save it as DOCX or plain text"


def _named(pages: list[int]) -> str:
    """Pages in short: `pages 1–3, 7`."""
    return f"{'page' if len(pages) == 1 else 'pages'} {_runs(pages)}"


def _runs(numbers: list[int]) -> str:
    """Numbers in short: 1–3, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
