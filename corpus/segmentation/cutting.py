"""From a paragraph to its sentences, and the reason for every place where one might have ended."""

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from corpus.languages import primary_language
from corpus.segmentation.candidates import candidates
from corpus.segmentation.rule import Rule
from corpus.segmentation.rules import RULES

ICU = "sentence break of ICU"
NO_RULE = "no beginning follows"


class Decision(NamedTuple):
    """At this offset (code points) a sentence ends or does not, because of the rule of this name."""

    offset: int
    breaks: bool
    rule: str


def decisions(text: str, language: str) -> tuple[Decision, ...]:
    """What was decided at every candidate place of a paragraph, in order."""
    return tuple(_settled(text, rules_of(primary_language(language))))


@cache
def rules_of(language: str) -> tuple[Rule, ...]:
    """The rules for all and the language's own; Kazakh and Russian texts quote each other, so that they share theirs."""
    shared = ("kk", "ru") if language in {"kk", "ru"} else ("kk", "ru", "en") if language == "und" else (language,)
    return tuple(rule for rule in RULES if not rule.languages or set(rule.languages) & set(shared))


def _settled(text: str, spoken: tuple[Rule, ...]) -> Iterator[Decision]:
    """Once a text is cut, each of its sentences is decided by itself, so that cutting it again changes nothing.

    `«Бірі келді … ж. · Екіншісі … ж. ¦ Үшіншісі кетті»`: a quotation that is cut at one place is not a short one at the others.
    """
    found = [_decision(text, place, by_icu=by_icu, spoken=spoken) for place, by_icu in candidates(text)]
    breaks = [decision for decision in found if decision.breaks]
    if len(breaks) in {0, len(found)}:
        yield from found
        return
    for start, end in zip_longest((0, *(decision.offset for decision in breaks)), breaks):
        sentence = text[start : end.offset if end else None]
        place = start + len(sentence) - len(sentence.lstrip())
        for decision in _settled(sentence.strip(), spoken):
            yield decision._replace(offset=place + decision.offset)
        if end:
            yield end


def _decision(text: str, place: int, *, by_icu: bool, spoken: tuple[Rule, ...]) -> Decision:
    for rule in spoken:
        if rule.matches(text, place):
            return Decision(place, rule.breaks, rule.name)
    return Decision(place, by_icu and not text[place - 1].isalnum(), ICU if by_icu else NO_RULE)


def cuts(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Start and stop of every sentence, without the white space around it."""
    ends = [decision.offset for decision in decisions(text, language) if decision.breaks]
    found, start = [], 0
    for end in [*ends, len(text)]:
        sentence = text[start:end]
        if sentence.strip():
            found.append((start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())))
        start = end
    return tuple(found)


def segment(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a paragraph."""
    return tuple(text[start:stop] for start, stop in cuts(text, language))
