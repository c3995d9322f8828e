"""Looking concepts up by stem: single words and phrases of a segment, in milliseconds after loading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from aligner.lexicon.entries import LANGUAGES, Concept, builtin_concepts
from aligner.words import stems

INDEX_FILE = "index.tsv"
"""The compiled index: `language<TAB>stems of a term<TAB>numbers of its concepts`; `scripts/compile_lexicon.py` writes it."""


@dataclass(frozen=True, slots=True)
class ConceptSpan:
    """A run of words (half-open token positions) that is a term, and the numbers of the concepts it may stand for."""

    start: int
    stop: int
    concepts: tuple[int, ...]


class Lexicon:
    """Concepts found by the stems of their terms; `phrases[language]` maps space-joined stems to concept numbers."""

    def __init__(self, phrases: Mapping[str, Mapping[str, tuple[int, ...]]], concepts: Sequence[Concept] | None = None) -> None:
        self._phrases = phrases
        self._given = concepts
        self._longest = {
            language: max((key.count(" ") + 1 for key in keys), default=0) for language, keys in phrases.items()
        }

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which concepts can be looked up."""
        return tuple(self._phrases)

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """All concepts by number; the built-in ones are read when first asked for."""
        return tuple(self._given) if self._given is not None else builtin_concepts()

    def spans(self, stemmed: Sequence[str], language: str) -> tuple[ConceptSpan, ...]:
        """The terms in a segment given as stems, from left to right, the longest at each place; they do not overlap."""
        phrases, longest = self._phrases.get(language, {}), self._longest.get(language, 0)
        found, place = [], 0
        while place < len(stemmed):
            for stop in range(min(len(stemmed), place + longest), place, -1):
                numbers = phrases.get(" ".join(stemmed[place:stop]))
                if numbers is not None:
                    found.append(ConceptSpan(place, stop, numbers))
                    place = stop - 1
                    break
            place += 1
        return tuple(found)

    def find(self, term: str, language: str) -> tuple[Concept, ...]:
        """The concepts that have this term, in any inflected form; empty when there is none."""
        numbers = self._phrases.get(language, {}).get(" ".join(stems(term, language)), ())
        return tuple(self.concepts[number] for number in numbers)


def index_terms(concepts: Iterable[Concept]) -> dict[str, dict[str, tuple[int, ...]]]:
    """For each language the stems of every term with the numbers of its concepts, by place in `concepts`."""
    phrases: dict[str, dict[str, tuple[int, ...]]] = {language: {} for language in LANGUAGES}
    for number, concept in enumerate(concepts):
        for language, terms in zip(LANGUAGES, concept.terms, strict=True):
            for key in {" ".join(stems(term, language)) for term in terms} - {""}:
                phrases[language][key] = (*phrases[language].get(key, ()), number)
    return phrases


def written_index(phrases: Mapping[str, Mapping[str, tuple[int, ...]]]) -> str:
    """The index as the text of INDEX_FILE, sorted."""
    rows = ((language, key, numbers) for language, keys in phrases.items() for key, numbers in sorted(keys.items()))
    return "".join(f"{language}\t{key}\t{' '.join(map(str, numbers))}\n" for language, key, numbers in rows)


@cache
def builtin_lexicon() -> Lexicon:
    """The lexicon that tilmash ships, ready to look up; loaded once."""
    phrases: dict[str, dict[str, tuple[int, ...]]] = {language: {} for language in LANGUAGES}
    text = (resources.files("aligner.lexicon") / INDEX_FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        language, key, numbers = line.split("\t")
        phrases[language][key] = tuple(map(int, numbers.split()))
    return Lexicon(phrases)
