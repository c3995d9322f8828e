"""How alike two segments of different languages are, beyond chance: shared letters, numbers and concepts; no order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from aligner.beads import Side
from aligner.letter_grams import letter_vectors
from aligner.lexicon import Lexicon
from aligner.spelling.kazakh_latin import side_in_cyrillic
from aligner.words import stems

CELLS = 1_000_000
"""Pairs of segments whose likeness is worked out together."""

CONCEPT_WEIGHT = 1.2
"""What shared concepts count beside shared letters; chosen with `benchmarks/passages.py`."""


def likeness(first: Side, second: Side, lexicon: Lexicon | None = None) -> NDArray[np.float32]:
    """For every pair of segments the cosines of letters and concepts, less what each segment shares with any other.

    Returns a matrix (segments of the first side × of the second), about 0 for strangers, up to 2 for translations.
    """
    first, second = side_in_cyrillic(first), side_in_cyrillic(second)
    alike = np.zeros((len(first), len(second)), np.float32)
    _add_beyond_chance(alike, *letter_vectors([first.segments, second.segments]))
    if lexicon is not None:
        _add_beyond_chance(alike, *_concept_vectors(first, second, lexicon), CONCEPT_WEIGHT)
    return alike


def row_blocks(shape: tuple[int, ...]) -> Iterator[slice]:
    """The rows of a matrix in blocks of about CELLS cells: what is worked out on the way stays small."""
    step = max(1, CELLS // max(1, shape[1]))
    return (slice(start, start + step) for start in range(0, shape[0], step))


def _unit_rows(vectors: sparse.csr_matrix) -> sparse.csr_matrix:
    norms = np.sqrt(np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel())
    return sparse.diags(1 / np.maximum(norms, 1e-6)) @ vectors


def _add_beyond_chance(
    alike: NDArray[np.float32], first: sparse.csr_matrix, second: sparse.csr_matrix, weight: float = 1.0
) -> None:
    """Add the cosines, less the mean of what each of the two segments shares with all the others of the other side.

    So one which resembles everything speaks for nothing.
    """
    first, second = _unit_rows(first), _unit_rows(second)
    of_rows, of_columns = first @ second.sum(axis=0).T, (second @ first.sum(axis=0).T).T
    others = [max(size - 1, 1) for size in alike.shape]
    for rows in row_blocks(alike.shape):
        cosines = (first[rows] @ second.T).toarray()
        chance = (of_rows[rows] - cosines) / others[1] + (of_columns - cosines) / others[0]
        alike[rows] += weight * (cosines - chance / 2)


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
