"""A collection of units in batches that are prepared together."""

from collections.abc import Iterable, Iterator
from itertools import islice

from alignments.units import TranslationUnit

BATCH = 2_000
"""Units prepared together; the neighbours of a unit are looked for among them."""


def in_batches(units: Iterable[TranslationUnit]) -> Iterator[tuple[int, list[TranslationUnit]]]:
    """Units in batches, each with the place of its first in the collection."""
    incoming, first = iter(units), 0
    while batch := list(islice(incoming, BATCH)):
        yield first, batch
        first += len(batch)
