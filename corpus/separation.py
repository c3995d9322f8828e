"""One file in several languages becomes one stream of sentences a language: each piece's own evidence and its neighbours'."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.language_scores import LANGUAGES, Scores, score
from corpus.languages import UNKNOWN


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence; `border` says how likely the language changes before it: 0 inside a paragraph … 1 at a label or new page."""

    text: str
    border: float


FEW_WORDS = 2

SWITCH_INSIDE, SWITCH_AT_BORDER = 14.0, 1.0
"""What a change of language costs (nats) inside a paragraph and at the best border there is."""


def languages_of(stretches: Sequence[Stretch]) -> tuple[str, ...]:
    """The likeliest language of every stretch, all considered together (Viterbi); `und` where no stretch says anything."""
    if not stretches:
        return ()
    evidence = [_evidence(stretch.text) for stretch in stretches]
    if not any(any(scores.values()) for scores in evidence):
        return (UNKNOWN,) * len(stretches)
    best = dict(evidence[0])
    origins: list[dict[str, str]] = []
    for stretch, scores in zip(stretches[1:], evidence[1:], strict=True):
        cost = SWITCH_INSIDE + (SWITCH_AT_BORDER - SWITCH_INSIDE) * stretch.border
        top = max(LANGUAGES, key=best.__getitem__)
        origin = {language: language if best[language] >= best[top] - cost else top for language in LANGUAGES}
        best = {language: scores[language] + max(best[language], best[top] - cost) for language in LANGUAGES}
        origins.append(origin)
    path = [max(LANGUAGES, key=best.__getitem__)]
    for origin in reversed(origins):
        path.append(origin[path[-1]])
    return tuple(reversed(path))


def _evidence(text: str) -> Scores:
    """What the text itself says; a word or two (`Конституция`, `Алматы обл.`) are the same in Kazakh and Russian too often."""
    scores = score(text)
    if len(text.split()) > FEW_WORDS:
        return scores
    return {language: value / 2 for language, value in scores.items()}
