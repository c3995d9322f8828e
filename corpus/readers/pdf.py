"""PDF with a text layer: lines in reading order, page by page; scanned pages are named."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.contents import Blocks, Contents, RawFile
from corpus.documents import BlockKind
from corpus.errors import CorpusError
from corpus.pages.fragments import fragments_of
from corpus.pages.letters import Letter
from corpus.pages.lines import Line
from corpus.pages.parts import parts_of
from corpus.pages.pdf_drawings import drawn_lines
from corpus.pages.pdf_letters import letters_of
from corpus.pages.tables import Table

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

INDENT = "    "
"""Stands before a line that begins further right than its column, as the first line of a paragraph does."""
NEXT_COLUMN = " "
"""Stands before the first line of a column beside the one before, which may go on in it as on a new page."""
_SAME_SIZE = 0.1
"""The share by which the sizes of one type may differ."""
_MOST_NAMELESS = 0.05
"""Share of letters without a name beyond which a page is remarked on; bullets from symbol fonts stay below it."""


def read(file: RawFile) -> Contents:
    """Every printed line as a block with its page. Raises CorpusError for a password and for a PDF without any text."""
    document = _opened(file)
    try:
        blocks, empty, garbled, leftward, rows = Blocks(file.name), [], [], [], 0
        for number, page in enumerate(file.progress(document, file.name, len(document)), start=1):
            turns, letters, others = letters_of(page)
            if not letters:
                empty.append(number)
            elif _count(_is_nameless, letters) > _MOST_NAMELESS * sum(len(letter.text) for letter in letters):
                garbled.append(number)
            if 2 * _count(_runs_leftward, letters) > len(letters):
                leftward.append(number)
            parts = [parts_of(fragments_of(letters), list(drawn_lines(page, turns)))]
            rows = _add_page(blocks, number, [*parts, *(parts_of(fragments_of(own), []) for own in others)], rows)
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


def _count(is_so: Callable[[str], bool], letters: list[Letter]) -> int:
    """How many letters or words begin with such a sign."""
    return sum(count for sign, count in Counter(letter.text[0] for letter in letters).items() if is_so(sign))


def _is_nameless(sign: str) -> bool:
    """True for what stands where a font does not say which letter it draws: U+FFFD, private use, control characters."""
    return unicodedata.category(sign) in {"Co", "Cc", "Cn"} or sign == "\ufffd"


def _runs_leftward(sign: str) -> bool:
    """True for letters of scripts that run from right to left, Kazakh in Arabic script among them."""
    return unicodedata.bidirectional(sign) in {"R", "AL"}


def _add_page(blocks: Blocks, number: int, ways: list[Iterator[list[Line] | Table]], rows: int) -> int:
    """Append the lines and cells of a page, first those that run as most do and then those that run otherwise.

    `rows` counts the rows of tables on the pages before, the result those up to here.
    """
    if number > 1:
        blocks.separate("\n\f" if blocks.gathered else "\f")
    for place, parts in enumerate(ways):
        if place:
            blocks.separate("\n")
        rows = _add_parts(blocks, number, parts, rows)
    return rows


def _add_parts(blocks: Blocks, number: int, parts: Iterator[list[Line] | Table], rows: int) -> int:
    """Append the lines and cells that run one way."""
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
