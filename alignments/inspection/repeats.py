"""Texts and units that stand in a collection more than once, and how differently they are translated there."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from alignments.inspection.hashing import hashed_spans
from alignments.inspection.rows import Places
from alignments.inspection.texts import Texts
from alignments.inspection.views import TextView

EXCERPT = 40
"""Letters kept of each distinct text, to be shown in messages."""

Direction = tuple[str, str]
Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Repeats:
    """`translations`: for a direction and the key of a text with several translations, the keys of these.

    `copies` says of every unit, by its place in the collection, how many are the same; `twins` how many are the same once
    digits, punctuation and case are left out; `excerpts` shows the beginning of the text of a key.
    """

    translations: Mapping[Direction, Mapping[int, tuple[int, ...]]] = field(default_factory=dict)
    twins: Sequence[int] = ()
    copies: Sequence[int] = ()
    excerpts: Mapping[int, str] = field(default_factory=dict)

    def other_translations(self, first: TextView, second: TextView) -> tuple[str, ...]:
        """How the first text is translated elsewhere: the beginnings of the texts that are not the second."""
        known = self.translations.get((first.language, second.language), {}).get(first.key, ())
        return tuple(self.excerpts[key] for key in known if key != second.key)


class RepeatRecorder:
    """Sees the units of a collection batch by batch and then knows its repeats."""

    def __init__(self) -> None:
        self._pairs: dict[Direction, tuple[array[int], array[int]]] = defaultdict(lambda: (array("Q"), array("Q")))
        self._loose, self._exact = array("Q"), array("Q")
        self._excerpts: dict[int, str] = {}

    def see(self, texts: Texts, count: int) -> None:
        """Note the texts of `count` units."""
        for key, text in zip(texts.keys.tolist(), texts.texts, strict=True):
            if key not in self._excerpts:
                self._excerpts[key] = text[:EXCERPT]
        self._see_pairs(texts, *texts.pairs)
        self._see_pairs(texts, *reversed(texts.pairs))
        self._exact.frombytes(_unit_keys(texts, texts.letters.keys(texts.letters.codes != 0), count).tobytes())
        self._loose.frombytes(_unit_keys(texts, texts.folded.keys(texts.folded.are(str.isalpha)), count).tobytes())

    def _see_pairs(self, texts: Texts, first: Places, second: Places) -> None:
        """Note the keys of texts beside each other, a direction at a time."""
        names = sorted(set(texts.languages))
        languages = np.array([names.index(language) for language in texts.languages], dtype=np.int64)
        directions = languages[first] * len(names) + languages[second]
        for direction in np.unique(directions).tolist():
            rows = directions == direction
            sides = self._pairs[names[direction // len(names)], names[direction % len(names)]]
            sides[0].frombytes(texts.keys[first[rows]].tobytes())
            sides[1].frombytes(texts.keys[second[rows]].tobytes())

    def repeats(self) -> Repeats:
        """What stands more than once."""
        translations = {direction: _translations(*sides) for direction, sides in self._pairs.items()}
        shown = {key for known in translations.values() for several in known.values() for key in several}
        excerpts = {key: self._excerpts[key] for key in shown}
        return Repeats(translations, _repeated(self._loose), _repeated(self._exact), excerpts)


def _unit_keys(texts: Texts, keys: Keys, count: int) -> Keys:
    """The keys of the texts of each unit as one, the order of the texts mattering."""
    edges = np.searchsorted(texts.units, np.arange(count + 1))
    return hashed_spans(keys, edges[:-1], edges[1:], np.zeros(count, np.uint64))


def _translations(keys: Iterable[int], others: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """The keys that stand beside more than one other key, with these, in order."""
    pairs = np.unique(np.stack([np.asarray(keys), np.asarray(others)], axis=1), axis=0)
    first, counts = np.unique(pairs[:, 0], return_counts=True)
    several = pairs[np.isin(pairs[:, 0], first[counts > 1])]
    result: dict[int, tuple[int, ...]] = {}
    for key, other in several.tolist():
        result[key] = (*result.get(key, ()), other)
    return result


def _repeated(keys: Iterable[int]) -> Sequence[int]:
    """For every key in its order, how often it is there."""
    _, places, counts = np.unique(np.asarray(keys), return_inverse=True, return_counts=True)
    return array("l", counts[places].astype(np.int64).tobytes())
