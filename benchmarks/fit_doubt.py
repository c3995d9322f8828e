"""Fit the weights of doubt on gold. Usage: python benchmarks/fit_doubt.py GOLD_FOLDER [--write].

The examples are the aligner's own beads on news_norm, news_hard and official (right when gold has the same bead), and the
correct pairs of news with seeded faults (no probability, as after an import). What is printed was measured on documents
that the weights were not fitted on: every second document is left out in turn. `--write` fits on all and freezes the table.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from aligned_gold import judged_units
from checks import _documents, gold_units
from faults import FAULTS, seeded
from numpy.typing import NDArray
from scipy.optimize import minimize

from alignments.columns import columns_of
from alignments.doubt import signs_of_lonely, signs_of_pairs
from alignments.inspection.background import background_of
from alignments.inspection.batch import Batch
from alignments.units import TranslationUnit

PAIRS = (("kk", "ru"), ("ru", "en"), ("kk", "en"))
PENALTY = 2.0
FALLING = ("probability",)
"""Signs whose weight must not be positive: doubt falls as they rise."""

Floats = NDArray[np.float64]
Signs = dict[str, float]
"""The signs of one unit by name."""


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of a unit (of its worst pair: two languages here), whether it is wrong, and where it comes from."""

    signs: Signs
    is_wrong: bool
    set: str
    document: str
    probability: float | None

    @property
    def kind(self) -> str:
        """Which of the two tables of weights the unit needs."""
        return "unmeasured" if self.probability is None else "measured"


def main(folder: Path, *, write: bool) -> None:
    """Print how well doubt orders what it was not fitted on, then the weights."""
    examples = _examples(folder)
    documents = sorted({example.document for example in examples})
    fold = {document: number % 2 for number, document in enumerate(documents)}
    doubts = np.zeros(len(examples))
    for left_out in (0, 1):
        weights = _fit_both([example for example in examples if fold[example.document] != left_out])
        for number, example in enumerate(examples):
            if fold[example.document] == left_out:
                doubts[number] = _doubt(weights[example.kind], example)
    _print_table(examples, doubts)
    weights = _fit_both(examples)
    for kind, own in weights.items():
        print(f"\n{kind}: " + ", ".join(f"{name} {weight:.2f}" for name, weight in own.items()))
    if write:
        target = Path(__file__).parents[1] / "alignments" / "doubt.json"
        target.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def _fit_both(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The weights for units that the aligner measured, and for those that it did not."""
    weights = {kind: fit([example for example in examples if example.kind == kind]) for kind in ("measured", "unmeasured")}
    weights["measured"]["copied"] = weights["unmeasured"]["copied"]  # a copy is a right bead, but no translation
    return weights


def _examples(folder: Path) -> list[Example]:
    examples = []
    for name in ("news_norm", "news_hard", "official"):
        documents = _documents(folder / f"{name}.jsonl")
        for pair in PAIRS:
            if judged := list(judged_units(documents, pair)):
                signs = _signs([one.unit for one in judged])
                label = f"{name} {'-'.join(pair)}"
                examples += [
                    Example(own, not one.is_right, label, one.document, one.unit.probability)
                    for one, own in zip(judged, signs, strict=True)
                ]
    for pair in PAIRS:
        units = list(gold_units(_documents(folder / "news.jsonl"), pair))
        for fault in ("half dropped", "neighbours exchanged", "number changed", "untranslated"):
            spoilt, wrong = seeded(units, FAULTS[fault], 100)
            examples += [
                Example(own, unit.id in wrong, f"seeded {'-'.join(pair)}", unit.variants[0].document[:-3], None)
                for unit, own in zip(spoilt, _signs(spoilt), strict=True)
            ]
    return examples


def _signs(units: Sequence[TranslationUnit]) -> list[Signs]:
    """The signs of each unit of two languages; none for a unit without text."""
    columns = columns_of(units)
    batch, signs = Batch(columns, background_of([columns])), [Signs() for _ in units]
    for table in (signs_of_pairs(batch), signs_of_lonely(batch)):
        for row, owner in enumerate(table.owners.tolist()):
            signs[owner] = {name: float(column[row]) for name, column in table.columns.items()}
    return signs


def _odds(weights: Mapping[str, float], signs: Signs) -> float:
    return weights["always"] + sum(weights.get(name, 0.0) * size for name, size in signs.items())


def _doubt(weights: Mapping[str, float], example: Example) -> float:
    """As `doubts_of`: never less than what the aligner doubted."""
    doubt = float(1 / (1 + np.exp(-_odds(weights, example.signs))))
    return doubt if example.probability is None else max(doubt, 1 - example.probability)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Logistic regression with a ridge; FALLING signs are bound to fall."""
    names = ["always", *dict.fromkeys(name for example in examples for name in example.signs)]
    place = {name: number for number, name in enumerate(names)}
    matrix, wrong = np.zeros((len(examples), len(names))), np.array([example.is_wrong for example in examples], float)
    for number, example in enumerate(examples):
        matrix[number, 0] = 1
        for name, size in example.signs.items():
            matrix[number, place[name]] = size

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = matrix @ weights
        slope = matrix.T @ (1 / (1 + np.exp(-odds)) - wrong)
        penalty = PENALTY * weights[1:]
        slope[1:] += penalty
        return float(np.logaddexp(0, odds).sum() - (wrong * odds).sum() + (penalty @ weights[1:]) / 2), slope

    bounds = [(None, 0.0) if name in FALLING else (None, None) for name in names]
    found = minimize(loss, np.zeros(len(names)), jac=True, bounds=bounds, method="L-BFGS-B")
    return {name: round(weight, 4) for name, weight in zip(names, found.x.tolist(), strict=True)}


def area(scores: Floats, wrong: NDArray[np.bool_]) -> float:
    """Area under the ROC curve: how often a wrong unit stands before a right one."""
    order = scores.argsort(kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    many = int(wrong.sum())
    return float((ranks[wrong].sum() - many * (many + 1) / 2) / max(many * (len(scores) - many), 1))


def _print_table(examples: Sequence[Example], doubts: Floats) -> None:
    print(f"{'set':<20}{'units':>7}{'wrong':>7}{'expected':>10}{'AUC':>8}{'first 20 %':>12}   probability alone")
    labels = dict.fromkeys(example.set for example in examples)
    groups = [*labels, *(name for name in ("news_hard", "news_norm", "seeded"))]
    for label in groups:
        chosen = np.array([example.set == label or example.set.split()[0] == label for example in examples])
        wrong = np.array([example.is_wrong for example in examples])[chosen]
        own = doubts[chosen]
        first = own.argsort()[::-1][: len(own) // 5]
        expected = own.sum()
        alone = np.array([-(example.probability or 0) for example, is_in in zip(examples, chosen, strict=True) if is_in])
        share = wrong[first].sum() / max(wrong.sum(), 1)
        print(
            f"{label:<20}{len(own):>7}{wrong.sum():>7}{expected:>10.0f}{area(own, wrong):>8.3f}{share:>12.2f}"
            f"   {area(alone, wrong):.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), write="--write" in sys.argv)
