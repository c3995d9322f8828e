"""A text in another language than its label says: its letters accuse, its words must agree."""

import re
from collections.abc import Iterator
from functools import cache

import numpy as np

from aligner.words import tokens
from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import CYRILLIC_LETTERS, KAZAKH_LETTERS, LATIN_LETTERS, Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity
from corpus.languages import primary_language
from corpus.recognition.language_id import recognise
from corpus.recognition.language_scores import without_addresses

KAZAKH = re.compile(f"[{KAZAKH_LETTERS}]")
CYRILLIC = re.compile(f"[{CYRILLIC_LETTERS}]")
LATIN = re.compile(f"[{LATIN_LETTERS}]")

ENOUGH = 14
"""Letters from which their mixture says something; a name or a heading of one word says nothing."""

LONG = 60
"""Letters in which one Kazakh letter may come from a name; in fewer, one is enough to call a text Kazakh."""

KAZAKH_WORDS = 0.4
"""More than half of the words of most Kazakh sentences have such a letter."""

_SPEECH = re.compile(r"\W*[«“”„\"]([^«»“”„\"]+)[»“”\"]\W*")
"""A text in quotation marks as a whole: inside a text they would mark a name, which says little of its language."""

SURE = 5.0
"""Nats by which the words must speak for the other language: «Байланыс телефоны» has no letter that only Kazakh has."""

KAZAKH_USUAL, KAZAKH_FOREIGN = 0.03, 0.07
"""Kazakh's own letters make 15 to 25 % of a Kazakh text; a Russian one has them in a few names only."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«Закон вступает в силу с 1 января» labelled as Kazakh."""
    copied = {id(text) for pair in view.pairs if pair[0].text == pair[1].text for text in pair}  # the check `untranslated` tells
    for text in view.filled:
        if id(text) not in copied and (looks_like := _appearance(text)):
            yield Finding(Severity.ERROR, f"labelled {text.name}, but this looks {looks_like}", text, 0, len(text.text))


def _appearance(text: TextView) -> str:
    """What a text looks like when that is not what the label says; empty when they agree or it says too little."""
    expected = _expected(text.language)
    if not expected or text.length < ENOUGH:
        return ""
    plain = without_addresses(text.text)
    speech = _SPEECH.fullmatch(plain)
    plain = speech[1] if speech else plain
    cyrillic, latin = len(CYRILLIC.findall(plain)), len(LATIN.findall(plain))
    if cyrillic + latin < ENOUGH:
        return ""
    if expected == "Latin":
        return "Cyrillic" if cyrillic > 2 * latin else ""
    if latin > 2 * cyrillic:
        return "English" if text.primary in {"kk", "ru"} else "Latin"
    return _other_cyrillic(plain, expected, cyrillic) if cyrillic >= ENOUGH else ""


def _other_cyrillic(plain: str, expected: str, letters: int) -> str:
    """Russian under the label of Kazakh, or the other way round."""
    own = len(KAZAKH.findall(plain)) / letters
    if expected == "kk" and (own == 0 or (own < KAZAKH_USUAL and letters >= LONG)):
        return "Russian" if recognise(plain, SURE) == "ru" else ""
    if expected == "ru" and own > KAZAKH_FOREIGN and _kazakh_words(plain) > KAZAKH_WORDS:
        return "Kazakh" if recognise(plain, SURE) == "kk" else ""
    return ""


def _kazakh_words(plain: str) -> float:
    """The share of the words that have a letter of Kazakh; in «ул. Бейбітшілік» it is a name that has them."""
    words = [word for word in tokens(plain) if len(word) > 1 and CYRILLIC.search(word)]
    return sum(1 for word in words if KAZAKH.search(word)) / max(len(words), 1)


@cache
def _expected(language: str) -> str:
    """What the label makes expect: `kk-Latn` Latin letters, `ru-RU` what `ru` does; empty where we do not know."""
    parts = language.split("-")
    if "Arab" in parts:
        return ""
    return "Latin" if "Latn" in parts else _EXPECTED.get(primary_language(language), "")


_EXPECTED = {
    "kk": "kk",
    "ru": "ru",
    "en": "Latin",
    "de": "Latin",
    "fr": "Latin",
    "tr": "Latin",
    "ky": "Cyrillic",
    "uk": "Cyrillic",
}
"""What letters a label makes expect: a script, or for Kazakh and Russian the letters of that language."""


def suspects(batch: Batch) -> Flags:
    """Units with a text in which the letters of another language are too many, or its own too few."""
    texts = batch.texts
    latin, cyrillic, kazakh = texts.latin, texts.cyrillic, texts.count(KAZAKH_LETTERS)
    names, languages = texts.named_languages
    expected = np.array([_expected(name) for name in names], dtype=np.str_)[languages]
    in_latin, in_kazakh, in_russian = (expected == kind for kind in ("Latin", "kk", "ru"))
    foreign = np.where(in_latin, cyrillic > latin, latin > cyrillic)
    foreign |= (in_kazakh & (kazakh < KAZAKH_USUAL * cyrillic)) | (in_russian & (kazakh > KAZAKH_FOREIGN * cyrillic))
    return batch.with_text(foreign & (latin + cyrillic >= ENOUGH))


CHECK = Check("wrong-language", "Wrong language", suspects, find)
