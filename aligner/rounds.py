"""Rounds of alignment, each knowing more: letters and lexicons, then words learned in the round before, then the other sides."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from scipy import sparse

from aligner.batch import Batch, Languages
from aligner.learning import Lesson, learn
from aligner.pairs import Pair, PairResult, candidates_for, decide, evidence_for, links_of
from aligner.search.lattice import SHAPES
from aligner.vectors import Vectors, measured, rows_of_matrix
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
    results: Results = {}
    if batch.lessons:
        teach(batch, results)
    for name in (FIRST, LEARNED, THIRD):
        if name == LEARNED:
            teach(batch, results)
        results = {**results, **dict(one_round(batch, results, weights, name))}
    return results


def one_round(batch: Batch, before: Results, weights: Mapping[str, Weights], name: str) -> Iterator[tuple[Pair, PairResult]]:
    """Every pair aligned with what the round before found; in the round THIRD only those that have other sides."""
    for pair in pairs_of(batch):
        if name != THIRD or len(batch.bitexts[pair.document]) > 2:
            third = other_sides(batch, before, pair) if name == THIRD else None
            candidates = candidates_for(batch, pair, before.get(pair))
            evidence = evidence_for(batch, pair, candidates, before.get(pair), third)
            yield pair, decide(candidates, evidence, weights[name + variant(batch, pair)])


def variant(batch: Batch, pair: Pair) -> str:
    """Which weights a pair needs beside the round: with sentence vectors, with a lexicon of both languages, or with neither."""
    if batch.vectors is not None:
        return "+vectors"
    return "+lexicon" if batch.knows(batch.languages(pair.document, pair.sides)) else ""


def pairs_of(batch: Batch) -> list[Pair]:
    """Every two sides of every document."""
    return [Pair(d, sides) for d, given in enumerate(batch.bitexts) for sides in combinations(range(len(given)), 2)]


def teach(batch: Batch, results: Results) -> None:
    """Learn the words of every two languages from what is aligned and from the examples of the batch."""
    lessons: dict[Languages, list[Lesson]] = {}
    for languages, lesson in (*batch.lessons, *_lessons(batch, results)):
        first, second = languages
        if first <= second:
            lessons.setdefault((first, second), []).append(lesson)
        else:
            lessons.setdefault((second, first), []).append(lesson.turned())
    for languages, held in lessons.items():
        batch.teach(languages, learn(held))


def _lessons(batch: Batch, results: Results) -> Iterator[tuple[Languages, Lesson]]:
    """The beads that are likely and small enough to teach words."""
    for pair, result in results.items():
        languages = batch.languages(pair.document, pair.sides)
        first, second = (batch.stems[pair.document][side] for side in pair.sides)
        for (shape, i, j), probability in result.steps():
            a, b = SHAPES[shape]
            if a and b and a + b <= LARGEST_LESSON and probability > WEAKEST_LESSON:
                yield languages, Lesson(first.run(i, i + a), second.run(j, j + b), probability)


def other_sides(batch: Batch, results: Mapping[Pair, PairResult], pair: Pair) -> tuple[Vectors, Vectors]:
    """What each segment of two sides is linked to on all the other sides, by the links of the round before."""
    others = [side for side in range(len(batch.bitexts[pair.document])) if side not in pair.sides]
    first, second = (sparse.hstack([_links(results, pair.document, side, other) for other in others]) for side in pair.sides)
    return measured(rows_of_matrix(first)), measured(rows_of_matrix(second))


def _links(results: Mapping[Pair, PairResult], document: int, side: int, other: int) -> sparse.csr_matrix:
    if side < other:
        return links_of(results[Pair(document, (side, other))])
    return links_of(results[Pair(document, (other, side))]).T
