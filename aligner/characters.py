"""The characters of many lines, met, folded and counted by kind in one pass over all of them."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled
from aligner.search.lattice import Integers
from aligner.words import fold, joins

Codes = NDArray[np.uint32]
Kinds = NDArray[np.uint8]
LINE_END = ord("\n")


def code_points(text: str) -> Codes:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def letters_of(codes: Codes) -> list[int]:
    """The different code points of a text."""
    occurs = np.zeros(int(codes.max(initial=LINE_END)) + 1, dtype=np.bool_)
    _meet(codes, occurs)
    return np.flatnonzero(occurs).tolist()


def kinds_of(codes: Codes, kind_of: Callable[[str], int]) -> Kinds:
    """For every code point up to the largest of a text the kind of its character, 0…255; 0 for those that do not occur."""
    kinds = np.zeros(int(codes.max(initial=LINE_END)) + 1, dtype=np.uint8)
    present = letters_of(codes)
    kinds[present] = [kind_of(chr(code)) for code in present]
    return kinds


def folded_lines(texts: Iterable[str]) -> list[str]:
    """The texts folded, line ends as spaces; all at once, and letter by letter where none is joined to the one before it."""
    lines = [text.replace("\n", " ") for text in texts]
    return _folded("\n".join(lines)).split("\n") if lines else []


def _folded(text: str) -> str:
    codes = code_points(text)
    same = {letter: fold(letter) for letter in map(chr, letters_of(codes))}
    if any(map(joins, same)):
        return fold(text)
    for letter, folded in same.items():
        if len(folded) != 1:
            text = text.replace(letter, folded)
    codes = code_points(text)
    table = np.arange(int(codes.max(initial=0)) + 1, dtype=np.uint32)
    for letter, folded in same.items():
        if len(folded) == 1 and ord(letter) < len(table):
            table[ord(letter)] = ord(folded)
    found = np.empty_like(codes)
    _look_up(codes, table, found)
    return found.tobytes().decode("utf-32-le", "surrogatepass")


@compiled
def _meet(codes: Codes, occurs: NDArray[np.bool_]) -> None:
    for at in range(len(codes)):
        occurs[codes[at]] = True


@compiled
def _look_up(codes: Codes, table: Codes, found: Codes) -> None:
    for at in range(len(codes)):
        found[at] = table[codes[at]]


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
