"""Letters turned into numbers: compiled loops over the code points of many texts at once."""

import numpy as np
from numpy.typing import NDArray

from aligner.compiling import compiled_maker

Codes = NDArray[np.uint32]
Places = NDArray[np.int64]
Keys = NDArray[np.uint64]

GRAM = 4
"""Letters of an n-gram, the mark of the word's beginning or end included."""

GRAMS = 1 << 20
"""Places in the table of n-grams, which share a place when they fall on the same (feature hashing, Weinberger et al. 2009)."""

_BASIS, _PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)
"""The constants of FNV-1a with 64 bits."""

_GOLDEN, _HIGH_BITS = np.uint64(0x9E3779B97F4A7C15), np.uint64(64 - 20)
"""Fibonacci hashing: the high bits of the product are well mixed."""

_BITS, _LETTER = np.uint64(16), np.uint64(0xFFFF)
_BEGINNING, _END = np.uint64(94), np.uint64(36)
"""^ and $, the marks of the word's beginning and end."""


@compiled_maker
def mark(codes: Codes, occurs: NDArray[np.bool_]) -> None:
    """Mark in a table by code point those that occur."""
    for code in codes:
        occurs[code] = True


@compiled_maker
def looked_up(codes: Codes, table: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What a table by code point says of every letter; numpy makes another array of the code points first."""
    found = np.empty(len(codes), dtype=np.bool_)
    for place in range(len(codes)):
        found[place] = table[codes[place]]
    return found


@compiled_maker
def counted_letters(codes: Codes, table: NDArray[np.bool_], begins: Places, ends: Places) -> Places:
    """How many letters of each span a table by code point chooses."""
    counts = np.zeros(len(begins), dtype=np.int64)
    for span in range(len(begins)):
        count = 0
        for place in range(begins[span], ends[span]):
            count += table[codes[place]]
        counts[span] = count
    return counts


@compiled_maker
def spelt_out(codes: Codes, letters: Codes, begins: Places, ends: Places) -> Codes:
    """Every letter replaced by others, which stand in `letters` from `begins` to `ends` by code point."""
    size = 0
    for code in codes:
        size += ends[code] - begins[code]
    written, at = np.empty(size, dtype=np.uint32), 0
    for code in codes:
        for place in range(begins[code], ends[code]):
            written[at] = letters[place]
            at += 1
    return written


@compiled_maker
def counted(chosen: NDArray[np.bool_], begins: Places, ends: Places) -> Places:
    """How many of each span are chosen."""
    counts = np.zeros(len(begins), dtype=np.int64)
    for span in range(len(begins)):
        count = 0
        for place in range(begins[span], ends[span]):
            count += chosen[place]
        counts[span] = count
    return counts


@compiled_maker
def hashed_texts(codes: Codes, table: NDArray[np.bool_], begins: Places, ends: Places) -> Keys:
    """FNV-1a of the letters of each text that a table by code point chooses."""
    keys = np.empty(len(begins), dtype=np.uint64)
    for text in range(len(begins)):
        key = _BASIS
        for place in range(begins[text], ends[text]):
            if table[codes[place]]:
                key = (key ^ np.uint64(codes[place])) * _PRIME
        keys[text] = key
    return keys


@compiled_maker
def hashed_spans(codes: Codes | Keys, starts: Places, stops: Places, seeds: Keys) -> Keys:
    """FNV-1a of each span of letters, begun with a seed of its own."""
    keys = np.empty(len(starts), dtype=np.uint64)
    for span in range(len(starts)):
        key = _BASIS ^ seeds[span]
        for place in range(starts[span], stops[span]):
            key = (key ^ np.uint64(codes[place])) * _PRIME
        keys[span] = key
    return keys


@compiled_maker
def hashed_grams(codes: Codes, starts: Places, stops: Places, latin: Keys, sizes: Places) -> tuple[NDArray[np.int32], Places]:
    """The n-grams of all words, and where those of each word begin (with the end of the last).

    `latin` has by code point the Latin letters of a letter, `sizes` their number.
    """
    first = np.zeros(len(starts) + 1, dtype=np.int64)
    for word in range(len(starts)):
        size = 2
        for place in range(starts[word], stops[word]):
            size += sizes[codes[place]]
        first[word + 1] = first[word] + max(size - GRAM + 1, 1)
    values = np.empty(first[-1], dtype=np.int32)
    for word in range(len(starts)):
        gram, size, at = _BEGINNING, 1, first[word]
        for place in range(starts[word], stops[word]):
            code = codes[place]
            for letter in range(sizes[code]):
                gram, size = (gram << _BITS) | (latin[code, letter] & _LETTER), size + 1
                if size >= GRAM:
                    values[at], at = _place(gram), at + 1
        values[at] = _place((gram << _BITS) | _END)
    return values, first


@compiled_maker
def _place(gram: np.uint64) -> np.int32:
    return np.int32((gram * _GOLDEN) >> _HIGH_BITS)
