"""Kazakh words that are known to be whole, so that алтын does not become алт and адам stays адам."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import resources

from aligner.stemming.kazakh_sounds import FULL_VOWELS, hardened, row
from aligner.stemming.kazakh_verbs import surface_roots

ROOTS_FILE = "kazakh_roots.txt"
"""A folded word a line with its mark, from the lexicon's entries; `scripts/compile_kazakh_roots.py` writes it."""

VERB_MARK, WHOLE_MARK = "*", "="
"""Behind infinitives, and behind words that take no endings, such as adverbs."""


MORE_ROOTS_FILE = "kazakh_more_roots.txt"
"""Words that the lexicon lacks and that would be cut wrongly."""


_LOST_LETTERS = {"с": "ст", "з": "д", "л": "ьл", "м": "м", "н": "ьн", "р": "ь"}
"""What a loan may have had behind its last letter: процес(с), журналис(т), съез(д), автомобил(ь)."""

_BEFORE_I = ("кт", "нг", "ст", "фт")
"""Clusters that take -і before consonants too."""


@dataclass(frozen=True, slots=True)
class Roots:
    """Words that take endings, words that take none, and the roots of verbs with the infinitive of each."""

    words: frozenset[str]
    whole: frozenset[str]
    verbs: Mapping[str, str]

    def word(self, stem: str, *, before_vowel: bool) -> str:
        """The known word that a stem stands for, empty when there is none: кітаб – кітап, рол – роль, халқ – халық."""
        if stem in self.words:
            return stem
        for whole in self._loans(stem):
            if whole in self.words:
                return whole
        if not before_vowel:
            return ""
        hard = hardened(stem)
        if hard in self.words:
            return hard
        broken = hard[:-1] + ("ы" if row(hard) == "back" else "і") + hard[-1:]
        return broken if len(stem) > 2 and stem[-2] not in FULL_VOWELS and broken in self.words else ""

    def infinitive(self, word: str) -> str:
        """The infinitive that a word is, or of which it is the bare root: келу, кел – келу; empty when it is neither."""
        root = surface_roots(word)[0] if word.endswith(("у", "ю")) else word
        found = self.verbs.get(root, "")
        return found if word in {found, root} else ""

    @staticmethod
    def _loans(stem: str) -> tuple[str, ...]:
        """Loans that lose or gain a letter before endings: процесі, журналистер, съезінде, автомобилі; фактілер, митингілер."""
        if stem.endswith("і"):
            return (stem[:-1],) if stem[:-1].endswith(_BEFORE_I) else ()
        return tuple(stem + lost for lost in _LOST_LETTERS.get(stem[-1:], ""))


NO_ROOTS = Roots(frozenset(), frozenset(), {})


@cache
def known_roots() -> Roots:
    """The roots that tilmash ships, read once."""
    return roots_of(_shipped().decode().split())


@cache
def roots_mark() -> str:
    """A mark of the roots that tilmash ships: with other roots words get other stems."""
    return blake2b(_shipped(), digest_size=6).hexdigest()


@cache
def _shipped() -> bytes:
    return (resources.files("aligner.stemming") / ROOTS_FILE).read_bytes()


def roots_of(lines: Iterable[str]) -> Roots:
    """Roots from dictionary forms with their marks; infinitives end in -у or -ю."""
    marked: dict[str, set[str]] = {"": set(), VERB_MARK: set(), WHOLE_MARK: set()}
    for line in lines:
        word = line.rstrip(VERB_MARK + WHOLE_MARK)
        marked[line[len(word) :]].add(word)
    infinitives = sorted(marked[VERB_MARK])
    surfaces = [(infinitive, surface_roots(infinitive)) for infinitive in infinitives]
    verbs = {surface: infinitive for infinitive, (_, *rest) in surfaces for surface in rest}
    verbs |= {first: infinitive for infinitive, (first, *_) in surfaces}
    return Roots(frozenset(marked[""] | marked[VERB_MARK]), frozenset(marked[WHOLE_MARK]), verbs)
