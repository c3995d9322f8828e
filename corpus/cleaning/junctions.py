"""Where one line ends and the next begins."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.cleaning.layout import SLACK_OPEN, Layout, fills
from corpus.cleaning.pieces import Piece


class Junction(NamedTuple):
    """Two neighbouring lines and the page around them.

    `gap` counts the blank lines between them; `indent` and `opens_page` belong to the second one, `place` is where it stands in
    its run; `is_paged` is true where the file says where its pages begin.
    """

    before: str
    after: str
    gap: int
    indent: int
    opens_page: bool
    is_paged: bool
    layout: Layout
    place: int

    @property
    def width(self) -> int:
        """The measure of the page here (characters)."""
        return self.layout.width(self.place)

    def is_close(self, spare: int = 0) -> bool:
        """True where no more blank lines lie between than inside a paragraph, or so many more."""
        return self.gap <= spare or self.gap <= self.layout.usual_gap(self.place) + spare

    @property
    def margin(self) -> int:
        """The usual indent."""
        return self.layout.margin(self.place)

    @property
    def is_set_in(self) -> bool:
        """True where the second line begins further right than most lines here."""
        return self.indent >= self.margin + 2

    @property
    def is_verse(self) -> bool:
        """True where lines keep beginning with capitals though nothing ended before them."""
        return self.layout.is_verse(self.place)

    @property
    def is_wrapped(self) -> bool:
        """True where a page broke the lines, false where every line is a paragraph."""
        return self.layout.is_wrapped(self.place)

    @property
    def is_word_list(self) -> bool:
        """True where each of the lines is a word or term."""
        return self.layout.is_word_list(self.place)

    @property
    def is_spread(self) -> bool:
        """True when the line reaches the width only because white space spreads its words, and the next one had no room."""
        words, length = self.before.split(), len(self.before.strip())
        stretched = length - len(" ".join(words))
        return length >= (1 - SLACK_OPEN) * self.width and stretched <= len(self.after.split(maxsplit=1)[0])

    def is_full(self, slack: float) -> bool:
        """True when the first word of the next line would not have fitted; `slack` is the share of the width left to chance."""
        return fills(self.before, self.after, self.width * (1 - slack))


def junctions(lines: Sequence[Piece]) -> Iterator[Junction]:
    """Every junction of a run of lines, in order."""
    layout = Layout(lines)
    for place, (before, after) in enumerate(pairwise(lines), start=1):
        yield Junction(before.text, after.text, after.gap, after.indent, after.opens_page, after.page is not None, layout, place)
