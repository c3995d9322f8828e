"""What a bulk load keeps of texts: made in a process beside the one that writes, where there is a second processor."""

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alignments.index.entries import Columns, as_lines, cut
from alignments.index.known_words import KnownWords
from alignments.index.marked_stems import MarkedStems
from alignments.index.text_keys import text_keys
from alignments.index.vocabulary import FreshWords
from alignments.side_process import SideProcess, can_fork
from alignments.units import TranslationUnit

WORTH_SHARING = 2_000
"""Texts at once from which a second process is worth its start: a whole batch in two languages."""

Numbered = Sequence[tuple[int, TranslationUnit]]
"""Units with their numbers."""

Texts = Mapping[str, Sequence[tuple[int, str]]]
"""Texts by language, with the numbers of their variants."""


class Made(NamedTuple):
    """What is made of texts of a language, with the words and stems among them that this load had not met before."""

    keys: NDArray[np.int64]
    columns: Columns
    marked: MarkedStems
    fresh: FreshWords


class Ready(NamedTuple):
    """Units, and by language their variants and what is made of the texts of these."""

    units: Numbered
    variants: Mapping[str, Sequence[int]]
    made: Mapping[str, Made]


class EntryMaker:
    """Makes entries, and remembers which words it has met."""

    def __init__(self) -> None:
        self._known: dict[str, KnownWords] = {}

    def __call__(self, texts: Mapping[str, Sequence[str]]) -> dict[str, Made]:
        """What is made of the texts of every language."""
        return {language: self._made(own, language) for language, own in texts.items()}

    def _made(self, texts: Sequence[str], language: str) -> Made:
        known = self._known.get(language)
        if known is None or known.is_full:
            known = self._known[language] = KnownWords(language)
        lengths, words = cut(texts)
        met = known.meet(words)
        keys = np.array(text_keys(texts), np.int64)
        return Made(keys, Columns(lengths, as_lines(words), as_lines(met.stems)), met.marked, met.fresh)


class Load:
    """Entries of batch after batch; with a second process those of a batch are ready when the next one is handed in."""

    def __init__(self) -> None:
        self._make = EntryMaker()
        self._beside: SideProcess[dict[str, list[str]], dict[str, Made]] | None = None
        self._waiting: tuple[Numbered, dict[str, list[int]]] | None = None

    @property
    def waiting(self) -> Numbered:
        """The units that were handed in and are not given back yet."""
        return self._waiting[0] if self._waiting else ()

    def exchange(self, units: Numbered, given: Texts) -> list[Ready]:
        """Hand in units with their texts; what is ready, of these or of those before."""
        texts = {language: [text for _, text in own] for language, own in given.items()}
        numbers = {language: [number for number, _ in own] for language, own in given.items()}
        if self._beside is None and not _is_worth_sharing(given):
            return [Ready(units, numbers, self._make(texts))]
        if self._beside is None:
            self._beside = SideProcess(self._make)
        ready = self.settle()
        self._beside.ask(texts)
        self._waiting = units, numbers
        return ready

    def settle(self) -> list[Ready]:
        """What is not given back yet."""
        if self._waiting is None or self._beside is None:
            return []
        (units, numbers), self._waiting = self._waiting, None
        return [Ready(units, numbers, self._beside.answer())]

    def close(self) -> None:
        """Drop what is not given back, and forget which words were met."""
        if self._beside is not None:
            self._beside.close()
        self._make, self._beside, self._waiting = EntryMaker(), None, None


def _is_worth_sharing(given: Texts) -> bool:
    return (os.cpu_count() or 1) > 1 and can_fork() and sum(map(len, given.values())) >= WORTH_SHARING
