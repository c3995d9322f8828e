"""How much of a unit's content both its texts share, compared with what its neighbours' texts would share."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from aligner.lexicon import Concept, builtin_concepts
from aligner.words import tokens
from alignments.inspection.associations import Associations, associate
from alignments.inspection.overlap import Floats, explained_weight, shared_weight
from alignments.inspection.vocabulary import Rows, Vocabulary, rows_of
from alignments.units import TranslationUnit
from corpus.languages import primary_language

OFFSETS = np.array([0, -1, 1, -2, 2], dtype=np.int64)
"""The unit itself first, then the neighbours its second text is taken from for comparison."""

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two texts of a unit share.

    `letters` is the cosine of their letter n-grams; `first`, `second` the part of each that the words of the other explain;
    all three 0…1. `usual` is what the first text shares with the neighbours' second texts (letters and words summed),
    `rival` the most it shares with one of them and `rival_offset` which one (-1: that of the unit before).
    """

    letters: float
    first: float
    second: float
    usual: float
    rival: float
    rival_offset: int

    @property
    def content(self) -> float:
        """Letters and words summed, 0…2."""
        return self.letters + (self.first + self.second) / 2


@dataclass(frozen=True, slots=True)
class KinshipModel:
    """The words of a collection, how much each says, and which translate each other."""

    vocabulary: Vocabulary
    associations: Associations
    root_weights: Floats
    gram_weights: Floats

    def relate(self, texts: Sequence[tuple[int, str, Words, str, Words]]) -> dict[int, Kinship]:
        """The kinship of units given in order as (number, language, words, language, words), all of one pair of languages."""
        roots_a = rows_of([self.vocabulary.root_row(words, language) for _, language, words, _, _ in texts])
        roots_b = rows_of([self.vocabulary.root_row(words, language) for _, _, _, language, words in texts])
        grams_a = rows_of([self.vocabulary.gram_row(words) for _, _, words, _, _ in texts])
        grams_b = rows_of([self.vocabulary.gram_row(words) for _, _, _, _, words in texts])
        gram_weights = _extended(self.gram_weights, len(self.vocabulary.grams))
        letters = shared_weight(grams_a.values, grams_a.starts, grams_b.values, grams_b.starts, gram_weights, OFFSETS)
        second = self._explained(roots_a, roots_b, OFFSETS)
        first = np.full_like(second, np.nan)
        for place, offset in enumerate(OFFSETS):
            column = self._explained(roots_b, roots_a, np.array([-offset]))[:, 0]
            rows = np.arange(len(texts)) + offset
            inside = (rows >= 0) & (rows < len(texts))
            first[inside, place] = column[rows[inside]]
        return _kinships([number for number, *_ in texts], letters, first, second)

    def _explained(self, first: Rows, second: Rows, offsets: NDArray[np.int64]) -> Floats:
        weights = _extended(self.root_weights, len(self.vocabulary.roots))
        known = self.associations
        result: Floats = explained_weight(
            first.values,
            first.starts,
            second.values,
            second.starts,
            weights,
            offsets,
            known.others.values,
            known.others.starts,
            known.strengths,
        )
        return result


def learn_kinship(units: Sequence[TranslationUnit], concepts: Iterable[Concept] | None = None) -> KinshipModel:
    """Learn from sampled units, and from the built-in lexicon unless other concepts are given."""
    vocabulary = Vocabulary()
    sides: dict[tuple[str, str], tuple[list[list[int]], list[list[int]]]] = defaultdict(lambda: ([], []))
    roots: list[list[int]] = []
    grams: list[list[int]] = []
    for unit in units:
        words = [(primary_language(variant.language), tokens(variant.text)) for variant in unit.variants]
        rows = [(language, vocabulary.root_row(own, language)) for language, own in words]
        roots += (row for _, row in rows)
        grams += (vocabulary.gram_row(own) for _, own in words)
        for (language, row), (other_language, other) in combinations(rows, 2):
            sides[language, other_language][0].append(row)
            sides[language, other_language][1].append(other)
    associations = associate(vocabulary, sides.values(), builtin_concepts() if concepts is None else concepts)
    root_weights = _rarity(roots, len(vocabulary.roots))
    return KinshipModel(vocabulary, associations, root_weights, _rarity(grams, len(vocabulary.grams)))


def _rarity(rows: Sequence[Sequence[int]], size: int) -> Floats:
    """The weight of each number: the rarer, the more it says."""
    seen = np.bincount(rows_of(rows).values, minlength=size)
    return np.log1p((len(rows) + 1) / (seen + 0.5)).astype(np.float32)


def _extended(weights: Floats, size: int) -> Floats:
    """The weights with those of numbers that came later, which are rare."""
    rarest = weights.max() if len(weights) else np.float32(1)
    return np.concatenate([weights, np.full(size - len(weights), rarest, np.float32)])


def _kinships(numbers: Sequence[int], letters: Floats, first: Floats, second: Floats) -> dict[int, Kinship]:
    content = letters + (first + second) / 2
    rivals = np.where(np.isnan(content[:, 1:]), -1, content[:, 1:])
    counted = np.maximum((rivals >= 0).sum(1), 1)
    usual = np.where(rivals >= 0, rivals, 0).sum(1) / counted
    best = OFFSETS[1 + rivals.argmax(1)]
    columns = (letters[:, 0], first[:, 0], second[:, 0], usual, rivals.max(1), best)
    return {number: Kinship(*row) for number, *row in zip(numbers, *(column.tolist() for column in columns), strict=True)}
