"""Words: one way of folding, cutting, stemming and romanising, for the aligner, the search and the checks alike."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from aligner.spelling.kazakh_latin import is_kazakh_latin
from aligner.spelling.romanisation import romanised
from aligner.stemming.kazakh import kazakh_stem
from aligner.stemming.kazakh_latin import known_spelling
from aligner.stemming.snowball import snowball_stem

_WORD = re.compile(r"[^\W_]+")
_WORD_OR_END = re.compile(rf"{_WORD.pattern}|\n")
_SAME = {"ё": "е", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "\u0301": "", "\u00ad": "", "i̇": "i"}
"""What is written in several ways or not always: Russian ё and stress marks, apostrophes, soft hyphens, Turkish İ."""

LONGEST_STEM = 64
_ACUTE = "\u00b4"
"""Typed for an apostrophe; NFKC would make a space and a stress mark of it."""

_KAZAKH = {"қ": "к", "ғ": "г", "ң": "н", "ә": "а", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и"}
"""Letters that only Kazakh keyboards have, each with the one typed for it."""

_LOOSE = str.maketrans(_KAZAKH)
_MEANT = {plain: "".join(letter for letter in _KAZAKH if _KAZAKH[letter] == plain) for plain in _KAZAKH.values()}
_DROPPED = re.compile("[\u00ad\u0301\u0307]")
_KOREAN_ENDS = range(0x1160, 0x1200)
"""Vowels and finals, which join the letter before them without being combining marks."""


def fold(text: str) -> str:
    """The text as it is compared: NFKC, small letters, ё as е, one kind of apostrophe, no stress marks or soft hyphens."""
    folded = unicodedata.normalize("NFKC", text.replace(_ACUTE, "'")).casefold()
    for written, same in _SAME.items():
        folded = folded.replace(written, same)
    return unicodedata.normalize("NFKC", folded)


def loose_letters(folded: str) -> str:
    """A folded text as typed without a Kazakh keyboard: қ к, ғ г, ң н, ә а, ө о, ұ and ү у, һ х, і и."""
    return folded.translate(_LOOSE)


def kazakh_spellings(loose: str) -> Iterator[str]:
    """Everything that letters typed without a Kazakh keyboard may stand for: `ка` for ка, кә, қа, қә."""
    return map("".join, product(*(letter + _MEANT.get(letter, "") for letter in loose)))


def tokens(text: str) -> list[str]:
    """The folded words of a text: unbroken runs of letters and digits."""
    return _WORD.findall(fold(text))


def is_in_words(letter: str) -> bool:
    """True for the letters and digits of which words are unbroken runs."""
    return letter.isalnum()


def tokens_of_lines(lines: Iterable[str]) -> list[str]:
    """The folded words of many texts without line ends, a line end between text and text: half the time of one by one."""
    return _WORD_OR_END.findall(fold("\n".join(lines)))


def tokens_by_line(lines: Iterable[str]) -> Iterator[list[str]]:
    """The folded words of many texts without line ends, text by text."""
    return map(_WORD.findall, fold("\n".join(lines)).split("\n"))


def token_spans(text: str) -> list[tuple[str, int, int]]:
    """The words of `tokens`, each with the code point offsets at which it starts and stops in the text as given."""
    folded = fold(text)
    if len(folded) == len(text) and not _DROPPED.search(text) and unicodedata.is_normalized("NFKC", text):
        return [(match[0], match.start(), match.end()) for match in _WORD.finditer(folded)]
    folded, places = _folded_with_places(text)
    return [(match[0], places[match.start()][0], places[match.end() - 1][1]) for match in _WORD.finditer(folded)]


def _folded_with_places(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text, and for each of its characters the span of the text that it came from."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    start = 0
    for stop in range(1, len(text) + 1):
        if stop < len(text) and joins(text[stop]):
            continue
        piece = fold(text[start:stop])
        pieces.append(piece)
        places += [(start, stop)] * len(piece)
        start = stop
    return "".join(pieces), places


def joins(letter: str) -> bool:
    """True for what makes one letter with the letter before it."""
    first = unicodedata.normalize("NFKD", letter)[0]
    return unicodedata.category(first)[0] == "M" or ord(first) in _KOREAN_ENDS


@lru_cache(maxsize=1 << 19)
def stem(word: str, language: str) -> str:
    """What the forms of a folded word have in common; it need not be a word.

    Kazakh loses its endings by our own rules, in Cyrillic letters also where it is written in Latin ones; Russian, English and
    the other languages that Snowball knows by those; words of any other language are cut to six letters. What has more than
    LONGEST_STEM letters is no word and is cut there.
    """
    return fresh_stem(word, language)


def fresh_stem(word: str, language: str) -> str:
    """As `stem`, for those who remember the stems themselves."""
    if len(word) > LONGEST_STEM:
        return word[:LONGEST_STEM]
    primary = language.partition("-")[0]
    if primary == "kk":
        return kazakh_stem(known_spelling(word) if is_kazakh_latin(language) else word)
    return snowball_stem(word, primary)


def stems(text: str, language: str) -> list[str]:
    """The stems of the words of a text, in order."""
    return [stem(word, language) for word in tokens(text)]


def romanise(text: str) -> str:
    """The folded text in plain Latin letters, so that names and international words look alike across scripts."""
    return romanised(fold(text))
