"""Two sides of a document: what the last round found out about them, and the candidates of the next."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy import sparse

from aligner.batch import Batch
from aligner.evidence.agreement import AgreementEvidence
from aligner.evidence.coverage import Bag, CoverageEvidence, Links
from aligner.evidence.habits import HabitEvidence, habits_of
from aligner.evidence.kinds import Candidates, Evidence, candidates_in, weigh_all
from aligner.evidence.lengths import LengthEvidence
from aligner.evidence.marks import MarkEvidence
from aligner.evidence.paragraphs import ParagraphEvidence
from aligner.evidence.signs import SignEvidence
from aligner.evidence.similarity import vector_evidence
from aligner.evidence.worths import WORTH, put_worths
from aligner.search.coarse import Path, corridor
from aligner.search.lattice import (
    INSERTION,
    NO_SPANS,
    OMISSION,
    SHAPE_ARRAY,
    SHAPES,
    Band,
    Floats,
    Integers,
    Spans,
    band_around,
)
from aligner.search.paths import NO_TRANSITIONS, Step, best_path, posteriors
from aligner.vectors import Vectors
from aligner.weights import Weights

WIDTH = 6
"""Nodes that are looked at on each side of every node at which the round before thought that a bead may start."""

FIRST_LARGEST = 4
"""Segments of both sides together in the largest bead of the first round, which only has to find the way."""

LIKELY = 0.5
"""The chance from which on a bead says how long translations are."""

FAINT = 1e-3
"""Chances below this are forgotten."""


@dataclass(frozen=True, slots=True)
class PairResult:
    """The best path of two sides, how likely each of its beads is, and how likely every bead in the band.

    `path[k]` is the bead k: the number of its shape, and the node (i, j) at which it starts; `path_chances[k]` is its chance.
    The chances above `FAINT` are kept: `chances[k]` is that of the bead of the shape `places[k] // size` at the node
    `places[k] % size`, with the size of the band; the places rise. `alone` is how likely each segment of both sides has no
    partner, at whichever node it is left alone.
    """

    band: Band
    path: Integers
    path_chances: Floats
    places: Integers
    chances: Floats
    alone: tuple[Floats, Floats]

    def probability(self, step: Step) -> float:
        """How likely a bead is; of a segment left alone, that it is so wherever the other side stands."""
        shape, i, j = step
        if shape in (OMISSION, INSERTION):
            return float(self.alone[shape][(i, j)[shape]])
        place = shape * self.band.size + self.band.node(i, j)
        at = int(self.places.searchsorted(place))
        return min(1.0, float(self.chances[at])) if at < len(self.places) and self.places[at] == place else 0.0

    def of_shape(self, shape: int) -> tuple[Integers, Floats]:
        """The nodes at which beads of a shape may start, and how likely they do."""
        start, stop = np.searchsorted(self.places, (shape * self.band.size, (shape + 1) * self.band.size))
        return self.places[start:stop] - shape * self.band.size, self.chances[start:stop]

    def of_shapes(self) -> Floats:
        """How many beads of each shape are to be expected."""
        return np.bincount(self.places // self.band.size, self.chances, len(SHAPES)).astype(np.float32)

    def of_nodes(self) -> Floats:
        """How likely a bead starts at each node."""
        return np.bincount(self.places % self.band.size, self.chances, self.band.size).astype(np.float32)

    def likely_nodes(self) -> Path:
        """The nodes at which the beads of the path begin and end, and those at which a bead that is not forgotten begins."""
        _, last_row, _, last_column = self.spans()
        nodes = np.unique(self.places % self.band.size)
        rows = np.searchsorted(self.band.offset, nodes, side="right") - 1
        columns = nodes - self.band.offset[rows] + self.band.low[rows]
        return np.concatenate([[0], rows, last_row]), np.concatenate([[0], columns, last_column])

    def steps(self) -> Iterator[tuple[Step, float]]:
        """The beads of the path with their chances."""
        steps: Iterator[Step] = zip(*self.path.T.tolist(), strict=True)
        return zip(steps, self.path_chances.tolist(), strict=True)

    def spans(self) -> Spans:
        """The beads of the path by their boundaries."""
        shapes, i, j = self.path.T
        return np.stack([i, i + SHAPE_ARRAY[shapes, 0], j, j + SHAPE_ARRAY[shapes, 1]])

    def likely_spans(self) -> Spans:
        """The likely beads with two sides by their boundaries."""
        return self.spans()[:, (self.path_chances > LIKELY) & (self.path[:, 0] > INSERTION)]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides of a document of the batch, by their places, the first smaller."""

    document: int
    sides: tuple[int, int]


def candidates_for(batch: Batch, pair: Pair, before: PairResult | None) -> Candidates:
    """The beads that are looked at: near those that the round before held possible or, at first, in a corridor."""
    if before is not None:
        return candidates_in(band_around(*before.likely_nodes(), before.band.lengths, WIDTH))
    return candidates_in(corridor(*_letters(batch, pair)), FIRST_LARGEST)


def evidence_for(
    batch: Batch, pair: Pair, candidates: Candidates, before: PairResult | None, third: tuple[Vectors, Vectors] | None = None
) -> Iterator[Evidence]:
    """All that speaks for or against the candidates, given what the round before found; each kind is made when asked for."""
    document, (x, y) = pair.document, pair.sides
    lengths = batch.lengths[document][x], batch.lengths[document][y]
    marks, sides = batch.punctuation[document], batch.bitexts[document]
    letters, products_in = _letters(batch, pair)
    yield vector_evidence("letters", candidates, letters, products_in(candidates.band))
    yield CoverageEvidence("words", candidates, *_words(batch, pair, before), batch.places_of_marks)
    likely = NO_SPANS if before is None else before.likely_spans()
    yield LengthEvidence(candidates, lengths, likely)
    yield SignEvidence("numbers", candidates, (batch.numbers[document][x], batch.numbers[document][y]))
    yield SignEvidence("copies", candidates, (batch.copies[document][x], batch.copies[document][y]))
    yield MarkEvidence(candidates, (marks[x], marks[y]))
    if before is not None:
        yield ParagraphEvidence(candidates, (sides[x], sides[y]), likely)
        yield HabitEvidence(candidates, habits_of(before.of_shapes()))
    if batch.vectors is not None:
        yield vector_evidence("vectors", candidates, (batch.vectors[document][x], batch.vectors[document][y]))
    if third is not None:
        yield vector_evidence("third side", candidates, third)
        yield AgreementEvidence("third side", candidates, third)


def _letters(batch: Batch, pair: Pair) -> tuple[tuple[Vectors, Vectors], Callable[[Band], Floats]]:
    """The letters of both sides, and their products in a band."""
    first, second = (batch.letters[pair.document][side] for side in pair.sides)
    return (first, second), partial(batch.letter_products, pair.document, pair.sides)


def _words(batch: Batch, pair: Pair, before: PairResult | None) -> tuple[tuple[Bag, Bag], tuple[Links, Links]]:
    """What the words of both sides want and offer, and what links them."""
    document, (x, y) = pair.document, pair.sides
    taught = _taught(before, (len(batch.bitexts[document][x]), len(batch.bitexts[document][y])))
    bags = batch.bag(document, x, taught[0]), batch.bag(document, y, taught[1])
    return bags, (batch.links(batch.languages(document, (x, y))), batch.links(batch.languages(document, (y, x))))


def decide(candidates: Candidates, evidence: Iterable[Evidence], weights: Weights) -> PairResult:
    """How likely every bead is by these weights, and the path whose beads are likeliest to be right, bead by bead."""
    scores = weigh_all(evidence, candidates, weights)
    band = candidates.band
    chances = posteriors(band, scores, weights.transitions)[0]
    alone = put_worths(candidates, chances, scores)  # in place of the scores: both are large
    path = best_path(band, scores, NO_TRANSITIONS)
    shapes, rows, columns = path.T
    path_chances = np.minimum(scores[shapes, band.offset[rows] + columns - band.low[rows]] + np.float32(WORTH), np.float32(1))
    places = np.flatnonzero(chances.ravel() > FAINT)
    return PairResult(band, path, path_chances, places, chances.ravel()[places], alone)


def _taught(before: PairResult | None, sizes: tuple[int, int]) -> tuple[Integers, Integers]:
    """For every segment of both sides the run of the other side with which it taught words, -1 for none."""
    if before is None:
        return np.full((sizes[0], 2), -1), np.full((sizes[1], 2), -1)
    spans = before.spans()
    paired = np.where(before.path[:, 0] > INSERTION, spans, -1)
    return np.repeat(paired[2:].T, spans[1] - spans[0], axis=0), np.repeat(paired[:2].T, spans[3] - spans[2], axis=0)


def links_of(result: PairResult) -> sparse.csr_matrix:
    """How likely every two segments stand in one bead: a row a segment of the first side."""
    at_i, at_j = result.band.nodes()
    parts = [
        (at_i[nodes] + x, at_j[nodes] + y, chances)
        for shape, (a, b) in enumerate(SHAPES)
        for nodes, chances in [result.of_shape(shape)]
        for x in range(a)
        for y in range(b)
    ]
    rows, columns, values = (np.concatenate([part[k] for part in parts]) for k in range(3))
    return sparse.csr_matrix((values, (rows, columns)), shape=result.band.lengths, dtype=np.float32)
