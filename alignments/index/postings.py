"""Which texts have a stem and how long they are, packed: what a fuzzy search reads, on both databases.

A row of `postings_kk` holds the texts of one stem among 65,536 units, four bytes each: the variant's number within the block,
then its length. It is read as one piece, many times as fast as a full text search gives its rows.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, count, pairwise

import numpy as np
from numpy.typing import NDArray

from alignments.index.entries import Entry
from alignments.index.recipe import VARIANT_BITS
from corpus.database import Database

BLOCK_BITS, LENGTH_BITS = 22, 10
"""Of a posting of 32 bits: the variant's number in its block, the length in letters."""

LONGEST = (1 << LENGTH_BITS) - 1
"""Letters from which texts count as equally long."""

MOST_WAITING = 1 << 22
"""Words that may wait to be written: what several batches of a load have of a stem is written as one."""

Row = tuple[str, int, bytes]
"""A stem, a block and packed postings, ascending and each once."""


class Postings:
    """Gathers the postings of every language and writes them together."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: defaultdict[str, _Waiting] = defaultdict(_Waiting)
        self._bytes = "BLOB" if database.is_sqlite else "BYTEA"

    def create(self, name: str) -> None:
        """Make the table of a language."""
        execute = self._database.execute
        columns = f"stem TEXT NOT NULL, block INTEGER NOT NULL, postings {self._bytes} NOT NULL, PRIMARY KEY (stem, block)"
        execute(f"CREATE TABLE postings_{name} ({columns}){' WITHOUT ROWID' if self._database.is_sqlite else ''}")
        if not self._database.is_sqlite:
            execute(f"ALTER TABLE postings_{name} ALTER postings SET STORAGE EXTERNAL")  # compressing takes longer than reading

    def drop(self, name: str) -> None:
        """Drop the table of a language."""
        self._waiting.pop(name, None)
        self._database.execute(f"DROP TABLE IF EXISTS postings_{name}")

    def add(self, name: str, entries: Sequence[Entry]) -> None:
        """Add entries of one language; `write` keeps them."""
        self._waiting[name].add(entries)
        if self._waiting[name].size > MOST_WAITING:
            self.write()

    def write(self) -> None:
        """Keep what was added."""
        joined = f"CAST(known.postings || excluded.postings AS {self._bytes})"
        conflict = f"(stem, block) DO UPDATE SET postings = {joined}"
        for name, waiting in self._waiting.items():
            self._database.merge(f"postings_{name}", ("stem", "block", "postings"), waiting.rows(), conflict)
        self._waiting.clear()

    def forget(self) -> None:
        """Drop what is not written, after a transaction that failed."""
        self._waiting.clear()

    def remove(self, name: str, entries: Sequence[Entry]) -> None:
        """Remove entries, which must be as they were added."""
        self.write()
        leaving = _Waiting()
        leaving.add(entries)
        table, where = f"postings_{name}", "WHERE stem = ? AND block = ?"
        left = [self._left(table, where, *row) for row in leaving.rows()]
        self._database.execute_many(f"UPDATE {table} SET postings = ? {where}", [row for row in left if row[0]])  # noqa: S608
        self._database.execute_many(f"DELETE FROM {table} {where}", [row[1:] for row in left if not row[0]])  # noqa: S608

    def _left(self, table: str, where: str, stem: str, block: int, gone: bytes) -> tuple[bytes, str, int]:
        """What a row keeps, the row's stem and block."""
        known = b"".join(row[0] for row in self._database.fetch(f"SELECT postings FROM {table} {where}", (stem, block)))  # noqa: S608
        packed = np.frombuffer(known, "<u4")
        return packed[~np.isin(packed, np.frombuffer(gone, "<u4"))].tobytes(), stem, block

    def read(self, name: str, stem: str, shortest: int, longest: int) -> NDArray[np.int64]:
        """`length << 40 | variant` of the texts within these lengths that have the stem."""
        rows = self._database.fetch(f"SELECT block, postings FROM postings_{name} WHERE stem = ?", (stem,))  # noqa: S608 - a checked name
        packed = np.frombuffer(b"".join(row[1] for row in rows), "<u4")
        lengths = packed & LONGEST
        places = np.flatnonzero((lengths >= min(shortest, LONGEST)) & (lengths <= longest))
        ends = np.cumsum([len(row[1]) // 4 for row in rows])
        blocks = np.array([row[0] for row in rows], np.int64)[np.searchsorted(ends, places, side="right")]
        return lengths[places].astype(np.int64) << VARIANT_BITS | blocks << BLOCK_BITS | packed[places] >> LENGTH_BITS


class _Waiting:
    """Stems and postings of entries as long rows of numbers."""

    def __init__(self) -> None:
        self._known: defaultdict[str, int] = defaultdict(count().__next__)
        self._stems: list[NDArray[np.int64]] = []
        self._postings: list[NDArray[np.int64]] = []
        self.size = 0

    def add(self, entries: Sequence[Entry]) -> None:
        """Take the words of entries in."""
        texts = [entry.stems.split() for entry in entries]
        own = [entry.variant << LENGTH_BITS | min(entry.length, LONGEST) for entry in entries]
        self._stems.append(np.array(list(map(self._known.__getitem__, chain.from_iterable(texts))), np.int64))
        self._postings.append(np.array(own, np.int64).repeat(list(map(len, texts))))
        self.size += len(self._stems[-1])

    def rows(self) -> list[Row]:
        """What was taken in, by stem and block."""
        return sorted(self._rows()) if self.size else []

    def _rows(self) -> Iterator[Row]:
        stems, postings = np.concatenate(self._stems), np.concatenate(self._postings)
        order = np.lexsort((postings, stems))
        stems, postings = stems[order], postings[order]
        is_new = np.concatenate(([True], (stems[1:] != stems[:-1]) | (postings[1:] != postings[:-1])))
        stems, postings = stems[is_new], postings[is_new]
        blocks = postings >> BLOCK_BITS + LENGTH_BITS
        starts = np.flatnonzero(np.concatenate(([True], (stems[1:] != stems[:-1]) | (blocks[1:] != blocks[:-1]))))
        names, packed = list(self._known), (postings & 0xFFFFFFFF).astype("<u4").tobytes()
        bounds = pairwise((*(starts * 4).tolist(), len(packed)))
        for stem, block, (start, stop) in zip(stems[starts].tolist(), blocks[starts].tolist(), bounds, strict=True):
            yield names[stem], block, packed[start:stop]
