"""A text that was copied instead of translated, in whole or in a long stretch."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import numpy as np

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.texts import CYRILLIC_LETTERS, KAZAKH_LETTERS, Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity

_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\S+\.(?:kz|ru|com|org|net)\b\S*", re.IGNORECASE)

_INSIDE_COMPOUND = re.compile(r"\w-")

KAZAKH, CYRILLIC = re.compile(f"[{KAZAKH_LETTERS}]"), re.compile(f"[{CYRILLIC_LETTERS}]")

FEW = 2
"""Fewer common words than this may be the same in two languages: «доктрина», «E-mail»."""

LONG = 5
"""Words in a row, in small letters, that two languages do not share by chance; names are shorter."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«Мемлекет басшысы қол қойды.» on the Russian side of the same Kazakh sentence."""
    copies = set[int]()
    for first, second in view.pairs:
        if first.primary == second.primary or id(second) in copies:
            continue
        found = _same(first, second) if first.words == second.words else _long_run(first, second)
        if found:
            copies.add(id(second))
            yield found


def _same(first: TextView, second: TextView) -> Finding | None:
    """Both texts are the same: an error unless it may be one word that both languages have, such as «доктрина»."""
    common = _common_words(second, 0, len(second.tokens))
    if not common:
        return None
    if common < FEW and not (_is_foreign(first) or _is_foreign(second)):
        message = f"the {second.name} text is the {first.name} text: right only if both languages have the same word"
        return Finding(Severity.INFO, message, second, 0, len(second.text))
    return Finding(
        Severity.ERROR, f"not translated: the {second.name} text is the {first.name} text", second, 0, len(second.text)
    )


def _is_foreign(text: TextView) -> bool:
    """True for Kazakh letters outside Kazakh, and for Cyrillic ones in English: no such word is its own translation."""
    foreign = CYRILLIC if text.primary == "en" else KAZAKH
    return text.primary != "kk" and foreign.search(text.text) is not None


def _long_run(first: TextView, second: TextView) -> Finding | None:
    """A long stretch of both texts is the same."""
    run = _shared_run(first.words, second.words)
    if not run or _common_words(second, *run) < LONG:
        return None
    start, stop = second.tokens[run[0]][1], second.tokens[run[1] - 1][2]
    message = f"not translated: «{second.text[start:stop]}» stands in the {first.name} text, word for word"
    return Finding(Severity.ERROR, message, second, start, stop)


def _shared_run(first: list[str], second: list[str]) -> tuple[int, int] | None:
    """The longest run of words of the second text that also stands in the first, if it is LONG."""
    if len(set(first).intersection(second)) < LONG:
        return None
    match = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return (match.b, match.b + match.size) if match.size >= LONG else None


def _common_words(text: TextView, start: int, stop: int) -> int:
    """How many of these words are common words: more than one letter, all of them small; «вице-министр» is one word."""
    addresses = [match.span() for match in _ADDRESS.finditer(text.text)]
    originals = (
        text.text[begin:end]
        for _, begin, end in text.tokens[start:stop]
        if not any(a <= begin < b for a, b in addresses)  # «www.adilet.zan.kz» is the same in every language
        and not _INSIDE_COMPOUND.fullmatch(text.text, max(begin - 2, 0), begin)
    )
    return sum(1 for word in originals if len(word) > 1 and word.isalpha() and word.islower())


def suspects(batch: Batch) -> Flags:
    """Units of which two texts are the same or share a long run of words."""
    sizes = batch.texts.words.sizes
    return batch.with_pair((batch.runs >= LONG) | (batch.runs == np.maximum(sizes[batch.firsts], sizes[batch.seconds])))


CHECK = Check("untranslated", "Copied text", suspects, find)
