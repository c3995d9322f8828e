"""Lines torn from a page become paragraphs again; a newline keeps the place of each joint for the steps that follow."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.cleaning.junction_rules import continues
from corpus.cleaning.junctions import junctions
from corpus.cleaning.ledger import Ledger
from corpus.cleaning.line_marks import LIST_MARK, is_capitals
from corpus.cleaning.pieces import Piece, runs_of_lines
from corpus.cleaning.spread_lines import with_whole_lines
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import joined
from corpus.documents import BlockKind
from corpus.labels import label_alone

_HEADING_WORDS = 14
"""A heading is rarely longer."""


def _broken_lines(pieces: Pieces, ledger: Ledger) -> Pieces:
    paragraphs: list[Piece] = []
    for are_lines, run in runs_of_lines(pieces):
        paragraphs += _paragraphs(with_whole_lines(run), ledger) if are_lines else run
    return tuple(paragraphs)


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


def _paragraph(lines: list[Piece]) -> Piece:
    traced = joined([line.traced.stripped() for line in lines], "\n")
    return replace(lines[0], traced=traced, kind=_kind(traced.text))


def _kind(text: str) -> BlockKind:
    """A label or a short line of capitals is a heading; a list mark makes a list item."""
    if label_alone(text) is not None or (is_capitals(text) and len(text.split()) <= _HEADING_WORDS):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if LIST_MARK.match(text) else BlockKind.PARAGRAPH


BROKEN_LINES = Step("broken lines", "lines broken by the page joined into paragraphs", _broken_lines)
