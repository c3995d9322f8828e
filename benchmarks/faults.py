"""Faults seeded into correct units: what goes wrong in real translation memories, one kind at a time."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from aligner.lexicon import Concept, builtin_concepts
from aligner.lexicon.entries import LANGUAGES
from aligner.words import stem, stems, token_spans
from alignments.units import TermEntry, TranslationUnit, Variant

Spoil = Callable[[Sequence[TranslationUnit], int, random.Random], dict[int, TranslationUnit]]
"""Spoils the unit at a place: what stands there then, and at other places if need be; empty when it cannot."""

CONSISTENT = 0.9
"""The share of its units in which a term has the translation of the term base."""

_TWINS = dict(zip("aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ", strict=True))
_TWINS |= {cyrillic: latin for latin, cyrillic in _TWINS.items()}


def seeded(
    units: Sequence[TranslationUnit], spoil: Spoil, count: int, seed: int = 7
) -> tuple[list[TranslationUnit], frozenset[str]]:
    """The units with so many of them spoilt, and the ids of the spoilt ones."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark must be repeatable
    result, touched = list(units), set[int]()
    for place in chance.sample(range(len(units)), len(units)):
        if len(touched) >= count:
            break
        spoilt = spoil(result, place, chance)
        if spoilt and touched.isdisjoint(spoilt):
            touched |= set(spoilt)
            for where, unit in spoilt.items():
                result[where] = unit
    return result, frozenset(units[place].id for place in touched)


def number_changed(units: Sequence[TranslationUnit], place: int, chance: random.Random) -> dict[int, TranslationUnit]:
    """One digit of a number on the second side is another."""
    digits = [match.start() for match in re.finditer(r"\d", _second(units[place]))]
    if not digits:
        return {}
    at, text = chance.choice(digits), _second(units[place])
    other = chance.choice([digit for digit in "123456789" if digit != text[at]])
    return {place: _with_second(units[place], text[:at] + other + text[at + 1 :])}


def half_dropped(units: Sequence[TranslationUnit], place: int, chance: random.Random) -> dict[int, TranslationUnit]:
    """The first or second half of the second side's words is missing."""
    words = _second(units[place]).split()
    if len(words) < 6:
        return {}
    middle = len(words) // 2
    return {place: _with_second(units[place], " ".join(chance.choice([words[:middle], words[middle:]])))}


def neighbours_exchanged(units: Sequence[TranslationUnit], place: int, chance: random.Random) -> dict[int, TranslationUnit]:
    """A unit and the next have each other's translation."""
    del chance
    if place + 1 >= len(units):
        return {}
    here, there = units[place], units[place + 1]
    return {place: _with_second(here, _second(there)), place + 1: _with_second(there, _second(here))}


def neighbour_copied(units: Sequence[TranslationUnit], place: int, chance: random.Random) -> dict[int, TranslationUnit]:
    """A unit has the next one's translation, which the next keeps."""
    del chance
    return {place: _with_second(units[place], _second(units[place + 1]))} if place + 1 < len(units) else {}


def untranslated(units: Sequence[TranslationUnit], place: int, chance: random.Random) -> dict[int, TranslationUnit]:
    """The second side is the first side's text."""
    del chance
    return {place: _with_second(units[place], units[place].variants[0].text)}


def swapped(units: Sequence[TranslationUnit], place: int, chance: random.Random) -> dict[int, TranslationUnit]:
    """The texts stand under each other's language."""
    del chance
    first, second = units[place].variants
    return {place: replace(units[place], variants=(replace(first, text=second.text), replace(second, text=first.text)))}


def look_alike(units: Sequence[TranslationUnit], place: int, chance: random.Random) -> dict[int, TranslationUnit]:
    """A letter inside a word is its twin from the other alphabet."""
    side = chance.randrange(2)
    text = units[place].variants[side].text
    places = [match.start() + at for match in re.finditer(r"[^\W\d_]{3,}", text) for at in range(len(match[0]))]
    places = [at for at in places if text[at] in _TWINS]
    if not places:
        return {}
    at = chance.choice(places)
    return {place: _with(units[place], side, text[:at] + _TWINS[text[at]] + text[at + 1 :])}


def wrong_term(units: Sequence[TranslationUnit], place: int, chance: random.Random) -> dict[int, TranslationUnit]:
    """A noun of the lexicon on the second side is another noun of the lexicon."""
    variant = units[place].variants[1]
    terms = _NOUNS.setdefault(variant.language, _nouns(variant.language))
    known = [(a, b) for word, a, b in token_spans(variant.text) if stem(word, variant.language) in terms]
    if not known:
        return {}
    start, stop = chance.choice(known)
    word = chance.choice(sorted(terms.values()))
    return {place: _with_second(units[place], variant.text[:start] + word + variant.text[stop:])}


def term_base(units: Sequence[TranslationUnit]) -> list[TermEntry]:
    """The nouns of the lexicon that stand in two units or more and are nearly always translated as it says.

    So a translator's term base would have them; words that are translated now this way and now that way are no terms.
    """
    languages = units[0].languages
    texts = [[frozenset(stems(unit.variants[side].text, language)) for unit in units] for side, language in enumerate(languages)]
    entries = []
    for number, concept in enumerate(filter(_is_noun, builtin_concepts())):
        terms = [(language, term) for language in languages for term in _single(concept.in_language(language))]
        entry = TermEntry(str(number), tuple(terms))
        own, theirs = (_stems_in(entry, language) for language in languages)
        beside = [not theirs.isdisjoint(there) for here, there in zip(*texts, strict=True) if not own.isdisjoint(here)]
        if len(beside) >= 2 and sum(beside) >= CONSISTENT * len(beside):
            entries.append(entry)
    return entries


def _single(terms: Sequence[str]) -> list[str]:
    """The terms of one long word."""
    return [term.casefold() for term in terms if len(term) > 4 and " " not in term and "-" not in term]


def listed_term_wrong(entries: Sequence[TermEntry]) -> Spoil:
    """A term on the second side that the term base gives for one on the first is the term of another entry."""

    def spoil(units: Sequence[TranslationUnit], place: int, chance: random.Random) -> dict[int, TranslationUnit]:
        first, second = units[place].variants
        there = frozenset(stems(first.text, first.language))
        spans = [(stem(word, second.language), start, stop) for word, start, stop in token_spans(second.text)]
        for entry in entries:
            own, theirs = (_stems_in(entry, variant.language) for variant in (first, second))
            known = [(start, stop) for word, start, stop in spans if word in theirs] if not own.isdisjoint(there) else []
            if known:
                start, stop = known[0]
                other = chance.choice([one for one in entries if theirs.isdisjoint(_stems_in(one, second.language))])
                word = next(term for language, term in other.terms if language == second.language)
                return {place: _with_second(units[place], second.text[:start] + word + second.text[stop:])}
        return {}

    return spoil


@cache
def _stems_in(entry: TermEntry, language: str) -> frozenset[str]:
    return frozenset(stem(term, own) for own, term in entry.terms if own == language)


_NOUNS: dict[str, dict[str, str]] = {}


def _nouns(language: str) -> dict[str, str]:
    column = LANGUAGES.index(language)
    nouns = [concept for concept in builtin_concepts() if _is_noun(concept)]
    words = [concept.terms[column][0] for concept in nouns]
    return {stem(word, language): word for word in words if " " not in word and "-" not in word and len(word) > 4}


def _is_noun(concept: Concept) -> bool:
    return concept.part_of_speech == "noun"


def _second(unit: TranslationUnit) -> str:
    return unit.variants[1].text


def _with_second(unit: TranslationUnit, text: str) -> TranslationUnit:
    return _with(unit, 1, text)


def _with(unit: TranslationUnit, side: int, text: str) -> TranslationUnit:
    variants: list[Variant] = list(unit.variants)
    variants[side] = replace(variants[side], text=text)
    return replace(unit, variants=tuple(variants))


FAULTS: dict[str, Spoil] = {
    "number changed": number_changed,
    "half dropped": half_dropped,
    "neighbour copied": neighbour_copied,
    "neighbours exchanged": neighbours_exchanged,
    "untranslated": untranslated,
    "sides swapped": swapped,
    "look-alike letter": look_alike,
    "wrong term": wrong_term,
}
