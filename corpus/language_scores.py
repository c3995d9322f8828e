"""How likely each language is for a text: the sum of what its words say."""

import re
from functools import lru_cache

from corpus.language_groups import groups, weights
from corpus.language_words import ARABIC_KAZAKH, FOREIGN_LETTERS, KAZAKH_LETTERS, words
from corpus.languages import UNKNOWN

LANGUAGES = ("kk", "ru", "en", "kk-Latn", "kk-Arab", UNKNOWN)
"""Every tag that is recognised, and `und` for what is written in another language."""

Scores = dict[str, float]

_CYRILLIC = re.compile("[Ѐ-ӿ]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)?")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“]*“|\"[^\"]*\"|\([^()]*\)")
_ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:kz|ru|com|org|net|edu|gov|info|io)\b(?:/\S*)?|\b\w*_\w+|\b[A-Za-z]+\.[A-Za-z]+\b"
)
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-zа-яё](?:\.|(?=\d))")
"""`А.Б. Сейітқали`, `А4`: the А of an initial or of a size is not the Russian word."""

SCRIPT, NAME, SURE, CAP = 2.5, 0.8, 4.0, 4.0
"""Nats: for the script of a word, of a Latin name, for a letter only Kazakh has, and the most that letter groups may say."""

STRANGE = 0.6
"""The share of the evidence of its script that a word gives to languages we do not know."""

NAMED = 0.5
"""What a capitalised word counts that may be a name."""

ASIDE = 0.25
"""What a word in quotation marks or brackets counts, and a Latin word beside Cyrillic ones: `Facebook желісінде`."""


def score(text: str) -> Scores:
    """For each language the evidence in nats; addresses have no vote, titles in quotation marks and brackets little."""
    plain = _INITIAL.sub(" ", _ADDRESS.sub(" ", text))
    main, aside = _WORD.findall(_QUOTED.sub(" ", plain)), _WORD.findall(" ".join(_QUOTED.findall(plain)))
    has_cyrillic = any(_CYRILLIC.match(word) for word in main) or not main
    sums = dict.fromkeys(LANGUAGES, 0.0)
    for found, weight in ((main, 1.0), (aside, ASIDE)):
        for place, word in enumerate(found):
            is_aside = word[0] < "\u0250" if has_cyrillic else False
            share = weight * (ASIDE if is_aside else NAMED if _is_name(found, place) else 1.0)
            for language, value in word_scores(word):
                sums[language] += share * value
    return sums


def _is_name(found: list[str], place: int) -> bool:
    """A capital inside a text, or at its beginning when a capital follows: `Андрей Петров`."""
    word = found[place]
    if not word[0].isupper() or word.isupper():
        return False
    return place > 0 or (len(found) > 1 and found[1][0].isupper())


def plain_words(text: str) -> list[tuple[str, int, int]]:
    """Every word that has a full vote, with its start and stop."""
    blank = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    blank = _QUOTED.sub(lambda match: " " * len(match[0]), blank)
    return [(match[0], match.start(), match.end()) for match in _WORD.finditer(blank)]


@lru_cache(maxsize=200_000)
def word_scores(word: str) -> tuple[tuple[str, float], ...]:
    """What one word says, as (language, nats)."""
    low = word.lower()
    first = low[0]
    if low in words("neutral"):
        return ()
    if low in words("foreign") or any(letter in FOREIGN_LETTERS for letter in low):
        return ((UNKNOWN, SCRIPT + SURE),)
    if "\u0400" <= first <= "\u04ff":
        return _cyrillic(low)
    if first.isascii() or "\u00c0" <= first <= "\u024f":
        return _latin(low, is_name=word != low)
    if "\u0600" <= first <= "\u06ff":
        return (("kk-Arab", SCRIPT if any(letter in ARABIC_KAZAKH for letter in low) else NAME), (UNKNOWN, NAME + 0.2))
    return ((UNKNOWN, SCRIPT),)


def _cyrillic(word: str) -> tuple[tuple[str, float], ...]:
    if any(letter in KAZAKH_LETTERS for letter in word):
        return (("kk", SCRIPT + SURE), (UNKNOWN, SCRIPT * STRANGE))
    lean = _lean(word, "frequent kk", "frequent ru") / 2
    return (("kk", SCRIPT + lean), ("ru", SCRIPT - lean), (UNKNOWN, SCRIPT * STRANGE))


def _latin(word: str, *, is_name: bool) -> tuple[tuple[str, float], ...]:
    if len(word) == 1 and word not in {"a", "i"}:
        return ()
    lean, script = _lean(word, "", "frequent en") / 2, NAME if is_name else SCRIPT
    return (("en", script - lean), ("kk-Latn", script + lean), (UNKNOWN, script * STRANGE))


def _lean(word: str, first: str, second: str) -> float:
    """How much more a word speaks for Kazakh than for the other language of its script; frequent words speak loudest."""
    is_first, is_second = word in words(first), word in words(second)
    if is_first != is_second:
        return CAP if is_first else -CAP
    table = weights()
    return max(-CAP, min(CAP, sum(table.get(group, 0.0) for group in groups(word))))
