"""Units as the checks see them: each text with its words, stems and numbers, made once when first asked for."""

import re
from collections.abc import Mapping, Sequence
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
    """One variant of a unit; offsets are code points into its text; texts that say the same letter by letter share the key."""

    def __init__(self, variant: Variant, key: int) -> None:
        self.variant, self.key = variant, key
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

    def __init__(
        self, unit: TranslationUnit, number: int, keys: Sequence[int], kinships: Mapping[tuple[int, int], Kinship]
    ) -> None:
        self.unit = unit
        self.number = number
        self.texts = tuple(map(TextView, unit.variants, keys))
        self.filled = tuple(text for text in self.texts if text.length)
        self._kinships = kinships

    @cached_property
    def pairs(self) -> tuple[tuple[TextView, TextView], ...]:
        """Every two texts that stand for the same sense, in the order of the unit."""
        return tuple(combinations(self.filled, 2))

    @property
    def related(self) -> tuple[tuple[TextView, TextView, Kinship], ...]:
        """Every two texts with what they share, where that was worked out."""
        return tuple((self.texts[i], self.texts[j], kinship) for (i, j), kinship in self._kinships.items())
