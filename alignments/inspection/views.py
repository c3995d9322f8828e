"""Units as the checks see them: each text with its words, stems and numbers, made once when first asked for."""

import re
from functools import cached_property
from itertools import combinations

from aligner.numbers import NumberSign, number_signs
from aligner.words import stem, token_spans, tokens
from alignments.inspection.kinship import Kinship
from alignments.inspection.wording import language_name
from alignments.units import TranslationUnit, Variant
from corpus.languages import primary_language

_DIGIT = re.compile(r"\d")


class TextView:
    """One variant of a unit; offsets are code points into its text."""

    def __init__(self, variant: Variant) -> None:
        self.variant = variant
        self.text = variant.text
        self.language = variant.language
        self.primary = primary_language(variant.language)
        self.length = len(self.text) - self.text.count(" ")

    @property
    def name(self) -> str:
        """The language in English words, for messages."""
        return language_name(self.language)

    @cached_property
    def words(self) -> list[str]:
        """Folded words in order."""
        return tokens(self.text)

    @cached_property
    def tokens(self) -> list[tuple[str, int, int]]:
        """The words with their offsets."""
        return token_spans(self.text)

    @cached_property
    def stems(self) -> list[str]:
        """A stem for each word, in order."""
        return [stem(word, self.primary) for word in self.words]

    @cached_property
    def has_digits(self) -> bool:
        """True when there is a digit in the text."""
        return _DIGIT.search(self.text) is not None

    @cached_property
    def numbers(self) -> tuple[NumberSign, ...]:
        """The numbers of the text in canonical form."""
        return number_signs(self.text, self.primary)


class UnitView:
    """A unit with the texts that are there to be compared; `number` is its 0-based place in the collection."""

    def __init__(self, unit: TranslationUnit, number: int = 0) -> None:
        self.unit = unit
        self.number = number
        self.texts = tuple(map(TextView, unit.variants))
        self.filled = tuple(text for text in self.texts if text.length)
        self.kinships: dict[tuple[int, int], Kinship] = {}
        self.alone: Kinship | None = None
        """Of a unit with one text: what it shares with the texts of its neighbours."""
        self.neighbours: tuple[UnitView, ...] = ()

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Every two places whose texts are there to be compared, in the order of the unit."""
        return tuple(combinations([place for place, text in enumerate(self.texts) if text.length], 2))

    @cached_property
    def pairs(self) -> tuple[tuple[TextView, TextView], ...]:
        """Every two texts that stand for the same sense, in the order of the unit."""
        return tuple((self.texts[i], self.texts[j]) for i, j in self.places)

    def place_of(self, language: str) -> int | None:
        """Where the text in this language stands, if there is one."""
        return next((place for place, text in enumerate(self.texts) if text.length and text.language == language), None)

    def words_at(self, place: int | None) -> list[str]:
        """The words of the text at a place; none where there is no text."""
        return [] if place is None else self.texts[place].words

    @property
    def related(self) -> tuple[tuple[TextView, TextView, Kinship], ...]:
        """Every two texts with what they share, where that was worked out."""
        return tuple((self.texts[i], self.texts[j], kinship) for (i, j), kinship in self.kinships.items())
