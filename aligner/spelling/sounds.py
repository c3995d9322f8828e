"""Words by how they sound, so that spellings in three languages meet: Уиллоуби and Willoughby, конституция and constitution."""

import re
from functools import lru_cache

from aligner.spelling.romanisation import romanised

_ENGLISH = tuple(
    (re.compile(written), sound)
    for written, sound in (
        (r"chr", "kr"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"sch|tch", "ch"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"x", "ks"),
        (r"gh(?![aeiouy])", ""),
    )
)
"""English spelling; the same letters of a romanised Cyrillic word mean something else (тх in Ахтамар)."""

_ANY = tuple(
    (re.compile(written), sound)
    for written, sound in (
        (r"^u(?=[aeioy])|w", "v"),  # Уильям, William
        (r"dzh|dj|dge?$|zh|j", "j"),  # Джон, John; Жанна, Jeanne
        (r"kh", "h"),
        (r"(?<![sc])h", ""),  # Ахметов, Akhmetov
        (r"ts|tz|z", "s"),  # Цукерберг, Zuckerberg
        (r"(.)\1+", r"\1"),
        (r"y", "i"),
    )
)
_VOWELS = re.compile("[aeiou]+")


@lru_cache(maxsize=1 << 18)
def sound(folded: str, language: str) -> str:
    """A folded word in Latin letters that stand for sounds; similar sounds share a letter."""
    spelt = romanised(folded)
    for rules in (_ENGLISH, _ANY) if language.startswith("en") else (_ANY,):
        for written, spoken in rules:
            spelt = written.sub(spoken, spelt)
    return spelt


def consonants(folded: str, language: str) -> str:
    """The consonants that are heard, which spellings of a name share: тоқаев and tokayev are `tkv`."""
    return _VOWELS.sub("", sound(folded, language))
