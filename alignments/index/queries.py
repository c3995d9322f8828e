"""What is asked of the index: words or stems, one after another."""

from dataclasses import dataclass
from itertools import product

from alignments.errors import AlignmentsError

MOST_PHRASES = 500
"""Phrases that one query may stand for; words found by a wildcard beyond it are left out, the rarest first."""

Slot = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordQuery:
    """Words in a row in texts of one language; a slot holds the alternatives of one word.

    `of_stems` asks for stems instead of words; `is_prefix` makes the words of the last slot beginnings of words.
    """

    language: str
    slots: tuple[Slot, ...]
    of_stems: bool = False
    is_prefix: bool = False

    @property
    def is_one_word(self) -> bool:
        """True when it asks for one word, whatever its forms."""
        return len(self.slots) == 1

    @property
    def is_one_term(self) -> bool:
        """True when it asks for a single word or stem."""
        return self.is_one_word and len(self.slots[0]) == 1 and not self.is_prefix

    @property
    def is_empty(self) -> bool:
        """True when nothing can match it."""
        return not self.slots or not all(self.slots)

    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """Every row of words the query stands for. Raises AlignmentsError when these are too many."""
        count = 1
        for slot in self.slots:
            count *= len(slot)
        if count > MOST_PHRASES:
            raise AlignmentsError(
                f"the words stand for {count:,} phrases, more than {MOST_PHRASES}; make the parts with * longer"
            )
        return tuple(product(*self.slots))


@dataclass(frozen=True, slots=True)
class Condition:
    """Another variant of the same unit must have (or, negated, must not have) these words."""

    query: WordQuery
    is_negated: bool = False


@dataclass(frozen=True, slots=True)
class Hits:
    """The first variants found in the order of storing, and how many there are: exactly, or at most when `is_at_most`."""

    variants: tuple[int, ...] = ()
    total: int = 0
    is_at_most: bool = False
