"""How much of a unit's content both its texts share, compared with what its neighbours' texts would share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from alignments.columns import Columns
from alignments.inspection.associations import Associations, associate, listed_words
from alignments.inspection.hashing import GRAMS
from alignments.inspection.known_keys import KnownKeys
from alignments.inspection.overlap import Floats, explained_weight, explained_words, shared_weight, slipped_weight
from alignments.inspection.rows import Places, Rows
from alignments.inspection.texts import Flags, Texts
from corpus.languages import primary_language

OFFSETS = np.array([0, -1, 1, -2, 2], dtype=np.int64)
"""The unit itself first, then the neighbours its texts are compared with."""

OWN, AFTER, BEFORE = 0, 1, 2
"""Where in OFFSETS a text is looked at by its own unit, by the one after it, by the one before it."""

MIRRORED = (0, 2, 1, 4, 3)
"""Where in OFFSETS the opposite of each offset stands."""


AT_ONCE = 1_000
"""Units learned from at once: the letters of all would take many megabytes."""


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


def content_of(kinships: NDArray[np.void]) -> Floats:
    """Letters and words summed, 0…2, of a table of KINSHIP."""
    content: Floats = kinships["letters"] + (kinships["first"] + kinships["second"]) / 2
    return content


KINSHIP = np.dtype(
    [(name, "f4") for name in ("letters", "first", "second", "usual", "rival")]
    + [("rival_offset", "i8"), ("rival_is_first", "?"), ("slip", "f4")]
)
"""The fields of `Kinship` as columns."""


@dataclass(frozen=True, slots=True)
class KinshipModel:
    """The roots of a collection, how much each root and n-gram says, and which roots translate each other."""

    known: KnownKeys
    associations: Associations
    root_weights: Floats
    gram_weights: Floats

    def relate(self, texts: Texts, first: Places, second: Places) -> NDArray[np.void]:
        """The kinship of texts beside texts, a row a unit; a place under 0 is an empty text, where both are there is no pair."""
        roots = self.known.numbered(texts.roots)
        roots_a, roots_b = roots.take(first), roots.take(second)
        letters = shared_weight(texts.grams.take(first), texts.grams.take(second), self.gram_weights, OFFSETS)
        explained, slip = self._explained(roots_a, roots_b)
        mirrored, mirrored_slip = self._explained(roots_b, roots_a)
        letters[_off(OFFSETS, (first >= 0) | (second >= 0))] = np.nan
        return _kinships(letters, _turned(mirrored), explained, np.maximum(slip, mirrored_slip))

    def _explained(self, first: Rows, second: Rows) -> tuple[Floats, Floats]:
        """What part of each row of the second side the rows of the first explain, and what a neighbour explains better."""
        words = explained_words(first, second, OFFSETS, self.associations)
        own, after, before = words[OWN], words[AFTER], words[BEFORE]
        explained = explained_weight(words, second, self.root_weights, OFFSETS)
        return explained, slipped_weight(own, before, after, second, self.root_weights)

    def unexplained(self, texts: Texts, text: int, other: int) -> list[int]:
        """The places of the words of a text that no word of another is known to translate."""
        keys, known = texts.roots, self.associations
        own, others = (self.known.numbers(keys.values[keys.begins[one] : keys.ends[one]]) for one in (text, other))
        explained = [known.others[known.starts[root] : known.starts[root + 1]] for root in others]
        return np.flatnonzero(~np.isin(own, np.concatenate([own[:0], *explained]))).tolist()


def learn_kinship(units: Columns) -> KinshipModel:
    """Learn from sampled units and the built-in lexicon."""
    keys, pairs, grams, listed = list[Rows](), list[_Pairs](), np.zeros(GRAMS, dtype=np.int64), listed_words()
    for first in range(0, max(len(units), 1), AT_ONCE):
        texts = Texts(units.at(range(first, min(first + AT_ONCE, len(units)))))
        keys.append(texts.roots)
        pairs.append(_by_languages(texts))
        grams += np.bincount(texts.grams.values, minlength=GRAMS)
    together = list(_together(pairs, list(map(len, keys))))
    seen = Rows.joined(keys)
    known = KnownKeys.of(np.concatenate([listed.first, listed.second, seen.values]))
    roots, size = known.numbered(seen), len(known) + 1
    places = known.numbers(listed.first), known.numbers(listed.second)
    matrix = sparse.csr_matrix((listed.strengths, places), shape=(size, size))
    associations = associate(size, [(roots.take(first), roots.take(second)) for first, second in together], matrix)
    counts = np.bincount(roots.values, minlength=size), grams
    return KinshipModel(known, associations, *(_rarity(own, len(roots)) for own in counts))


_Pairs = dict[tuple[str, str], tuple[Places, Places]]
"""The pairs of texts of some units, for each two languages on their own."""


def _by_languages(texts: Texts) -> _Pairs:
    primaries = np.array([primary_language(language) for language in texts.languages], dtype=object)
    first, second = texts.pairs
    both = list(product(set(primaries.tolist()), repeat=2))
    rows = {(one, other): (primaries[first] == one) & (primaries[second] == other) for one, other in both}
    return {languages: (first[own], second[own]) for languages, own in rows.items() if own.any()}


def _together(parts: Sequence[_Pairs], sizes: Sequence[int]) -> Iterator[tuple[Places, Places]]:
    """The pairs of all parts, which have so many texts, for each two languages on their own."""
    before = [0, *accumulate(sizes)]
    for languages in dict.fromkeys(languages for part in parts for languages in part):
        sides = [(part[languages], first) for part, first in zip(parts, before, strict=False) if languages in part]
        one, other = (np.concatenate([pair[side] + first for pair, first in sides]) for side in (0, 1))
        yield one, other


def _rarity(seen: Places, texts: int) -> Floats:
    """The weight of each number that was seen so often in so many texts: the rarer, the more it says."""
    return np.log1p((texts + 1) / (seen + 0.5)).astype(np.float32)


def _kinships(letters: Floats, first: Floats, second: Floats, slip: Floats) -> NDArray[np.void]:
    content: Floats = (letters + (first + second) / 2).astype(np.float32)
    others = np.concatenate([content[:, 1:], _turned(content)[:, 1:]], axis=1)
    there = ~np.isnan(others)
    rivals = np.where(there, others, -1)
    best = rivals.argmax(1)
    neighbours = len(OFFSETS) - 1
    table = np.empty(len(letters), dtype=KINSHIP)
    table["letters"], table["first"], table["second"], table["slip"] = letters[:, 0], first[:, 0], second[:, 0], slip
    table["usual"] = np.where(there, others, 0).sum(1) / np.maximum(there.sum(1), 1)
    table["rival"] = rivals.max(1)
    table["rival_offset"], table["rival_is_first"] = OFFSETS[1 + best % neighbours], best >= neighbours
    return table


def _off(offsets: Places, there: Flags) -> Flags:
    """For every row and offset whether the row or the one so far from it is not there."""
    places = np.arange(len(there))[:, None] + offsets
    inside = (places >= 0) & (places < len(there))
    found: Flags = there[:, None] & inside & there[np.where(inside, places, 0)]
    return ~found


def _turned(values: Floats) -> Floats:
    """What stands at (row i, offset o) for the pair (i, i + o), put where the pair (i + o, i) is looked for."""
    turned = np.full_like(values, np.nan)
    places = np.arange(len(values))
    for column, offset in enumerate(OFFSETS.tolist()):
        inside = (places + offset >= 0) & (places + offset < len(values))
        turned[inside, column] = values[places[inside] + offset, MIRRORED[column]]
    return turned
