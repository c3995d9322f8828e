"""The straight lines that a page of a PDF draws: borders of tables, rules, sides of boxes."""

from collections.abc import Iterator
from ctypes import byref, c_float
from itertools import islice
from typing import TYPE_CHECKING

from corpus.pages.grids import DrawnLine
from corpus.pages.pdf_letters import upright

if TYPE_CHECKING:
    from pypdfium2 import PdfPage
    from pypdfium2.raw import FPDF_PAGEOBJECT

_STRAIGHT = 1.5
"""Points by which a line may be off the level or the plumb; the short sides of a thin box that is drawn for a line."""
_MOST_STROKES = 2000
"""A path of more strokes is a picture."""


def drawn_lines(page: "PdfPage", turns: int) -> Iterator[DrawnLine]:
    """The level and upright lines and sides of boxes that a page draws, turned as its letters are."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    drawn = (raw.FPDFPage_GetObject(page.raw, place) for place in range(raw.FPDFPage_CountObjects(page.raw)))
    for path in (thing for thing in drawn if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_PATH):
        for one, other in islice(_strokes(path), _MOST_STROKES):
            left, bottom, right, top = upright(
                turns, min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
            )
            if top - bottom < _STRAIGHT:
                yield DrawnLine(is_level=True, at=(top + bottom) / 2, start=left, stop=right)
            elif right - left < _STRAIGHT:
                yield DrawnLine(is_level=False, at=(left + right) / 2, start=bottom, stop=top)


def _strokes(path: "FPDF_PAGEOBJECT") -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Where the straight parts of a path begin and end on the page, the one that closes it among them."""
    from pypdfium2 import raw  # noqa: PLC0415 - an extra

    matrix, x, y = raw.FS_MATRIX(), c_float(), c_float()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    last = (0.0, 0.0)
    for place in range(raw.FPDFPath_CountSegments(path)):
        part = raw.FPDFPath_GetPathSegment(path, place)
        raw.FPDFPathSegment_GetPoint(part, byref(x), byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if raw.FPDFPathSegment_GetType(part) == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
