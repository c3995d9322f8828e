"""Looking concepts up by stem: single words and phrases of a segment, in milliseconds after loading."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from aligner.lexicon.english_forms import english_forms
from aligner.lexicon.entries import LANGUAGES, Concept, builtin_concepts
from aligner.lexicon.russian_forms import russian_forms
from aligner.words import stems

INDEX_FILE = "index.tsv"
"""The compiled index, written by `scripts/compile_lexicon.py`: the number of concepts on the first line, a line `= kk` before the
terms of each language, then `stems of a term<TAB>numbers of its concepts`, sorted."""

Phrases = Mapping[str, Mapping[str, str]]
"""For each language the stems of every term (joined by spaces) with the numbers of its concepts (joined by spaces: they
are read as numbers only where a term is found, which halves the time of loading)."""

_OTHER_FORMS = {"ru": russian_forms, "en": english_forms}
"""Forms that the stemmer does not bring to the stem of their word; the Kazakh stemmer knows its words and needs none."""


@dataclass(frozen=True, slots=True)
class ConceptSpan:
    """A run of words (half-open token positions) that is a term, and the numbers of the concepts it may stand for."""

    start: int
    stop: int
    concepts: tuple[int, ...]


class Lexicon:
    """Concepts found by the stems of their terms."""

    def __init__(self, phrases: Phrases, count: int, read_concepts: Callable[[], Sequence[Concept]]) -> None:
        """`count` concepts, in the order of their numbers, are read when first asked for."""
        self._phrases = phrases
        self._count = count
        self._read_concepts = read_concepts

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which concepts can be looked up."""
        return tuple(self._phrases)

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts by number."""
        return tuple(self._read_concepts())

    def stemmed_terms(self, language: str) -> Collection[str]:
        """The stems of every term of a language, joined by spaces."""
        return self._phrases.get(language, {}).keys()

    def spans(self, stemmed: Sequence[str], language: str) -> tuple[ConceptSpan, ...]:
        """The terms in a segment given as stems, from left to right, the longest at each place; they do not overlap."""
        phrases, longest = self._phrases.get(language, {}), self._longest.get(language, {})
        found, place = [], 0
        while place < len(stemmed):
            stop = min(len(stemmed), place + longest.get(stemmed[place], 0))
            while stop > place and " ".join(stemmed[place:stop]) not in phrases:
                stop -= 1
            if stop > place:
                found.append(ConceptSpan(place, stop, _numbers(phrases[" ".join(stemmed[place:stop])])))
            place = max(stop, place + 1)
        return tuple(found)

    def find(self, term: str, language: str) -> tuple[Concept, ...]:
        """The concepts that have this term, in any inflected form; empty when there is none."""
        numbers = self._phrases.get(language, {}).get(" ".join(stems(term, language)), "")
        return tuple(self.concepts[number] for number in _numbers(numbers))

    def extended(self, concepts: Iterable[Concept]) -> "Lexicon":
        """A lexicon of these and further concepts, such as a user's own term base; their numbers follow those of this one."""
        further = tuple(concepts)
        added = index_terms(further, first=self._count)
        phrases = {language: dict(self._phrases.get(language, {})) for language in {**self._phrases, **added}}
        for language, keys in added.items():
            for key, numbers in keys.items():
                phrases[language][key] = f"{phrases[language].get(key, '')} {numbers}".strip()
        return Lexicon(phrases, self._count + len(further), lambda: (*self.concepts, *further))

    @cached_property
    def _longest(self) -> dict[str, dict[str, int]]:
        """For each language the first stems of terms, with the number of words of the longest term that begins so."""
        longest: dict[str, dict[str, int]] = {}
        for language, phrases in self._phrases.items():
            lengths = longest.setdefault(language, {})
            for key in phrases:
                first, _, rest = key.partition(" ")
                lengths[first] = max(lengths.get(first, 1), rest.count(" ") + 2 if rest else 1)
        return longest


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split()))


def index_terms(concepts: Iterable[Concept], first: int = 0) -> dict[str, dict[str, str]]:
    """The phrases of concepts, numbered by their place after `first`."""
    phrases: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for number, concept in enumerate(concepts, start=first):
        for language, terms in zip(LANGUAGES, concept.terms, strict=True):
            for key in _keys(terms, language, concept.part_of_speech):
                phrases[language][key] = f"{phrases[language].get(key, '')} {number}".strip()
    return phrases


def _keys(terms: Iterable[str], language: str, part_of_speech: str) -> set[str]:
    """The stems of the terms and of those of their forms that stemming alone would not bring together."""
    written = [form for term in terms for form in (term, *_other_forms(term, language, part_of_speech))]
    return {" ".join(stems(form, language)) for form in written} - {""}


def _other_forms(term: str, language: str, part_of_speech: str) -> tuple[str, ...]:
    return _OTHER_FORMS[language](term, part_of_speech) if language in _OTHER_FORMS else ()


def written_index(concepts: Sequence[Concept]) -> str:
    """The text of INDEX_FILE."""
    lines = [f"{len(concepts)}\n"]
    for language, keys in index_terms(concepts).items():
        lines.append(f"= {language}\n")
        lines += (f"{key}\t{numbers}\n" for key, numbers in sorted(keys.items()))
    return "".join(lines)


@cache
def builtin_lexicon() -> Lexicon:
    """The lexicon that tilmash ships, ready to look up; loaded once."""
    phrases: dict[str, dict[str, str]] = {}
    text = (resources.files("aligner.lexicon") / INDEX_FILE).read_text(encoding="utf-8")
    count, *parts = text.split("= ")
    for part in parts:
        language, _, lines = part.partition("\n")
        phrases[language] = dict(line.split("\t") for line in lines.splitlines())
    return Lexicon(phrases, int(count), builtin_concepts)


@cache
def icu_lexicon() -> Lexicon:
    """The lexicon that tilmash ships and the names that ICU knows in our three languages; stemmed when first asked for."""
    from aligner.lexicon.icu_names import icu_concepts  # noqa: PLC0415 - ICU is loaded by who asks for its names

    return builtin_lexicon().extended(icu_concepts())
