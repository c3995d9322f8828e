"""Rounds of alignment, each knowing more: letters and lexicons, then words learned from the round before, then the other sides."""

from collections.abc import Mapping
from itertools import combinations

from scipy import sparse

from aligner.batch import Batch, Languages
from aligner.lattice import SHAPES
from aligner.learning import Lesson, learn
from aligner.pairs import Pair, PairResult, decide, evidence_for, links_of
from aligner.vectors import Rows, rows_of_matrix
from aligner.weights import Weights

FIRST, LEARNED, THIRD = "first", "learned", "third"
"""The rounds and their weights."""

LARGEST_LESSON = 5
"""Segments of a bead that still teaches words."""

WEAKEST_LESSON = 0.3
"""The chance below which a bead teaches nothing."""

Results = dict[Pair, PairResult]


def run_rounds(batch: Batch, weights: Mapping[str, Weights]) -> Results:
    """Align every pair of sides of every document of the batch."""
    pairs = pairs_of(batch)
    results: Results = {}
    for name in (FIRST, LEARNED):
        if name == LEARNED:
            teach(batch, results)
        results = {pair: decide(*evidence_for(batch, pair, results.get(pair)), weights[name]) for pair in pairs}
    return {**results, **with_other_sides(batch, results, weights[THIRD])}


def pairs_of(batch: Batch) -> list[Pair]:
    """Every two sides of every document."""
    return [Pair(d, sides) for d, given in enumerate(batch.bitexts) for sides in combinations(range(len(given)), 2)]


def with_other_sides(batch: Batch, results: Results, weights: Weights) -> Results:
    """The pairs of documents of three or more sides once more, each with what the other sides say of it."""
    views = {pair: other_sides(batch, results, pair) for pair in results if len(batch.bitexts[pair.document]) > 2}
    return {pair: decide(*evidence_for(batch, pair, results[pair], view), weights) for pair, view in views.items()}


def teach(batch: Batch, results: Results) -> None:
    """Learn the words of every pair of languages from what is aligned."""
    lessons: dict[Languages, list[Lesson]] = {}
    for pair, result in results.items():
        languages = batch.languages(pair.document, pair.sides)
        own = [batch.stems[pair.document][side] for side in pair.sides]
        for step in result.path:
            (a, b), i, j = SHAPES[step[0]], *step[1:]
            probability = result.probability(step)
            if a and b and a + b <= LARGEST_LESSON and probability > WEAKEST_LESSON:
                lesson = Lesson(own[0].run(i, i + a), own[1].run(j, j + b), probability)
                lessons.setdefault(languages, []).append(lesson)
    for languages, held in lessons.items():
        batch.teach(languages, learn(held))


def other_sides(batch: Batch, results: Mapping[Pair, PairResult], pair: Pair) -> tuple[Rows, Rows]:
    """What each segment of two sides is linked to on all the other sides, by the links of the round before."""
    others = [side for side in range(len(batch.bitexts[pair.document])) if side not in pair.sides]
    first, second = (sparse.hstack([_links(results, pair.document, side, other) for other in others]) for side in pair.sides)
    return rows_of_matrix(first), rows_of_matrix(second)


def _links(results: Mapping[Pair, PairResult], document: int, side: int, other: int) -> sparse.csr_matrix:
    if side < other:
        return links_of(results[Pair(document, (side, other))])
    return links_of(results[Pair(document, (other, side))]).T
