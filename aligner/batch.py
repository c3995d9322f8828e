"""Documents aligned together: their words numbered once, their letters as vectors, what their words offer and want."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

import numpy as np

from aligner.bags import Lexicon, MarkNumbers, StemTable, offered, primary, unit_links, unit_marks
from aligner.beads import Side
from aligner.evidence.coverage import Bag, Links
from aligner.evidence.marks import marks_of
from aligner.evidence.signs import sign_rows
from aligner.learning import Learned, Lesson
from aligner.letters import letter_rows
from aligner.search.lattice import Integers
from aligner.signs.numbers import number_signs
from aligner.texts import Vocabulary, Words, characters
from aligner.vectors import Rows
from aligner.words import fold

Languages = tuple[str, str]
Example = Mapping[str, str]
"""Texts that are known to translate each other, by language, such as an accepted unit of a memory."""

Result = TypeVar("Result")


class Batch:
    """All sides of all documents, prepared for every kind of evidence; [d][s] is side s of document d."""

    def __init__(
        self,
        bitexts: Sequence[tuple[Side, ...]],
        lexicon: Lexicon | None,
        vectors: Sequence[Sequence[Rows]] | None = None,
        examples: Sequence[Example] = (),
    ) -> None:
        self.bitexts = tuple(bitexts)
        self.vectors = vectors
        self._lexicon_languages = frozenset(lexicon.languages) if lexicon is not None else frozenset()
        languages = dict.fromkeys(side.language for sides in bitexts for side in sides)
        self._vocabularies = {language: Vocabulary(language) for language in languages}
        words = self._of_sides(lambda side: self._vocabularies[side.language].read(side.segments))
        self.letters = self._letters(words)
        self.lengths = self._of_sides(characters)
        self.punctuation = self._of_sides(marks_of)
        self.numbers = [sign_rows([_values(side) for side in sides]) for sides in bitexts]
        self.copies = [sign_rows(_copies(sides)) for sides in bitexts]
        self._read_stems(words, lexicon, examples)
        self._links: dict[Languages, Links] = {}

    def _of_sides(self, function: Callable[[Side], Result]) -> list[list[Result]]:
        return [[function(side) for side in sides] for sides in self.bitexts]

    def _letters(self, words: list[list[Words]]) -> list[list[Rows]]:
        flat = [
            (self._vocabularies[side.language], read)
            for sides, row in zip(self.bitexts, words, strict=True)
            for side, read in zip(sides, row, strict=True)
        ]
        rows = iter(letter_rows(flat)) if flat else iter(())
        return [[next(rows) for _ in sides] for sides in self.bitexts]

    def _read_stems(self, words: list[list[Words]], lexicon: Lexicon | None, examples: Sequence[Example]) -> None:
        self._tables = {language: StemTable(known, lexicon) for language, known in self._vocabularies.items()}
        self._numbers = MarkNumbers()
        read = [
            [self._tables[side.language].read(row) for side, row in zip(sides, rows, strict=True)]
            for sides, rows in zip(self.bitexts, words, strict=True)
        ]
        self.stems = [[stems for stems, _ in row] for row in read]
        self._units = [[units for _, units in row] for row in read]
        self.lessons = list(self._lessons(examples)) if examples else []
        marks = {language: unit_marks(table, self._numbers) for language, table in self._tables.items()}
        self._own_mark = {language: own for language, (_, own) in marks.items()}
        self._offered = [
            [offered(units, marks[side.language][0]) for side, units in zip(sides, row, strict=True)]
            for sides, row in zip(self.bitexts, self._units, strict=True)
        ]
        self._weights = {language: table.unit_weights() for language, table in self._tables.items()}

    def _lessons(self, examples: Sequence[Example]) -> Iterator[tuple[Languages, Lesson]]:
        """What the examples teach every two languages of the batch."""
        stems = {language: self._stems_of(language, examples) for language in self._vocabularies}
        for first, second in combinations(stems, 2):
            for place, words in stems[first].items():
                if place in stems[second]:
                    yield (first, second), Lesson(words, stems[second][place], 1.0)

    def _stems_of(self, language: str, examples: Sequence[Example]) -> dict[int, Integers]:
        """The stems of the examples that have a language, by their place."""
        places = [place for place, example in enumerate(examples) if language in example]
        words = self._vocabularies[language].read([examples[place][language] for place in places])
        read, _ = self._tables[language].read(words)
        return {place: read.of(row) for row, place in enumerate(places)}

    def knows(self, languages: Languages) -> bool:
        """Whether the lexicon handed in has both languages."""
        return self._lexicon_languages.issuperset(map(primary, languages))

    def languages(self, document: int, sides: tuple[int, int]) -> Languages:
        """The languages of two sides."""
        first, second = (self.bitexts[document][side].language for side in sides)
        return first, second

    def teach(self, languages: Languages, learned: Learned) -> None:
        """Keep what was learned between the stems of two languages, for both directions."""
        for here, there, own, other in (
            (languages[0], languages[1], learned.first, learned.second),
            (languages[1], languages[0], learned.second, learned.first),
        ):
            marks = np.array(self._own_mark[there], dtype=np.int64)[other]
            taught: dict[int, list[tuple[int, float, float]]] = {}
            for stem, *link in zip(own.tolist(), marks.tolist(), learned.strength.tolist(), learned.votes.tolist(), strict=True):
                taught.setdefault(stem, []).append((link[0], link[1], link[2]))
            self._links[here, there] = unit_links(self._tables[here], self._numbers, taught)

    def links(self, languages: Languages) -> Links:
        """What translates the units of the first language into the second."""
        if languages not in self._links:
            self._links[languages] = unit_links(self._tables[languages[0]], self._numbers, {})
        return self._links[languages]

    def bag(self, document: int, side: int, taught: Integers) -> Bag:
        """One side as the lexicons see it."""
        units = self._units[document][side]
        weights = self._weights[self.bitexts[document][side].language]
        return Bag(units, weights[units.ids], self._offered[document][side], taught)


def _values(side: Side) -> list[list[str]]:
    """The numbers of every segment, in canonical form."""
    return [
        [str(sign.value) for sign in number_signs(text, side.language)] if any(map(str.isdigit, text)) else []
        for text in side.segments
    ]


def _copies(sides: tuple[Side, ...]) -> list[list[list[str]]]:
    """The whole segment where it stands untranslated on another side too, as names, quotations and readers' comments do."""
    folded = [[" ".join(fold(text).split()) for text in side.segments] for side in sides]
    known = Counter(text for side in folded for text in set(side))
    return [[[text] if known[text] > 1 and any(map(str.isalpha, text)) else [] for text in side] for side in folded]
