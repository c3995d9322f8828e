"""Endings of Kazakh nouns, each written once: A is а or е, I is ы or і; a capital N D G L M begins as the stem asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aligner.stemming.kazakh_sounds import (
    BUZZING,
    CONSONANTS,
    FULL_VOWELS,
    GLIDES,
    LIQUIDS,
    NASALS,
    SOFT_SIGN,
    VOICED,
    VOICELESS,
    row,
)

_BEGINNINGS = {
    "N": {"н": FULL_VOWELS + NASALS, "д": VOICED + NASALS + SOFT_SIGN, "т": VOICELESS + SOFT_SIGN},
    "D": {"д": FULL_VOWELS + VOICED + NASALS + SOFT_SIGN, "т": VOICELESS + SOFT_SIGN},
    "G": {"г": FULL_VOWELS + VOICED + NASALS + SOFT_SIGN, "к": VOICELESS + SOFT_SIGN},
    "L": {"л": FULL_VOWELS + GLIDES + LIQUIDS, "д": NASALS + "л" + BUZZING + SOFT_SIGN, "т": VOICELESS + SOFT_SIGN},
    "M": {"м": FULL_VOWELS + GLIDES + LIQUIDS + NASALS + SOFT_SIGN, "б": BUZZING, "п": VOICELESS},
    "V": {"": FULL_VOWELS},
    "C": {"": CONSONANTS},
}
"""How an ending begins after which letters; V and C are endings that only follow a vowel or a consonant."""

_ROWS = {"back": str.maketrans("AIгк", "аығқ"), "front": str.maketrans("AIғқ", "еігк")}


@dataclass(frozen=True, slots=True)
class Ending:
    """The letters of an ending, those of which one stands before it, and the row of its vowels (`both` if it never changes)."""

    letters: str
    after: str
    row: str

    def stem_of(self, word: str) -> str:
        """The word without this ending, empty when it does not end so."""
        stem = word[: -len(self.letters)]
        if len(stem) < 2 or stem[-1] not in self.after or not word.endswith(self.letters):
            return ""
        stem_row = row(stem)
        return stem if stem_row and (stem_row in (self.row, "both") or self.row == "both") else ""

    @property
    def is_open_case(self) -> bool:
        """True for cases that do not follow a possessive in a vowel."""
        return self.letters in _OPEN_LETTERS

    @property
    def begins_with_vowel(self) -> bool:
        """True for endings that soften the letter before them."""
        return self.letters[0] in FULL_VOWELS


class Endings:
    """A set of endings, looked up by their letters."""

    def __init__(self, endings: Iterable[Ending]) -> None:
        self._by_letters: dict[str, list[Ending]] = {}
        for ending in endings:
            self._by_letters.setdefault(ending.letters, []).append(ending)
        lasts = {letters[-1] for letters in self._by_letters}
        self._sizes = {last: _sizes(letters for letters in self._by_letters if letters[-1] == last) for last in lasts}

    def __or__(self, other: "Endings") -> "Endings":
        return Endings([*self, *other])

    def __iter__(self) -> Iterator[Ending]:
        return (ending for endings in self._by_letters.values() for ending in endings)

    def stems_of(self, word: str) -> Iterator[tuple[str, Ending]]:
        """What is left of the word without each ending that it has, the longest ending first."""
        for size in self._sizes.get(word[-1:], ()):
            for ending in self._by_letters.get(word[-size:], ()):
                stem = ending.stem_of(word)
                if stem:
                    yield stem, ending


def _sizes(endings: Iterable[str]) -> tuple[int, ...]:
    """The numbers of letters of endings, the greatest first."""
    return tuple(sorted({len(letters) for letters in endings}, reverse=True))


def spelt(*patterns: str) -> Endings:
    """All spellings of the endings."""
    return Endings({ending for pattern in patterns for ending in _spellings(pattern)})


def _spellings(pattern: str) -> list[Ending]:
    begins = _BEGINNINGS.get(pattern[0], {pattern[0]: FULL_VOWELS + CONSONANTS})
    rest = pattern[1:]
    changes = any(sign in pattern for sign in "AIG")
    rows = _ROWS if changes else {"both": {}}
    return [
        Ending((begin + rest).translate(table), after, name) for begin, after in begins.items() for name, table in rows.items()
    ]


_ABLATIVES = Endings(Ending(f"н{a}н", NASALS, name) for a, name in (("а", "back"), ("е", "front")))
_OPEN_CASES = spelt("NI", "GA", "DA", "DAн")
"""After a possessive in a vowel these begin with н: үй-і-нде, not үй-і-де."""

_OPEN_LETTERS = frozenset(ending.letters for ending in _OPEN_CASES)
CASES = spelt("NIң", "Mен") | _OPEN_CASES | _ABLATIVES
PLACES = spelt("DAгI", "Nікі")
"""-дағы and -нікі, which is -нікі behind every vowel, make a word that takes every ending again: қаладағылардың, қаланікін."""

AFTER_POSSESSIVE = ("ндай", "ндей", "нша", "нше", "нда", "нде", "нан", "нен", "на", "не", "н")
"""Cases after -ы, -і, -сы, -сі: қаласы-нда, үйі-нен, кітабы-н."""

POSSESSIVES = spelt("CIмIз", "VмIз", "CIңIз", "VңIз", "VсI", "CI")
PLURALS = spelt("LAр")
MINE_AND_YOURS = spelt("CIм", "CIң", "Vм", "Vң")
"""-ым and -ың, taken off known words for want of anything else: білім and келісім are words of their own."""

LIKENESS = spelt("DAй", "DAйын")
SCOPE = spelt("шA", "GI")
"""-дай, -ша and -ғы (жылғы, күнгі), taken off known words only."""
