"""A stretch of one language inside a sentence of another: `…түсіндірді, что современная школа должна …`."""

import re
from collections.abc import Iterable
from functools import cache

from corpus.alphabets import KAZAKH_LETTERS
from corpus.languages import KAZAKH, RUSSIAN
from corpus.recognition.language_scores import WORD, plain_words, vote_of
from corpus.recognition.language_words import words

FEWEST_WORDS, LEAST_EVIDENCE = 4, 9.0
"""A stretch has so many words, and so many nats more speak for its language than for the sentence's."""

_OTHER = {KAZAKH: RUSSIAN, RUSSIAN: KAZAKH}
_SPACES = re.compile(r"\s+")


def strange_stretch(text: str, language: str) -> str:
    """The stretch of a Kazakh sentence that is Russian, or the reverse; "" where there is none.

    Names and titles in quotation marks and brackets are no stretch.
    """
    other = _OTHER.get(language)
    if other is None or not _has_sure_word(text, other):
        return ""
    found = plain_words(text)
    evidence, start, stop = _strongest(
        _lean(word, language, other, is_first=place == 0) for place, (word, _, _) in enumerate(found)
    )
    if evidence < LEAST_EVIDENCE or stop - start < FEWEST_WORDS:
        return ""
    stretch = text[found[start][1] : found[stop - 1][2]]
    return _SPACES.sub(" ", stretch) if _has_sure_word(" ".join(word for word, _, _ in found[start:stop]), other) else ""


def _lean(word: str, language: str, other: str, *, is_first: bool) -> float:
    """How much more a word speaks for the other language; names say nothing."""
    if word[0].isupper() and not is_first:
        return 0.0
    scores = dict(vote_of(word).scores)
    return scores.get(other, 0.0) - scores.get(language, 0.0)


def _strongest(leans: Iterable[float]) -> tuple[float, int, int]:
    """The run with the largest sum: its evidence, start and stop."""
    best, evidence, start = (0.0, 0, 0), 0.0, 0
    for place, lean in enumerate(leans):
        evidence += lean
        if evidence <= 0:
            evidence, start = 0.0, place + 1
        elif evidence > best[0]:
            best = (evidence, start, place + 1)
    return best


def _has_sure_word(text: str, language: str) -> bool:
    """True for a word that only this language has: a letter of Kazakh, a frequent word of Russian."""
    if language == KAZAKH:
        return not KAZAKH_LETTERS.isdisjoint(text.lower())
    return not _only_russian().isdisjoint(WORD.findall(text.lower()))


@cache
def _only_russian() -> frozenset[str]:
    return words("frequent ru") - words("frequent kk")
