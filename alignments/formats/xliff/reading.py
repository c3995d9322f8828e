"""XLIFF 1.2, 2.0 and 2.1 to units: the units that have a target, with their states, notes and our own remarks."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.cells import unit_from
from alignments.files.inline_codes import with_highlights
from alignments.files.markup import Elements, stream_elements
from alignments.files.options import ReadOptions
from alignments.formats.xliff.inline import Text
from alignments.formats.xliff.names import remark_name
from alignments.units import InlineCode, Status, TranslationUnit, Variant
from corpus.errors import CorpusError
from corpus.languages import canonical_tag

_UNITS = frozenset({"trans-unit", "unit"})
_ASIDE = frozenset({"alt-trans", "matches", "glossary", "ignorable"})
"""Elements with a source and a target that are not the unit's own."""

_TEXTS = frozenset({"source", "seg-source", "target"})
_ACCEPTED = frozenset({"final", "signed-off"})
_CONFIRMED = frozenset({"ApprovedTranslation", "ApprovedSignOff"})
"""What Trados says of a segment that a reviewer or the client approved."""

_UNTRANSLATED = "{}: units without a translation (<target>) are passed over"

_Words = tuple[str, tuple[InlineCode, ...]]
"""A text and the codes in it."""


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The translated units of an XLIFF file; those without a target are counted in a remark.

    Raises AlignmentsError when the file is no well-formed XLIFF.
    """
    return stream_elements(stream, XliffElements(options))


class XliffElements(Elements[TranslationUnit]):
    """Builds units from the elements of an XLIFF file of either version."""

    kind = "an XLIFF file"
    roots = frozenset({"xliff"})

    def __init__(self, options: ReadOptions) -> None:
        super().__init__(options)
        self._languages = ("", "")
        self._text: Text | None = None
        self._aside = 0
        self._data: dict[str, str] = {}
        self._state = self._sub_state = self._kind = ""
        self._begin_unit({})

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; inside a text it is an inline code."""
        if self._text is not None:
            self._text.add(self.taken())
            self._text.open(name, attributes, self._data)
        elif name == "xliff":
            self._languages = (attributes.get("srcLang", ""), attributes.get("trgLang", ""))
        elif name in _ASIDE:
            self._aside += 1
        elif name == "file" and "source-language" in attributes:
            self._languages = (attributes["source-language"], attributes.get("target-language", ""))
        elif name in _UNITS:
            self.unit += 1
            self._begin_unit(attributes)
        elif name in _TEXTS and not self._aside:
            self._state = attributes.get("state", self._state)
            self._text = Text(self.report, self.options.name)
            self.parts.clear()
        elif name == "seg" and attributes.get("conf") in _CONFIRMED:
            self._confirmed.add(attributes.get("id", ""))
        elif name == "segment":
            self._state = attributes.get("state", "")
            self._sub_state = attributes.get("subState", "")
        elif name in {"context", "meta", "note", "data"}:
            self._kind = attributes.get("context-type") or attributes.get("type") or attributes.get("id", "")
            self.parts.clear()

    def closed(self, name: str) -> None:
        """An element ends; a text ends with its own."""
        if self._text is not None:
            self._text.add(self.taken())
            if self._text.is_open:
                self._text.close()
            else:
                self._texts[name].append(self._text)
                self._text = None
        elif name in _ASIDE:
            self._aside -= 1
        elif name == "context" and self._kind.startswith("x-"):
            self._remarks[remark_name(self._kind)] = self.taken()
        elif name == "meta":
            self._remarks[self._kind] = self.taken()
        elif name == "data":
            self._data[self._kind] = self.taken()
        elif name == "note" and not self._aside and _UNITS & set(self.path):
            self._notes.append(self.taken())
        elif name in _UNITS:
            self._finish_unit()

    def _begin_unit(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._texts: dict[str, list[Text]] = {name: [] for name in _TEXTS}
        self._confirmed: set[str] = set()
        self._remarks: dict[str, str] = {}
        self._notes: list[str] = []
        self._data.clear()
        self._kind = self._state = self._sub_state = ""

    def _finish_unit(self) -> None:
        where = f"{self.options.name}, unit {self.unit}"
        if not self._texts["target"] or not self._texts["source"]:
            self.report.remark(_UNTRANSLATED.format(self.options.name))
            return
        try:
            self.ready += self._made()
        except (AlignmentsError, CorpusError) as error:
            self.report.fail(f"{where}: {error}")

    def _made(self) -> list[TranslationUnit]:
        """The unit, or one for each of its segments where version 1.2 marks several that both texts have."""
        name = self._attributes.get("name") or self._attributes.get("id", "")
        segments = self._segments()
        if len(segments) < 2:
            unit = self._unit(name, _joined(self._texts["source"]), _joined(self._texts["target"]))
            return [_accepted(unit) if segments.keys() & self._confirmed else unit]
        filled = {number: words for number, words in segments.items() if all(text.strip() for text, _ in words)}
        if len(filled) < len(segments):
            self.report.remark(_UNTRANSLATED.format(self.options.name))
        units = {number: self._unit(f"{name}-{number}", *words) for number, words in filled.items()}
        return [_accepted(unit) if number in self._confirmed else unit for number, unit in units.items()]

    def _segments(self) -> dict[str, tuple[_Words, _Words]]:
        """The segments of the source by their numbers, each with the one of the target, empty where it has none."""
        if len(self._texts["seg-source"]) != 1 or len(self._texts["target"]) != 1:
            return {}
        source, target = (self._texts[side][0].segments() for side in ("seg-source", "target"))
        return {number: (words, target.get(number, ("", ()))) for number, words in source.items()} if target else {}

    def _unit(self, name: str, source_words: _Words, target_words: _Words) -> TranslationUnit:
        source, target = _pair(*(self.options.languages if len(self.options.languages) == 2 else self._languages))
        texts = {source: source_words, target: target_words}
        plain = {language: text for language, (text, _) in texts.items()}
        unit = unit_from(name, plain, self._remarks, self.options.name)
        variants = tuple(_with_codes(variant, texts[variant.language][1]) for variant in unit.variants)
        status = unit.status if "status" in self._remarks else self._status()
        return replace(unit, variants=variants, notes=tuple(self._notes), status=status)

    def _status(self) -> Status:
        if self._sub_state == "tilmash:rejected":
            return Status.REJECTED
        is_accepted = self._state in _ACCEPTED or self._attributes.get("approved") == "yes"
        return Status.ACCEPTED if is_accepted else Status.UNREVIEWED


@lru_cache(maxsize=100)
def _pair(source: str, target: str) -> tuple[str, str]:
    if not source or not target:
        raise AlignmentsError("the file does not say both languages; give --languages, the source first")
    pair = canonical_tag(source), canonical_tag(target)
    if pair[0] == pair[1]:
        raise AlignmentsError(f"source and target are both {pair[0]}")
    return pair


def _accepted(unit: TranslationUnit) -> TranslationUnit:
    return replace(unit, status=Status.ACCEPTED)


def _joined(texts: list[Text]) -> _Words:
    """Segments of one unit as one text, their codes moved along."""
    plain = ""
    codes: list[InlineCode] = []
    for text in texts:
        words, inside = text.finished()
        codes += [replace(code, position=code.position + len(plain)) for code in inside]
        plain += words
    return plain, tuple(with_highlights(codes)) if codes else ()


def _with_codes(variant: Variant, codes: tuple[InlineCode, ...]) -> Variant:
    return replace(variant, codes=codes) if codes else variant
