"""What a person types in a concordance search, turned into words to look up and places to mark.

`келісім` finds every form of the word, `"келісім"` or `--exact` this form only, `келіс*` words that begin so, `*лік` and `*сім*`
words that contain it; several words stand one after another. With `--regex` every part between spaces is an expression for
one word.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from aligner.words import fold, token_spans
from alignments.errors import AlignmentsError
from alignments.index.inflection import inflected
from alignments.index.queries import WordQuery
from alignments.index.recipe import index_words
from alignments.index.respelling import respelt
from alignments.index.search_index import MOST_FORMS, SearchIndex

LONGEST_QUERY = 1_000
"""Letters of a query; a longer one is a text for `match`, not a word to look up."""


@dataclass(frozen=True, slots=True)
class WordSearch:
    """A query and the test that finds its places in a text.

    `is_verbatim` says that the memory has every word just as it was typed; `missing` are the words typed where it has them in
    no form; `taken` the spellings with Kazakh letters that were taken for words typed without them.
    """

    query: WordQuery
    tests: tuple[Callable[[str], bool], ...]
    is_verbatim: bool = False
    missing: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Half-open code point offsets of every occurrence, none inside another."""
        tokens = token_spans(text)
        found = self.found_among([word for word, _, _ in tokens])
        return ((tokens[first][1], tokens[last - 1][2]) for first, last in found)

    def found_among(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """As `places`, as half-open runs of folded words."""
        length, (opening, *rest) = len(self.tests), self.tests
        reached = 0
        for first in range(len(words) - length + 1):
            if (
                first >= reached
                and opening(words[first])
                and all(test(words[first + offset]) for offset, test in enumerate(rest, start=1))
            ):
                reached = first + length
                yield first, reached


def parse_search(index: SearchIndex, text: str, language: str, *, exact: bool = False, regex: bool = False) -> WordSearch:
    """The search a text asks for. Raises AlignmentsError for one without words, too long, or with a broken expression."""
    if len(text) > LONGEST_QUERY:
        raise AlignmentsError(f"the query has {len(text):,} letters; give a word or phrase of at most {LONGEST_QUERY:,}")
    if regex:
        return _expressions(index, text, language)
    quoted = re.fullmatch(r'\s*["“«](.+)["”»]\s*', text)
    words = (quoted[1] if quoted else text).split()
    if any("*" in word for word in words):
        return _wildcards(index, words, language)
    return _plain(index, text, language, exact=exact or quoted is not None)


def _plain(index: SearchIndex, text: str, language: str, *, exact: bool) -> WordSearch:
    words = index_words(text)
    if not words:
        raise AlignmentsError(f"{text!r}: no word in it; give a word or a phrase")
    if exact:
        return WordSearch(WordQuery(language, tuple((word,) for word in words)), tuple(map(_same, words)))
    search = _inflected(index, [(word,) for word in words], language)
    if not index.has(search.query):
        return replace(search, missing=words)
    return replace(search, is_verbatim=index.vocabulary.known(language, words).issuperset(words))


def with_kazakh_letters(index: SearchIndex, search: WordSearch) -> WordSearch:
    """A search that finds nothing with its words as people without Kazakh letters type them, `келисим` for келісім."""
    language = search.query.language
    spellings = [respelt(index.vocabulary, word, language) for word in search.missing]
    if not spellings or not all(spellings):
        return search
    other = _inflected(index, spellings, language)
    taken = (spelling for word, found in zip(search.missing, spellings, strict=True) for spelling in found if spelling != word)
    return replace(other, taken=tuple(taken)) if index.has(other.query) else search


def _inflected(index: SearchIndex, words: Sequence[tuple[str, ...]], language: str) -> WordSearch:
    """A search for all forms; their places are found by those that the memory has, for stemming every word of a page is slow."""
    query, vocabulary = inflected(index.vocabulary, words, language), index.vocabulary
    forms = [vocabulary.all_forms(language, slot) if query.of_stems else slot for slot in query.slots]
    return WordSearch(query, tuple(_among(frozenset(slot)) for slot in forms))


def _wildcards(index: SearchIndex, words: list[str], language: str) -> WordSearch:
    """Words with `*`: the beginning of the last word is looked up as such, everything else among the known words."""
    if sum(1 for word in words if word.strip("*")) < len(words):
        raise AlignmentsError("a * alone stands for every word; put letters beside it")
    folded = [fold(word) for word in words]
    beginning = folded[-1][:-1]
    if (
        folded[-1].endswith("*")
        and not any("*" in word for word in [*folded[:-1], beginning])
        and index_words(beginning) == (beginning,)
    ):
        slots = tuple((word,) for word in [*folded[:-1], beginning])
        tests = (*map(_same, folded[:-1]), _begins(beginning))
        return WordSearch(WordQuery(language, slots, is_prefix=True), tests)
    fitting = index.vocabulary.fitting
    return _alternatives([fitting(language, word, MOST_FORMS) if "*" in word else (word,) for word in folded], language)


def _expressions(index: SearchIndex, text: str, language: str) -> WordSearch:
    parts = text.split()
    if not parts:
        raise AlignmentsError("the expression is empty; give one such as келіс(ім|у).*")
    return _alternatives([index.vocabulary.matching(language, part, MOST_FORMS) for part in parts], language)


def _alternatives(slots: Sequence[tuple[str, ...]], language: str) -> WordSearch:
    """A search for any of the words at each place."""
    return WordSearch(WordQuery(language, tuple(slots)), tuple(_among(frozenset(slot)) for slot in slots))


def _same(word: str) -> Callable[[str], bool]:
    return lambda token: token == word


def _begins(beginning: str) -> Callable[[str], bool]:
    return lambda token: token.startswith(beginning)


def _among(words: frozenset[str]) -> Callable[[str], bool]:
    return lambda token: token in words
