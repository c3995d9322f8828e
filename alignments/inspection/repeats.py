"""Texts and units that stand in a collection more than once, and how differently they are translated there."""

import json
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from alignments.inspection.hashing import hashed_spans
from alignments.inspection.rows import Places, are_among
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


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys of some units: of the texts that stand beside each other, by direction; of each unit as it is written and of its
    letters alone; of its distinct texts, rising, whose beginnings `excerpts` holds as a JSON list.
    """

    pairs: Sequence[tuple[Direction, Keys, Keys]]
    exact: Keys
    loose: Keys
    distinct: Keys
    excerpts: bytes


def keyed(texts: Texts) -> Keyed:
    """The keys by which repeats of some units are found."""
    distinct, places = np.unique(texts.keys, return_index=True)
    excerpts = [texts.texts[place][:EXCERPT] for place in places.tolist()]
    return Keyed(
        [*_by_direction(texts, *texts.pairs), *_by_direction(texts, *reversed(texts.pairs))],
        _unit_keys(texts, texts.letters.keys(lambda _: True)),
        _unit_keys(texts, texts.folded.keys(str.isalpha)),
        distinct,
        json.dumps(excerpts, ensure_ascii=False).encode("utf-8", "surrogatepass"),
    )


class RepeatRecorder:
    """Is told the keys of a collection batch by batch and then knows its repeats."""

    def __init__(self) -> None:
        self._pairs: dict[Direction, list[tuple[Keys, Keys]]] = defaultdict(list)
        self._exact: list[Keys] = []
        self._loose: list[Keys] = []
        self._excerpts: list[tuple[Keys, bytes]] = []

    def see(self, keys: Keyed) -> None:
        """Note the keys of some units."""
        self._excerpts.append((keys.distinct, keys.excerpts))
        for direction, first, second in keys.pairs:
            self._pairs[direction].append((first, second))
        self._exact.append(keys.exact)
        self._loose.append(keys.loose)

    def repeats(self) -> Repeats:
        """What stands more than once."""
        translations = {
            direction: _translations(*map(np.concatenate, zip(*sides, strict=True))) for direction, sides in self._pairs.items()
        }
        shown = {key for known in translations.values() for several in known.values() for key in several}
        return Repeats(translations, _repeated(self._loose), _repeated(self._exact), self._beginnings(shown))

    def _beginnings(self, shown: Collection[int]) -> dict[int, str]:
        """How the first text of each of these keys begins."""
        wanted, found = np.array(sorted(shown), dtype=np.uint64), dict[int, str]()
        for distinct, excerpts in self._excerpts:
            places = np.flatnonzero(are_among(distinct, wanted)).tolist()
            texts = json.loads(excerpts) if places else []
            for key, place in zip(distinct[places].tolist(), places, strict=True):
                found.setdefault(key, texts[place])
        return found


def _by_direction(texts: Texts, first: Places, second: Places) -> Iterator[tuple[Direction, Keys, Keys]]:
    """The keys of texts beside each other, a direction at a time."""
    names, languages = texts.named_languages
    directions = languages[first] * len(names) + languages[second]
    for direction in np.unique(directions).tolist():
        rows = directions == direction
        yield (names[direction // len(names)], names[direction % len(names)]), texts.keys[first[rows]], texts.keys[second[rows]]


def _unit_keys(texts: Texts, keys: Keys) -> Keys:
    """The keys of the texts of each unit as one, the order of the texts mattering."""
    count = len(texts.columns)
    edges = np.searchsorted(texts.units, np.arange(count + 1))
    return hashed_spans(keys, edges[:-1], edges[1:], np.zeros(count, np.uint64))


def _translations(keys: Keys, others: Keys) -> dict[int, tuple[int, ...]]:
    """The keys that stand beside more than one other key, with these, in order."""
    _, places, counts = np.unique(keys, return_inverse=True, return_counts=True)
    repeated = counts[places] > 1
    pairs = np.unique(np.stack([keys[repeated], others[repeated]], axis=1), axis=0)
    first, counts = np.unique(pairs[:, 0], return_counts=True)
    several = pairs[np.isin(pairs[:, 0], first[counts > 1])]
    result: dict[int, tuple[int, ...]] = {}
    for key, other in several.tolist():
        result[key] = (*result.get(key, ()), other)
    return result


def _repeated(keys: Sequence[Keys]) -> Sequence[int]:
    """For every key in its order, how often it is there."""
    _, places, counts = np.unique(np.concatenate([np.zeros(0, np.uint64), *keys]), return_inverse=True, return_counts=True)
    return array("l", counts[places].astype(np.int64).tobytes())
