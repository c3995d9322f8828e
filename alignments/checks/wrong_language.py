"""A text in another language than its label says, told by its letters."""

import re
from collections.abc import Iterator

from alignments.inspection.background import Background
from alignments.inspection.findings import Check, Finding
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity

KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
CYRILLIC = re.compile("[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ]")
LATIN = re.compile("[a-zA-Z]")

ENOUGH = 14
"""Letters from which their mixture says something; a name or a heading of one word says nothing."""

LONG = 60
"""Letters in which one Kazakh letter may come from a name; in fewer, one is enough to call a text Kazakh."""

KAZAKH_USUAL, KAZAKH_FOREIGN = 0.03, 0.07
"""Kazakh's own letters make 15 to 25 % of a Kazakh text; a Russian one has them in a few names only."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«Закон вступает в силу с 1 января» labelled as Kazakh."""
    copied = {id(text) for pair in view.pairs if pair[0].text == pair[1].text for text in pair}  # the check `untranslated` tells
    for text in view.filled:
        if id(text) not in copied and (looks_like := _appearance(text)):
            yield Finding(Severity.ERROR, f"labelled {text.name}, but this looks {looks_like}", text, 0, len(text.text))


def _appearance(text: TextView) -> str:
    """What the letters look like when that is not what the label says; empty when they agree or say too little."""
    expected = _expected(text)
    if not expected or text.length < ENOUGH or _looks_right(text.text, expected):
        return ""
    cyrillic, latin = len(CYRILLIC.findall(text.text)), len(LATIN.findall(text.text))
    if cyrillic + latin < ENOUGH:
        return ""
    if expected == "Latin":
        return "Cyrillic" if cyrillic > 2 * latin else ""
    if latin > 2 * cyrillic:
        return "English" if text.primary in {"kk", "ru"} else "Latin"
    return _other_cyrillic(text, expected, cyrillic) if cyrillic >= ENOUGH else ""


def _looks_right(text: str, expected: str) -> bool:
    """True for most texts, told by a glance: few or many letters beyond ASCII, and Kazakh ones where they belong."""
    beyond = len(text.encode("utf-8", "surrogatepass")) - len(text)
    if expected == "Latin":
        return 3 * beyond < len(text)
    if 2 * beyond < len(text):
        return False
    kazakh = len(KAZAKH.findall(text))
    return (expected == "kk" and 20 * kazakh > len(text)) or (expected == "ru" and not kazakh)


def _other_cyrillic(text: TextView, expected: str, letters: int) -> str:
    """Russian under the label of Kazakh, or the other way round."""
    own = len(KAZAKH.findall(text.text)) / letters
    if expected == "kk" and (own == 0 or (own < KAZAKH_USUAL and letters >= LONG)):
        return "Russian"
    return "Kazakh" if expected == "ru" and own > KAZAKH_FOREIGN else ""


def _expected(text: TextView) -> str:
    """What the label makes expect: `kk-Latn` Latin letters, `ru-RU` what `ru` does; empty where we do not know."""
    parts = text.language.split("-")
    if "Arab" in parts:
        return ""
    return "Latin" if "Latn" in parts else _EXPECTED.get(text.primary, "")


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

CHECK = Check("wrong-language", "Wrong language", find)
