"""Units on their way out: the languages asked for, one-sided ones left out, several variants as the receiver can bear them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product

from alignments.units import TranslationUnit, Variant


class VariantChoice(StrEnum):
    """What becomes of several variants in one language."""

    TOGETHER = "together"
    """They stay in their unit: nothing is lost, but many tools show only one of them."""
    FIRST = "first"
    """Only the first one goes out."""
    ALL = "all"
    """Every combination becomes a unit of its own."""
    BEST = "best"
    """The one whose length fits the other languages best goes out."""


@dataclass(slots=True)
class Tally:
    """How many units went out, and how many were left behind: for want of a second language, probability, doubt, an issue.

    `elsewhere` belong to another part of the memory, of the `leaking` an earlier part has a text.
    """

    written: int = 0
    one_sided: int = 0
    improbable: int = 0
    doubted: int = 0
    sound: int = 0
    elsewhere: int = 0
    leaking: int = 0


def outgoing(
    units: Iterable[TranslationUnit], languages: Sequence[str], choice: VariantChoice, tally: Tally
) -> Iterator[TranslationUnit]:
    """The units as they are written, in these languages (each once, in this order; all when empty), counted on the way."""
    for unit in units:
        variants = _in_languages(unit, languages)
        if len({variant.language for variant in variants}) < 2:
            tally.one_sided += 1
            continue
        leaving = unit if variants == unit.variants else replace(unit, variants=variants)
        for one in (leaving,) if choice is VariantChoice.TOGETHER else _chosen(leaving, choice):
            tally.written += 1
            yield one


def _in_languages(unit: TranslationUnit, languages: Sequence[str]) -> tuple[Variant, ...]:
    if not languages:
        return unit.variants
    return tuple(variant for language in dict.fromkeys(languages) for variant in unit.variants if variant.language == language)


def _chosen(unit: TranslationUnit, choice: VariantChoice) -> Iterator[TranslationUnit]:
    languages = unit.languages
    if len(languages) == len(unit.variants):
        yield unit
        return
    groups = [[variant for variant in unit.variants if variant.language == language] for language in languages]
    if choice is VariantChoice.FIRST:
        yield replace(unit, variants=tuple(group[0] for group in groups))
    elif choice is VariantChoice.BEST:
        yield replace(unit, variants=_fitting(groups))
    else:
        for number, variants in enumerate(product(*groups), start=1):
            yield replace(unit, id=unit.id if number == 1 else f"{unit.id}-{number}", variants=tuple(variants))


def _fitting(groups: Sequence[Sequence[Variant]]) -> tuple[Variant, ...]:
    """Of every language the variant nearest in length to what the others have on average."""
    usual = [sum(len(variant.text) for variant in group) / len(group) for group in groups]
    chosen = []
    for place, group in enumerate(groups):
        others = [length for other, length in enumerate(usual) if other != place]
        wanted = sum(others) / len(others)
        chosen.append(min(group, key=lambda variant: abs(len(variant.text) - wanted)))
    return tuple(chosen)
