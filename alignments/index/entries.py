"""What the index knows of each variant, made for many texts at once: cutting and stemming them as one takes half as long."""

from collections.abc import Sequence
from typing import NamedTuple

from aligner.words import tokens_of_lines
from alignments.index.recipe import LONGEST_WORD, MOST_WORDS, index_stems, index_words, plain_text

_LONGEST_TOGETHER = MOST_WORDS // 8
"""Letters of a text up to which no more than MOST_WORDS words can come of it, whatever NFKC makes of its signs."""


class Entry(NamedTuple):
    """What the index knows of one variant: `length` is its letters, for fuzzy search among texts of similar length.

    Words and stems are one text each, with spaces between: a load holds thousands of entries, and that takes a fifth of the room.
    """

    variant: int
    length: int
    words: str
    stems: str


def entries(numbered: Sequence[tuple[int, str]], language: str) -> list[Entry]:
    """The index entries of one or more texts of a language, given with the numbers of their variants."""
    texts = [plain_text(text) for _, text in numbered]
    words = tokens_of_lines(texts)
    if max(map(len, words), default=0) > LONGEST_WORD or max(map(len, texts), default=0) > _LONGEST_TOGETHER:
        return [_entry(variant, text, language) for (variant, _), text in zip(numbered, texts, strict=True)]
    both = zip(_lines(words), _lines(index_stems(words, language)), strict=True)
    return [Entry(variant, len(text), *line) for (variant, _), text, line in zip(numbered, texts, both, strict=True)]


def _entry(variant: int, text: str, language: str) -> Entry:
    words = index_words(text)
    return Entry(variant, len(text), " ".join(words), " ".join(index_stems(words, language)))


def _lines(words: Sequence[str]) -> list[str]:
    """The words of every text, joined by spaces, where line ends stand between the texts."""
    return [line.strip(" ") for line in " ".join(words).split("\n")]
