"""Letters that another font lent: drawn after their line, into the gaps that its own font left, as `ө` into `к птен`.

LibreOffice draws so whatever Kazakh letters the font of a text lacks.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpus.pages.letters import Letter, is_on_one_line

Run = list[list[Letter]]
"""Words that follow each other to the right on one line."""

NEAR = 4
"""How many runs back the line of lent letters is looked for."""
TOUCHING = 0.15
"""Gap, in heights of the letters, below which two letters belong to one word; spaces are .2 and more."""
OVERLAP = 0.25
"""The share of its width by which a letter may lie over its neighbour."""


def with_lent_letters(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, those of lent letters put into the gaps of their lines."""
    waiting: list[Run] = []
    for run in runs:
        for place in reversed(range(len(waiting))):
            if _fills_gaps(waiting[place], run):
                waiting[place] = _merged(waiting[place], run)
                break
        else:
            waiting.append(run)
            if len(waiting) > NEAR:
                yield waiting.pop(0)
    yield from waiting


def _fills_gaps(line: Run, lent: Run) -> bool:
    """True when letters begin before a line ends, lie over none of its own and touch one of them.

    Letters of the line itself may lie over each other, as a full stop that is set under the arm of an `у`.
    """
    first, last = lent[0][0], lent[-1][-1]
    if not is_on_one_line(line[0][0], first):
        return False
    if first.left >= line[-1][-1].right or last.right < line[0][0].left - _touching(last, line[0][0]):
        return False
    own = {id(letter) for word in line for letter in word}
    touching = False
    for before, after in pairwise(sorted((letter for word in (*line, *lent) for letter in word), key=_left)):
        if (id(before) in own) == (id(after) in own):
            continue
        gap = after.left - before.right
        if gap < -OVERLAP * min(before.right - before.left, after.right - after.left):
            return False
        touching |= gap < _touching(before, after)
    return touching


def _merged(line: Run, lent: Run) -> Run:
    """The words of both: spaces between letters that come from the same of them stay, others are seen from the gap."""
    word_of = {id(letter): (run is line, number) for run in (line, lent) for number, word in enumerate(run) for letter in word}
    letters = sorted((letter for word in (*line, *lent) for letter in word), key=_left)
    words = [[letters[0]]]
    for before, after in pairwise(letters):
        (is_own, word), (is_next_own, next_word) = word_of[id(before)], word_of[id(after)]
        touches = word == next_word if is_own == is_next_own else after.left - before.right <= _touching(before, after)
        if not touches:
            words.append([])
        words[-1].append(after)
    return words


def _touching(one: Letter, other: Letter) -> float:
    """The gap below which two letters touch, in points; a font that lends letters may be the taller one."""
    return TOUCHING * min(one.top - one.bottom, other.top - other.bottom)


def _left(letter: Letter) -> float:
    return letter.left
