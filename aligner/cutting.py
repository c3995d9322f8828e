"""Many lines cut into words at once, as `aligner.words` cuts a text, compiled: a tenth of the time where words repeat."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aligner.characters import LINE_END, Codes, Kinds, code_points, kinds_of
from aligner.compiling import compiled, compiled_part
from aligner.search.lattice import Integers
from aligner.words import is_in_words


def cut_lines(folded: Sequence[str]) -> tuple[list[str], Integers, Integers]:
    """The different words of one or more folded lines in the order in which they come, and which of them each line has.

    Line i has the words whose places in the list are `ids[start[i]:start[i + 1]]`.
    """
    text = "\n".join(folded)
    codes = code_points(text)
    places, start = np.empty((len(codes) // 2 + 1, 2), dtype=np.int64), np.zeros(len(folded) + 1, dtype=np.int64)
    count = _cut(codes, kinds_of(codes, is_in_words), places, start)
    ids, slots = np.empty(count, dtype=np.int64), np.full(1 << (2 * count).bit_length(), -1, dtype=np.int32)
    different = _number(codes, places, ids, slots)
    return [text[first:stop] for first, stop in places[:different].tolist()], ids, start


@compiled
def _cut(codes: Codes, inside: Kinds, places: Integers, start: Integers) -> int:
    """Note where every word starts and stops, and how many stand before each line; how many there are."""
    count, line, at = 0, 0, 0
    while at < len(codes):
        if inside[codes[at]]:
            places[count, 0] = at
            while at < len(codes) and inside[codes[at]]:
                at += 1
            places[count, 1] = at
            count += 1
        else:
            if codes[at] == LINE_END:
                line += 1
                start[line] = count
            at += 1
    start[line + 1] = count
    return count


@compiled
def _number(codes: Codes, places: Integers, ids: Integers, slots: NDArray[np.int32]) -> int:
    """Number the words as they first come, and put the places of the different ones in front; how many those are.

    The slots, a power of two and at least twice as many as words, are found by a hash of the word and hold its number.
    """
    count = 0
    for word in range(len(ids)):
        first, stop = places[word, 0], places[word, 1]
        key = 0
        for at in range(first, stop):
            key = (key ^ codes[at]) * 1099511628211  # as in FNV-1a
        slot = (key ^ (key >> 32)) & (len(slots) - 1)
        while slots[slot] >= 0 and not _same(codes, places[slots[slot], 0], places[slots[slot], 1], first, stop):
            slot = (slot + 1) & (len(slots) - 1)
        if slots[slot] < 0:
            slots[slot] = count
            places[count, 0], places[count, 1] = first, stop
            count += 1
        ids[word] = slots[slot]
    return count


@compiled_part
def _same(codes: Codes, first: int, stop: int, other: int, end: int) -> bool:
    """True when the same letters stand in both places."""
    size, step = stop - first, 0
    while step < size == end - other and codes[first + step] == codes[other + step]:
        step += 1
    return step == size == end - other
