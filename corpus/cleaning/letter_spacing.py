"""Words printed with a space between their letters: `қ а м т и д ы .`, `К і р і с п е`, `жет інші  жиынтық  мерз імд і`."""

import re
from itertools import pairwise

from corpus.cleaning.ledger import Ledger
from corpus.cleaning.steps import Pieces, Step
from corpus.cleaning.traced import Edit, TracedText

_RUN = re.compile(r"(?<!\S)[«“(]?[^\s–—](?:\x20{1,3}[^\s–—])+[.,:;!?»”)]{0,2}(?!\S)")
_LONE = re.compile(r"\x20\S(?!\S)")
_WORD_GAP = re.compile(r"\x20\x20+")
_WITH_AND = re.compile(r"(?:[ыяю]|[^чвжгрзл] а) и\Z")
"""No Russian word ends in ыи, яи, юи, and in аи only such as `случаи`, `трамваи`: `и з м е н е н и е  к л и м а т а и`."""

_SINGLE = re.compile(r"(?<=\S)\x20(?=\S)")
_VOWELS = frozenset("аәеёиоөуұүыіэюяaeiouy")
FEWEST = 4
"""So many letters in a row make a word rather than names of variables: `Б Ұ Й Ы Р А М Ы Н`."""

MOSTLY = 0.8
"""The share of a line that must be single characters for the whole line to be closed."""

LONGEST_INSIDE = 3
"""Characters that stand together in such a line because a link or a number was set between: `б е р е д і .З а ң ы`."""

_SPLIT_LETTERS = frozenset("іІэЭмМ")
_SPLIT_FEWEST = 2
"""Letters that some converters split off where the font changes, and how many such spaces a line must have."""


def _letter_spacing(pieces: Pieces, ledger: Ledger) -> Pieces:
    cleaned = []
    for piece in pieces:
        edits = _edits(piece.text)
        ledger.note_edits("letter spacing", piece.text, _shown(piece.text, edits))
        cleaned.append(piece.with_text(piece.traced.edited(edits)))
    return tuple(cleaned)


def _edits(text: str) -> list[Edit]:
    if not _LONE.search(text):
        return []
    if _is_mostly_single(text.split()) and _is_spelt(text, FEWEST - 1):
        return _closed(text, 0, len(text))
    return [edit for run in _RUN.finditer(text) if _is_spelt(run[0], FEWEST) for edit in _closed(text, run.start(), _stop(run))]


def _stop(run: re.Match[str]) -> int:
    """Where the letters of a run inside a line end: before an и behind it that is a word of its own."""
    return run.end() - len(" и") if _WITH_AND.search(run[0]) else run.end()


def _is_mostly_single(words: list[str]) -> bool:
    return max(map(len, words)) <= LONGEST_INSIDE and sum(len(word) == 1 for word in words) >= MOSTLY * len(words)


def _is_spelt(text: str, fewest: int) -> bool:
    """True for single letters that can be a word: with a vowel, not in the order of the alphabet, not all one letter."""
    letters = [word.lower() for word in text.split() if len(word) == 1 and word.isalpha()]
    rising = all(first < second for first, second in pairwise(letters))
    return len(letters) >= fewest and not rising and len(set(letters)) > 1 and not _VOWELS.isdisjoint(letters)


def _closed(text: str, start: int, stop: int) -> list[Edit]:
    """Single spaces go, wider gaps stay between words."""
    return [Edit(space.start(), space.end(), "") for space in _SINGLE.finditer(text, start, stop) if start < space.start()]


def _shown(text: str, edits: list[Edit]) -> list[Edit]:
    """The closed stretches as one edit each, so that a line of forty spaces is counted once."""
    if not edits:
        return []
    start, stop = edits[0].start - 1, edits[-1].stop + 1
    closed = TracedText(text, range(len(text))).edited(edits).text[start : stop - len(edits)]
    return [Edit(start, stop, _WORD_GAP.sub(" ", closed))]


def _split_letters(pieces: Pieces, ledger: Ledger) -> Pieces:
    cleaned = []
    for piece in pieces:
        edits = _joins(piece.text)
        ledger.note_edits("split letters", piece.text, edits)
        cleaned.append(piece.with_text(piece.traced.edited(edits)))
    return tuple(cleaned)


def _joins(text: str) -> list[Edit]:
    """In a line whose words stand two spaces apart, every single space beside і, э or м is a break inside a word.

    Wider gaps are those of a table: `15.10   Негізгі баяндамалар   ректор`.
    """
    gaps = _WORD_GAP.findall(text.strip())
    if len(gaps) < _SPLIT_FEWEST or any(len(gap) > 2 for gap in gaps):
        return []
    spaces = list(_SINGLE.finditer(text))
    inside = [
        space for space in spaces if {text[space.start() - 1], text[space.end()]} & _SPLIT_LETTERS or text[space.end()] in ".,;:"
    ]
    return [Edit(space.start(), space.end(), "") for space in spaces] if inside and len(inside) == len(spaces) else []


LETTER_SPACING = Step("letter spacing", "letters printed apart closed to words", _letter_spacing)
SPLIT_LETTERS = Step("split letters", "і, э and м split off by a change of font joined again", _split_letters)
