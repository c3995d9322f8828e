"""Texts and units that stand in a collection more than once, and how differently they are translated there."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import permutations

import numpy as np

from alignments.inspection.views import TextView
from alignments.units import TranslationUnit

EXCERPT = 40
"""Letters kept of each distinct text, to be shown in messages."""

_LEFT_OUT = b" 0123456789.,;:!?-()[]{}'/|*+=<>&@#$%\""
_LEFT_OUT_SIGNS = tuple(sign.encode() for sign in "«»“”„–—…№\u00a0")
"""What is left out when units are compared loosely; bytes, because letting go of bytes is fast."""

Direction = tuple[str, str]


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
        direction = self.translations.get((first.language, second.language))
        known = direction.get(text_key(first.text), ()) if direction else ()
        own = text_key(second.text) if known else 0
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
        texts = "\x1f".join(variant.text for variant in unit.variants)
        self._exact.append(_key(texts.encode("utf-8", "surrogatepass")))
        self._loose.append(_key(_loosened(texts)))

    def repeats(self) -> Repeats:
        """What stands more than once."""
        translations = {direction: _translations(*sides) for direction, sides in self._pairs.items()}
        shown = {key for known in translations.values() for several in known.values() for key in several}
        excerpts = {key: self._excerpts[key] for key in shown}
        return Repeats(translations, _repeated(self._loose), _repeated(self._exact), excerpts)


def text_key(text: str) -> int:
    """A number that the same text always has, whatever its case and outer spaces."""
    return _key(text.strip().casefold().encode("utf-8", "surrogatepass"))


def _loosened(text: str) -> bytes:
    """The text without digits, punctuation and case."""
    letters = text.casefold().encode("utf-8", "surrogatepass").translate(None, _LEFT_OUT)
    for sign in _LEFT_OUT_SIGNS:
        letters = letters.replace(sign, b"")
    return letters


def _key(text: bytes) -> int:
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big")


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
