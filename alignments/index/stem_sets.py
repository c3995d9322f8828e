"""Which texts have one of several stems and meet conditions on stems, by the postings: a few rows say it of a whole memory.

PostgreSQL's own index leads to texts only by reading each, and those of different languages stand in different tables.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from alignments.index.postings import Postings
from alignments.index.queries import Condition, WordQuery
from alignments.index.recipe import PLACE_BITS, WHOLE_VARIANT
from alignments.index.stem_marks import LONGEST
from alignments.index.vocabulary import Vocabulary
from corpus.storage.database import Database


class StemSets:
    """Reads the variants of stems."""

    def __init__(self, database: Database, vocabulary: Vocabulary) -> None:
        self._postings, self._vocabulary = Postings(database), vocabulary

    def meeting(self, query: WordQuery, name: str, conditions: Sequence[tuple[Condition, str]]) -> NDArray[np.int64] | None:
        """The variants that have one of the stems and meet the conditions, in the order of storing.

        None where marks of stems are not enough: two share one, or the vocabulary is not counted.
        """
        own = self._variants(query, name)
        for condition, table in conditions:
            others = self._variants(condition.query, table)
            if own is None or others is None:
                return None
            own = own[np.isin(own >> PLACE_BITS, others >> PLACE_BITS, invert=condition.is_negated)]
        return own

    def _variants(self, query: WordQuery, name: str) -> NDArray[np.int64] | None:
        counts = self._vocabulary.stem_counts(query.language, query.slots[0])
        read = self._postings.read(name, [[stem] for stem in counts], [(0, LONGEST)] * len(counts)) if counts else ()
        parts = list(read)
        if [len(part) for part in parts] != list(counts.values()):
            return None
        variants: NDArray[np.int64] = np.unique(np.concatenate([np.empty(0, np.int64), *parts]) & WHOLE_VARIANT)
        return variants
