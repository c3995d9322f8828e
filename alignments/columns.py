"""Units as columns: what the checks look at of many units at once, read and handed on in a third of the time of units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import accumulate, chain

from alignments.units import InlineCode, Provenance, TranslationUnit, Variant


@dataclass(frozen=True, slots=True)
class Columns:
    """Some units in a row: up to `positions` a value a unit, from `languages` on a value a text, in the order of the units.

    `sizes` says how many texts each unit has, `segments` how many segments each text has.
    """

    ids: Sequence[str]
    sizes: Sequence[int]
    probabilities: Sequence[float | None]
    origins: Sequence[str]
    sources: Sequence[str]
    passages: Sequence[int]
    positions: Sequence[int]
    languages: Sequence[str]
    texts: Sequence[str]
    documents: Sequence[str]
    segments: Sequence[int]
    codes: Sequence[tuple[InlineCode, ...]]

    def __len__(self) -> int:
        return len(self.ids)

    def at(self, places: Sequence[int]) -> "Columns":
        """The units at these places."""
        stops = list(accumulate(self.sizes))
        texts = [text for place in places for text in range(stops[place] - self.sizes[place], stops[place])]
        chosen = [texts if name in OF_TEXTS else places for name in NAMES]
        return Columns(*([getattr(self, name)[place] for place in own] for name, own in zip(NAMES, chosen, strict=True)))

    def unit(self, place: int, first: int) -> TranslationUnit:
        """A unit for itself, of whose texts one knows the first: without its segments, status, times, notes and properties."""
        variants = tuple(
            Variant(self.languages[text], self.texts[text], self.documents[text], codes=self.codes[text])
            for text in range(first, first + self.sizes[place])
        )
        provenance = Provenance(self.origins[place], self.sources[place], self.passages[place], self.positions[place])
        return TranslationUnit(self.ids[place], variants, self.probabilities[place], provenance=provenance)


NAMES = tuple(field.name for field in fields(Columns))
OF_TEXTS = frozenset(NAMES[NAMES.index("languages") :])
"""The columns with a value a text."""


def columns_of(units: Sequence[TranslationUnit]) -> Columns:
    """Units as columns."""
    variants = [variant for unit in units for variant in unit.variants]
    return Columns(
        ids=[unit.id for unit in units],
        sizes=[len(unit.variants) for unit in units],
        probabilities=[unit.probability for unit in units],
        origins=[unit.provenance.origin for unit in units],
        sources=[unit.provenance.source for unit in units],
        passages=[unit.provenance.passage for unit in units],
        positions=[unit.provenance.position for unit in units],
        languages=[variant.language for variant in variants],
        texts=[variant.text for variant in variants],
        documents=[variant.document for variant in variants],
        segments=[len(variant.segments) for variant in variants],
        codes=[variant.codes for variant in variants],
    )


def joined(parts: Iterable[Columns]) -> Columns:
    """The units of all parts, one part after the other."""
    known = list(parts)
    return Columns(*(list(chain.from_iterable(getattr(part, name) for part in known)) for name in NAMES))
