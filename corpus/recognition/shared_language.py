"""The language that short texts share: the cells of a column, the first parts of lines in two languages."""

from collections.abc import Iterable, Mapping

from corpus.languages import UNKNOWN
from corpus.recognition.language_scores import LANGUAGES, score

SURE = 10.0
"""Nats by which the language of a column must lead over the next one, all its cells together."""

AGREEMENT = 0.8
"""The share of the leads of all texts (nats) that must be for the shared language: loans in a Kazakh column weigh little."""


def shared_language(texts: Iterable[str]) -> str:
    """The language that nearly all the evidence of the texts is for, `und` where it is divided."""
    scores = [score(text) for text in texts]
    together = {language: sum(one[language] for one in scores) for language in LANGUAGES}
    best, lead = _best(together)
    leads = [_best(one) for one in scores]
    agreed = sum(own for language, own in leads if language == best)
    return best if lead >= SURE and agreed >= AGREEMENT * sum(own for _, own in leads) else UNKNOWN


def _best(scores: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest language, and by how many nats it leads."""
    best, second = sorted(LANGUAGES, key=scores.__getitem__, reverse=True)[:2]
    return best, scores[best] - scores[second]
