"""What every candidate is worth to the path: its chance, and for a segment left alone that it is so wherever the other stands."""

from typing import Any

import numpy as np

from aligner.compiling import compiled
from aligner.evidence.kinds import Candidates, row_count, row_of
from aligner.search.lattice import INSERTION, OMISSION, Floats

WORTH = 0.6
"""How likely a bead must be to be worth more than none: the path is that with the highest sum of chances less this."""


def put_worths(candidates: Candidates, chances: Floats, worths: Floats) -> tuple[Floats, Floats]:
    """Put what each candidate is worth; how likely each segment of both sides is left alone."""
    first, second = (np.zeros(size + 1) for size in candidates.band.lengths)
    _put(candidates.frame, chances, first, second, worths)
    return first.astype(np.float32), second.astype(np.float32)


@compiled
def _put(frame: Any, chances: Any, first: Any, second: Any, worths: Any) -> None:
    for shape in range(2):
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            for k in range(count):
                if shape == OMISSION:
                    first[i] += chances[shape, start + k]
                else:
                    second[j + k] += chances[shape, start + k]
    for alone in (first, second):
        for place in range(len(alone)):
            alone[place] = min(alone[place], 1.0)
    for shape in range(len(worths)):
        for i in range(row_count(frame, shape)):
            start, j, count = row_of(frame, shape, i)
            held, own = worths[shape, start : start + count], chances[shape, start : start + count]
            for k in range(count):
                held[k] = (first[i] if shape == OMISSION else second[j + k] if shape == INSERTION else own[k]) - WORTH
