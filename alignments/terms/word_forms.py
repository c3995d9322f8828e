"""Whether a word is a form of a term or only of its relative: білімнің is a form of білім, білімді (educated) is none.

Words are found by stem, and a stem joins families: білім, білімді; суд, судья, судить; object, objective, objectivity.
"""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import repeat, takewhile

from aligner.stemming.kazakh_roots import known_roots
from aligner.stemming.kazakh_sounds import hardened
from aligner.words import fold, stem
from alignments.index.recipe import index_words


class Nearness(IntEnum):
    """How near a query is to a term that has its stems; the nearest first."""

    SAME = 0
    """The term itself, another spelling of it or one of its irregular forms: found for find."""

    FORM = 1
    RELATIVE = 2


_ENDINGS_BY_LAST = {
    "а": "а ы и е у ой ою ей ею  ам ами ах",
    "я": "я и е ю ей ею ь й  ям ями ях",
    "о": "о а у ом е  ам ами ах",
    "е": "е я а ю у ем и й ей  ям ями ях ам ами ах",
    "ь": "ь я и ю ем ью е ей ям ями ях",
    "й": "й я ю ем е и ев ям ями ях",
    "ы": "ы ов  ам ами ах",
    "и": "и ов ев ей ь й  ам ами ах ям ями ях",
    "": " а у ом ем е ы и ов ев ей ам ами ах",
}
"""The endings of a Russian noun by the last letter of its nominative, its own among them."""

_NOUN_ENDINGS = {last: frozenset(endings.split(" ")) for last, endings in _ENDINGS_BY_LAST.items()}
_ADJECTIVE_ENDINGS = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ых их ыми ими ой ей ую юю ою ею"
_ADJECTIVE = re.compile(rf"(?P<base>.{{2,}}?)(?:{'|'.join(_ADJECTIVE_ENDINGS.split())})(?:ся)?")
_ADJECTIVE_ITSELF = re.compile(r".{2,}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)(?:ся)?")
_LIKE_ADJECTIVES = re.compile(r".{2,}(?:ый|[гкхжшщчн]ий|ой|ая|яя|ое|ые|щие|шие)(?:ся)?")
"""Nouns that may be declined as adjectives: служащий, рабочие; решение is not."""

_SHORT = re.compile(r"(?P<base>.{2,})[аоы]?")
_INFINITIVE = re.compile(r".{2,}(?:ть|ти|чь)(?:ся|сь)?")
_VERBAL = re.compile(
    r".+(?:[тч]ь|ти|[аеиуюя]т|[аеиоы]м|[еи]те|[еи]шь|л[аои]?|вш?и?|[яуюйь]|[йь]те|[нт][аоы]?"
    r"|(?:нн|[уюая]щ|[ое]м|им|вш|т)(?:ый|ий|ая|ое|ее|ые|ие|[оеыи]г?о?го|[ое]му|[ыи]ми?|[оеы]й|[ое]м|[ыи]х|ую))(?:с[яь])?"
)
"""What a Russian verb may look like, participles among it."""

LEAST_SHARED = 3
"""Letters with which a Russian verb and its regular forms begin alike."""

_REFLEXIVE = ("ся", "сь")


def nearness(words: Sequence[str], term: str, language: str, part_of_speech: str) -> Nearness:
    """How near folded words are to a term in one of the three languages; words of other stems are no forms of it."""
    from aligner.lexicon import other_forms  # noqa: PLC0415 - read when terms are asked for

    own, asked = index_words(term), tuple(words)
    forms = (own, *map(index_words, other_forms(term, language, part_of_speech)))
    if asked in forms:
        return Nearness.SAME
    parts = (part_of_speech,) if len(own) == 1 else ("noun", "adj", "verb")
    # of суда, a form of судно, only longer words are further forms, not суд
    longer = (form for form in forms if form == own or len("".join(form)) <= len("".join(asked)))
    near = (form for form in longer if len(form) == len(asked))
    is_near = any(all(map(_is_form_of, asked, form, repeat((language, parts)))) for form in near)
    return Nearness.FORM if is_near else Nearness.RELATIVE


def _is_form_of(word: str, term: str, kind: tuple[str, Iterable[str]]) -> bool:
    language, parts = kind
    return word == term or any(is_form(word, term, language, part) for part in parts)


def is_form(word: str, term: str, language: str, part_of_speech: str) -> bool:
    """True when a folded word may be an inflected form of a term of one word; both have one stem."""
    return _RULES[language](word, fold(term), part_of_speech)


def shared_letters(word: str, other: str) -> int:
    """With how many letters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))


def _kazakh(word: str, term: str, part_of_speech: str) -> bool:
    """A root has every form of its stem; what is derived from one is the beginning of its forms: білімді – білімділер.

    So is the noun that is an infinitive: тексерудің is a form of тексеру (inspection), тексереді one of the verb only.
    """
    is_verbal_noun = part_of_speech != "verb" and known_roots().infinitive(term) == term
    return (stem(word, "kk") == term and not is_verbal_noun) or hardened(word[: len(term)]) == term


def _russian(word: str, term: str, part_of_speech: str) -> bool:
    if part_of_speech == "verb":
        if shared_letters(word, term) < LEAST_SHARED:
            return False
        return bool(_VERBAL.fullmatch(word)) and word.endswith(_REFLEXIVE) == term.endswith(_REFLEXIVE)
    if part_of_speech in {"pron", "num"}:
        return True  # the stems of so few words join no families
    if part_of_speech == "adj":
        return _is_adjective_of(word, term, has_short_forms=True)
    if part_of_speech in {"noun", "name", "abbr"}:
        return _is_noun_of(word, term) or bool(_LIKE_ADJECTIVES.fullmatch(term) and _is_adjective_of(word, term))
    return False


def _is_noun_of(word: str, term: str) -> bool:
    last = term[-1:] if term[-1:] in _NOUN_ENDINGS else ""
    base = term[: len(term) - len(last)]
    return word.startswith(base) and word[len(base) :] in _NOUN_ENDINGS[last]


def _is_adjective_of(word: str, term: str, *, has_short_forms: bool = False) -> bool:
    own, other = _ADJECTIVE.fullmatch(term), _ADJECTIVE.fullmatch(word)
    if own is None or _ADJECTIVE_ITSELF.fullmatch(term) is None:
        return False
    if other is not None and own["base"] == other["base"]:
        return True
    base = own["base"].removesuffix("н") if own["base"].endswith("нн") else own["base"]
    short = _SHORT.fullmatch(word)
    return has_short_forms and short is not None and word.rstrip("аоы") == base


def _english(word: str, term: str, part_of_speech: str) -> bool:
    ends = {"s", "es"}
    if part_of_speech == "verb":
        ends |= {"ed", "d", "ing"}
    if part_of_speech == "adj":
        ends = {"er", "r", "est", "st"}
    bases = {term, term.removesuffix("e"), term + term[-1:], term[:-1] + "i" if term.endswith("y") else term}
    return any(word == base + end for base in bases for end in ends)


_RULES = {"kk": _kazakh, "ru": _russian, "en": _english}
