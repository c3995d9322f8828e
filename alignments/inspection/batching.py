"""A collection of units in batches that are prepared together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from alignments.columns import Columns, columns_of, joined
from alignments.units import TranslationUnit

BATCH = 1_000
"""Units prepared together, at least REACH: so many that numpy pays, so few that their letters stay near the processor."""

REACH = 2
"""So far away stand the neighbours that say something of a unit: its texts are compared with those of two units either way, and
whether the unit beside was cut in the wrong place is known from the one behind that."""

NONE = columns_of(())


@dataclass(frozen=True, slots=True)
class Batched:
    """Units to be judged between neighbours; `first` is the place of the first neighbour."""

    first: int
    before: Columns
    judged: Columns
    after: Columns

    @property
    def columns(self) -> Columns:
        """The units with their neighbours."""
        return joined((self.before, self.judged, self.after))

    @property
    def places(self) -> slice:
        """Where in `columns` those to be judged stand."""
        return slice(len(self.before), len(self.before) + len(self.judged))


def in_batches(units: Iterable[TranslationUnit]) -> Iterator[list[TranslationUnit]]:
    """Units in batches, each unit once."""
    incoming = iter(units)
    while batch := list(islice(incoming, BATCH)):
        yield batch


def with_neighbours(batches: Iterable[Columns]) -> Iterator[Batched]:
    """Every batch between the units before and after it."""
    first, before = 0, NONE
    for batch, following in pairwise(chain(batches, [NONE])):
        yield Batched(first - len(before), before, batch, following.at(range(min(REACH, len(following)))))
        first += len(batch)
        known = joined([before, batch]) if len(batch) < REACH else batch
        before = known.at(range(max(len(known) - REACH, 0), len(known)))
