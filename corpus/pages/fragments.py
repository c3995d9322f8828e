"""The unbroken stretches of one line that letters form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from statistics import median
from typing import NamedTuple

from corpus.markup.raised import RAISED, raised
from corpus.pages.lent_letters import with_lent_letters
from corpus.pages.letters import Letter, Type, is_on_one_line

WIDE_GAP = 0.8
"""Gap, in heights of the letters, that may end a stretch; most spaces between words are 0.2 to 0.6."""
UNUSUAL = 1.6
"""How much wider than the line's other gaps it must be: all spaces of a justified line are wide alike."""
USUAL_SPACE = 0.3
"""A space between words that nothing stretched, in heights of the letters."""
RAISED_HEIGHT = 0.88
"""The share of its neighbours' height that a raised digit may have; browsers make it five sixths."""
RAISED_FOOT = 0.3
"""The share of their height by which it must stand above their feet: raised ones by .4, others by .2 beside a deep letter."""
LETTERS_BEFORE = 5
"""How many letters and digits before a digit show the line it stands on: in some fonts the box of a `р` goes further down."""


class Word(NamedTuple):
    """Letters without a space between them, and where they begin and end on their line."""

    text: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of one line without an unusual gap: its words from left to right, its lower and upper edge.

    `type` is that of all its letters, None where they differ or nothing is known.
    """

    words: tuple[Word, ...]
    bottom: float
    top: float
    type: Type | None = None

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins, in points."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends, in points."""
        return self.words[-1].right

    @property
    def height(self) -> float:
        """About the size of the type, in points."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height of its middle line on the page."""
        return (self.top + self.bottom) / 2

    def parted(self, edge: float) -> "tuple[Fragment, ...]":
        """The parts before and behind a gap that ends at an edge: two columns with wide spaces may seem one line."""
        for place, (before, word) in enumerate(pairwise(self.words), start=1):
            if abs(word.left - edge) <= 2.0 and word.left - before.right > WIDE_GAP * self.height:
                return replace(self, words=self.words[:place]), replace(self, words=self.words[place:])
        return (self,)


def fragments_of(letters: Iterable[Letter]) -> list[Fragment]:
    """The stretches in the order of the letters; an unusually wide gap, a step back or another line begins a new one."""
    return [_fragment(words) for run in with_lent_letters(_runs_of_words(letters)) for words in _without_wide_gaps(run)]


def _runs_of_words(letters: Iterable[Letter]) -> Iterator[list[list[Letter]]]:
    """The words that follow each other to the right on one line."""
    run: list[list[Letter]] = []
    is_new_word = True
    for letter in letters:
        if letter.is_space:
            is_new_word = True
            continue
        if run and not _goes_on(run[-1][-1], letter):
            yield run
            run = []
        printed = _as_printed(letter, run) if letter.text.isdigit() else letter
        if not run or _is_apart(run[-1][-1], printed, spaced=is_new_word, raised_now=printed is not letter):
            run.append([])
        run[-1].append(printed)
        is_new_word = False
    if run:
        yield run


def _as_printed(letter: Letter, run: list[list[Letter]]) -> Letter:
    """A digit, a small one that stands high above the line as a raised one."""
    before = (one for word in reversed(run) for one in reversed(word) if one.text.isalnum() and one.text not in RAISED)
    line = max(islice(before, LETTERS_BEFORE), key=lambda one: one.bottom, default=letter)
    height = line.top - line.bottom
    is_raised = letter.top - letter.bottom < RAISED_HEIGHT * height and letter.bottom > line.bottom + RAISED_FOOT * height
    return letter._replace(text=raised(letter.text)) if is_raised else letter


def _goes_on(last: Letter, letter: Letter) -> bool:
    """True when a letter stands on the last one's line and not before it."""
    if not is_on_one_line(last, letter):
        return False
    step_back = last.right - letter.left
    return step_back < 1.0 or step_back <= 0.5 * _size(last, letter)


def _is_apart(last: Letter, letter: Letter, *, spaced: bool, raised_now: bool) -> bool:
    """True when a letter begins a word: behind a space, though not a raised digit that touches its word, or a wide gap."""
    gap = letter.left - last.right
    if spaced:
        return not raised_now or gap > 0.15 * _size(last, letter)
    return gap > 1.0 and gap > WIDE_GAP * _size(last, letter)


def _size(one: Letter, other: Letter) -> float:
    return max(one.top - one.bottom, other.top - other.bottom)


def _without_wide_gaps(run: list[list[Letter]]) -> list[list[list[Letter]]]:
    """The parts of a run, cut at its widest gap as long as that one is unusual among the gaps of its part."""
    gaps = [after[0].left - before[-1].right for before, after in pairwise(run)]
    if not gaps:
        return [run]
    place = gaps.index(max(gaps))
    others = gaps[:place] + gaps[place + 1 :]
    usual = median(others) if others else 0.0
    if gaps[place] <= max(WIDE_GAP * _size(run[place][-1], run[place + 1][0]), UNUSUAL * usual):
        return [run]
    return [*_without_wide_gaps(run[: place + 1]), *_without_wide_gaps(run[place + 1 :])]


def _fragment(words: list[list[Letter]]) -> Fragment:
    return Fragment(
        words=tuple(Word("".join(letter.text for letter in word), word[0].left, word[-1].right) for word in words),
        bottom=median(letter.bottom for word in words for letter in word),
        top=median(letter.top for word in words for letter in word),
        type=common_type(letter.type for word in words for letter in word),
    )


def common_type(types: Iterable[Type | None]) -> Type | None:
    """The type, where it is the same wherever it is known."""
    found = set(types) - {None}
    return found.pop() if len(found) == 1 else None
