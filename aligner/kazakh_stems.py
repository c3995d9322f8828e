"""Kazakh word forms without their endings: case, possessive and plural taken off, letters that changed before them put back.

The order of endings is stem, plural, possessive, case: бала-лар-ымыз-ға. Each is written once, in capitals where its letters
follow the stem: А is а or е, I is ы or і, N D L G M begin as the sound before them asks (-ның, -дың, -тың; -лар, -дар, -тар).
"""

import re

_BACK, _FRONT, _NEUTRAL = "аоұыяё", "әеөүіэ", "иую"
_VOWELS = "аәеоөұүыіяёэ"
_GLIDES = "иуюй"
_NASALS = "мнң"
_VOICELESS = "пткқсшщчцхфһбвгд"
"""Loans end in б в г д and sound voiceless: клуб-тан, округ-тің."""

_LIQUIDS = "рл"
_BUZZING = "зжбвгғд"
_VOICED = _GLIDES + _LIQUIDS + _BUZZING

_INITIALS = {
    "N": {"н": _VOWELS + _NASALS, "д": _VOICED + _NASALS, "т": _VOICELESS},
    "D": {"д": _VOWELS + _VOICED + _NASALS, "т": _VOICELESS, "н": _NASALS},
    "G": {"ғ": _VOWELS + _VOICED + _NASALS, "г": _VOWELS + _VOICED + _NASALS, "қ": _VOICELESS, "к": _VOICELESS},
    "L": {"л": _VOWELS + _GLIDES + _LIQUIDS, "д": _NASALS + "лзж" + _BUZZING, "т": _VOICELESS},
    "M": {"м": _VOWELS + _GLIDES + _LIQUIDS + _NASALS, "б": _BUZZING, "п": _VOICELESS},
    "V": {"": _VOWELS},
    "C": {"": _VOICED + _NASALS + _VOICELESS},
}
"""The letters an ending may begin with, and after which; V and C stand for endings that follow only vowels or consonants."""

_CASES = ("NIң", "NI", "GA", "DA", "DAн", "Mен", "DAGI", "DAй", "NIкI")
_AFTER_POSSESSIVE = ("нда", "нде", "нан", "нен", "на", "не", "ндағы", "ндегі", "н")
_POSSESSIVES = ("CIмIз", "VмIз", "CIңIз", "VңIз", "CIм", "Vм", "CIң", "Vң", "VсI", "CI")
_PLURALS = ("LAр",)

Ending = tuple[str, str, str]
"""The letters of an ending, those of which one must stand before it, and the vowels that contradict its own."""


def _endings(patterns: tuple[str, ...]) -> tuple[Ending, ...]:
    found = [
        ending for pattern in patterns for vowels in (("а", "ы", "ғ"), ("е", "і", "г")) for ending in _spelt(pattern, *vowels)
    ]
    return tuple(sorted(set(found), key=lambda ending: (-len(ending[0]), ending)))


def _spelt(pattern: str, a: str, i: str, g: str) -> list[Ending]:
    begins = _INITIALS.get(pattern[0], {pattern[0]: ""})
    rest = pattern[1:].replace("A", a).replace("I", i).replace("G", g)
    against = (_FRONT if a == "а" else _BACK) if "A" in pattern or "I" in pattern else ""
    foreign = "гк" if pattern[0] == "G" and g == "ғ" else "ғқ" if pattern[0] == "G" else ""
    return [(begin + rest, before, against) for begin, before in begins.items() if not begin or begin not in foreign]


_CASE_ENDINGS = _endings(_CASES)
_POSSESSIVE_ENDINGS = _endings(_POSSESSIVES)
_PLURAL_ENDINGS = _endings(_PLURALS)

_SYNCOPES = {
    **{"халк": "халық", "халқ": "халық", "орн": "орын", "мүлк": "мүлік", "ерк": "ерік", "мойн": "мойын", "ауз": "ауыз"},
    **{"ерн": "ерін", "мурн": "мұрын", "мұрн": "мұрын", "құлқ": "құлық", "көрк": "көрік", "қырқ": "қырық", "бөрк": "бөрік"},
}
_HARDENED = {"г": "к", "ғ": "қ", "б": "п"}
_LETTERS = re.compile(r"[а-яәғқңөұүһі]+")


def kazakh_stem(word: str) -> str:
    """The stem of a folded Kazakh word; words that are not all Cyrillic letters stay as they are."""
    if not _LETTERS.fullmatch(word):
        return word
    before = None
    while before != word:
        before = word
        word = _without_case(word)
        word = _without(word, _POSSESSIVE_ENDINGS, 2)
        word = _without(word, _PLURAL_ENDINGS, 2)
    word = _SYNCOPES.get(word, word)
    return word[:-1] + _HARDENED.get(word[-1], word[-1])


def _without_case(word: str) -> str:
    if word.endswith("стан"):
        return word
    for ending in _AFTER_POSSESSIVE:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 3 and stem[-1] in "ыі":
            return stem
    return _without(word, _CASE_ENDINGS, 2)


def _without(word: str, endings: tuple[Ending, ...], least: int) -> str:
    for letters, before, against in endings:
        if not word.endswith(letters):
            continue
        stem = word[: -len(letters)]
        if len(stem) >= least and stem[-1] in before and _vowel(stem) and _vowel(stem) not in against:
            return stem
    return word


def _vowel(stem: str) -> str:
    """The last vowel that an ending must agree with; any neutral one when there is no other; empty when there is none."""
    neutral = ""
    for letter in reversed(stem):
        if letter in _BACK or letter in _FRONT:
            return letter
        neutral = neutral or (letter if letter in _NEUTRAL else "")
    return neutral
