"""Texts and units that stand in a collection more than once, and how differently they are translated there."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import permutations

import numpy as np

from alignments.inspection.views import TextView
from alignments.units import TranslationUnit

EXCERPT = 40
"""Letters kept of each distinct text, to be shown in messages."""

_NO_LETTERS = re.compile(r"[\W\d_]+")

Direction = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Repeats:
    """`translations`: for a direction and the key of a text with several translations, the keys of these.

    `twins`: how many units have this key once digits, punctuation and case are left out, where there are several;
    `copies` likewise for units that are the same in all; `excerpts` shows the beginning of the text of a key.
    """

    translations: Mapping[Direction, Mapping[int, tuple[int, ...]]] = field(default_factory=dict)
    twins: Mapping[int, int] = field(default_factory=dict)
    copies: Mapping[int, int] = field(default_factory=dict)
    excerpts: Mapping[int, str] = field(default_factory=dict)

    def other_translations(self, first: TextView, second: TextView) -> tuple[str, ...]:
        """How the first text is translated elsewhere: the beginnings of the texts that are not the second."""
        known = self.translations.get((first.language, second.language), {}).get(text_key(first.text), ())
        own = text_key(second.text)
        return tuple(self.excerpts[key] for key in known if key != own)


class RepeatRecorder:
    """Sees the units of a collection one by one and then knows its repeats."""

    def __init__(self) -> None:
        self._pairs: dict[Direction, tuple[array[int], array[int]]] = defaultdict(lambda: (array("Q"), array("Q")))
        self._loose, self._exact = array("Q"), array("Q")
        self._excerpts: dict[int, str] = {}

    def see(self, unit: TranslationUnit) -> None:
        """Note the texts of one unit."""
        keys = []
        for variant in unit.variants:
            if variant.text:
                key = text_key(variant.text)
                keys.append((variant.language, key))
                if key not in self._excerpts:
                    self._excerpts[key] = variant.text[:EXCERPT]
        for (language, key), (other_language, other) in permutations(keys, 2):
            sides = self._pairs[language, other_language]
            sides[0].append(key)
            sides[1].append(other)
        self._exact.append(unit_key(unit))
        self._loose.append(loose_unit_key(unit))

    def repeats(self) -> Repeats:
        """What stands more than once."""
        translations = {direction: _translations(*sides) for direction, sides in self._pairs.items()}
        shown = {key for known in translations.values() for several in known.values() for key in several}
        excerpts = {key: self._excerpts[key] for key in shown}
        return Repeats(translations, _repeated(self._loose), _repeated(self._exact), excerpts)


def text_key(text: str) -> int:
    """A number that the same text always has, whatever its case and outer spaces."""
    return _key(text.strip().casefold())


def unit_key(unit: TranslationUnit) -> int:
    """A number that units with the same texts have."""
    return _key("\x1f".join(variant.text for variant in unit.variants))


def loose_unit_key(unit: TranslationUnit) -> int:
    """A number that units have whose texts are the same but for digits, punctuation and case."""
    return _key("\x1f".join(_NO_LETTERS.sub("", variant.text) for variant in unit.variants).casefold())


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _translations(keys: Iterable[int], others: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """The keys that stand beside more than one other key, with these, in order."""
    pairs = np.unique(np.stack([np.asarray(keys), np.asarray(others)], axis=1), axis=0)
    first, counts = np.unique(pairs[:, 0], return_counts=True)
    several = pairs[np.isin(pairs[:, 0], first[counts > 1])]
    result: dict[int, tuple[int, ...]] = {}
    for key, other in several.tolist():
        result[key] = (*result.get(key, ()), other)
    return result


def _repeated(keys: Iterable[int]) -> dict[int, int]:
    distinct, counts = np.unique(np.asarray(keys), return_counts=True)
    return dict(zip(distinct[counts > 1].tolist(), counts[counts > 1].tolist(), strict=True))
