"""Doubt: the chance that a unit is wrong, as one number from the aligner's probability and all evidence of the checks.

A logistic model whose weights are frozen in `doubt.json`; `benchmarks/fit_doubt.py` fits them on gold.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from math import exp, log

from alignments.inspection.background import Background
from alignments.inspection.kinship import Kinship
from alignments.inspection.views import TextView, UnitView

Signs = dict[str, float]
"""What speaks for or against a unit, by name; each about 0…3 in size."""

SURE = 1e-4
"""Probabilities nearer to 0 or 1 than this are taken as this far away."""


COPIED = 3
"""Words from which the same text on both sides is no name but a copy."""

SLIP = 10.0
"""Weight of some four words of middling rarity."""


def doubt_of(view: UnitView, background: Background) -> float:
    """The chance 0…1 that the texts of a unit do not translate each other in full; the worst pair of its texts counts.

    Everything else being equal, doubt falls as the aligner's probability rises.
    """
    weights = doubt_weights()["unmeasured" if view.unit.probability is None else "measured"]
    return max((1 / (1 + exp(-evidence(weights, signs))) for signs in signs_of(view, background)), default=0.0)


def signs_of(view: UnitView, background: Background) -> Iterator[Signs]:
    """The signs of every pair of texts of a unit, or of its only text."""
    around = _around(view)
    if not view.pairs:
        if view.filled:
            yield around | {"alone": 1.0} | _of_lonely(view)
        return
    for place, (first, second) in zip(view.places, view.pairs, strict=True):
        signs = around | _of_lengths(view, background, first, second) | _of_numbers(first, second)
        if kinship := view.kinships.get(place):
            signs |= _of_content(kinship)
        yield signs


def _around(view: UnitView) -> Signs:
    """The aligner's probability here and beside, and whether a segment beside stands alone."""
    probability = view.unit.probability
    signs = {} if probability is None else {"probability": _logit(probability)}
    beside = [_logit(one.unit.probability) for one in view.neighbours if one.unit.probability is not None]
    signs["probability beside"] = min(beside, default=0.0)
    slips = [kinship.slip for one in view.neighbours for kinship in one.kinships.values()]
    signs["slip beside"] = min(max(slips, default=0.0) / SLIP, 3.0)
    signs["alone beside"] = float(sum(len(one.filled) == 1 for one in view.neighbours))
    counts = [len(variant.segments) for variant in view.unit.variants if variant.segments]
    signs["merged"] = float(max(sum(counts) - len(counts), 0))
    return signs


def _of_lengths(view: UnitView, background: Background, first: TextView, second: TextView) -> Signs:
    deviation = abs(background.lengths.norm(view.unit, first, second).deviation(first.length, second.length))
    words = min(len(first.words), len(second.words))
    copied = float(words >= COPIED and first.words == second.words)
    return {
        "copied": copied,
        "length": min(deviation, 6.0),
        "length far": min(max(deviation - 2, 0.0), 4.0),
        "short": 1.0 / (1 + words),
    }


def _of_content(kinship: Kinship) -> Signs:
    return {
        "letters": kinship.letters,
        "words": (kinship.first + kinship.second) / 2,
        "words one-sided": abs(kinship.first - kinship.second),
        "lead": min(max(kinship.content - kinship.usual, -0.5), 1.0),
        "slip": min(kinship.slip / SLIP, 3.0),
        "rival": max(kinship.rival - kinship.usual, 0.0),
        "rival ahead": min(max(kinship.rival - kinship.content, 0.0), 0.5),
    }


def _of_lonely(view: UnitView) -> Signs:
    """A text that stands alone although a neighbour's text shares much with it was probably torn off."""
    rival = view.alone.rival if view.alone else 0.0
    return {"alone rival": max(rival, 0.0), "alone short": 1.0 / (1 + len(view.filled[0].words))}


def _of_numbers(first: TextView, second: TextView) -> Signs:
    if not first.has_digits and not second.has_digits:
        return {}
    here, there = ({sign.value for sign in text.numbers} for text in (first, second))
    return {"numbers missing": float(min(len(here ^ there), 3)), "numbers shared": float(min(len(here & there), 2))}


def _logit(probability: float) -> float:
    inside = min(max(probability, SURE), 1 - SURE)
    return log(inside / (1 - inside))


def evidence(weights: Mapping[str, float], signs: Signs) -> float:
    """The log odds that a unit with these signs is wrong."""
    return weights["always"] + sum(weights.get(name, 0.0) * size for name, size in signs.items())


@cache
def doubt_weights() -> Mapping[str, Mapping[str, float]]:
    """The frozen weights by name of sign, for units that the aligner measured and for those it did not."""
    text = (resources.files("alignments") / "doubt.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(text)
    return weights
