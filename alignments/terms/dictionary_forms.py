"""The form of a term that a dictionary has, where the memory has only inflected ones: `книжного фонда` – `книжный фонд`."""

import re

from aligner.stemming.kazakh import known_stem, without_case
from aligner.stemming.kazakh_roots import known_roots
from aligner.words import fold
from alignments.terms.word_forms import Nearness, nearness, shared_letters
from corpus.languages import primary_language

_NOUNS, _ADJECTIVES = frozenset({"noun", "name"}), frozenset({"adj"})
_UNINFLECTED = frozenset({"adv", "post", "conj", "part", "phrase"})
_ADJECTIVE = re.compile(r"(?P<base>.{2,})(?P<ending>ого|его|ому|ему|ыми|ими|ым|им|ом|ем|ых|их|ой|ей|ую|юю)")
_FEMININE = frozenset({"ой", "ей", "ую", "юю"})
_PLURAL = frozenset({"ых", "их", "ыми", "ими"})
_ADJECTIVAL = ("ого", "его", "ому", "ему", "ыми", "ими", "ых", "их", "ую", "юю")
_PLURAL_NOUN = ("ы", "и")
_POSSESSIVE = ("ы", "і")
_NOMINATIVE = ("ая", "яя", "ое", "ее", "ый", "ий", "ые", "ие")
_JOINING = frozenset({"и", "или"})
"""Words after which a second head would need another form too: культуры и информации."""

_HUSHING, _VELAR = "жшщч", "гкх"
_STRESSED_OR_NOT = ("ов", "ев")
"""Nobody can tell правовой from налоговый."""


def dictionary_form(form: str, language: str) -> str:
    """The dictionary form of a folded term; the form itself where words are unknown, so that none is made up."""
    words = form.split()
    primary = primary_language(language)
    if len(words) == 1:
        return _single(form, primary)
    made = {"ru": _russian_phrase, "kk": _kazakh_phrase}.get(primary, list)(words)
    return " ".join(made)


def _single(word: str, language: str) -> str:
    known = _lemma(word, language, _NOUNS) or _lemma(word, language)
    if not known and language == "kk":
        known = known_stem(word, known_roots())
    return known or word


def _kazakh_phrase(words: list[str]) -> list[str]:
    """The last word loses its case and keeps its possessive: жер сілкінісінен – жер сілкінісі.

    A verb has none: жариялайды, but сарайды.
    """
    last, roots = words[-1], known_roots()
    bare = without_case(last)
    if bare != last and bare.endswith("й") and _lemma(bare, "kk", _NOUNS) != bare:
        return words
    stem = known_stem(last, roots)
    is_sure = stem == known_stem(bare, roots) if stem else bare.endswith(_POSSESSIVE)
    return [*words[:-1], bare if is_sure else last]


def _russian_phrase(words: list[str]) -> list[str]:
    """Adjectives and the noun they belong to in the nominative; what follows the noun stays: модернизация сельских библиотек."""
    if words[0].endswith(_NOMINATIVE) or not _JOINING.isdisjoint(words):
        return words
    place = next((place for place, word in enumerate(words) if not _is_adjective(word)), len(words) - 1)
    if words[place].endswith(_ADJECTIVAL) and place < len(words) - 1:
        return words  # рабочих дней: `рабочий` may be a noun or not
    endings = {found["ending"] for adjective in words[:place] if (found := _ADJECTIVE.fullmatch(adjective))}
    noun = _lemma(words[place], "ru", _NOUNS, but=() if endings <= _PLURAL else _PLURAL_NOUN)
    adjectives = [_agreeing(adjective, noun) for adjective in words[:place]]
    return [*adjectives, noun, *words[place + 1 :]] if noun and all(adjectives) else words


def _is_adjective(word: str) -> bool:
    is_known, may_be_noun = _lemma(word, "ru", _ADJECTIVES), _lemma(word, "ru", _NOUNS)
    return bool(_ADJECTIVE.fullmatch(word) and (is_known or not may_be_noun))


def _agreeing(adjective: str, noun: str) -> str:
    """An oblique adjective in the nominative singular of its noun; empty where that is not certain."""
    found = _ADJECTIVE.fullmatch(adjective)
    if found is None or (noun.endswith("ь") and found["ending"] in _PLURAL):
        return ""
    base = found["base"]
    if noun.endswith(("а", "я")) or (noun.endswith("ь") and found["ending"] in _FEMININE):
        return base + ("яя" if _is_soft(found) else "ая")
    if noun.endswith(("о", "е")):
        return base + ("ее" if _is_soft(found) or base[-1] in _HUSHING else "ое")
    if noun.endswith(("ы", "и")):
        return base + ("ие" if _is_soft(found) or base[-1] in _HUSHING + _VELAR else "ые")
    known = _lemma(adjective, "ru", _ADJECTIVES)
    if known or base.endswith(_STRESSED_OR_NOT):
        return known
    return base + ("ий" if _is_soft(found) or base[-1] in _HUSHING + _VELAR else "ый")


def _is_soft(found: re.Match[str]) -> bool:
    """True for adjectives like последний: their endings begin with soft vowels though н may have hard ones."""
    return found["base"].endswith("н") and found["ending"][0] in "еию"


def _lemma(word: str, language: str, parts: frozenset[str] = frozenset(), but: tuple[str, ...] = ()) -> str:
    """The term of the lexicon that a folded word is a form of, empty when there is none; of several the most alike.

    Terms that end in one of `but` do not count: «непреодолимой силы» is no form of «силы».
    """
    from aligner.lexicon import builtin_lexicon  # noqa: PLC0415 - read when terms are asked for

    found = builtin_lexicon().find(word, language)
    concepts = [one for one in found if (one.part_of_speech in parts if parts else one.part_of_speech not in _UNINFLECTED)]
    if not parts and any(word == fold(term) for one in found for term in one.in_language(language)):
        return word
    terms = [(fold(term), one.part_of_speech) for one in concepts for term in one.in_language(language) if " " not in term]
    terms = [(term, part) for term, part in terms if not (but and term.endswith(but))]
    fitting = [term for term, part in terms if nearness((word,), term, language, part) < Nearness.RELATIVE]
    return word if word in fitting else max(fitting, key=lambda term: (shared_letters(term, word), -len(term)), default="")
