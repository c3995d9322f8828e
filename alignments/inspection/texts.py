"""The texts of many units as columns: a row a text, in the order of the units and of their variants."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from aligner.spelling.kazakh_latin import in_cyrillic, is_kazakh_latin
from alignments.columns import Columns
from alignments.inspection.letters import Letters, codes_of, folded_codes
from alignments.inspection.rows import Places, Rows
from alignments.inspection.vocabulary import FoldedLetters
from corpus.languages import primary_language

Flags = NDArray[np.bool_]

LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
KAZAKH_LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
CYRILLIC_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁ" + KAZAKH_LETTERS
_CAPITALS = frozenset(letter for letter in LATIN_LETTERS + CYRILLIC_LETTERS if letter.isupper())


class Texts:
    """All variants of some units; what costs something is worked out when first asked for."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.texts, self.languages = columns.texts, columns.languages
        self.units: Places = np.repeat(np.arange(len(columns)), columns.sizes)
        """The place of the unit of each text."""

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def lengths(self) -> Places:
        """Characters that are no spaces."""
        return self.letters.texts.sizes - self.count(" ")

    @cached_property
    def letters(self) -> Letters:
        """The texts as they are written."""
        return Letters(codes_of(self.texts))

    @cached_property
    def folded(self) -> FoldedLetters:
        """The texts as they are compared."""
        return FoldedLetters(folded_codes(self.letters))

    def count(self, letters: str) -> Places:
        """How many of these letters each text has."""
        return self.letters.count(frozenset(letters).__contains__)

    @cached_property
    def is_latin(self) -> Flags:
        """Which letters of the texts as written are Latin."""
        return self.letters.are(frozenset(LATIN_LETTERS).__contains__)

    @cached_property
    def latin(self) -> Places:
        """How many Latin letters each text has."""
        return self.letters.texts.count(self.is_latin)

    @cached_property
    def cyrillic(self) -> Places:
        """How many Cyrillic letters each text has, those of Kazakh included."""
        return self.count(CYRILLIC_LETTERS)

    @cached_property
    def keys(self) -> NDArray[np.uint64]:
        """A number for each text that the same text always has, whatever its case and spaces."""
        return self.folded.keys(lambda letter: not letter.isspace())

    @cached_property
    def has_digits(self) -> Flags:
        """Which texts have a digit."""
        return self.letters.count(str.isdecimal) > 0

    @cached_property
    def capitalised(self) -> Flags:
        """Which words of the texts as written begin with a capital and have more than one letter."""
        starts, stops = self.letters.words
        return self.letters.are(_CAPITALS.__contains__)[starts] & (stops - starts > 1)

    @cached_property
    def words(self) -> Rows:
        """A number for each folded word."""
        return self.folded.identities

    @cached_property
    def roots(self) -> Rows:
        """A number for each word's root, which carries the language; Kazakh in Latin letters has those of Cyrillic ones."""
        names, languages = self.named_languages
        folded = self._folded_in_cyrillic() if any(map(is_kazakh_latin, names)) else self.folded
        return folded.roots(np.array([language_seed(name) for name in names], dtype=np.uint64)[languages])

    def _folded_in_cyrillic(self) -> FoldedLetters:
        """As `folded`, with as many words in each text."""
        pairs = zip(self.texts, self.languages, strict=True)
        texts = [in_cyrillic(text) if is_kazakh_latin(language) else text for text, language in pairs]
        return FoldedLetters(folded_codes(Letters(codes_of(texts))))

    @cached_property
    def grams(self) -> Rows:
        """The letter n-grams of each text."""
        return self.folded.grams()

    @cached_property
    def pairs(self) -> tuple[Places, Places]:
        """Every two texts of a unit that are there to be compared, in the order of the units."""
        filled = np.flatnonzero(self.lengths)
        most = int(np.bincount(self.units[filled]).max(initial=1)) if len(filled) else 1
        steps = [(filled[:-step], filled[step:]) for step in range(1, most)]
        together = [(first[same], second[same]) for first, second in steps for same in [self.units[first] == self.units[second]]]
        first, second = (np.concatenate([pair[side] for pair in together] or [filled[:0]]) for side in (0, 1))
        order = np.lexsort((second, first))
        return first[order], second[order]

    def in_language(self, language: str) -> Flags:
        """Which texts are in a language."""
        names, numbers = self.named_languages
        chosen: Flags = numbers == (names.index(language) if language in names else -1)
        return chosen

    @cached_property
    def named_languages(self) -> tuple[list[str], Places]:
        """The languages of the texts in alphabetical order, and which of them each text has."""
        names = sorted(set(self.languages))
        numbers = {name: number for number, name in enumerate(names)}
        return names, np.array([*map(numbers.__getitem__, self.languages)], dtype=np.int64)


def roots_of(texts: Sequence[str], language: str) -> Rows:
    """The roots of texts that are all in one language."""
    return FoldedLetters(folded_codes(Letters(codes_of(texts)))).roots(np.full(len(texts), language_seed(language), np.uint64))


def language_seed(language: str) -> int:
    """A number for the primary language of a tag, the same at every run."""
    return int.from_bytes(primary_language(language).encode(), "big") & 0xFFFF_FFFF_FFFF_FFFF
