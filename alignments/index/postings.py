"""Which texts have a stem and how long they are, packed: what a fuzzy search reads, on both databases.

A row of `postings_kk` is a shelf for stems of similar marks in a block of 65,536 units, eight bytes a posting: the mark of the
stem (32 bits), the variant's number within the block (22), its length in letters (10). A shelf is read as one piece, many times
as fast as a full text search gives its rows. Two stems may have one mark: every candidate's text is read anyway.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignments.index.entries import Entry
from alignments.index.held_postings import RANK_PLACE, HeldPostings
from alignments.index.marked_stems import MarkedStems, marked
from alignments.index.recipe import VARIANT_BITS
from alignments.index.stem_marks import BLOCK_BITS, LENGTH_BITS, LONGEST, MARK_BITS, SHELF_BITS, mark, shelf
from corpus.storage.database import Database

POSTING_BITS = BLOCK_BITS + LENGTH_BITS

MOST_WAITING = 1 << 20
"""Postings that may wait to be written: what several batches of a load have for a shelf is written as one."""

SHELVES = 1 << SHELF_BITS

Row = tuple[int, int, bytes]
"""A block, a shelf and packed postings, each once."""


_PLACE = f"block = wanted.value >> {SHELF_BITS} AND shelf = (wanted.value & {SHELVES - 1})"


class Postings:
    """Gathers the postings of every language and writes them together."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: defaultdict[str, _Waiting] = defaultdict(_Waiting)
        self._bytes = "BLOB" if database.is_sqlite else "BYTEA"

    def create(self, name: str) -> None:
        """Make the table of a language."""
        execute = self._database.execute
        columns = f"block INTEGER NOT NULL, shelf INTEGER NOT NULL, postings {self._bytes} NOT NULL, PRIMARY KEY (block, shelf)"
        execute(f"CREATE TABLE postings_{name} ({columns}){' WITHOUT ROWID' if self._database.is_sqlite else ''}")
        if not self._database.is_sqlite:
            execute(f"ALTER TABLE postings_{name} ALTER postings SET STORAGE EXTERNAL")  # compressing takes longer than reading

    def drop(self, name: str) -> None:
        """Drop the table of a language."""
        self._waiting.pop(name, None)
        self._database.execute(f"DROP TABLE IF EXISTS postings_{name}")

    def add(self, name: str, entries: Sequence[Entry]) -> None:
        """Add entries of one language; `write` keeps them."""
        self.add_columns(name, *_columns(entries))

    def add_columns(self, name: str, variants: Sequence[int], lengths: Sequence[int], stems: MarkedStems) -> None:
        """Add texts of one language by their numbers, their lengths and their stems; `write` keeps them."""
        self._waiting[name].add(variants, lengths, stems)
        if self._waiting[name].size > MOST_WAITING:
            self.write()

    def write(self) -> None:
        """Keep what was added."""
        joined = f"CAST(known.postings || excluded.postings AS {self._bytes})"
        conflict = f"(block, shelf) DO UPDATE SET postings = {joined}"
        for name, waiting in self._waiting.items():
            self._database.merge(f"postings_{name}", ("block", "shelf", "postings"), waiting.taken(), conflict)
        self._waiting.clear()

    def forget(self) -> None:
        """Drop what is not written, after a transaction that failed."""
        self._waiting.clear()

    def remove(self, name: str, entries: Sequence[Entry]) -> None:
        """Remove entries, which must be as they were added."""
        self.write()
        leaving = _Waiting()
        leaving.add(*_columns(entries))
        table, where = f"postings_{name}", "WHERE block = ? AND shelf = ?"
        left = [self._left(table, where, *row) for row in leaving.taken()]
        self._database.execute_many(f"UPDATE {table} SET postings = ? {where}", [row for row in left if row[0]])  # noqa: S608
        self._database.execute_many(f"DELETE FROM {table} {where}", [row[1:] for row in left if not row[0]])  # noqa: S608

    def _left(self, table: str, where: str, block: int, shelf: int, gone: bytes) -> tuple[bytes, int, int]:
        """What a row keeps, the row's block and shelf."""
        known = b"".join(row[0] for row in self._database.fetch(f"SELECT postings FROM {table} {where}", (block, shelf)))  # noqa: S608
        packed = np.frombuffer(known, "<u8")
        return packed[~np.isin(packed, np.frombuffer(gone, "<u8"))].tobytes(), block, shelf

    def read(self, name: str, stems: Sequence[Sequence[str]], bounds: Sequence[tuple[int, int]]) -> Iterator[NDArray[np.int64]]:
        """For each text `length << 36 | variant` of those within its bounds of length, once for each of its stems they have."""
        every = list(set(chain.from_iterable(stems)))
        own = np.array(list(map(mark, every)), np.uint32)
        marks = np.unique(own)
        parts = [_of_marks(marks, rows) for rows in self._rows(name, sorted(set(map(shelf, marks.tolist()))))]
        numbers = np.sort(np.concatenate([np.empty(0, np.int64), *parts]))
        ranks = dict(zip(every, np.searchsorted(marks, own).tolist(), strict=True))
        return HeldPostings(ranks, numbers).read(stems, bounds)

    def _rows(self, name: str, shelves: Sequence[int]) -> Iterator[list[tuple[int, bytes]]]:
        """(block, postings) of these shelves, some thousands at a time; of most shelves, which is faster, if most are wanted."""
        table = f"postings_{name}"
        blocks = range((self._database.fetch(f"SELECT max(block) FROM {table}")[0][0] or 0) + 1)  # noqa: S608 - a checked name
        if len(shelves) > SHELVES // 2:
            for block in blocks:
                yield self._database.fetch(f"SELECT block, postings FROM {table} WHERE block = ?", (block,))  # noqa: S608 - as above
            return
        places = [block << SHELF_BITS | shelf for block in blocks for shelf in shelves]
        for start in range(0, len(places), SHELVES):
            given = json.dumps(places[start : start + SHELVES])
            wanted = f"{self._database.given_numbers} CROSS JOIN {table}"  # SQLite keeps the order of a cross join
            yield self._database.fetch(f"SELECT block, postings FROM {wanted} WHERE {_PLACE}", (given,))  # noqa: S608 - as above


def _of_marks(marks: NDArray[np.uint32], rows: Sequence[tuple[int, bytes]]) -> NDArray[np.int64]:
    """`rank << 46 | length << 36 | variant` of the postings whose mark is among these; those of a stem are one run in a row."""
    if not rows:
        return np.empty(0, np.int64)
    together = b"".join([postings for _, postings in rows])
    packed, own = np.frombuffer(together, "<i8"), np.frombuffer(together, "<u4")[1::2]  # the upper half of each is its mark
    begins = np.cumsum([0, *(len(postings) // packed.itemsize for _, postings in rows[:-1])])
    is_first = _changes(own)
    is_first[begins] = True
    firsts = np.flatnonzero(is_first)
    sizes = np.diff(firsts, append=len(packed))
    ranks = np.searchsorted(marks, own[firsts])
    blocks = np.array([block for block, _ in rows], np.int64)[np.searchsorted(begins, firsts, side="right") - 1]
    is_wanted = marks.take(ranks, mode="clip") == own[firsts]
    places: NDArray[np.int64] = (ranks << RANK_PLACE | blocks << BLOCK_BITS)[is_wanted].repeat(sizes[is_wanted])
    wanted = packed[is_wanted.repeat(sizes)]
    places |= (wanted & LONGEST) << VARIANT_BITS | wanted >> LENGTH_BITS & (1 << BLOCK_BITS) - 1
    return places


def _columns(entries: Sequence[Entry]) -> tuple[list[int], list[int], MarkedStems]:
    stems = marked([entry.stems for entry in entries])
    return [entry.variant for entry in entries], [entry.length for entry in entries], stems


class _Waiting:
    """Packed postings by their block."""

    def __init__(self) -> None:
        self._packed: defaultdict[int, list[NDArray[np.uint64]]] = defaultdict(list)
        self.size = 0

    def add(self, variants: Sequence[int], lengths: Sequence[int], stems: MarkedStems) -> None:
        """Take the stems of texts in."""
        texts = np.array(variants, np.uint64) << LENGTH_BITS | np.minimum(lengths, LONGEST).astype(np.uint64)
        postings = texts.repeat(stems.counts)
        packed = stems.marks.astype(np.uint64) << POSTING_BITS | postings & (1 << POSTING_BITS) - 1
        blocks = postings >> POSTING_BITS
        for block in np.unique(blocks).tolist():
            self._packed[block].append(packed[blocks == block])
        self.size += len(packed)

    def taken(self) -> Iterator[Row]:
        """What was taken in, by block and shelf; a block is given away as it is sorted, for both would be much to hold."""
        for block in sorted(self._packed):
            yield from _shelved(block, _distinct(self._packed.pop(block)))
        self.size = 0


def _distinct(parts: Sequence[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """Every posting once, ascending."""
    packed = np.concatenate(parts)
    packed.sort()
    return packed[_changes(packed)].astype("<u8", copy=False)


def _shelved(block: int, packed: NDArray[np.uint64]) -> Iterator[Row]:
    shelves = (packed >> POSTING_BITS + MARK_BITS - SHELF_BITS).astype(np.uint32)
    starts = np.flatnonzero(_changes(shelves))
    places = shelves[starts].tolist()
    del shelves
    for place, (start, stop) in zip(places, pairwise((*starts.tolist(), len(packed))), strict=True):
        yield block, place, packed[start:stop].tobytes()


def _changes(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Where a number differs from the one before it, and at the first."""
    return np.concatenate(([True], ordered[1:] != ordered[:-1]))
