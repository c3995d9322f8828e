"""Units as the checks see them: each text with its words, stems and numbers, made once when first asked for."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Protocol

from aligner.lexicon import builtin_lexicon
from aligner.signs.dates import DateSign, date_signs
from aligner.signs.numbers import NumberSign, number_signs
from aligner.words import romanise, stem, token_spans, tokens
from alignments.inspection.kinship import Kinship
from alignments.inspection.wording import language_name
from alignments.units import TranslationUnit, Variant
from corpus.languages import primary_language

ALIKE = 4
"""Letters that a word and its counterpart in another language begin with when they are the same word."""

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
        return [stem(word, self.language) for word in self.words]

    @cached_property
    def has_digits(self) -> bool:
        """True when there is a digit in the text."""
        return _DIGIT.search(self.text) is not None

    @cached_property
    def numbers(self) -> tuple[NumberSign, ...]:
        """The numbers of the text in canonical form."""
        return number_signs(self.text, self.primary)

    @cached_property
    def dates(self) -> tuple[DateSign, ...]:
        """The dates of the text that name a month."""
        return date_signs(self.text, self.primary)


class Surroundings(Protocol):
    """What a batch tells the view of a unit, worked out when asked for; texts are meant by their places in the unit."""

    @property
    def number(self) -> int:
        """The 0-based place of the unit in the collection."""

    @property
    def keys(self) -> Sequence[int]:
        """The keys of the texts."""

    @property
    def kinships(self) -> Mapping[tuple[int, int], Kinship]:
        """What two texts share, where that was worked out."""

    def unexplained(self, text: int, other: int) -> Sequence[int]:
        """Which words of a text none of another translates."""

    @property
    def before(self) -> TranslationUnit | None:
        """The unit before."""

    @property
    def after(self) -> TranslationUnit | None:
        """The next unit."""


class UnitView:
    """A unit with the texts that are there to be compared, and what is known of the units around it."""

    def __init__(self, unit: TranslationUnit, around: Surroundings) -> None:
        self.unit, self.around = unit, around
        self.texts = tuple(map(TextView, unit.variants, around.keys))
        self.filled = tuple(text for text in self.texts if text.length)

    def lacking(self, text: TextView, other: TextView) -> frozenset[int]:
        """The places of the words of a text that no word of the other is known to translate or begins like."""
        alike = {romanise(word)[:ALIKE] for word in other.words}
        unknown = self.around.unexplained(self.texts.index(text), self.texts.index(other))
        return frozenset(place for place in unknown if romanise(text.words[place])[:ALIKE] not in alike)

    def unexplained(self, text: TextView, other: TextView) -> list[str]:
        """The words of a text, each once, that have translations, of which the other text has none, nor a word like them.

        Translations are those of the built-in lexicon and those learned from the collection.
        """
        there = {concept for span in builtin_lexicon().all_spans(other.stems, other.primary) for concept in span.concepts}
        unknown = set(self.around.unexplained(self.texts.index(text), self.texts.index(other)))
        alike = {romanise(word)[:ALIKE] for word in other.words}
        words = [
            text.text[text.tokens[span.start][1] : text.tokens[span.stop - 1][2]]
            for span in builtin_lexicon().spans(text.stems, text.primary)
            if there.isdisjoint(span.concepts) and unknown.issuperset(range(span.start, span.stop))
        ]
        return list(dict.fromkeys(word for word in words if len(word) >= ALIKE and romanise(word)[:ALIKE] not in alike))

    @cached_property
    def pairs(self) -> tuple[tuple[TextView, TextView], ...]:
        """Every two texts that stand for the same sense, in the order of the unit."""
        return tuple(combinations(self.filled, 2))

    @property
    def related(self) -> tuple[tuple[TextView, TextView, Kinship], ...]:
        """Every two texts with what they share, where that was worked out."""
        return tuple((self.texts[i], self.texts[j], kinship) for (i, j), kinship in self.around.kinships.items())
