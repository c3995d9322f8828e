"""Two sides of a document: what the last round found out about them, and the candidates of the next."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from aligner.batch import Batch
from aligner.coarse import Path, coarse_path
from aligner.evidence.coverage import CoverageEvidence
from aligner.evidence.kinds import Candidates, Evidence, candidates_in, weigh_all
from aligner.evidence.lengths import LengthEvidence
from aligner.evidence.marks import MarkEvidence
from aligner.evidence.paragraphs import ParagraphEvidence
from aligner.evidence.signs import SignEvidence
from aligner.evidence.similarity import vector_evidence
from aligner.lattice import SHAPES, Band, Floats, Integers, band_around
from aligner.search import Step, best_path, posteriors
from aligner.vectors import Rows
from aligner.weights import Weights

FIRST_WIDTH = 16
LATER_WIDTH = 8
"""Nodes on each side of a path that the next round looks at."""

LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class PairResult:
    """The best path of two sides, and how likely every bead in the band is: `chance[shape, node]`."""

    band: Band
    path: tuple[Step, ...]
    chance: Floats

    def probability(self, step: Step) -> float:
        """How likely a bead is."""
        shape, i, j = step
        return float(self.chance[shape, self.band.node(i, j)])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides of a document of the batch, by their places, the first smaller."""

    document: int
    sides: tuple[int, int]


def evidence_for(
    batch: Batch, pair: Pair, before: PairResult | None, third: tuple[Rows, Rows] | None = None
) -> tuple[Candidates, tuple[Evidence, ...]]:
    """The candidates of two sides and all that speaks for or against them, given what the round before found."""
    document, (x, y) = pair.document, pair.sides
    letters = batch.letters[document][x], batch.letters[document][y]
    lengths = batch.lengths[document][x], batch.lengths[document][y]
    sizes = len(letters[0]), len(letters[1])
    candidates = candidates_in(_band(before, letters, sizes))
    taught = _taught(before, sizes)
    bags = batch.bag(document, x, taught[0]), batch.bag(document, y, taught[1])
    links = batch.links(batch.languages(document, (x, y))), batch.links(batch.languages(document, (y, x)))
    marks, sides = batch.punctuation[document], batch.bitexts[document]
    evidence: list[Evidence] = [
        vector_evidence("letters", candidates, letters),
        CoverageEvidence("words", candidates, bags, links),
        LengthEvidence(candidates, lengths, _length_ratio(lengths, before)),
        SignEvidence("numbers", candidates, (batch.numbers[document][x], batch.numbers[document][y])),
        MarkEvidence(candidates, (marks[x], marks[y])),
        ParagraphEvidence(candidates, (sides[x], sides[y])),
    ]
    if batch.vectors is not None:
        evidence.append(vector_evidence("vectors", candidates, (batch.vectors[document][x], batch.vectors[document][y])))
    if third is not None:
        evidence.append(vector_evidence("third side", candidates, third))
    return candidates, tuple(evidence)


def decide(candidates: Candidates, evidence: tuple[Evidence, ...], weights: Weights) -> PairResult:
    """The best path by these weights, and how likely every bead is."""
    names = tuple(name for kind in evidence for name in kind.names)
    scores = weigh_all(evidence, candidates, weights.for_features(names), weights.biases)
    path = best_path(candidates.band, scores, weights.transitions)
    chance, _, _ = posteriors(candidates.band, scores, weights.transitions)
    return PairResult(candidates.band, tuple(path), chance)


def _band(before: PairResult | None, letters: tuple[Rows, Rows], sizes: tuple[int, int]) -> Band:
    if before is None:
        return band_around(*coarse_path(letters), sizes, FIRST_WIDTH)
    return band_around(*nodes_of(before.path), sizes, LATER_WIDTH)


def nodes_of(path: tuple[Step, ...]) -> Path:
    """The nodes at which the beads of a path begin and end."""
    nodes = np.array([(0, 0), *((i + SHAPES[shape][0], j + SHAPES[shape][1]) for shape, i, j in path)])
    return nodes[:, 0], nodes[:, 1]


def _taught(before: PairResult | None, sizes: tuple[int, int]) -> tuple[Integers, Integers]:
    """For every segment of both sides the run of the other side with which it taught words, -1 for none."""
    there, back = (np.full((size, 2), -1, dtype=np.int64) for size in sizes)
    for shape, i, j in before.path if before is not None else ():
        a, b = SHAPES[shape]
        if a and b:
            there[i : i + a] = j, j + b
            back[j : j + b] = i, i + a
    return there, back


def _length_ratio(lengths: tuple[Floats, Floats], before: PairResult | None) -> float:
    """Characters of the second side for one of the first: over the likely beads, over everything when there are none.

    Two hundred characters of equal length on each side are added, because short texts say little.
    """
    first, second = (np.concatenate([[0.0], np.cumsum(side, dtype=np.float64)]) for side in lengths)
    spans = [
        (i, i + SHAPES[step[0]][0], j, j + SHAPES[step[0]][1])
        for step in (before.path if before is not None else ())
        for i, j in [step[1:]]
        if all(SHAPES[step[0]]) and before is not None and before.probability(step) > LIKELY
    ] or [(0, len(lengths[0]), 0, len(lengths[1]))]
    here, there = 200.0, 200.0
    for i, x, j, y in spans:
        here, there = here + first[x] - first[i], there + second[y] - second[j]
    return float(np.clip(there / here, 0.25, 4.0))


def links_of(result: PairResult) -> sparse.csr_matrix:
    """How likely every two segments stand in one bead: a row a segment of the first side."""
    band, (n, m) = result.band, result.band.lengths
    widths = np.diff(band.offset)
    at_i = np.repeat(np.arange(len(widths)), widths)
    at_j = np.arange(band.size) - np.repeat(band.offset[:-1] - band.low, widths)
    parts = [
        (at_i[held] + x, at_j[held] + y, result.chance[shape, held])
        for shape, (a, b) in enumerate(SHAPES)
        for held in [np.flatnonzero(result.chance[shape] > 1e-3)]
        for x in range(a)
        for y in range(b)
        if a and b
    ]
    rows, columns, values = (np.concatenate([part[k] for part in parts]) for k in range(3))
    return sparse.csr_matrix((values, (rows, columns)), shape=(n, m), dtype=np.float32)
