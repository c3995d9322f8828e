"""How much of a unit's content both its texts share, compared with what its neighbours' texts would share."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from aligner.words import tokens
from alignments.inspection.associations import Associations, associate, listed_words
from alignments.inspection.overlap import Floats, explained_weight, shared_weight, slipped_weight
from alignments.inspection.vocabulary import Rows, Vocabulary
from alignments.units import TranslationUnit
from corpus.languages import primary_language

OFFSETS = np.array([0, -1, 1, -2, 2], dtype=np.int64)
"""The unit itself first, then the neighbours its texts are compared with."""

MIRRORED = (0, 2, 1, 4, 3)
"""Where in OFFSETS the opposite of each offset stands."""

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two texts of a unit share.

    `letters` is the cosine of their letter n-grams; `first`, `second` the part of each that the words of the other explain;
    all three 0…1. `usual` is what neighbours' texts share with the unit's (letters and words summed) in the mean, `rival` the
    most that one of them shares; `rival_offset` says which neighbour (-1 is the unit before) and `rival_is_first` whether it
    is the neighbour's first text, set beside this unit's second, or the other way round. `slip` is the weight of what stands at
    an edge of a text and fits the neighbour's better.
    """

    letters: float
    first: float
    second: float
    usual: float
    rival: float
    rival_offset: int
    rival_is_first: bool
    slip: float = 0.0

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

    def relate(self, languages: tuple[str, str], texts: Sequence[tuple[int, Words, Words]]) -> dict[int, Kinship]:
        """The kinship of units given in order as (number, words, words), all of one pair of languages."""
        words_a = self.vocabulary.words([words for _, words, _ in texts], languages[0])
        words_b = self.vocabulary.words([words for _, _, words in texts], languages[1])
        roots_a, roots_b = self.vocabulary.roots_of(words_a), self.vocabulary.roots_of(words_b)
        grams_a, grams_b = self.vocabulary.grams_of(words_a), self.vocabulary.grams_of(words_b)
        gram_weights = _extended(self.gram_weights, len(self.vocabulary.grams))
        letters = shared_weight(grams_a, grams_b, gram_weights, OFFSETS)
        second = self._explained(roots_a, roots_b)
        first = _turned(self._explained(roots_b, roots_a))
        slip = np.maximum(self._slipped(roots_a, roots_b), self._slipped(roots_b, roots_a))
        return _kinships([number for number, *_ in texts], (letters, first, second), slip)

    def _slipped(self, first: Rows, second: Rows) -> Floats:
        weights = _extended(self.root_weights, len(self.vocabulary.roots))
        return slipped_weight(first, second, weights, (self.associations.others, self.associations.strengths))

    def _explained(self, first: Rows, second: Rows) -> Floats:
        weights = _extended(self.root_weights, len(self.vocabulary.roots))
        return explained_weight(first, second, weights, OFFSETS, (self.associations.others, self.associations.strengths))


def learn_kinship(units: Sequence[TranslationUnit]) -> KinshipModel:
    """Learn from sampled units and the built-in lexicon."""
    known, listed = listed_words()
    vocabulary = known.copy()
    texts: dict[str, list[list[str]]] = defaultdict(list)
    sides: dict[tuple[str, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for unit in units:
        places = []
        for variant in unit.variants:
            language = primary_language(variant.language)
            places.append((language, len(texts[language])))
            texts[language].append(tokens(variant.text))
        for (language, place), (other_language, other) in combinations(places, 2):
            sides[language, other_language][0].append(place)
            sides[language, other_language][1].append(other)
    words = {language: vocabulary.words(own, language) for language, own in texts.items()}
    texts.clear()
    roots = {language: vocabulary.roots_of(own) for language, own in words.items()}
    together = [((roots[first], a), (roots[second], b)) for (first, second), (a, b) in sides.items()]
    associations = associate(len(vocabulary.roots), together, listed)
    root_weights = _rarity(roots.values(), len(vocabulary.roots))
    return KinshipModel(
        vocabulary, associations, root_weights, _rarity(map(vocabulary.grams_of, words.values()), len(vocabulary.grams))
    )


def _rarity(rows: Iterable[Rows], size: int) -> Floats:
    """The weight of each number: the rarer, the more it says."""
    seen, texts = np.zeros(size), 0
    for one in rows:
        seen += np.bincount(one.values, minlength=size)
        texts += len(one)
    return np.log1p((texts + 1) / (seen + 0.5)).astype(np.float32)


def _extended(weights: Floats, size: int) -> Floats:
    """The weights with those of numbers that came later, which are rare."""
    rarest = weights.max() if len(weights) else np.float32(1)
    return np.concatenate([weights, np.full(size - len(weights), rarest, np.float32)])


def _kinships(numbers: Sequence[int], shared: tuple[Floats, Floats, Floats], slip: Floats) -> dict[int, Kinship]:
    letters, first, second = shared
    content: Floats = (letters + (first + second) / 2).astype(np.float32)
    others = np.concatenate([content[:, 1:], _turned(content)[:, 1:]], axis=1)
    there = ~np.isnan(others)
    rivals = np.where(there, others, -1)
    usual = np.where(there, others, 0).sum(1) / np.maximum(there.sum(1), 1)
    best = rivals.argmax(1)
    neighbours = len(OFFSETS) - 1
    offsets, is_first = OFFSETS[1 + best % neighbours], best >= neighbours
    columns = (letters[:, 0], first[:, 0], second[:, 0], usual, rivals.max(1), offsets, is_first, slip)
    return {number: Kinship(*row) for number, *row in zip(numbers, *(column.tolist() for column in columns), strict=True)}


def _turned(values: Floats) -> Floats:
    """What stands at (row i, offset o) for the pair (i, i + o), put where the pair (i + o, i) is looked for."""
    turned = np.full_like(values, np.nan)
    places = np.arange(len(values))
    for column, offset in enumerate(OFFSETS.tolist()):
        inside = (places + offset >= 0) & (places + offset < len(values))
        turned[inside, column] = values[places[inside] + offset, MIRRORED[column]]
    return turned
