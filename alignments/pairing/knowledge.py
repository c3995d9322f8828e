"""What a memory teaches the aligner: the user's own terms beside the built-in lexicon, and the units that were accepted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from aligner import signature
from aligner.batch import Example
from aligner.lexicon import Concept, Lexicon, builtin_lexicon
from aligner.lexicon.entries import LANGUAGES
from alignments.memory import Memory
from alignments.selection import Selection
from alignments.units import Status, TermEntry
from corpus.languages import primary_language

MOST_EXAMPLES = 2_000
"""Accepted units that are learned from: more of them take longer than the documents to be aligned."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known before a document is looked at; without a memory it is the built-in lexicon."""

    lexicon: Lexicon = field(default_factory=builtin_lexicon)
    examples: tuple[Example, ...] = ()

    @property
    def recipe(self) -> str:
        """The signature of what is aligned with this knowledge."""
        return str(signature(lexicon=self.lexicon, examples=self.examples))


def knowledge_of(memory: Memory) -> Knowledge:
    """The terms and the accepted units of a memory as evidence for the aligner."""
    accepted = memory.store.units(Selection(statuses=(Status.ACCEPTED,)))
    examples = ({variant.language: variant.text for variant in unit.variants} for unit in accepted if len(unit.languages) > 1)
    return Knowledge(extended_by(memory.store.terms()), tuple(islice(examples, MOST_EXAMPLES)))


def extended_by(entries: Iterable[TermEntry]) -> Lexicon:
    """The built-in lexicon with term entries beside its own."""
    return builtin_lexicon().extended(_concepts(entries))


def _concepts(entries: Iterable[TermEntry]) -> Iterator[Concept]:
    """The entries that translate something between the languages of the lexicon."""
    for entry in entries:
        kk, ru, en = (
            tuple(term for language, term in entry.terms if primary_language(language) == spoken) for spoken in LANGUAGES
        )
        if sum(map(bool, (kk, ru, en))) > 1:
            yield Concept(entry.subject, entry.part_of_speech, (kk, ru, en))
