"""Texts of one group that hardly translate each other: unrelated files whose names were alike, parts of different books."""

from collections.abc import Sequence
from itertools import combinations

from alignments.units import TranslationUnit

LEAST_SHARE = 0.4
"""The share of the segments of the better covered text that must be in sure units; measured by `benchmarks/strangers.py`."""

SURE = 0.8
"""The probability from which on a unit counts: short sentences of strangers reach .6 by chance."""

Places = set[tuple[str, int]]
"""Segments by document and position."""


def strangers(units: Sequence[TranslationUnit]) -> tuple[str, ...]:
    """The languages of a group that hardly translate any other, in the order of the units."""
    every = _places(units)
    sure = [unit for unit in units if unit.probability is not None and unit.probability >= SURE]
    found = set(every)
    for pair in combinations(every, 2):
        together = _places([unit for unit in sure if set(pair) <= set(unit.languages)])
        if any(len(together.get(language, ())) >= LEAST_SHARE * len(every[language]) for language in pair):
            found -= set(pair)
    return tuple(language for language in every if language in found)


def _places(units: Sequence[TranslationUnit]) -> dict[str, Places]:
    """The segments of every language that are in these units."""
    places: dict[str, Places] = {}
    for unit in units:
        for variant in unit.variants:
            places.setdefault(variant.language, set()).update((variant.document, place) for place in variant.segments)
    return places


def warning(group: str, units: Sequence[TranslationUnit]) -> str | None:
    """A line for a person where texts of the group hardly translate each other, otherwise nothing."""
    found = strangers(units)
    if not found:
        return None
    paired = [unit for unit in units if set(found) & set(unit.languages) and len(unit.variants) > 1]
    sure = sum(unit.probability is not None and unit.probability >= SURE for unit in paired)
    name = f"'{group}'" if " " in group else group
    what = "the texts hardly translate each other" if len(found) > 1 else f"the {found[0]} text hardly translates the others"
    seen = f"{sure} of {len(paired)} units {'has' if sure == 1 else 'have'} a chance of {SURE:.0%} or more to be right"
    return f"{group}: {what} ({seen}); look with `tilmash show --group {name}`, take them out with `tilmash purge --group {name}`"
