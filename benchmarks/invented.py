"""An invented trilingual memory of any size: Zipfian words that inflect as Kazakh, Russian and English do.

Every concept has one stem a language; a unit is a row of concepts in the order of its language, each with an ending.
Block by block from a seed, so that the same number always gives the same unit and nothing is held in memory.
"""

from collections.abc import Iterator
from functools import cache

import numpy as np

from alignments.units import Provenance, TranslationUnit, Variant

CONCEPTS = 20_000
BLOCK = 10_000
UNITS_A_DOCUMENT = 100

SYLLABLES = {
    "kk": (
        "қа",
        "ла",
        "же",
        "рі",
        "бай",
        "сөз",
        "тұ",
        "ғын",
        "мек",
        "теп",
        "өн",
        "дір",
        "ай",
        "мақ",
        "құ",
        "рыл",
        "сау",
        "ат",
        "шы",
        "нар",
    ),
    "ru": (
        "до",
        "го",
        "вор",
        "за",
        "кон",
        "при",
        "ме",
        "ра",
        "пред",
        "ста",
        "об",
        "ла",
        "со",
        "гла",
        "пра",
        "ви",
        "тель",
        "рас",
        "ход",
        "чи",
    ),
    "en": (
        "con",
        "tra",
        "ment",
        "ser",
        "vi",
        "pro",
        "duc",
        "ra",
        "gen",
        "ti",
        "al",
        "ber",
        "mon",
        "sta",
        "cor",
        "dem",
        "fin",
        "lu",
        "per",
        "nor",
    ),
}
ENDINGS = {
    "kk": (
        "",
        "",
        "",
        "лар",
        "дың",
        "ды",
        "да",
        "дан",
        "ға",
        "ы",
        "ының",
        "ында",
        "ымен",
        "лары",
        "ларының",
        "ларында",
        "мен",
        "лардың",
    ),
    "ru": ("", "", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"),
    "en": ("", "", "", "s", "ed", "ing"),
}
ORDERS = {"kk": 0, "ru": 1, "en": 2}


@cache
def stems(language: str) -> np.ndarray:
    """The stem of every concept: two to four syllables."""
    return np.array(["".join(_syllables(language, concept)) for concept in range(CONCEPTS)], dtype=object)


def _syllables(language: str, concept: int) -> Iterator[str]:
    """The digits of the concept's number, each a syllable: frequent concepts are short, and no two are alike."""
    syllables = SYLLABLES[language]
    rest = concept + len(syllables)
    while rest:
        rest, digit = divmod(rest, len(syllables))
        yield syllables[digit]


@cache
def frequencies() -> np.ndarray:
    """Cumulated chances of the concepts (Zipf)."""
    chances = 1 / np.arange(2, CONCEPTS + 2)
    return np.cumsum(chances / chances.sum())


def block(number: int, seed: int = 2026) -> list[TranslationUnit]:
    """The units of one block."""
    random = np.random.default_rng((seed, number))
    lengths = np.clip(random.poisson(19, BLOCK), 4, 60)
    concepts = np.searchsorted(frequencies(), random.random(int(lengths.sum())))
    texts = {language: _texts(language, concepts, lengths, random) for language in ORDERS}
    return [_unit(number * BLOCK + row, {language: texts[language][row] for language in ORDERS}) for row in range(BLOCK)]


def _texts(language: str, concepts: np.ndarray, lengths: np.ndarray, random: np.random.Generator) -> list[str]:
    endings = np.array(ENDINGS[language], dtype=object)
    words = stems(language)[concepts] + endings[random.integers(0, len(endings), len(concepts))]
    texts = []
    stop = 0
    for length in lengths.tolist():
        row = words[stop : stop + length].tolist()
        stop += length
        for _ in range(ORDERS[language] * 2):  # neighbours trade places: the order of words differs between languages
            place = int(row and (len(row[0]) * 7 + length) % length)
            row.insert(length - place - 1, row.pop(place))
        texts.append(" ".join(row).capitalize() + ".")
    return texts


def _unit(number: int, texts: dict[str, str]) -> TranslationUnit:
    document, position = divmod(number, UNITS_A_DOCUMENT)
    variants = tuple(
        Variant(language, f"{text[:-1]} {number}." if number % 7 == 0 else text, f"document {document}", (position,))
        for language, text in texts.items()
    )
    return TranslationUnit(
        id=f"{number:08x}",
        variants=variants,
        probability=0.5 + (number % 50) / 100,
        provenance=Provenance("aligned", f"group {document}", 0, position, "invented"),
    )


def units(count: int) -> Iterator[TranslationUnit]:
    """The first units of the memory."""
    for number in range((count + BLOCK - 1) // BLOCK):
        yield from block(number)[: count - number * BLOCK]
