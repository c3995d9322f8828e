"""Looking concepts up by stem: single words and phrases of a segment, in milliseconds after loading."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib import resources

from aligner.lexicon.english_forms import english_forms
from aligner.lexicon.english_spellings import other_spellings
from aligner.lexicon.entries import LANGUAGES, Concept, builtin_concepts
from aligner.lexicon.russian_forms import russian_forms
from aligner.words import stems

INDEX_FILE = "index.tsv"
"""The compiled index, written by `scripts/compile_lexicon.py`: the number of concepts, on the second line the numbers of function
words, then a line `= kk` before the terms of each language: `stems of a term<TAB>numbers of its concepts`, sorted."""

FUNCTION_WORDS = frozenset({"pron", "conj", "post", "part"})
"""Parts of speech whose words stand in every sentence, so that they say nothing about which sentences translate each other."""

MANY_SENSES = 4
"""A term of more concepts than these says as little."""

Phrases = Mapping[str, Mapping[str, str]]
"""For each language the stems of every term (joined by spaces) with the numbers of its concepts (joined by spaces: they
are read as numbers only where a term is found, which halves the time of loading)."""


@dataclass(frozen=True, slots=True)
class ConceptSpan:
    """A run of words (half-open token positions) that is a term, and the numbers of the concepts it may stand for."""

    start: int
    stop: int
    concepts: tuple[int, ...]


class Lexicon:
    """Concepts found by the stems of their terms."""

    def __init__(
        self,
        name: str,
        phrases: Phrases,
        count: int,
        function_words: frozenset[int],
        read_concepts: Callable[[], Sequence[Concept]],
    ) -> None:
        """`count` concepts, in the order of their numbers, are read when first asked for; some are function words.

        `name` is what the signature of a result calls the lexicon.
        """
        self.name = name
        self._phrases = phrases
        self._count = count
        self._function_words = function_words
        self._read_concepts = read_concepts
        self._told: dict[str, tuple[int, ...]] = {}

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
        """The telling terms in a segment given as stems, from left to right, the longest at each place; they do not overlap.

        Function words and words of many senses are left out.
        """
        return self._runs(stemmed, language, self._telling)

    def all_spans(self, stemmed: Sequence[str], language: str) -> tuple[ConceptSpan, ...]:
        """As `spans`, with every term that the lexicon has."""
        return self._runs(stemmed, language, _numbers)

    def concepts_of(self, term: str, language: str) -> tuple[int, ...]:
        """The concepts of a term given as stems, joined by spaces; none where `spans` would leave it out."""
        return self._telling(self._phrases.get(language, {}).get(term, ""))

    def find(self, term: str, language: str) -> tuple[Concept, ...]:
        """The concepts that have this term, in any inflected form; empty when there is none."""
        numbers = self._phrases.get(language, {}).get(" ".join(stems(term, language)), "")
        return tuple(self.concepts[number] for number in _numbers(numbers))

    def within(self, term: str, language: str) -> tuple[Concept, ...]:
        """The concepts that have this term, in any form, inside a longer one: судебный акт, сила судебного акта for акт."""
        own = " ".join(stems(term, language))
        found = [
            numbers
            for key, numbers in self._phrases.get(language, {}).items()
            if own in key and own != key and f" {own} " in f" {key} "
        ]
        return tuple(self.concepts[number] for number in sorted({one for written in found for one in _numbers(written)}))

    def extended(self, concepts: Iterable[Concept]) -> "Lexicon":
        """A lexicon of these and further concepts, such as a user's own term base; their numbers follow those of this one.

        Concepts that it has already are left out; what translates a function word is taken for one.
        """
        further = tuple(one for one in concepts if not self._has(one))
        if not further:
            return self
        added = index_terms(further, first=self._count)
        phrases = {language: dict(self._phrases.get(language, {})) for language in {**self._phrases, **added}}
        function_words = {*self._function_words, *_function_words(further, first=self._count)}
        for language, keys in added.items():
            for key, numbers in keys.items():
                held = phrases[language].get(key, "")
                if self._function_words.intersection(_numbers(held)):
                    function_words.update(_numbers(numbers))
                phrases[language][key] = f"{held} {numbers}".strip()
        name = f"{self.name}+{len(further)} terms {_digest(further)}"
        return Lexicon(name, phrases, self._count + len(further), frozenset(function_words), lambda: (*self.concepts, *further))

    def _has(self, concept: Concept) -> bool:
        """True when one concept here has every term of this one."""
        sides = zip(LANGUAGES, concept.terms, strict=True)
        keys = ((language, " ".join(stems(term, language))) for language, terms in sides for term in terms)
        found = [set(_numbers(self._phrases.get(language, {}).get(key, ""))) for language, key in keys]
        return not found or bool(set.intersection(*found))

    def _runs(self, stemmed: Sequence[str], language: str, read: Callable[[str], tuple[int, ...]]) -> tuple[ConceptSpan, ...]:
        terms, beginnings = self._phrases.get(language, {}), self._beginnings.get(language, frozenset())
        found: list[ConceptSpan] = []
        place = 0
        while place < len(stemmed):
            at = stop = place
            numbers: tuple[int, ...] = ()
            run = stemmed[at]
            while True:
                at += 1
                if (written := terms.get(run)) and (told := read(written)):
                    stop, numbers = at, told
                if at == len(stemmed) or run not in beginnings:
                    break
                run = f"{run} {stemmed[at]}"
            if numbers:
                found.append(ConceptSpan(place, stop, numbers))
            place = max(stop, place + 1)
        return tuple(found)

    def _telling(self, written: str) -> tuple[int, ...]:
        known = self._told.get(written)
        if known is None:
            numbers = tuple(number for number in _numbers(written) if number not in self._function_words)
            known = self._told[written] = numbers if len(numbers) <= MANY_SENSES else ()
        return known

    @cached_property
    def _beginnings(self) -> dict[str, frozenset[str]]:
        """For each language the runs of stems with which longer terms begin."""
        return {language: frozenset(_beginnings_of(phrases)) for language, phrases in self._phrases.items()}


def _beginnings_of(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        place = key.find(" ")
        while place > 0:
            yield key[:place]
            place = key.find(" ", place + 1)


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split()))


def _digest(concepts: Iterable[Concept]) -> str:
    """A short hash of concepts."""
    return sha256("\n".join(one.line for one in concepts).encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _function_words(concepts: Iterable[Concept], first: int = 0) -> frozenset[int]:
    """The numbers of the concepts that are function words."""
    return frozenset(number for number, one in enumerate(concepts, start=first) if one.part_of_speech in FUNCTION_WORDS)


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
    written = [form for term in terms for form in (term, *other_forms(term, language, part_of_speech))]
    return {" ".join(stems(form, language)) for form in written} - {""}


def other_forms(term: str, language: str, part_of_speech: str) -> tuple[str, ...]:
    """Forms of a term that the stemmer does not bring to its stem; some may be forms that nobody writes. Kazakh needs none."""
    if language == "en":
        return (*english_forms(term, part_of_speech), *other_spellings(term))
    return russian_forms(term, part_of_speech) if language == "ru" else ()


def written_index(concepts: Sequence[Concept]) -> str:
    """The text of INDEX_FILE."""
    lines = [f"{len(concepts)}\n", " ".join(map(str, sorted(_function_words(concepts)))) + "\n"]
    for language, keys in index_terms(concepts).items():
        lines.append(f"= {language}\n")
        lines += (f"{key}\t{numbers}\n" for key, numbers in sorted(keys.items()))
    return "".join(lines)


@cache
def builtin_lexicon() -> Lexicon:
    """The lexicon that tilmash ships, ready to look up; loaded once."""
    phrases: dict[str, dict[str, str]] = {}
    text = (resources.files("aligner.lexicon") / INDEX_FILE).read_text(encoding="utf-8")
    heading, *parts = text.split("= ")
    count, function_words = heading.splitlines()
    for part in parts:
        language, _, lines = part.partition("\n")
        cells = lines.replace("\n", "\t").split("\t")  # at once, which takes half as long as line by line
        phrases[language] = dict(zip(cells[::2], cells[1::2], strict=False))
    return Lexicon("builtin", phrases, int(count), frozenset(_numbers(function_words)), builtin_concepts)


@cache
def icu_lexicon() -> Lexicon:
    """The lexicon that tilmash ships and the names that ICU knows in our three languages; stemmed when first asked for."""
    from aligner.lexicon.icu_concepts import icu_concepts  # noqa: PLC0415 - ICU is loaded by who asks for its names

    return builtin_lexicon().extended(icu_concepts())
