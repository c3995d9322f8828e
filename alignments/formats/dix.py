"""Bilingual dictionaries of Apertium (.dix): `<e><p><l>…</l><r>…</r></p></e>`; the first tag is the part of speech."""

from collections.abc import Iterator
from typing import IO

from alignments.files.markup import Elements, stream_elements
from alignments.files.options import ReadOptions
from alignments.files.word_lists import entry_of, named_pair
from alignments.units import TermEntry

_PARTS_OF_SPEECH = {
    "n": "noun",
    "v": "verb",
    "vblex": "verb",
    "adj": "adj",
    "adv": "adv",
    "np": "name",
    "num": "num",
    "prn": "pron",
}


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TermEntry]:
    """The pairs of the dictionary as entries; `--languages` names left and right.

    Raises AlignmentsError when the file is no well-formed dictionary.
    """
    return stream_elements(stream, DixElements(options))


class DixElements(Elements[TermEntry]):
    """Builds entries from the elements of a bilingual dictionary."""

    kind = "a dictionary of Apertium"
    roots = frozenset({"dictionary"})

    def __init__(self, options: ReadOptions) -> None:
        super().__init__(options)
        self._pair = named_pair(options)
        self._sides: dict[str, str] = {}
        self._part = ""

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "e":
            self.unit += 1
            self._sides, self._part = {}, ""
        elif name in {"l", "r", "i"}:
            self.parts.clear()
        elif name == "b":
            self.parts.append(" ")
        elif name == "s" and not self._part:
            self._part = _PARTS_OF_SPEECH.get(attributes.get("n", ""), "")

    def closed(self, name: str) -> None:
        """An element ends."""
        if name in {"l", "r", "i"} and "e" in self.path:
            word = " ".join(self.taken().split())
            self._sides.update(dict.fromkeys("lr", word) if name == "i" else {name: word})
        elif name == "e" and self._sides.get("l") and self._sides.get("r"):
            terms = list(zip(self._pair, (self._sides["l"], self._sides["r"]), strict=True))
            self.ready.append(entry_of(terms, self.options.name, part_of_speech=self._part))
