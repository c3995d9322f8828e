"""Strict and lax precision, recall and F1 of an alignment of two sides against gold (Vecalign's scorer)."""

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.beads import Bead
from aligner.errors import AlignerError

Rung = tuple[tuple[int, ...], tuple[int, ...]]
"""A bead of two sides as the scorer sees it: the positions it holds on each."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each 0…1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 when both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many beads were right (strict), touched a gold bead (lax), and were there at all."""

    strict: int = 0
    lax: int = 0
    total: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.strict + other.strict, self.lax + other.lax, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well an alignment agrees with gold.

    `found` counts the predicted beads, one-sided ones included; `wanted` the gold beads with both sides. Sums of agreements
    are the agreement over all their documents.
    """

    found: Counts = Counts()
    wanted: Counts = Counts()

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.found + other.found, self.wanted + other.wanted)

    @property
    def strict(self) -> Score:
        """A bead is right when gold has the same one."""
        return Score(_ratio(self.found.strict, self.found.total), _ratio(self.wanted.strict, self.wanted.total))

    @property
    def lax(self) -> Score:
        """A bead is right when it shares at least one pair of segments with a gold bead."""
        return Score(_ratio(self.found.lax, self.found.total), _ratio(self.wanted.lax, self.wanted.total))


def agreement(found: Iterable[Rung], gold: Iterable[Rung]) -> Agreement:
    """Compare the rungs of one document with gold.

    Precision counts every predicted bead, a one-sided one being right only if gold has the same; recall counts gold beads
    with both sides against predicted beads with both sides (Thompson and Koehn 2019, `score.py` of Vecalign).
    """
    predicted, true = _held(found), _held(gold)
    return Agreement(_counts(predicted, true), _counts(_two_sided(true), _two_sided(predicted)))


def rungs_of(beads: Iterable[Bead]) -> tuple[Rung, ...]:
    """Beads of two sides as rungs, to be scored."""
    rungs = []
    for bead in beads:
        if len(bead.spans) != 2:
            raise AlignerError(f"a bead of {len(bead.spans)} sides cannot be scored; score two sides at a time")
        source, target = bead.spans
        rungs.append((source.positions, target.positions))
    return tuple(rungs)


def _held(rungs: Iterable[Rung]) -> set[Rung]:
    return {(source, target) for source, target in rungs if source or target}


def _two_sided(rungs: set[Rung]) -> set[Rung]:
    return {(source, target) for source, target in rungs if source and target}


def _counts(judged: set[Rung], reference: set[Rung]) -> Counts:
    pairs = {(i, j) for source, target in reference for i in source for j in target}
    touching = {rung for rung in judged if rung in reference or any((i, j) in pairs for i in rung[0] for j in rung[1])}
    return Counts(strict=len(judged & reference), lax=len(touching), total=len(judged))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
