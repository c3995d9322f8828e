"""Numbers grouped by row: all of them in one array, however long each row is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignments.inspection.hashing import counted

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """Row r holds `values[begins[r]:ends[r]]`."""

    values: NDArray[Any]
    begins: Places
    ends: Places

    def __len__(self) -> int:
        return len(self.begins)

    @property
    def sizes(self) -> Places:
        """How many numbers each row has."""
        return self.ends - self.begins

    def take(self, rows: Places) -> "Rows":
        """The rows at these places in this order; an empty row for a place under 0."""
        return Rows(self.values, np.where(rows < 0, 0, self.begins[rows]), np.where(rows < 0, 0, self.ends[rows]))

    @classmethod
    def joined(cls, parts: Sequence["Rows"]) -> "Rows":
        """The rows of all parts, at least one, one part after the other."""
        before = np.cumsum([0, *(len(part.values) for part in parts)])
        begins = [part.begins + first for part, first in zip(parts, before, strict=False)]
        ends = [part.ends + first for part, first in zip(parts, before, strict=False)]
        return cls(np.concatenate([part.values for part in parts]), np.concatenate(begins), np.concatenate(ends))

    def count(self, chosen: NDArray[np.bool_]) -> Places:
        """How many of the chosen numbers each row has; a truth value for each of `values`."""
        return counted(chosen, self.begins, self.ends)


def crossed(begins: Places, ends: Places, other_begins: Places, other_ends: Places) -> tuple[Places, Places]:
    """Every place of span i of one side with every place of span i of the other, span by span."""
    sizes, widths = ends - begins, other_ends - other_begins
    counts = sizes * widths
    spans = np.repeat(np.arange(len(begins)), counts)
    within = np.arange(len(spans)) - (np.cumsum(counts) - counts)[spans]
    return begins[spans] + within // widths[spans], other_begins[spans] + within % widths[spans]


def are_among(values: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which values are among some known ones, which rise."""
    places = np.minimum(np.searchsorted(known, values), len(known) - 1)
    found: NDArray[np.bool_] = known[places] == values if len(known) else np.zeros(len(values), dtype=np.bool_)
    return found
