"""Abbreviations with a fixed counterpart (ЖШС, ТОО, LLP), Latin words, web addresses and list marks."""

import re
from collections.abc import Iterator
from functools import cache

from aligner.alphabets import UPPER
from aligner.lexicon.entries import LANGUAGES, builtin_concepts
from aligner.signs.sign import Sign, SignKind
from aligner.spelling.romanisation import romanised
from aligner.words import fold

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>«»“”\"()]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![\w@.-])(?:[\w-]{1,63}\.){1,8}(?:kz|ru|com|org|net|gov|edu|int|eu|io|info)\b(?:/[^\s<>«»“”\"()]*)?"
)
_ADDRESS_LIKE = re.compile(r"[a-z\d]\.[a-z]|www|://|@")
_DOTTED = re.compile(rf"(?<!\w)(?:[{UPPER}]\.){{2,}}(?!\w)")
_CAPITALS = re.compile(rf"(?<!\w)[^\W\d_]*[{UPPER}]{{2}}[^\W_]*")
_SHORT = re.compile(f"[{UPPER}]+")
_LONGEST_UNKNOWN = 6
"""Longer words in capitals are headings: ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ."""

_LATIN = re.compile(r"(?<!\w)[A-Za-zÀ-ɏ][A-Za-z0-9À-ɏ]+")
_LIST_MARK = re.compile(r"\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]|(?P<letter>[^\W\d_])\)|(?P<roman>[IVXІХ]{1,5})[.)])(?=\s)")
_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def abbreviation_signs(text: str, language: str) -> Iterator[Sign]:
    """Abbreviations by their first English form; those without a known counterpart by their romanised letters."""
    known = _counterparts().get(language.partition("-")[0], {})
    for match in _DOTTED.finditer(text):
        short = match[0].replace(".", "")
        if short in known:
            yield Sign(SignKind.ABBREVIATION, known[short], match.start(), match.end())
    for match in _CAPITALS.finditer(text):
        word = match[0]
        stem = _SHORT.match(word)
        found = known.get(word) or (known.get(stem[0]) if stem else None)
        if found is None and stem and 1 < len(stem[0]) <= _LONGEST_UNKNOWN:
            found = romanised(fold(stem[0])).upper()
        if found:
            yield Sign(SignKind.ABBREVIATION, found, match.start(), match.end())


def latin_signs(text: str, language: str) -> Iterator[Sign]:
    """Words in Latin letters inside Cyrillic text; of a Latin text the capitalised words, which may come back there."""
    is_cyrillic = language.partition("-")[0] in {"kk", "ru"}
    for match in _LATIN.finditer(text):
        word = match[0]
        if (is_cyrillic or word[0].isupper()) and not word.isupper():
            yield Sign(SignKind.ABBREVIATION, romanised(fold(word)).upper(), match.start(), match.end())


def address_signs(text: str) -> Iterator[Sign]:
    """Web and mail addresses in small letters."""
    if not _ADDRESS_LIKE.search(text):
        return
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?")
        yield Sign(SignKind.ADDRESS, address.casefold(), match.start(), match.start() + len(address))


def list_mark(text: str) -> Sign | None:
    """The mark that an item of a list begins with: `1)`, `2.4.`, `б)`, `IV.`; letters count from 1."""
    match = _LIST_MARK.match(text)
    if match is None:
        return None
    if match["letter"]:
        letters = _LATIN_LETTERS if match["letter"].lower() in _LATIN_LETTERS else _LETTERS
        value = f"a{letters.find(match['letter'].lower()) + 1}"
    else:
        value = match["number"] or match["roman"].translate(str.maketrans("ІХ", "IX"))
    group = match.lastgroup or 0
    return Sign(SignKind.LIST_MARK, value, match.start(group), match.end())


@cache
def _counterparts() -> dict[str, dict[str, str]]:
    """For each language its abbreviations and the English one that stands for all, from the lexicon's entries."""
    table: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for concept in builtin_concepts():
        if concept.part_of_speech != "abbr":
            continue
        english = concept.terms[-1][0]
        for language, terms in zip(LANGUAGES, concept.terms, strict=True):
            table[language] |= {term: english for term in terms if len(term) > 1 and term[1:] != term[1:].lower()}
    return table
