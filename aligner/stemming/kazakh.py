"""Kazakh word forms without their endings: the longest known root if there is one, else by the rules alone.

The order of endings is stem, plural, possessive, case (бала-лар-ымыз-ға); a form of a verb becomes its infinitive.
"""

import re
from collections.abc import Iterator

from aligner.stemming.kazakh_endings import (
    AFTER_POSSESSIVE,
    CASES,
    LIKENESS,
    MINE_AND_YOURS,
    PLACES,
    PLURALS,
    POSSESSIVES,
    SCOPE,
    Endings,
)
from aligner.stemming.kazakh_roots import Roots, known_roots
from aligner.stemming.kazakh_sounds import FULL_VOWELS, SOFT_SIGN, hardened
from aligner.stemming.kazakh_verbs import FINITE_ENDINGS, HABITUAL_ENDINGS, LONGEST_ENDING, NOMINAL_ENDINGS, OFTENER_VERBS

_LETTERS = re.compile(r"[а-яәғқңөұүһі]+")
_FIRST_ENDINGS = CASES | LIKENESS | SCOPE
_RULE_CASES = PLACES | CASES
_COUNTRY = re.compile(r"(?:қазақ|қырғыз|өзбек|тәжік|түрікмен|ауған|татар|башқұрт|моңғол|күрді|пәкі|үнді|дағы|түркі|араб)стан")
"""Names of countries end like ablatives."""

_VERBAL = re.compile(r".{4,}[ыі]л|.{2,}[дт][ыі]р|.{3,}л[ае]н")
"""Ends of unknown roots that mostly verbs have: тексеріл-, құжаттандыр-, кооперациялан-."""

_CLEAR_VERB = re.compile(
    r"(?P<closed>.{2,}(?:[ыі][лн]|[лдт][ае][лн]|[дт][ыі]р))"
    r"(?:[ае][дт][ыі]н?|[ғг][ае]н|[ыі]п|м[ае]й[дт][ыі]н?|м[ае][ғг][ае]н|м[ае][дт][ыі]|с[ае])"
    r"|(?P<open>.{3,}[лдт][ае])(?:й?д[ыі]|йт[ыі]н|м[ае]й[дт][ыі]н?|м[ае]д[ыі]|[ғг][ае]н|м[ае][ғг][ае]н|п|с[ае])"
    r"|(?P<other>.{3,}[^аәеоөұүыіуиюяэ])(?:[ғгқк][ае]н|[ае]д[ыі]|[мбп][ае]й[дт][ыі]н?|[мбп][ае][ғг][ае]н)"
)
"""Forms of verbs that are recognised without knowing the root: тексерілетін, құжаттандырып; сараптайды, сараптаған;
көбейген."""

_DEVERBAL = re.compile(r".+[^ш][ыі]с[ыі]")
"""Nouns in -ыс with -ы: жұмыс-ы, көрініс-і; but оқушы-сы."""

_SHORTEST = 2
_HABITUAL = ("ын", "ін")

_OWNED, _CASE, _POSSESSIVE, _PLURAL, _DONE = range(-1, 4)
"""Which endings come off next; after -нда and its like there must be a possessive, so that сарын is not сары."""

_ALWAYS_OWNED = frozenset({"бәрі"})

Part = tuple[str, bool]
"""What is left of a word, and whether the ending taken off last began with a vowel."""


def kazakh_stem(word: str, roots: Roots | None = None) -> str:
    """The stem of a folded Kazakh word; words that are not all Cyrillic letters stay as they are."""
    if not _LETTERS.fullmatch(word):
        return word
    roots = known_roots() if roots is None else roots
    return word if word in roots.whole else known_stem(word, roots) or _stem_by_rules(word)


def known_stem(word: str, roots: Roots) -> str:
    """The longest known root of which the word can be a form, nouns before verbs; empty when there is none."""
    parts = tuple(_parts(word))
    for part, _ in parts:
        if part.endswith(_HABITUAL) and (verb := _verb(part, HABITUAL_ENDINGS, roots, 0)):
            return verb[0]
    best, length = "", 0
    for part, before_vowel in parts:
        if len(part) >= length and (found := roots.word(part, before_vowel=before_vowel)):
            best, length = found, len(part)
        elif len(part) > length and (verb := _verb(part, NOMINAL_ENDINGS, roots, length)):
            best, length = verb
    finite = _verb(word, FINITE_ENDINGS, roots, length - (best in OFTENER_VERBS))
    return finite[0] if finite else best or _mine_or_yours(parts, roots)


def _mine_or_yours(parts: tuple[Part, ...], roots: Roots) -> str:
    for part, _ in parts:
        for stem, ending in MINE_AND_YOURS.stems_of(part):
            owned = next((single for single, _ in PLURALS.stems_of(stem)), stem)
            if found := roots.word(owned, before_vowel=ending.begins_with_vowel and owned == stem):
                return found
    return ""


def _verb(word: str, endings: frozenset[str], roots: Roots, length: int) -> tuple[str, int] | None:
    """The infinitive of the verb that the word is a form of, and its root's length if beyond `length`."""
    for size in range(max(2, length + 1, len(word) - LONGEST_ENDING), len(word)):
        infinitive = roots.verbs.get(word[:size]) if word[size:] in endings else None
        if infinitive:
            return infinitive, size
    return None


def _parts(word: str) -> Iterator[Part]:
    """The word, and everything it can be with a case, a possessive, a plural taken off, in this order."""
    waiting = [(word, False, _CASE)]
    for part, before_vowel, level in waiting:
        if level != _OWNED:
            yield part, before_vowel
        waiting += _shorter(part, level)


def _shorter(part: str, level: int) -> Iterator[tuple[str, bool, int]]:
    """The part without one more ending, with the level of the endings that may be taken off next."""
    if level == _CASE:
        for stem, ending in _FIRST_ENDINGS.stems_of(part):
            after_vowel = ending.is_open_case and stem[-1] in FULL_VOWELS
            yield stem, ending.begins_with_vowel, _DONE if after_vowel else _POSSESSIVE
        yield from ((stem, False, _CASE) for stem, _ in PLACES.stems_of(part))
        for letters in AFTER_POSSESSIVE if part.endswith(AFTER_POSSESSIVE) else ():
            stem = part[: -len(letters)]
            if part.endswith(letters) and stem[-1:] in ("ы", "і"):
                yield stem, False, _POSSESSIVE if stem in _ALWAYS_OWNED else _OWNED
    if level <= _POSSESSIVE:
        yield from ((stem, ending.begins_with_vowel, _PLURAL) for stem, ending in POSSESSIVES.stems_of(part))
    if level <= _PLURAL:
        yield from ((stem, False, _DONE) for stem, _ in PLURALS.stems_of(part))


def _stem_by_rules(word: str) -> str:
    """The stem of a word of which no root is known."""
    before = None
    while before != word:
        before = word
        verb = _CLEAR_VERB.fullmatch(word)
        if verb:
            return f"{verb['open'] or verb['closed'] or verb['other']}у"
        for take_off in (without_case, _without_possessive, _without_plural):
            word = take_off(word)
    return word + "у" if _VERBAL.fullmatch(word) else hardened(word).rstrip(SOFT_SIGN) or word


def without_case(word: str) -> str:
    """The word without its case, by the rules alone: сілкінісінен – сілкінісі."""
    if _COUNTRY.fullmatch(word):
        return word
    for letters in AFTER_POSSESSIVE if word.endswith(AFTER_POSSESSIVE) else ():
        stem = word[: -len(letters)]
        if word.endswith(letters) and len(stem) > 3 and stem[-1] in "ыі":
            return stem
    return _first_cut(word, _RULE_CASES)


def _without_possessive(word: str) -> str:
    if _DEVERBAL.fullmatch(word):
        return word[:-1]
    return _first_cut(word, POSSESSIVES)


def _without_plural(word: str) -> str:
    return _first_cut(word, PLURALS)


def _first_cut(word: str, endings: Endings) -> str:
    stems = (stem for stem, ending in endings.stems_of(word) if len(stem) > _SHORTEST or len(ending.letters) > 1)
    return next(stems, word)
