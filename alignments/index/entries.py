"""What the index knows of each variant, made for many texts at once: cutting and stemming them as one takes half as long."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aligner.words import tokens_of_lines
from alignments.index.recipe import LONGEST_WORD, MOST_WORDS, index_words, plain_text, stems_of

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
    """Entries of many texts without the numbers of their variants, column by column: between processes that is the fastest.

    `words` and `stems` have a line a text.
    """

    lengths: list[int]
    words: str
    stems: str

    def texts(self) -> tuple[list[str], list[str]]:
        """Words and stems, text by text."""
        return self.words.split("\n"), self.stems.split("\n")


def entries(numbered: Sequence[tuple[int, str]], language: str) -> list[Entry]:
    """The index entries of one or more texts of a language, given with the numbers of their variants."""
    lengths, words = cut([text for _, text in numbered])
    columns = Columns(lengths, as_lines(words), as_lines(map(stems_of(language).__getitem__, words)))
    return list(map(Entry, (variant for variant, _ in numbered), lengths, *columns.texts()))


def columns_of(entries: Sequence[Entry]) -> tuple[list[int], list[str], list[str]]:
    """The variants of entries, their words and their stems."""
    return [entry.variant for entry in entries], [entry.words for entry in entries], [entry.stems for entry in entries]


def cut(given: Iterable[str]) -> tuple[list[int], list[str]]:
    """The lengths of texts, and their words with a line end between text and text."""
    texts = [plain_text(text) for text in given]
    lengths = list(map(len, texts))
    words = tokens_of_lines(texts)
    if max(map(len, words), default=0) > LONGEST_WORD or max(lengths, default=0) > _LONGEST_TOGETHER:
        words = [word for text in texts for word in ("\n", *index_words(text))][1:]
    return lengths, words


def as_lines(words: Iterable[str]) -> str:
    """The words of every text, joined by spaces, in a line of its own; between the texts a line end is given."""
    return " ".join(words).replace(" \n", "\n").replace("\n ", "\n")
