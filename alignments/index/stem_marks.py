"""The numbers by which postings know stems, and how many bits each part of a posting has."""

from zlib import crc32

MARK_BITS, BLOCK_BITS, LENGTH_BITS = 32, 22, 10
"""Of a posting: the mark of the stem, the variant's number in its block, the length in letters."""

LONGEST = (1 << LENGTH_BITS) - 1
"""Letters from which texts count as equally long."""

SHELF_BITS = 14
"""Bits of a mark that name its shelf: 16,384 shelves hold some sixty postings each where a block is full."""


def mark(stem: str) -> int:
    """The number of a stem; two stems may have the same."""
    return crc32(stem.encode())


def shelf(number: int) -> int:
    """The shelf of a mark."""
    return number >> MARK_BITS - SHELF_BITS


class Marks(dict[str, int]):
    """The marks of the stems seen."""

    def __missing__(self, stem: str) -> int:
        self[stem] = found = mark(stem)
        return found
