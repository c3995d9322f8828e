"""Documents aligned together: the segments of each language read at once, and what every side holds of it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Protocol, TypeVar

import numpy as np

from aligner.bags import LexiconLike, MarkNumbers, Reading, StemTable, learned_links, primary
from aligner.beads import Side
from aligner.characters import count_kinds, folded_lines
from aligner.evidence.coverage import Bag, Links, joined_links
from aligner.evidence.marks import COUNTED, marks_of
from aligner.evidence.signs import signs_of
from aligner.learning import Learned, Lesson
from aligner.letter_grams import letter_rows
from aligner.search.lattice import Band, Floats, Integers, cells_within, full_band
from aligner.signs.numbers import number_values
from aligner.texts import Vocabulary
from aligner.vectors import Rows, measured, products

Languages = tuple[str, str]
Example = Mapping[str, str]
"""Texts that are known to translate each other, by language, such as an accepted unit of a memory."""

_DIGITS = re.compile("[\\d\u00b9\u00b2\u00b3\u2070\u2074-\u2089]")
"""A digit, be it raised or lowered."""

_SPACE, _DIGIT, _OTHER = range(len(COUNTED), len(COUNTED) + 3)
"""Kinds of characters that are counted, beside those of marks."""

KEPT = 128
"""Segments of a side up to which the letters of all of them are compared with all of the other side."""

Result = TypeVar("Result")
Part_co = TypeVar("Part_co", covariant=True)


class Parted(Protocol[Part_co]):
    """What can be read by runs of segments."""

    def part(self, rows: slice) -> Part_co:
        """Some of the segments."""


class Batch:
    """All sides of all documents, prepared for every kind of evidence; [d][s] is side s of document d.

    The segments of a language are read together, those of all sides and behind them the examples.
    """

    def __init__(
        self,
        bitexts: Sequence[tuple[Side, ...]],
        lexicon: LexiconLike | None,
        vectors: Sequence[Sequence[Rows]] | None = None,
        examples: Sequence[Example] = (),
    ) -> None:
        self.bitexts = tuple(bitexts)
        self.vectors = None if vectors is None else [list(map(measured, sides)) for sides in vectors]
        self._lexicon_languages = frozenset(lexicon.languages) if lexicon is not None else frozenset()
        texts: dict[str, list[str]] = {side.language: [] for sides in bitexts for side in sides}
        self._rows = [[_appended(texts[side.language], side.segments) for side in sides] for sides in bitexts]
        counts = {language: count_kinds(held, _kind_of, _OTHER + 1) for language, held in texts.items()}
        self.lengths = self._of_sides(lambda side, rows: _lengths(counts[side.language][:, rows]))
        self.punctuation = self._of_sides(lambda side, rows: marks_of(side.segments, counts[side.language][: len(COUNTED), rows]))
        values = self._of_sides(lambda side, rows: _values(side, counts[side.language][_DIGIT, rows]))
        self.numbers = list(map(signs_of, values))
        lines = {language: folded_lines(held) for language, held in texts.items()}
        self.copies = [signs_of(_copies(sides)) for sides in self._of_sides(lambda side, rows: lines[side.language][rows])]
        self._read(lines, lexicon, examples)
        self._links: dict[Languages, Links] = {}
        self._products: dict[tuple[int, int, int], Floats] = {}

    def _of_sides(self, function: Callable[[Side, slice], Result]) -> list[list[Result]]:
        """What a function says of every side and the run of its segments among those of its language."""
        return [
            [function(side, rows) for side, rows in zip(sides, held, strict=True)]
            for sides, held in zip(self.bitexts, self._rows, strict=True)
        ]

    def _read(self, lines: Mapping[str, list[str]], lexicon: LexiconLike | None, examples: Sequence[Example]) -> None:
        """Read every language: its letters, its stems, and what the lexicons see in it."""
        own = {language: slice(0, len(held)) for language, held in lines.items()}
        rows = {language: _appended_examples(held, language, examples) for language, held in lines.items()}
        vocabularies = {language: Vocabulary(language) for language in lines}
        words = {language: vocabularies[language].read(held) for language, held in lines.items()}
        letters = letter_rows([(vocabularies[language], words[language].part(own[language])) for language in lines])
        self.letters = self._parts(dict(zip(lines, map(measured, letters), strict=True)))
        tables = {language: StemTable(vocabularies[language], words[language], lexicon) for language in lines}
        self.stems = self._parts({language: table.stem_words for language, table in tables.items()})
        self.lessons = list(_example_lessons(tables, rows))
        numbers = MarkNumbers(tables.values())
        self._readings = {language: Reading(table, numbers) for language, table in tables.items()}
        self.places_of_marks = np.full(len(numbers), -1, dtype=np.int32)

    def _parts(self, texts: Mapping[str, Parted[Result]]) -> list[list[Result]]:
        """What each side holds of its language."""
        return self._of_sides(lambda side, rows: texts[side.language].part(rows))

    def knows(self, languages: Languages) -> bool:
        """Whether the lexicon handed in has both languages."""
        return self._lexicon_languages.issuperset(map(primary, languages))

    def languages(self, document: int, sides: tuple[int, int]) -> Languages:
        """The languages of two sides."""
        first, second = (self.bitexts[document][side].language for side in sides)
        return first, second

    def teach(self, languages: Languages, learned: Learned) -> None:
        """Keep what was learned between the stems of two languages, for both directions."""
        first, second = (self._readings[language] for language in languages)
        for here, there, stems, others in (
            (first, second, learned.first, learned.second),
            (second, first, learned.second, learned.first),
        ):
            taught = learned_links(here.table, stems, there.own_marks[others], learned)
            self._links[here.table.language, there.table.language] = joined_links(here.links, taught)

    def links(self, languages: Languages) -> Links:
        """What translates the units of the first language into the second."""
        return self._links.get(languages, self._readings[languages[0]].links)

    def letter_products(self, document: int, sides: tuple[int, int], band: Band) -> Floats:
        """The products of the letters of two sides, one a node of a band; of short sides all are worked out once and kept."""
        first, second = (self.letters[document][side].rows for side in sides)
        if max(band.lengths) > KEPT:
            return products(band, first, second)
        held = self._products.get((document, *sides))
        if held is None:
            held = self._products[document, *sides] = products(full_band(*band.lengths), first, second)
        return cells_within(band, held)

    def bag(self, document: int, side: int, taught: Integers) -> Bag:
        """One side as the lexicons see it."""
        reading, rows = self._readings[self.bitexts[document][side].language], self._rows[document][side]
        return Bag(reading.units.part(rows), reading.weights, reading.sums[rows], reading.marks.part(rows), taught)


def _appended(lines: list[str], more: Sequence[str]) -> slice:
    """Put more lines behind those that are there; the run of them."""
    lines += more
    return slice(len(lines) - len(more), len(lines))


def _appended_examples(lines: list[str], language: str, examples: Sequence[Example]) -> dict[int, int]:
    """Put the examples in a language behind its lines; the line of each by its place."""
    places = [place for place, example in enumerate(examples) if language in example]
    held = _appended(lines, folded_lines(examples[place][language] for place in places))
    return dict(zip(places, range(held.start, held.stop), strict=True))


def _example_lessons(
    tables: Mapping[str, StemTable], rows: Mapping[str, Mapping[int, int]]
) -> Iterator[tuple[Languages, Lesson]]:
    """What the examples teach every two languages of the batch."""
    for first, second in combinations(tables, 2):
        for place, row in rows[first].items():
            if place in rows[second]:
                stems, others = tables[first].stem_words, tables[second].stem_words
                other = rows[second][place]
                yield (first, second), Lesson(stems.run(row, row + 1), others.run(other, other + 1), 1.0)


def _kind_of(character: str) -> int:
    """The kind as which a character is counted."""
    if character == " ":
        return _SPACE
    if _DIGITS.match(character):
        return _DIGIT
    return next((kind for kind, marks in enumerate(COUNTED) if character in marks), _OTHER)


def _lengths(counts: Integers) -> Floats:
    """The length of every segment in letters, spaces left out; at least 1."""
    lengths: Floats = np.maximum(1, counts.sum(axis=0) - counts[_SPACE]).astype(np.float32)
    return lengths


def _values(side: Side, digits: Integers) -> list[Sequence[str]]:
    """The numbers of every segment that has digits, in canonical form."""
    return [
        number_values(text, side.language) if count else () for text, count in zip(side.segments, digits.tolist(), strict=True)
    ]


def _copies(sides: Sequence[Sequence[str]]) -> list[list[Sequence[str]]]:
    """The whole segment where it stands untranslated on another side too, as names, quotations and readers' comments do.

    Only segments that begin with the same word as one of another side are looked at whole.
    """
    first = [[(text.split(None, 1) or [""])[0] for text in side] for side in sides]
    begun = Counter(word for side in first for word in set(side))
    spaced = [
        [" ".join(text.split()) if begun[word] > 1 else "" for text, word in zip(side, words, strict=True)]
        for side, words in zip(sides, first, strict=True)
    ]
    known = Counter(text for side in spaced for text in set(side))
    return [[[text] if known[text] > 1 and any(map(str.isalpha, text)) else () for text in side] for side in spaced]
