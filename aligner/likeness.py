"""How alike two segments of different languages are, beyond chance: shared letters, numbers and concepts; no order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from aligner.beads import Side
from aligner.letters import letter_vectors
from aligner.lexicon import Lexicon
from aligner.spelling.kazakh_latin import in_cyrillic
from aligner.words import stems

CONCEPT_WEIGHT = 1.2
"""What shared concepts count beside shared letters; chosen with `benchmarks/passages.py`."""


def likeness(first: Side, second: Side, lexicon: Lexicon | None = None) -> NDArray[np.float32]:
    """For every pair of segments the cosines of letters and concepts, less what each segment shares with any other.

    Returns a matrix (segments of the first side × of the second), about 0 for strangers, up to 2 for translations.
    """
    first, second = _as_looked_up(first), _as_looked_up(second)
    alike = _beyond_chance(_cosines(*letter_vectors([first.segments, second.segments])))
    if lexicon is not None:
        alike += CONCEPT_WEIGHT * _beyond_chance(_cosines(*_concept_vectors(first, second, lexicon)))
    return alike


def _as_looked_up(side: Side) -> Side:
    """The side as the lexicon and the stems know its language: Kazakh in Cyrillic letters."""
    if side.language != "kk-Latn":
        return side
    return replace(side, language="kk", segments=tuple(map(in_cyrillic, side.segments)))


def _cosines(first: sparse.csr_matrix, second: sparse.csr_matrix) -> NDArray[np.float32]:
    alike: NDArray[np.float32] = (_unit_rows(first) @ _unit_rows(second).T).toarray().astype(np.float32)
    return alike


def _unit_rows(vectors: sparse.csr_matrix) -> sparse.csr_matrix:
    norms = np.sqrt(np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel())
    return sparse.diags(1 / np.maximum(norms, 1e-6)) @ vectors


def _beyond_chance(alike: NDArray[np.float32]) -> NDArray[np.float32]:
    """Less what the two segments are alike with all the others, so that one which resembles everything speaks for nothing."""
    beyond: NDArray[np.float32] = alike - (_mean_of_others(alike, 0) + _mean_of_others(alike, 1)) / np.float32(2)
    return beyond


def _mean_of_others(alike: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """For every cell the mean of the others of its row or column; 0 where there is no other."""
    others: NDArray[np.float32] = (alike.sum(axis=axis, keepdims=True) - alike) / np.float32(max(alike.shape[axis] - 1, 1))
    return others


def _concept_vectors(first: Side, second: Side, lexicon: Lexicon) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """A row a segment, a column a concept; a term that may stand for k concepts gives each 1/k, rare concepts count more."""
    counts = [[_concepts(text, side.language, lexicon) for text in side.segments] for side in (first, second)]
    every = [segment for side in counts for segment in side]
    frequency = Counter(concept for segment in every for concept in segment)
    place = {concept: number for number, concept in enumerate(frequency)}
    weight = [log((1 + len(every)) / count) for count in frequency.values()]
    return _rows(counts[0], place, weight), _rows(counts[1], place, weight)


def _concepts(text: str, language: str, lexicon: Lexicon) -> dict[int, float]:
    found: dict[int, float] = {}
    for span in lexicon.spans(stems(text, language), language):
        for concept in span.concepts:
            found[concept] = max(found.get(concept, 0.0), 1 / len(span.concepts))
    return found


def _rows(side: Sequence[dict[int, float]], place: dict[int, int], weight: list[float]) -> sparse.csr_matrix:
    entries = [(row, place[c], share * weight[place[c]]) for row, found in enumerate(side) for c, share in found.items()]
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(side), len(place)), dtype=np.float32)
