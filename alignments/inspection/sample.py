"""An even sample of a collection of unknown size, in one pass."""

from alignments.units import TranslationUnit

LARGEST = 20_000
"""Units from which words are learned: more of them teach little and cost memory."""


class Sample:
    """Keeps every unit at first, and only every second of what it has whenever it is full."""

    def __init__(self, largest: int = LARGEST) -> None:
        self.units: list[TranslationUnit] = []
        self._largest = largest
        self._stride = 1
        self._seen = 0

    def see(self, unit: TranslationUnit) -> None:
        """Take a unit in, if it is its turn."""
        if self._seen % self._stride == 0:
            self.units.append(unit)
            if len(self.units) >= self._largest:
                self.units = self.units[::2]
                self._stride *= 2
        self._seen += 1
