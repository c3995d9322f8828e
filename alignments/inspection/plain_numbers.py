"""Texts whose only numbers are whole ones in digits: whether two have the same is seen without reading them."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from aligner.signs.dates import may_name_a_month
from aligner.signs.numbers import is_number_word
from aligner.signs.roman_numerals import LETTERS
from alignments.inspection.hashing import hashed_spans
from alignments.inspection.judged_words import JudgedWords
from alignments.inspection.rows import Places
from alignments.inspection.texts import Flags, Texts
from corpus.languages import primary_language

_DIGITS, _ZERO = frozenset("0123456789"), ord("0")


@dataclass(frozen=True, slots=True)
class PlainNumbers:
    """`known` says of which texts the numbers are known, `counts` how many different ones these have, and `sums` are equal for
    texts with the same ones.
    """

    known: Flags
    counts: Places
    sums: NDArray[np.uint64]


def plain_numbers(texts: Texts) -> PlainNumbers:
    """The numbers of those texts whose `number_signs` are their runs of digits as they stand, and which name no month."""
    letters = texts.letters
    starts, stops = letters.words
    numbers = np.flatnonzero(letters.all_are(_DIGITS.__contains__))
    sizes, owners = (stops - starts)[numbers], letters.text_of_word[numbers]
    doubtful = letters.all_are(frozenset(LETTERS).__contains__)
    doubtful[numbers[(sizes > 1) & (letters.codes[starts[numbers]] == _ZERO)]] = True
    doubtful[numbers[1:][starts[numbers[1:]] - stops[numbers[:-1]] == 1]] = True  # 1 500, 19,8, 5.01.2014, 10:30
    whole = np.bincount(owners, weights=sizes, minlength=len(texts)) == letters.count(str.isdecimal)
    known = texts.has_digits & whole & (letters.by_text(starts).count(doubtful) == 0)
    words = np.flatnonzero(known[letters.text_of_word])
    words = words[~np.isin(words, numbers, assume_unique=True)]
    known[letters.text_of_word[words[_say_numbers(texts, words)]]] = False
    return PlainNumbers(known, *_summed(owners, letters.word_keys(numbers), len(texts)))


def _say_numbers(texts: Texts, words: Places) -> Flags:
    """Which of these words, as they are written, may say a number or a month."""
    found = np.zeros(len(words), dtype=np.bool_)
    owners = texts.letters.text_of_word[words]
    for language in set(texts.languages):
        own = np.flatnonzero(texts.in_language(language)[owners])
        found[own] = _number_words(primary_language(language)).are(texts.letters, words[own])
    return found


def _summed(owners: Places, keys: NDArray[np.uint64], size: int) -> tuple[Places, NDArray[np.uint64]]:
    """How many different keys each owner has, and a key for all of them, whatever their order."""
    order = np.lexsort((keys, owners))
    owners, keys = owners[order], keys[order]
    first = np.concatenate([[True], (owners[1:] != owners[:-1]) | (keys[1:] != keys[:-1])])[: len(keys)]
    edges = np.searchsorted(owners[first], np.arange(size + 1))
    return np.diff(edges), hashed_spans(keys[first], edges[:-1], edges[1:], np.zeros(size, np.uint64))


@cache
def _number_words(language: str) -> JudgedWords:
    def says_a_number(word: str) -> bool:
        small = word.lower().replace("ё", "е")
        return is_number_word(small, language) or may_name_a_month(small, language)

    return JudgedWords(says_a_number)
