"""The same word twice in a row: «в в 2019 году»."""

import re
from collections.abc import Iterator
from operator import eq

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import Flags
from alignments.inspection.views import UnitView
from alignments.units import Severity

_DOUBLED = re.compile(r"\b(?P<word>[^\W\d_]+) (?P=word)\b", re.IGNORECASE)

_ALLOWED = frozenset(
    {"had", "that", "very", "очень", "чуть", "бір", "әр", "түрлі", "жиі", "қайта", "талай", "бірте", "анда", "әлде"}
)
"""Words that may stand twice: «бір бір кітап» gives one book each, «the man that that dog bit»."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«в в 2019 году»; a line that doubles a word in every language is a refrain."""
    doubled = [text for text in view.filled if any(map(eq, text.words, text.words[1:]))]
    found = [(text, match) for text in doubled if (match := _doubled(text.text))]
    if len(found) == len(view.filled) > 1:
        return
    for text, match in found:
        yield Finding(Severity.WARNING, f"«{match['word']}» stands twice in a row", text, match.start(), match.end())


def _doubled(text: str) -> re.Match[str] | None:
    matches = (match for match in _DOUBLED.finditer(text) if match["word"].lower() not in _ALLOWED)
    return next((match for match in matches if not match["word"][0].isupper()), None)  # «Дюран Дюран» is a name


def suspects(batch: Batch) -> Flags:
    """Units with the same word twice in a row."""
    words = batch.texts.words
    same = np.concatenate([[False], words.values[1:] == words.values[:-1]])[: len(words.values)]
    same[words.begins[words.sizes > 0]] = False
    return batch.with_text(words.count(same) > 0)


CHECK = Check("doubled-words", "Doubled words", suspects, find)
