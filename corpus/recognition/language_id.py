"""Which language a text is in: its letters, its frequent words and a small table of letter groups; nothing leaves the machine."""

from corpus.languages import UNKNOWN
from corpus.recognition.language_scores import LANGUAGES, score

MARGIN = 1.0
"""How much more likely (in nats) the best language must be than the next one."""


def recognise(text: str, margin: float = MARGIN) -> str:
    """The tag of the likeliest language (kk, ru, en, kk-Latn, kk-Arab), `und` where nothing speaks for one of them.

    `margin` is the lead in nats that the likeliest needs over the next one.
    """
    scores = score(text)
    best = max(LANGUAGES, key=scores.__getitem__)
    others = [scores[language] for language in LANGUAGES if language != best]
    return best if scores[best] - max(others) >= margin else UNKNOWN
