"""Evidence from vectors: letters, sentence vectors, the third side; any rows whose sums describe stretches."""

from aligner.evidence.grids import GridEvidence
from aligner.evidence.kinds import Candidates
from aligner.vectors import Rows, cosine_grids, products, stretch_norms


def vector_evidence(name: str, candidates: Candidates, sides: tuple[Rows, Rows]) -> GridEvidence:
    """The cosine of the summed vectors of two stretches."""
    cells = products(candidates.band, *sides)
    norms = stretch_norms(sides[0]), stretch_norms(sides[1])
    return GridEvidence(name, candidates, cosine_grids(candidates.band, candidates.inside, cells, norms))
