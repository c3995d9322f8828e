"""Names by the consonants that every spelling of them shares: Қасым-Жомарт Тоқаев, Касым-Жомарт Токаев, Kassym-Jomart Tokayev."""

import re
from collections.abc import Iterator
from functools import lru_cache

from aligner.alphabets import LOWER, UPPER
from aligner.signs.sign import Sign, SignKind
from aligner.spelling.sounds import consonants
from aligner.stemming.kazakh import kazakh_stem
from aligner.stemming.kazakh_roots import NO_ROOTS
from aligner.words import fold

_CAPITALISED = re.compile(rf"(?<!\w)[{UPPER}À-ÖØ-Þ][{LOWER}à-öø-ɏ]+")
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?…:]\s*|[\"«“„'‘(]|\d[.)]\s*)$")
_PATRONYMIC = re.compile(
    r"(?<=..)(?:ұлы|улы|қызы|кызы|ович[а-я]{0,2}|евич[а-я]{0,2}|овн[а-я]{1,2}|евн[а-я]{1,2}|ичн[а-я]{1,2}|uly|kyzy|qyzy|ovich|evich|ovna|evna)$"
)
_RUSSIAN_CASE = re.compile(r"(?<=ов|ев|ин|ын|ск)(?:ым|ыми|ого|ому|их|ых)$|(?<=....)ом$")
"""Case endings with a consonant (Токаевым, Трампом); others are vowels, which do not count."""

_FEWEST_CONSONANTS = 2


def name_signs(text: str, language: str) -> Iterator[Sign]:
    """Capitalised words that do not merely start a sentence, each by its name key."""
    for match in _CAPITALISED.finditer(text):
        if _STARTS_SENTENCE.search(text, max(0, match.start() - 4), match.start()) and not _CAPITALISED.match(
            text, match.end() + 1
        ):
            continue
        key = name_key(match[0], language)
        if key:
            yield Sign(SignKind.NAME, key, match.start(), match.end())


@lru_cache(maxsize=1 << 16)
def name_key(name: str, language: str) -> str:
    """The consonants of a name without case and patronymic endings; empty when fewer than two are left."""
    folded = fold(name)
    base = _PATRONYMIC.sub("", folded)
    if base == folded and language.startswith("ru"):
        base = _RUSSIAN_CASE.sub("", folded)
    elif base == folded and language.startswith("kk"):
        base = kazakh_stem(folded, NO_ROOTS)
    key = consonants(base, language)
    return key if len(key) >= _FEWEST_CONSONANTS else ""
