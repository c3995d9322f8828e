"""The lexicon's entries as a linguist edits them: one TSV a field, one concept a line, and what may not stand in it.

A line is `kk<TAB>ru<TAB>en<TAB>part of speech`; the terms of one side are separated by `; `, the usual one first. Files
are sorted by their Kazakh side; the name of the file is the field.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from aligner.alphabets import CYRILLIC_LOWER, CYRILLIC_UPPER

LANGUAGES = ("kk", "ru", "en")
"""The columns of an entry, in order."""

HEADER = "\t".join((*LANGUAGES, "pos"))

PARTS_OF_SPEECH = frozenset({"noun", "verb", "adj", "adv", "num", "pron", "conj", "post", "part", "phrase", "name", "abbr"})
"""`post` holds postpositions and prepositions, `phrase` set phrases that are no noun, `name` proper names."""

_LETTERS = {
    "kk": re.compile(rf"[{CYRILLIC_LOWER}{CYRILLIC_UPPER}0-9 .,'«»№%-]+"),
    "ru": re.compile(r"[а-яёА-ЯЁ0-9 .,'«»№%-]+"),
    "en": re.compile(r"[A-Za-zéèêçöüñïóáíãâôë0-9 .,'’&%-]+"),
}


@dataclass(frozen=True, slots=True)
class Concept:
    """One sense and its terms: `terms` has a tuple per language of LANGUAGES, the usual term first."""

    field: str
    part_of_speech: str
    terms: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]

    def in_language(self, language: str) -> tuple[str, ...]:
        """The terms of one language; empty for a language the lexicon does not have."""
        return self.terms[LANGUAGES.index(language)] if language in LANGUAGES else ()

    @property
    def line(self) -> str:
        """The concept as a line of its TSV file."""
        return "\t".join((*("; ".join(terms) for terms in self.terms), self.part_of_speech))


def parse(field: str, text: str) -> Iterator[Concept]:
    """The concepts of one TSV file; use `faults` first on text that was edited by hand."""
    for line in text.splitlines()[1:]:
        kk, ru, en, part_of_speech = line.split("\t")
        yield Concept(field, part_of_speech, (_terms(kk), _terms(ru), _terms(en)))


def builtin_concepts() -> tuple[Concept, ...]:
    """Every concept that tilmash ships, by field and then by Kazakh term; a concept's number is its place here."""
    return tuple(concept for field, text in _builtin_files() for concept in parse(field, text))


def builtin_faults() -> Iterator[str]:
    """What is wrong in the entries that tilmash ships; nothing, it is hoped."""
    for field, text in _builtin_files():
        yield from faults(field, text)


def counts_by_field() -> Iterator[tuple[str | int, ...]]:
    """For each field of the built-in lexicon, and at last for all: the numbers of concepts and of terms a language."""
    concepts = builtin_concepts()
    for field in (*dict.fromkeys(concept.field for concept in concepts), "all"):
        chosen = [concept for concept in concepts if field in {concept.field, "all"}]
        terms = (sum(len(concept.in_language(language)) for concept in chosen) for language in LANGUAGES)
        yield (field, len(chosen), *terms)


def _builtin_files() -> Iterator[tuple[str, str]]:
    folder = resources.files("aligner.lexicon") / "entries"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".tsv"):
            yield file.name[:-4], file.read_text(encoding="utf-8")


def faults(field: str, text: str) -> Iterator[str]:
    """What is wrong in a TSV file of entries, one line a fault: `field, line 7: …`."""
    lines = text.splitlines()
    if not lines or lines[0] != HEADER:
        yield f"{field}, line 1: the first line must be {HEADER!r}"
    seen: dict[tuple[str, str, str], list[tuple[int, set[str]]]] = {}
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(LANGUAGES) + 1:
            yield f"{field}, line {number}: {len(cells)} columns, expected kk, ru, en and the part of speech"
            continue
        yield from (f"{field}, line {number}: {fault}" for fault in _faults_of(cells))
        key, english = (cells[0].partition(";")[0], cells[1].partition(";")[0], cells[3]), set(_terms(cells[2]))
        told = seen.setdefault(key, [])  # дауыс – голос – voice and дауыс – голос – vote are two senses
        same = next((other for other, terms in told if terms & english), 0)
        if same:
            yield f"{field}, line {number}: the same concept as line {same} ({key[0]} – {key[1]})"
        told.append((number, english))


def _faults_of(cells: list[str]) -> Iterator[str]:
    if cells[-1] not in PARTS_OF_SPEECH:
        yield f"unknown part of speech {cells[-1]!r}"
    for language, cell in zip(LANGUAGES, cells, strict=False):
        terms = _terms(cell)
        if not cell.strip():
            yield f"the {language} side is empty"
        elif "; ".join(terms) != cell or any(term != " ".join(term.split()) for term in terms):
            yield f"stray spaces or separators in {cell!r}; terms are separated by '; '"
        elif len(set(terms)) != len(terms):
            yield f"a term twice in {cell!r}"
        foreign = (term for term in terms if term and not _LETTERS[language].fullmatch(term))
        yield from (f"letters foreign to {language} in {term!r}" for term in foreign)


def _terms(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; "))
