"""Keys with a number each, found by their first bits: a search by halves jumps about in memory and takes longer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled_maker
from alignments.inspection.rows import Places, Rows

Keys = NDArray[np.uint64]
Numbers = NDArray[np.int32]

BITS = 16
"""First bits of a key that say where to look for it; hashes are spread evenly over them."""

_REST = np.uint64(64 - BITS)


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """Rising `keys`, whose places are their numbers; those with first bits b begin at `starts[b]`."""

    keys: Keys
    starts: Places

    @classmethod
    def of(cls, keys: Keys) -> "KnownKeys":
        """Each of these keys once."""
        known = np.unique(keys)
        firsts = np.arange(1 << BITS, dtype=np.uint64) << _REST
        return cls(known, np.append(np.searchsorted(known, firsts), len(known)))

    def __len__(self) -> int:
        return len(self.keys)

    def numbers(self, keys: Keys) -> Numbers:
        """The numbers of keys; one number more for all that are not known."""
        return _numbers(keys, self.keys, self.starts)

    def numbered(self, rows: Rows) -> Rows:
        """Rows of the numbers of keys."""
        return Rows(self.numbers(rows.values), rows.begins, rows.ends)


@compiled_maker
def _numbers(keys: Keys, known: Keys, starts: Places) -> Numbers:
    numbers = np.full(len(keys), len(known), dtype=np.int32)
    for place in range(len(keys)):
        bits = np.int64(keys[place] >> _REST)
        for number in range(starts[bits], starts[bits + 1]):
            if known[number] == keys[place]:
                numbers[place] = number
    return numbers
