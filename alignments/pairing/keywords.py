"""Lists of key words (Түйінді сөздер / Ключевые слова / Key words) aligned word by word."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from aligner.beads import Side
from aligner.lexicon import Lexicon
from aligner.likeness import likeness
from alignments.keyword_lists import is_keyword_list, key_words
from alignments.unit_ids import unit_id
from alignments.units import PART, TranslationUnit, Variant

SAME_PLACE = 0.3
"""What standing at the same place of both lists counts beside likeness: most lists are translated in order."""


def keyword_units(unit: TranslationUnit, lexicon: Lexicon) -> Iterator[TranslationUnit]:
    """A unit for every key word when the unit is a list of key words of equal length in all its languages."""
    if len(unit.variants) < 2 or not all(is_keyword_list(variant.text) for variant in unit.variants):
        return
    lists = [key_words(variant.text) for variant in unit.variants]
    if len({len(items) for items in lists}) != 1 or len(lists[0]) < 2:
        return
    first, *others = (Side(variant.language, tuple(items)) for variant, items in zip(unit.variants, lists, strict=True))
    columns = [first.segments, *(_in_order(first, other, lexicon) for other in others)]
    for place, words in enumerate(zip(*columns, strict=True), start=1):
        variants = tuple(
            Variant(whole.language, word, whole.document, whole.segments)
            for whole, word in zip(unit.variants, words, strict=True)
        )
        yield replace(
            unit,
            id=unit_id(unit.provenance.source, variants),
            variants=variants,
            properties=((PART, f"key word {place} of {len(lists[0])}"),),
        )


def _in_order(first: Side, other: Side, lexicon: Lexicon) -> list[str]:
    """The items of another list brought into the order of the first."""
    alike = likeness(first, other, lexicon)
    _, chosen = linear_sum_assignment(alike + SAME_PLACE * np.eye(len(first)), maximize=True)
    return [other.segments[place] for place in chosen]
