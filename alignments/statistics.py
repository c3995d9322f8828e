"""Counts over a whole memory: documents, units, languages, kinds of bead, probability, coverage."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from alignments.units import TranslationUnit

BANDS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Lower ends of the probability bands shown, besides the one that begins at 0."""


@dataclass(slots=True)
class Statistics:
    """What is in a memory; `aligned` counts the segments of every document title that stand in a unit."""

    units: int = 0
    variants: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    combinations: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)
    probabilities: Counter[str] = field(default_factory=Counter)
    aligned: Counter[tuple[str, str]] = field(default_factory=Counter)


def count_units(units: Iterable[TranslationUnit]) -> Statistics:
    """Count a stream of units; nothing of it is kept."""
    counts = Statistics()
    for unit in units:
        counts.units += 1
        counts.combinations["-".join(unit.languages)] += 1
        counts.kinds[unit.kind or "imported"] += 1
        counts.statuses[unit.status.value] += 1
        counts.origins[unit.provenance.origin] += 1
        counts.probabilities[probability_band(unit.probability)] += 1
        for variant in unit.variants:
            counts.variants[variant.language] += 1
            counts.words[variant.language] += len(variant.text.split())
            if len(unit.variants) > 1 and not unit.is_part:
                counts.aligned[variant.document, variant.language] += len(variant.segments)
    return counts


def probability_band(probability: float | None) -> str:
    """The band a probability falls in, such as `0.90-0.95`; `unknown` for none."""
    if probability is None:
        return "unknown"
    ends = (0.0, *BANDS, 1.0)
    place = max(index for index, end in enumerate(ends[:-1]) if probability >= end)
    return f"{ends[place]:.2f}-{ends[place + 1]:.2f}"
