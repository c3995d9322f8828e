"""Terms found in texts in any inflected form, and whether a text has one of the terms of the same concept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from aligner.words import stems
from alignments.inspection.views import TextView
from alignments.units import TermEntry
from corpus.languages import primary_language

Stems = tuple[str, ...]

ALIKE = 4
"""Letters that a word derived from a term has in common with it."""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term in a text: the entry, and code point offsets."""

    entry: TermEntry
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Termbase:
    """Entries that can be looked up by the first stem of each of their terms."""

    by_first: dict[str, dict[str, list[tuple[Stems, TermEntry]]]] = field(default_factory=dict)

    def find(self, text: TextView) -> Iterator[FoundTerm]:
        """The terms that stand in a text, the longest at each place."""
        known = self.by_first.get(text.primary)
        if not known:
            return
        place = 0
        while place < len(text.stems):
            fitting = [
                (len(term), entry)
                for term, entry in known.get(text.stems[place], ())
                if tuple(text.stems[place : place + len(term)]) == term
            ]
            if fitting:
                length = max(length for length, _ in fitting)
                start, stop = text.tokens[place][1], text.tokens[place + length - 1][2]
                yield from (FoundTerm(entry, start, stop) for size, entry in fitting if size == length)
                place += length - 1
            place += 1

    @staticmethod
    def has(text: TextView, entry: TermEntry) -> bool:
        """True when a term of the entry stands in the text, in any form; also when it has none in this language."""
        terms = [term for language, term in entry.terms if primary_language(language) == text.primary]
        return not terms or any(_stands_in(stems(term, text.primary), text) for term in terms)


def _stands_in(term: Sequence[str], text: TextView) -> bool:
    """True when the text has every stem of the term, or a word that begins like it: «индонезийский» for «Индонезия»."""
    if set(text.stems).issuperset(term):
        return True
    return all(len(stem) > 2 and any(word.startswith(stem[:ALIKE]) for word in text.words) for stem in term)


def termbase_of(entries: Iterable[TermEntry]) -> Termbase:
    """Entries made ready for looking up."""
    by_first: dict[str, dict[str, list[tuple[Stems, TermEntry]]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        for language, term in entry.terms:
            primary = primary_language(language)
            if stemmed := tuple(stems(term, primary)):
                by_first[primary][stemmed[0]].append((stemmed, entry))
    return Termbase({language: dict(terms) for language, terms in by_first.items()})
