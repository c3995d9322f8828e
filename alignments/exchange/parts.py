"""A memory in parts for training and testing: whole documents by lot, and no text of an earlier part in a later one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from alignments.exchange.outgoing import Tally
from alignments.near_texts import near_key
from alignments.units import TranslationUnit


@dataclass(frozen=True, slots=True)
class Part:
    """The parts from `first` to `last`, counted from 1, of `total` that are about equally large."""

    first: int
    last: int
    total: int

    def holds(self, number: int) -> bool:
        """True for the number of one of these parts."""
        return self.first <= number <= self.last

    def number_of(self, unit: TranslationUnit) -> int:
        """The part of a unit, drawn by its document; by its first text where no document is told."""
        variant = next((one for one in unit.variants if one.document), None)
        told = (unit.provenance.source, variant.document) if variant else ("", near_key(unit.variants[0].text))
        return _hashed("\t".join(told)) % self.total + 1


def of_part(
    units: Iterable[TranslationUnit], everything: Iterable[TranslationUnit], part: Part, tally: Tally
) -> Iterator[TranslationUnit]:
    """The units of a part without those of which a text stands in an earlier part, but for capitals, spacing and punctuation.

    `everything` is what the parts are made of; it is gone through first.
    """
    before = (unit for unit in everything if part.number_of(unit) < part.first) if part.first > 1 else ()
    earlier = {text for unit in before for text in _texts(unit)}
    for unit in units:
        if not part.holds(part.number_of(unit)):
            tally.elsewhere += 1
        elif earlier.isdisjoint(_texts(unit)):
            yield unit
        else:
            tally.leaking += 1


def _texts(unit: TranslationUnit) -> Iterator[int]:
    return (_hashed(f"{variant.language}\t{near_key(variant.text)}") for variant in unit.variants)


def _hashed(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
