"""PDF with a text layer: lines in reading order, page by page; scanned pages are named."""

from collections import Counter
from collections.abc import Iterable, Iterator
from ctypes import byref
from itertools import pairwise
from math import pi
from statistics import median
from typing import TYPE_CHECKING

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.pages.columns import regions_of
from corpus.pages.fragments import Letter, fragments_of
from corpus.pages.lines import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

INDENT = "    "
"""Stands before a line that begins further right than its column, as the first line of a paragraph does."""
_LINE_END_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""PDFium's own sign for a hyphen at the end of a line."""


def read(file: RawFile) -> Contents:
    """Every printed line as a block with its page. Raises CorpusError for a password and for a PDF without any text."""
    document = _opened(file)
    try:
        blocks, empty = Blocks(file.name), []
        for number, page in enumerate(file.progress(document, file.name, len(document)), start=1):
            if not _add_page(blocks, number, list(regions_of(fragments_of(_letters(page))))):
                empty.append(number)
            page.close()
        if not blocks.gathered:
            raise CorpusError(
                f"{file.name}: no text found on any of its {len(document)} pages; it is probably a scan. Run OCR first"
            )
    finally:
        document.close()
    return Contents(blocks.text(), tuple(blocks.gathered), remarks=tuple(_remarks(empty)))


def _opened(file: RawFile) -> "PdfDocument":
    try:
        from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise CorpusError("reading PDF needs pypdfium2: pip install 'tilmash[documents]'") from error
    if b"%%EOF" not in file.data[-65536:]:
        raise CorpusError(f"{file.name}: the PDF is cut off, its end is missing; get it again")
    try:
        return PdfDocument(file.data)
    except PdfiumError as error:
        if "assword" in str(error):
            raise CorpusError(f"{file.name}: protected by a password; save an open copy first") from error
        raise


def _letters(page: "PdfPage") -> Iterator[Letter]:
    """The letters of a page in the order in which the file draws them, turned so that most of the text stands upright."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    text = page.get_textpage()
    box = raw.FS_RECTF()
    count = raw.FPDFText_CountChars(text.raw)
    turns = _quarter_turns(raw.FPDFText_GetCharAngle(text.raw, place) for place in range(0, count, 1 + count // 50))
    for place in range(count):
        code = raw.FPDFText_GetUnicode(text.raw, place)
        letter = _LINE_END_HYPHENS.get(code) or chr(code)
        if letter.isspace() or not code:
            yield Letter(" ")
        elif raw.FPDFText_GetLooseCharBox(text.raw, place, byref(box)):
            yield Letter(letter, *_upright(turns, box.left, box.bottom, box.right, box.top))
    text.close()


def _quarter_turns(angles: Iterable[float]) -> int:
    """How often the page must be turned clockwise for most of its letters (angles in radians) to stand upright."""
    turns = Counter(round((2 * pi - angle) / (pi / 2)) % 4 for angle in angles)
    return turns.most_common(1)[0][0] if turns else 0


def _upright(turns: int, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """A box after quarter turns clockwise."""
    for _ in range(turns):
        left, bottom, right, top = bottom, -right, top, -left
    return left, bottom, right, top


def _add_page(blocks: Blocks, number: int, regions: list[list[Line]]) -> bool:
    """Append the lines of a page; False when it has none."""
    if number > 1:
        blocks.separate("\n\f" if blocks.gathered else "\f")
    last: Line | None = None
    for lines in regions:
        usual_step = _usual_step(lines)
        column_left = median(line.left for line in lines)
        for line in lines:
            if last is not None and last.body.middle - line.body.middle > 1.4 * usual_step:
                blocks.separate("\n")
            is_indented = 0.8 < (line.left - column_left) / line.body.height < 6
            blocks.add((INDENT if is_indented else "") + line.text, BlockKind.LINE, page=number)
            last = line
    return bool(regions)


def _usual_step(lines: list[Line]) -> float:
    """The usual distance between lines, in points; a line alone counts its own height."""
    steps = [one.body.middle - other.body.middle for one, other in pairwise(lines)]
    return median(steps) if steps else lines[0].body.height


def _remarks(empty: list[int]) -> Iterator[str]:
    if empty:
        several = "pages" if len(empty) > 1 else "page"
        yield f"{several} {_runs(empty)}: no text found; probably scanned. Run OCR first if they matter"


def _runs(numbers: list[int]) -> str:
    """Numbers in short: 1–3, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
