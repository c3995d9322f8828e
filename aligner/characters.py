"""The characters of many lines by kind, counted in one pass over all of them."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled
from aligner.search.lattice import Integers

Codes = NDArray[np.uint32]
Kinds = NDArray[np.uint8]
LINE_END = ord("\n")


def code_points(text: str) -> Codes:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def kinds_of(codes: Codes, kind_of: Callable[[str], int]) -> Kinds:
    """For every code point up to the largest of a text the kind of its character, 0…255; 0 for those that do not occur."""
    kinds = np.zeros(int(codes.max(initial=LINE_END)) + 1, dtype=np.uint8)
    kinds[codes] = 1
    present = np.flatnonzero(kinds)
    kinds[present] = [kind_of(chr(code)) for code in present.tolist()]
    return kinds


def count_kinds(lines: Sequence[str], kind_of: Callable[[str], int], size: int) -> Integers:
    """How many characters of each of so many kinds each line has: [kind, line]; a line end inside a line counts as U+0000."""
    codes = code_points("\n".join(line.replace("\n", "\0") for line in lines))
    counts = np.zeros((size, max(1, len(lines))), dtype=np.int64)
    _count(codes, kinds_of(codes, kind_of), counts)
    return counts[:, : len(lines)]


@compiled
def _count(codes: Codes, kinds: Kinds, counts: Integers) -> None:
    line = 0
    for at in range(len(codes)):
        if codes[at] == LINE_END:
            line += 1
        else:
            counts[kinds[codes[at]], line] += 1
