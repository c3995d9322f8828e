"""How long a translation usually is: per pair of documents, robustly, with little trust in few units."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import exp, log, sqrt
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from alignments.inspection.texts import Texts
from alignments.units import TranslationUnit, Variant

Sizes = TypeVar("Sizes", float, NDArray[Any])

Place = tuple[str, str, str, str]
"""Two languages and the two documents (or, for imported units, the source) in which their texts stand."""

UNUSUAL, IMPOSSIBLE = 2.8, 5.0
"""Standard deviations from the document's own ratio at which a length is worth a warning, an error."""

TRUST = 12
"""So many units of a document weigh as much as what is usual for the two languages in the whole collection."""

NOISE = 2.0
"""Variance of the log ratio of two short texts times their mean length in characters: short texts vary more."""

SPREAD = 0.16
"""Standard deviation of the log ratio of long texts where nothing else is known (kk, ru, en news and official prose)."""


@dataclass(frozen=True, slots=True)
class Norm:
    """What is usual: the log of the length ratio, its spread for long texts, and from how many units this was seen."""

    log_ratio: float = 0.0
    spread: float = SPREAD
    units: int = 0

    def deviation(self, first: int, second: int) -> float:
        """How many standard deviations the second text is longer (+) or shorter (-) than the first makes expect."""
        return (log(second / first) - self.log_ratio) / _spread(self.spread, first, second)

    @property
    def ratio(self) -> float:
        """Characters of the second text for each character of the first."""
        return exp(self.log_ratio)


@dataclass(frozen=True, slots=True)
class LengthNorms:
    """The norms of a collection, by place."""

    norms: Mapping[Place, Norm] = field(default_factory=dict)

    @property
    def directions(self) -> tuple[tuple[str, str], ...]:
        """The languages of every two texts that were seen, in the order of their units, each two once."""
        return tuple(dict.fromkeys(place[:2] for place in self.norms))

    def norm(self, unit: TranslationUnit, first: Variant, second: Variant) -> Norm:
        """What is usual between these two texts of a unit."""
        source = unit.provenance.source
        place = first.language, second.language, first.document or source, second.document or source
        return self.norms.get(place, Norm())

    def deviations(self, texts: Texts) -> NDArray[np.float64]:
        """By how many standard deviations the second text of each pair is too long (+) or too short (-)."""
        first, second = texts.pairs
        norms = [self.norms.get(place, Norm()) for place in _places(texts)]
        usual = np.array([norm.log_ratio for norm in norms])
        spread = np.array([norm.spread for norm in norms])
        lengths = texts.lengths[first], texts.lengths[second]
        deviations: NDArray[np.float64] = (np.log(lengths[1] / lengths[0]) - usual) / _spread(spread, *lengths)
        return deviations


Measured = Mapping[Place, NDArray[np.int64]]
"""The lengths of the two texts of each pair, a row a pair, by place."""


def measured(texts: Texts) -> Measured:
    """How long the texts of some units are."""
    lengths = np.stack([texts.lengths[side] for side in texts.pairs], axis=1)
    numbers: dict[Place, int] = {}
    places = np.array([numbers.setdefault(place, len(numbers)) for place in _places(texts)], dtype=np.int64)
    return {place: lengths[places == number] for place, number in numbers.items()}


class LengthRecorder:
    """Is told the lengths of a collection batch by batch and then knows its norms."""

    def __init__(self) -> None:
        self._seen: dict[Place, list[NDArray[np.int64]]] = defaultdict(list)

    def see(self, lengths: Measured) -> None:
        """Note the lengths of some units."""
        for place, pairs in lengths.items():
            self._seen[place].append(pairs)

    def norms(self) -> LengthNorms:
        """What is usual, per place; places with few units lean on what is usual for their languages."""
        seen = {place: np.concatenate(pairs) for place, pairs in self._seen.items()}
        by_languages: dict[tuple[str, str], list[NDArray[np.int64]]] = defaultdict(list)
        for place, lengths in seen.items():
            by_languages[place[:2]].append(lengths)
        usual = {languages: _norm(np.concatenate(lengths), Norm()) for languages, lengths in by_languages.items()}
        return LengthNorms({place: _norm(lengths, usual[place[:2]]) for place, lengths in seen.items()})


def _places(texts: Texts) -> Iterator[Place]:
    """Where the texts of each pair stand."""
    sources = map(texts.columns.sources.__getitem__, texts.units.tolist())
    where = [document or source for document, source in zip(texts.columns.documents, sources, strict=True)]
    sides = [side.tolist() for side in texts.pairs]
    return zip(*(map(column.__getitem__, side) for column in (texts.languages, where) for side in sides), strict=True)


def _norm(lengths: NDArray[np.int64], prior: Norm) -> Norm:
    """Median and median deviation of the log ratios, drawn towards what is known otherwise."""
    first, second = lengths.astype(float).T
    ratios = np.log(second / first)
    weight = len(ratios) / (len(ratios) + TRUST)
    centre = weight * _median(ratios) + (1 - weight) * prior.log_ratio
    noise = NOISE * 2 / (first + second)
    excess = _median((ratios - centre) ** 2 / (SPREAD**2 + noise)) / 0.455  # the median of chi-squared with one degree
    spread = SPREAD * sqrt(min(max(excess, 0.5), 4.0))
    return Norm(centre, weight * spread + (1 - weight) * prior.spread, len(ratios))


def _median(values: NDArray[np.float64]) -> float:
    """As `numpy.median`, which takes several times as long for the few units of a document."""
    ordered = np.sort(values)
    return float(ordered[(len(values) - 1) // 2] + ordered[len(values) // 2]) / 2


def _spread(spread: Sizes, first: Sizes, second: Sizes) -> Sizes:
    """The spread of the log ratio of texts of these lengths."""
    widened: Sizes = (spread**2 + NOISE * 2 / (first + second)) ** 0.5
    return widened
