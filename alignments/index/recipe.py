"""How a text becomes index words and stems, in the index and in queries alike."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b

from aligner.stemming.kazakh_roots import roots_mark
from aligner.words import fresh_stem, loose_letters, tokens, tokens_by_line
from corpus.languages import primary_language

LONGEST_WORD = 100
"""Letters of a word that are indexed; PostgreSQL takes no lexeme beyond 2,046 bytes."""

MOST_WORDS = 16_000
"""Words of a variant that are indexed; PostgreSQL keeps positions up to 16,383."""

MOST_KNOWN = 1 << 18
"""Words of a language whose stems are remembered, and as many older ones."""

PLACE_BITS, VARIANT_BITS = 6, 36
"""A variant's number is `unit << 6 | place` and takes at most 36 bits."""

PLACES = 1 << PLACE_BITS
"""A unit has at most so many variants."""

WHOLE_VARIANT = (1 << VARIANT_BITS) - 1
"""The bits of a posting that are a variant's number."""

_PROBES = (
    "келісімшарттарымыздан министрлігінің халқының баланікі жобаларын елдегі сұралған бойынша қала-құрылысы ёлка «eGov.kz» "
    "соглашениями утверждены министерства людей ходатайствующий agreements publishing approved ministry's 1332/5 ХІV"
)


def plain_text(text: str) -> str:
    """The text with every run of white space as one space: what lengths and similarities are measured on.

    White space other than the space is not printable; most texts have none and stay as they are.
    """
    is_plain = text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " "
    return text if is_plain else " ".join(text.split())


def index_words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return _cut(tokens(text))


def index_words_of(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The folded words of one or more texts, text by text; folding them as one takes half the time."""
    return map(_cut, tokens_by_line(text.replace("\n", " ") for text in texts))


def _cut(words: Sequence[str]) -> tuple[str, ...]:
    if len(words) > MOST_WORDS or max(map(len, words), default=0) > LONGEST_WORD:
        return tuple(word[:LONGEST_WORD] for word in words[:MOST_WORDS])
    return tuple(words)


def index_stems(words: Sequence[str], language: str) -> tuple[str, ...]:
    """The stems of folded words."""
    return tuple(map(stems_of(language).__getitem__, words))


def known_stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself where nothing would be left."""
    return stems_of(language)[word]


def recall_stems(stems: Iterable[tuple[str, str]], language: str) -> None:
    """Take stems over from where they are kept, as (word, stem): reading one is fifty times as fast as making it."""
    stems_of(language).update(stems)


class Stems(dict[str, str]):
    """The stems of the words seen lately: a plain dict is five times as fast as `lru_cache`, and texts ask for millions.

    When there are too many, those older than the last MOST_KNOWN go, except for what was asked for since.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._older: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KNOWN:
            self._older = self.copy()
            self.clear()
        self[word] = found = self._older.get(word) or fresh_stem(word, self._language) or word
        return found


@cache
def stems_of(language: str) -> Stems:
    """The stems that everybody shares, by word."""
    return Stems(language)


def loose_word(word: str) -> str:
    """The folded word as somebody without Kazakh letters would type it."""
    return loose_letters(word)


def variant_number(unit: int, place: int) -> int:
    """The number of a variant in the index."""
    return unit << PLACE_BITS | place


def unit_number(variant: int) -> int:
    """The unit a variant belongs to."""
    return variant >> PLACE_BITS


def place_in_unit(variant: int) -> int:
    """Which of its unit's variants it is, from 0."""
    return variant & PLACES - 1


_FORM = 3
"""Counts what changed otherwise than in words and stems: 3 builds anew what a load may have left incomplete."""


@lru_cache(maxsize=64)
def recipe(language: str) -> str:
    """A mark of how words and stems are made now; when it changes, the index of the language is built anew."""
    words = index_words(_PROBES)
    roots = roots_mark() if primary_language(language) == "kk" else ""
    shown = " ".join([*words, *index_stems(words, language), *map(loose_word, words), roots])
    return f"{_FORM}-{blake2b(shown.encode(), digest_size=6).hexdigest()}"
