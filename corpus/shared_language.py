"""The language that short texts share: the cells of a column, the first parts of lines in two languages."""

from collections.abc import Iterable, Mapping

from corpus.language_scores import LANGUAGES, score
from corpus.languages import UNKNOWN

SURE = 10.0
"""Nats by which the language of a column must lead over the next one, all its cells together."""

AGREEMENT = 0.8
"""The share of the cells which say something that must agree with their column."""

SAYS_SOMETHING = 2.0
"""Nats by which the best language of a cell leads when the cell says something."""


def shared_language(texts: Iterable[str]) -> str:
    """The language that nearly all the texts agree on, `und` where they do not."""
    scores = [score(text) for text in texts]
    together = {language: sum(one[language] for one in scores) for language in LANGUAGES}
    best, lead = _best(together)
    spoken = [language for language, own in map(_best, scores) if own >= SAYS_SOMETHING]
    return best if lead >= SURE and spoken.count(best) >= AGREEMENT * len(spoken) else UNKNOWN


def _best(scores: Mapping[str, float]) -> tuple[str, float]:
    best, second = sorted(LANGUAGES, key=scores.__getitem__, reverse=True)[:2]
    return best, scores[best] - scores[second]
