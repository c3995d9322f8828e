"""Lines torn from a page become paragraphs again; a newline keeps the place of each joint for the steps that follow."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.cleaning.junction_rules import continues
from corpus.cleaning.junctions import junctions
from corpus.cleaning.ledger import Ledger
from corpus.cleaning.line_marks import CONTACT, LIST_MARK, ends_sentence, is_capitals, starts_low
from corpus.cleaning.pieces import Piece, runs_of_lines
from corpus.cleaning.spread_lines import with_whole_lines
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import joined
from corpus.documents import BlockKind
from corpus.labels import label_alone

_HEADING_WORDS = 14
"""A heading is rarely longer."""

_TITLE_LINES = 5
"""Nor is a title that a person broke."""

_OPEN_BLANKS = 0.2
"""The share of blank lines before a small letter inside a sentence from which on they are the page's, not a person's."""


def _broken_lines(pieces: Pieces, ledger: Ledger) -> Pieces:
    paragraphs: list[Piece] = []
    for are_lines, run in runs_of_lines(pieces):
        if are_lines:
            paragraphs += _paragraphs(with_whole_lines(run), ledger)
        else:
            paragraphs += (part for piece in run for part in _parts(piece, ledger))
    return tuple(paragraphs)


def _parts(piece: Piece, ledger: Ledger) -> Sequence[Piece]:
    """The paragraphs of one in which a person broke lines (`<br>`, Shift+Enter in Word); headings and titles are left whole.

    So are the cells of a printed page, in which the page broke them.
    """
    if "\n" not in piece.text or piece.kind is BlockKind.HEADING or piece.page is not None:
        return (piece,)
    parts = [part for lines in _between_blanks(_lines(replace(piece, kind=BlockKind.LINE))) for part in _joined(lines, ledger)]
    return [replace(part, kind=piece.kind if piece.kind is not BlockKind.PARAGRAPH else part.kind) for part in parts]


def _between_blanks(lines: list[Piece]) -> list[list[Piece]]:
    """The lines between blank ones, which a person left between paragraphs; all together where sentences go on over blanks."""
    groups: list[list[Piece]] = []
    for line in lines:
        if line.gap or not groups:
            groups.append([])
        groups[-1].append(line)
    goes_on = [starts_low(after[0].text) and not _ends(before[-1].text) for before, after in pairwise(groups)]
    return groups if sum(goes_on) <= _OPEN_BLANKS * len(goes_on) else [lines]


def _ends(line: str) -> bool:
    return ends_sentence(line) or line.rstrip().endswith((":", ";"))


def _joined(lines: Sequence[Piece], ledger: Ledger) -> Sequence[Piece]:
    """The paragraphs that lines are; a title, which is whole, keeps its line ends."""
    return (_paragraph(lines),) if len(lines) < 2 or _is_title(lines) else _paragraphs(lines, ledger)


def _is_title(lines: Sequence[Piece]) -> bool:
    """`Закон Республики ⏎ Казахстан о библиотеках ⏎ и архивах`: nothing ends, and somewhere a small letter goes on."""
    if len(lines) > _TITLE_LINES or starts_low(lines[0].text):
        return False
    is_ended = any(ends_sentence(line.text) or CONTACT.match(line.text) or LIST_MARK.match(line.text) for line in lines)
    return not is_ended and any(starts_low(line.text) for line in lines)


def _lines(piece: Piece) -> list[Piece]:
    """The lines of a piece as those of a page, blank ones counted as the gap before the next."""
    lines: list[Piece] = []
    gap, start = piece.gap, 0
    for text in piece.text.split("\n"):
        stop = start + len(text)
        if text.strip():
            opens_page = piece.opens_page and not lines
            lines.append(replace(piece, traced=piece.traced.part(start, stop), gap=gap, opens_page=opens_page))
        gap, start = 0 if text.strip() else gap + 1, stop + 1
    return lines


def _paragraphs(lines: Sequence[Piece], ledger: Ledger) -> list[Piece]:
    groups: list[list[Piece]] = [[lines[0]]]
    for line, junction in zip(lines[1:], junctions(lines), strict=True):
        if continues(junction):
            end, beginning = junction.before.strip()[-20:], junction.after.strip()[:20]
            ledger.note("broken lines", f"{end}⏎{beginning}", f"{end} {beginning}")
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _paragraph(lines: Sequence[Piece]) -> Piece:
    traced = joined([line.traced.stripped() for line in lines], "\n")
    return replace(lines[0], traced=traced, kind=_kind(traced.text))


def _kind(text: str) -> BlockKind:
    """A label or a short line of capitals is a heading; a list mark makes a list item."""
    if label_alone(text) is not None or (is_capitals(text) and len(text.split()) <= _HEADING_WORDS):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if LIST_MARK.match(text) else BlockKind.PARAGRAPH


BROKEN_LINES = Step("broken lines", "lines broken by the page joined into paragraphs", _broken_lines)
