"""Lines of justified text that were torn into their words, because the spaces between them were wide, become lines again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.cleaning.layout import SLACK_OPEN, Layout
from corpus.cleaning.line_marks import CONTACT, ends_sentence, is_divided, starts_high
from corpus.cleaning.pieces import Piece
from corpus.cleaning.traced import joined


def with_whole_lines(lines: Sequence[Piece]) -> Sequence[Piece]:
    """The lines, and where each of several stands for one word of a printed line, that line with a newline at every joint.

    `Ұзындығы ⏎ 131 ⏎ шақырым ⏎ жаңа ⏎ теміржол желісі екі облысты жалғады`: as wide together as the page and no wider, none of
    them the beginning of a sentence, on a page whose other lines were broken for want of room. Words of a list are not.
    """
    if not any(_goes_on(before, after) for before, after in pairwise(lines)):
        return lines
    runs = list(_runs(lines, Layout(lines)))
    whole = [_line(lines, run) for run in runs]
    page = Layout(whole)
    kept: list[Piece] = []
    for place, run in enumerate(runs):
        kept += whole[place : place + 1] if page.is_wrapped(place) else lines[run.start : run.stop]
    return kept


def _line(lines: Sequence[Piece], run: range) -> Piece:
    if len(run) == 1:
        return lines[run.start]
    return replace(lines[run.start], traced=joined([lines[place].traced.stripped() for place in run], "\n"))


def _runs(lines: Sequence[Piece], layout: Layout) -> Iterator[range]:
    """Every line, and as one run neighbours of one word each that fill the width together: the word behind had no room."""
    start = 0
    while start < len(lines):
        stop, width = start + 1, layout.width(start)
        length = len(lines[start].text.strip())
        while stop < len(lines) and _goes_on(lines[stop - 1], lines[stop]):
            longer = length + 1 + len(lines[stop].text.strip())
            if longer > width:
                break
            stop, length = stop + 1, longer
        if stop == len(lines) or length + 1 + len(lines[stop].text.split(maxsplit=1)[0]) <= (1 - SLACK_OPEN) * width:
            stop = start + 1
        yield range(start, stop)
        start = stop


def _goes_on(before: Piece, after: Piece) -> bool:
    """True for two words of which the second begins nothing."""
    if after.gap > 0 or after.opens_page or len(before.text.split()) != 1 or len(after.text.split()) != 1:
        return False
    begins = starts_high(after.text) or CONTACT.match(after.text) is not None
    return not (begins or ends_sentence(before.text) or is_divided(before.text))
