"""Words in a row that two texts share: a compiled loop over all pairs of a batch."""

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled_maker
from alignments.inspection.rows import Places, Rows

Keys = NDArray[np.uint64]


def longest_runs(first: Rows, second: Rows) -> Places:
    """How long the longest run of numbers is that row i of both sides has."""
    return _longest(first.values, first.begins, first.ends, second.begins, second.ends)


@compiled_maker
def _longest(words: Keys, first_begins: Places, first_ends: Places, second_begins: Places, second_ends: Places) -> Places:
    result = np.zeros(len(first_begins), dtype=np.int64)
    for row in range(len(first_begins)):
        begin, size = second_begins[row], second_ends[row] - second_begins[row]
        runs = np.zeros(size + 1, dtype=np.int64)
        for word in words[first_begins[row] : first_ends[row]]:
            for place in range(size, 0, -1):
                runs[place] = runs[place - 1] + 1 if words[begin + place - 1] == word else 0
                result[row] = max(result[row], runs[place])
    return result
