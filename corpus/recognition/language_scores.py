"""How likely each language is for a text: the sum of what its words say."""

import re
from functools import lru_cache
from typing import NamedTuple

from corpus.alphabets import KAZAKH_LETTERS
from corpus.languages import UNKNOWN
from corpus.recognition.language_groups import groups, weights
from corpus.recognition.language_words import ARABIC_KAZAKH, FOREIGN_LETTERS, words

LANGUAGES = ("kk", "ru", "en", "kk-Latn", "kk-Arab", UNKNOWN)
"""Every tag that is recognised, and `und` for what is written in another language."""

Scores = dict[str, float]

WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)?")
"""A word as the scores see it, its apostrophe inside."""

_CYRILLIC = re.compile("[Ѐ-ӿ]")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“]*“|\"[^\"]*\"|\([^()]*\)")
_ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:kz|ru|com|org|net|edu|gov|info|io)\b(?:/\S*)?|\b\w*_\w+|\b[A-Za-z]+\.[A-Za-z]+\b"
)
_ADDRESS_SIGN = re.compile(r"@|_|\.\w|://|www\.")
"""Every address has one of these; looking for addresses themselves takes twenty times as long."""

_INITIAL = re.compile(r"[^\W\d_a-zа-яё](?<![^\W\d_].)(?:\.|(?=\d))")
"""`А.Б. Сейітқали`, `А4`: the А of an initial or of a size is not the Russian word."""

_NAME, _INITIALS = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?", r"(?:[А-ЯЁ]\.\s?){1,2}"
_PERSON = rf"(?:(?:{_NAME}\s){{1,2}}[А-ЯЁ][а-яё]+(?:вич|вн|ичн|ьич)(?:[аеыу]|ой|ем)?|{_NAME}\s{_INITIALS}|{_INITIALS}{_NAME})"
_PERSONS = re.compile(rf"{_PERSON}(?:[,;]\s*{_PERSON}){{0,9}}\s?[,;.]?")
"""Nothing but names of persons, which are written alike in Kazakh and Russian: `Чернов Илья Павлович`, `Омарова Г.Т., Ким В.`."""

SCRIPT, NAME, SURE, CAP = 2.5, 0.8, 4.0, 4.0
"""Nats: for the script of a word, of a Latin name, for a letter only Kazakh has, and the most that letter groups may say."""

STRANGE = 0.6
"""The share of the evidence of its script that a word gives to languages we do not know."""

_ELIDED = re.compile("(?:[cdjlns]|qu)[’'][a-zâéêîô]{2}")
"""French and Italian words run together with the next: `l’huile`, `qu’elle`; capitals may be a name."""

NAMED = 0.5
"""What a capitalised word counts that may be a name."""

ASIDE = 0.25
"""What a word in quotation marks, brackets or names of persons counts, and a Latin word beside Cyrillic ones."""


def score(text: str) -> Scores:
    """For each language the evidence in nats; addresses have no vote, titles in quotation marks, brackets and persons little."""
    plain = _INITIAL.sub(" ", without_addresses(text))
    main, aside = WORD.findall(_QUOTED.sub(" ", plain)), WORD.findall(" ".join(_QUOTED.findall(plain)))
    has_cyrillic = any(_CYRILLIC.match(word) for word in main) or not main
    sums = dict.fromkeys(LANGUAGES, 0.0)
    for found, weight in ((main, ASIDE if _PERSONS.fullmatch(text.strip()) else 1.0), (aside, ASIDE)):
        follows_name = len(found) > 1 and found[1][0].isupper()
        for word in found:
            scores, is_latin, may_be_name = vote_of(word)
            share = weight * (ASIDE if is_latin and has_cyrillic else NAMED if may_be_name and follows_name else 1.0)
            for language, value in scores:
                sums[language] += share * value
            follows_name = True
    return sums


def plain_words(text: str) -> list[tuple[str, int, int]]:
    """Every word that has a full vote, with its start and stop."""
    blank = _QUOTED.sub(_blank, without_addresses(text))
    return [(match[0], match.start(), match.end()) for match in WORD.finditer(blank)]


def without_addresses(text: str) -> str:
    """The text with spaces for its addresses, whose letters are of no language; places stay as they are."""
    return _ADDRESS.sub(_blank, text) if _ADDRESS_SIGN.search(text) else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


class Vote(NamedTuple):
    """What one word says, as (language, nats); whether its first letter is Latin, and whether its capital may be a name's."""

    scores: tuple[tuple[str, float], ...]
    is_latin: bool
    may_be_name: bool


@lru_cache(maxsize=200_000)
def vote_of(word: str) -> Vote:
    """What a word says by itself."""
    return Vote(_scores(word), word[0] < "\u0250", word[0].isupper() and not word.isupper())


def _scores(word: str) -> tuple[tuple[str, float], ...]:
    low = word.lower()
    first = low[0]
    if low in words("neutral"):
        return ()
    if low in words("foreign") or _ELIDED.match(word) or any(letter in FOREIGN_LETTERS for letter in low):
        return ((UNKNOWN, SCRIPT + SURE),)
    if "\u0400" <= first <= "\u04ff":
        return _cyrillic(low)
    if first.isascii() or "\u00c0" <= first <= "\u024f":
        return _latin(low, is_name=word != low)
    if "\u0600" <= first <= "\u06ff":
        return (("kk-Arab", SCRIPT if any(letter in ARABIC_KAZAKH for letter in low) else NAME), (UNKNOWN, NAME + 0.2))
    return ((UNKNOWN, SCRIPT),)


_OTHER = (UNKNOWN, SCRIPT * STRANGE)
_ONLY_KAZAKH = (("kk", SCRIPT + SURE), _OTHER)


def _cyrillic(word: str) -> tuple[tuple[str, float], ...]:
    if not KAZAKH_LETTERS.isdisjoint(word):
        return _ONLY_KAZAKH
    lean = _lean(word, "frequent kk", "frequent ru") / 2
    return (("kk", SCRIPT + lean), ("ru", SCRIPT - lean), _OTHER)


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
