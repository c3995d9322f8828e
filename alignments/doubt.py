"""Doubt: the chance that a unit is wrong, as one number from the aligner's probability and all evidence of the checks.

A logistic model whose weights are frozen in `doubt.json`; `benchmarks/fit_doubt.py` fits them on gold.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from alignments.inspection.batch import Batch
from alignments.inspection.kinship import content_of
from alignments.inspection.rows import Places

Floats = NDArray[np.float64]

SURE = 1e-4
"""Probabilities nearer to 0 or 1 than this are taken as this far away."""

COPIED = 3
"""Words from which the same text on both sides is no name but a copy."""

SLIP = 10.0
"""Weight of some four words of middling rarity."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against units, a column a sign, each about 0…3 in size.

    A row is a pair of texts of a unit, or its only text; `owners` are the places of the units, in no order.
    """

    owners: Places
    columns: Mapping[str, Floats]


def doubts_of(batch: Batch) -> Floats:
    """The chance 0…1 that the texts of a unit do not translate each other in full; the worst pair of its texts counts.

    It is never less than what the aligner itself doubted: people see both numbers, and texts from other sources than the gold
    are less often right than it makes believe. Else it falls as the aligner's probability rises. No text, no doubt.
    """
    doubts, weights = np.zeros(len(batch)), doubt_weights()
    for signs in (signs_of_pairs(batch), signs_of_lonely(batch)):
        measured = ~np.isnan(batch.probabilities[signs.owners])
        odds = np.where(measured, evidence(weights["measured"], signs), evidence(weights["unmeasured"], signs))
        np.maximum.at(doubts, signs.owners, 1 / (1 + np.exp(-odds)))
    return np.where(batch.filled > 0, np.fmax(doubts, 1 - batch.probabilities), doubts)


def evidence(weights: Mapping[str, float], signs: Signs) -> Floats:
    """The log odds that units with these signs are wrong."""
    weighted = (weights.get(name, 0.0) * column for name, column in signs.columns.items())
    return sum(weighted, start=np.full(len(signs.owners), weights["always"]))


def signs_of_pairs(batch: Batch) -> Signs:
    """The signs of every two texts of a unit that are there to be compared."""
    columns = {name: column[batch.owners] for name, column in _around(batch).items()}
    return Signs(batch.owners, columns | _of_lengths(batch) | _of_content(batch) | _of_numbers(batch))


def signs_of_lonely(batch: Batch) -> Signs:
    """The signs of units with one text: one that shares much with a neighbour's was probably torn off."""
    owners = np.flatnonzero(batch.filled == 1)
    columns = {name: column[owners] for name, column in _around(batch).items()}
    texts = np.flatnonzero((batch.texts.lengths > 0) & (batch.filled == 1)[batch.texts.units])
    alone = {"alone": np.ones(len(owners)), "alone rival": np.maximum(batch.lonely_rivals[owners], 0)}
    return Signs(owners, columns | alone | {"alone short": 1 / (1 + batch.texts.words.sizes[texts])})


def _around(batch: Batch) -> dict[str, Floats]:
    """The aligner's probability here and beside, and whether a segment beside stands alone; a row a unit."""
    logits, slips = _logit(batch.probabilities), np.zeros(len(batch))
    np.maximum.at(slips, batch.owners, batch.kinships["slip"])
    merged = np.maximum(np.array(batch.columns.segments, dtype=np.int64) - 1, 0)
    return {
        "probability": np.nan_to_num(logits),
        "probability beside": np.nan_to_num(np.fmin(*_beside(logits, np.nan))),
        "slip beside": np.minimum(np.maximum(*_beside(slips, 0)) / SLIP, 3),
        "alone beside": np.add(*_beside((batch.filled == 1).astype(float), 0)),
        "merged": np.bincount(batch.texts.units, weights=merged, minlength=len(batch)),
    }


def _beside(column: Floats, nothing: float) -> tuple[Floats, Floats]:
    """What the unit before and the next have in a column."""
    padded = np.concatenate([[nothing], column, [nothing]])
    return padded[:-2], padded[2:]


def _of_lengths(batch: Batch) -> dict[str, Floats]:
    first, second = batch.texts.words.sizes[batch.firsts], batch.texts.words.sizes[batch.seconds]
    deviation = np.abs(batch.deviations)
    return {
        "copied": ((first >= COPIED) & (batch.runs == first) & (batch.runs == second)).astype(float),
        "length": np.minimum(deviation, 6),
        "length far": np.clip(deviation - 2, 0, 4),
        "short": 1 / (1 + np.minimum(first, second)),
    }


def _of_content(batch: Batch) -> dict[str, Floats]:
    """What the words and letters say; all 0 where that was not worked out."""
    table, content = batch.kinships, content_of(batch.kinships)
    columns = {
        "letters": table["letters"],
        "words": (table["first"] + table["second"]) / 2,
        "words one-sided": np.abs(table["first"] - table["second"]),
        "lead": np.clip(content - table["usual"], -0.5, 1),
        "slip": np.minimum(table["slip"] / SLIP, 3),
        "rival": np.maximum(table["rival"] - table["usual"], 0),
        "rival ahead": np.clip(table["rival"] - content, 0, 0.5),
    }
    return {name: np.nan_to_num(column) for name, column in columns.items()}


def _of_numbers(batch: Batch) -> dict[str, Floats]:
    """How many numbers only one of the texts has, and how many both have."""
    missing, shared = np.zeros(len(batch.owners)), np.minimum(batch.same_numbers, 2).astype(float)
    digits = batch.texts.has_digits
    for row in np.flatnonzero((digits[batch.firsts] | digits[batch.seconds]) & (batch.same_numbers == 0)).tolist():
        here, there = ({sign.value for sign in text.numbers} for text in batch.pair(row))
        missing[row], shared[row] = min(len(here ^ there), 3), min(len(here & there), 2)
    return {"numbers missing": missing, "numbers shared": shared}


def _logit(probability: Floats) -> Floats:
    inside = np.clip(probability, SURE, 1 - SURE)
    logits: Floats = np.log(inside / (1 - inside))
    return logits


@cache
def doubt_weights() -> Mapping[str, Mapping[str, float]]:
    """The frozen weights by name of sign, for units that the aligner measured and for those it did not."""
    text = (resources.files("alignments") / "doubt.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(text)
    return weights
