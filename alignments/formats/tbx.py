"""TBX: writes TBX-Basic of ISO 30042:2019 (DCA style); reads DCA and DCT of 2019, and TBX version 2 (martif)."""

import re
from collections.abc import Iterable, Iterator
from typing import IO

from alignments.files.escaping import attribute, content
from alignments.files.markup import Elements, stream_elements
from alignments.files.options import ReadOptions, WriteOptions
from alignments.units import TermEntry
from corpus.errors import CorpusError
from corpus.languages import canonical_tag

_ENTRIES = frozenset({"conceptEntry", "termEntry"})
_LANGUAGES = frozenset({"langSec", "langSet"})

_PARTS_OF_SPEECH = {"adj": "adjective", "adv": "adverb", "noun": "noun", "verb": "verb"}
"""Ours → what TBX-Basic allows; every other one is `other`, and a note says which."""

_OURS = {"properNoun": "name", **{theirs: ours for ours, theirs in _PARTS_OF_SPEECH.items()}}
_NOTE = "part of speech: "
_UNNAMEABLE = re.compile(r"[^A-Za-z0-9.-]")
_NAMED = re.compile(r"_([0-9a-f]{1,6})_")

_HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader>
<fileDesc>
<sourceDesc>
<p>tilmash</p>
</sourceDesc>
</fileDesc>
<encodingDesc>
<p type="XCSURI">TBXXCS.xcs</p>
</encodingDesc>
</tbxHeader>
<text>
<body>
"""


def write(entries: Iterable[TermEntry], stream: IO[str], options: WriteOptions = WriteOptions()) -> None:  # noqa: B008 - frozen
    """Write entries, their terms in these languages (all when none are named); a concept without any of them is left out."""
    stream.write(_HEADER)
    for entry in entries:
        languages = dict.fromkeys(language for language, _ in entry.terms)
        wanted = [language for language in options.languages or languages if language in languages]
        if wanted:
            stream.write(_entry(entry, wanted, options))
    stream.write("</body>\n</text>\n</tbx>\n")


def _entry(entry: TermEntry, languages: Iterable[str], options: WriteOptions) -> str:
    subject = f'<descrip type="subjectField">{content(entry.subject)}</descrip>\n' if entry.subject else ""
    source = f'<admin type="source">{content(entry.source)}</admin>\n' if entry.source else ""
    kind = _PARTS_OF_SPEECH.get(entry.part_of_speech, "other")
    part = f'<termNote type="partOfSpeech">{kind}</termNote>\n' if entry.part_of_speech else ""
    if entry.part_of_speech and kind == "other":
        part += f"<note>{_NOTE}{content(entry.part_of_speech)}</note>\n"
    sections = []
    for language in languages:
        terms = [term for tag, term in entry.terms if tag == language]
        written = "".join(f"<termSec>\n<term>{content(term)}</term>\n{part}{source}</termSec>\n" for term in terms)
        sections.append(f'<langSec xml:lang="{attribute(options.tag(language))}">\n{written}</langSec>\n')
    return f'<conceptEntry id="{_name(entry.id)}">\n{subject}{"".join(sections)}</conceptEntry>\n'


def _name(text: str) -> str:
    """The id as an XML name, from which it can be told again: `law/12` → `c-law_2f_12`."""
    return "c-" + _UNNAMEABLE.sub(lambda found: f"_{ord(found[0]):x}_", text)


def _id(name: str) -> str:
    if not name.startswith("c-"):
        return name
    return _NAMED.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), name[2:])


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TermEntry]:
    """The entries of a TBX file; one without terms is reported as failed.

    Raises AlignmentsError when the file is no well-formed TBX.
    """
    return stream_elements(stream, TbxElements(options))


class TbxElements(Elements[TermEntry]):
    """Builds entries from the elements of a TBX file of any style."""

    kind = "a TBX file"
    roots = frozenset({"tbx", "martif"})

    def __init__(self, options: ReadOptions) -> None:
        super().__init__(options)
        self._kind = self._language = ""
        self._begin_entry({})

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name in _ENTRIES:
            self.unit += 1
            self._begin_entry(attributes)
        elif name in _LANGUAGES:
            self._language = attributes.get("xml:lang") or attributes.get("lang", "")
        elif name != "hi":
            self._kind = attributes.get("type", name)
            self.parts.clear()

    def closed(self, name: str) -> None:
        """An element ends."""
        if name == "term":
            self._terms.append((self._language, " ".join(self.taken().split())))
        elif name in _ENTRIES:
            self._finish_entry()
        elif name != "hi" and self._kind in self._told:
            text = self.taken().strip()
            self._told[self._kind] = self._told[self._kind] or text
            self._kind = ""

    def _begin_entry(self, attributes: dict[str, str]) -> None:
        self._name = _id(attributes.get("id", ""))
        self._terms: list[tuple[str, str]] = []
        self._told = {"partOfSpeech": "", "subjectField": "", "source": "", "note": ""}

    def _finish_entry(self) -> None:
        where = f"{self.options.name}, entry {self.unit}"
        try:
            terms = tuple((canonical_tag(language), term) for language, term in self._terms if term)
        except CorpusError as error:
            self.report.fail(f"{where}: {error}")
            return
        if not terms:
            self.report.fail(f"{where}: no term in it")
            return
        part, note = self._told["partOfSpeech"], self._told["note"]
        if note.startswith(_NOTE):
            part = note.removeprefix(_NOTE)
        name = self._name or f"{self.options.name}:{self.unit}"
        self.ready.append(TermEntry(name, terms, _OURS.get(part, part), self._told["subjectField"], self._told["source"]))
