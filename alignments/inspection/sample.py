"""An even sample of a collection of unknown size, in one pass."""

from alignments.columns import Columns, columns_of, joined

LARGEST = 20_000
"""Units from which words are learned: more of them teach little and cost memory."""


class Sample:
    """Keeps every unit at first, and only every second of what it has whenever it is full."""

    def __init__(self, largest: int = LARGEST) -> None:
        self._kept = [columns_of(())]
        self._largest = largest
        self._stride = 1
        self._seen = 0

    @property
    def units(self) -> Columns:
        """The units kept, in order."""
        return joined(self._kept)

    def see(self, units: Columns) -> None:
        """Take in those units whose turn it is."""
        self._kept.append(units.at(range(-self._seen % self._stride, len(units), self._stride)))
        self._seen += len(units)
        while self._size >= self._largest:
            self._stride *= 2
            self._kept = [self.units.at(range(0, self._size * 2, 2))]

    @property
    def _size(self) -> int:
        return -(-self._seen // self._stride)
