"""What the index knows of each variant, made for many texts at once: cutting and stemming them as one takes half as long."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aligner.words import tokens_of_lines
from alignments.index.recipe import LONGEST_WORD, MOST_WORDS, Stems, index_words, plain_text, stems_of

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


class Columns(NamedTuple):
    """Entries of many texts without the numbers of their variants, column by column: between processes that is the fastest."""

    lengths: list[int]
    words: list[str]
    stems: list[str]

    def entries(self, variants: Sequence[int]) -> list[Entry]:
        """The entries, of variants of these numbers."""
        return list(map(Entry, variants, self.lengths, self.words, self.stems))


def entries(numbered: Sequence[tuple[int, str]], language: str) -> list[Entry]:
    """The index entries of one or more texts of a language, given with the numbers of their variants."""
    return entry_columns([text for _, text in numbered], stems_of(language)).entries([variant for variant, _ in numbered])


def entry_columns(given: Sequence[str], stems: Stems) -> Columns:
    """The entries of one or more texts, whose stems are those given."""
    texts = [plain_text(text) for text in given]
    lengths = list(map(len, texts))
    words = tokens_of_lines(texts)
    if max(map(len, words), default=0) > LONGEST_WORD or max(lengths, default=0) > _LONGEST_TOGETHER:
        cut = list(map(index_words, texts))
        return Columns(lengths, list(map(" ".join, cut)), [" ".join(map(stems.__getitem__, own)) for own in cut])
    return Columns(lengths, _lines(words), _lines(map(stems.__getitem__, words)))


def _lines(words: Iterable[str]) -> list[str]:
    """The words of every text, joined by spaces, where line ends stand between the texts."""
    return [line.strip(" ") for line in " ".join(words).split("\n")]
