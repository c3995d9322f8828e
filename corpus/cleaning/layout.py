"""What the lines around a junction say about the page: its width, its gaps and indents, verse, lists."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from corpus.cleaning.line_marks import ends_sentence, is_divided, starts_high, starts_low
from corpus.cleaning.pieces import Piece

WINDOW = 8
"""How many lines before and after a junction are looked at."""

WIDEST = 170
"""A longer line was not broken by a page: it is a paragraph."""

VERSE_WIDTH = 55
"""Characters; a stanza of four lines shows its capitals only twice, and is narrow."""

WRAPPED_WINDOW = 15
"""How many lines before and after a junction say whether a page broke lines here."""

WRAPPED_SHARE, WRAPPED_BEFORE = 0.12, (1, 4)
"""The share of junctions that must be certain breaks, and what is believed before any is seen: so many certain of so many."""

MOSTLY_LOW = 0.7
"""The share of lines with a small letter at their start that makes a list of words."""

LEAST_PAGE, LEAST_COLUMN = 25, 15
"""Characters; no page is narrower, and no column where the file says its pages: shorter lines are words of a list."""

NARROWEST = 0.45
"""A column has at least this share of the page's usual width; shorter lines nearby are a list, a table or verse."""

SLACK_OPEN, SLACK_ENDED = 0.22, 0.12
"""The share of the width that a line may fall short: more in the middle of a sentence than behind a stop."""


_NO_LINE = -1


def fills(line: str, following: str, width: float) -> bool:
    """True when the first word of the following line would go beyond the width."""
    length = len(line.strip())
    return length + 1 + len(following.split(maxsplit=1)[0]) > width and length <= WIDEST


class Layout:
    """The page around every junction of a run of lines; a junction has the index of the line behind it."""

    def __init__(self, lines: Sequence[Piece]) -> None:
        self._narrowest = LEAST_COLUMN if all(line.page is not None for line in lines) else LEAST_PAGE
        self._gaps = [line.gap for line in lines]
        self._indents = [line.indent if line.indent > 1 else 0 for line in lines]
        lengths = [len(line.text.strip()) for line in lines]
        self._lengths = [length if length <= WIDEST else _NO_LINE for length in lengths]
        shorter = sorted(length for length in lengths if length <= WIDEST)
        self._page_width = shorter[len(shorter) * 9 // 10] if shorter else WIDEST
        self._low = [starts_low(line.text) for line in lines]
        self._high = [starts_high(line.text) for line in lines]
        self._ended = [ends_sentence(line.text) for line in lines]
        self._divided = [is_divided(line.text) for line in lines]
        self._widths = [self._width(index) for index in range(len(lines))]
        inside = [index > 0 and self._is_inside(index) for index in range(len(lines))]
        certain = [inside[index] and self._is_broken(lines, index) for index in range(len(lines))]
        self._certain = certain
        whole = [length == _NO_LINE for length in self._lengths]
        self._inside, self._breaks, self._whole = ([0, *accumulate(places)] for places in (inside, certain, whole))

    def _is_inside(self, index: int) -> bool:
        """True where a line that ended nothing is followed by a small letter, or a word was divided."""
        return (self._low[index] and not self._ended[index - 1]) or self._divided[index - 1]

    def _is_broken(self, lines: Sequence[Piece], index: int) -> bool:
        """True where the page had no room for more."""
        width = self._widths[index] * (1 - SLACK_OPEN)
        return self._divided[index - 1] or fills(lines[index - 1].text, lines[index].text, width)

    def is_wrapped(self, index: int) -> bool:
        """True where enough of the lines around end inside a sentence, most of these for want of room, and few are overlong."""
        start, stop = max(1, index - WRAPPED_WINDOW), min(len(self._gaps), index + WRAPPED_WINDOW)
        inside, certain, whole = (counts[stop] - counts[start] for counts in (self._inside, self._breaks, self._whole))
        is_often = WRAPPED_BEFORE[0] + certain >= WRAPPED_SHARE * (WRAPPED_BEFORE[1] + stop - start)
        return is_often and 2 * certain >= inside + whole and self.width(index) > self._narrowest

    def is_word_list(self, index: int) -> bool:
        """True where no page broke lines and nearly all begin with a small letter: terms, one a line."""
        near = self._low[max(0, index - WINDOW) : index + WINDOW]
        return sum(near) > MOSTLY_LOW * len(near) and not self.is_wrapped(index)

    def width(self, index: int) -> int:
        """The measure of the page at a junction (characters)."""
        return self._widths[index]

    def _width(self, index: int) -> int:
        """The longest line nearby that another one comes close to; lines that no page could hold do not count."""
        lengths = sorted(self._lengths[max(0, index - WINDOW) : index + WINDOW])
        if len(lengths) < 2 or lengths[-2] == _NO_LINE:
            return WIDEST
        return max(lengths[-2], round(NARROWEST * self._page_width))

    def usual_gap(self, index: int) -> int:
        """The blank lines that most often stand before a line that continues its paragraph, the nearest counting most.

        Where the page surely broke lines, only these say so: cells of a table that begin small stand apart.
        """
        near = range(max(1, index - WINDOW), min(len(self._gaps), index + WINDOW))
        certain = [place for place in near if self._certain[place]]
        votes: Counter[int] = Counter()
        for place in certain or (place for place in near if self._low[place] and not self._ended[place - 1]):
            votes[self._gaps[place]] += 20 // (2 + abs(place - index))
        return votes.most_common(1)[0][0] if votes else 0

    def margin(self, index: int) -> int:
        """The indent of the lines nearby that begin no paragraph: where paragraphs are short, half of the lines begin one."""
        near = sorted(self._indents[max(0, index - WINDOW) : index + WINDOW])
        return near[len(near) // 4]

    def is_verse(self, index: int) -> bool:
        """True where most lines after an unfinished one begin with a capital: verse, names, a bibliography, cells of a table."""
        near = [
            self._high[line]
            for line in range(max(1, index - WINDOW), min(len(self._high), index + WINDOW))
            if not self._ended[line - 1] and (self._high[line] or self._low[line])
        ]
        if len(near) < 3:
            return len(near) == 2 and all(near) and self.width(index) <= VERSE_WIDTH
        return sum(near) > 0.7 * len(near)
