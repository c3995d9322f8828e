"""Key word in context with its aligned translations, from a memory of any size."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest

from alignments.concordance.order import ordered
from alignments.concordance.query import WordSearch, parse_search, with_kazakh_letters
from alignments.index.queries import Condition
from alignments.index.recipe import place_in_unit, unit_number
from alignments.index.search_index import SearchIndex
from alignments.store import Store, of_one_moment
from alignments.units import ConcordanceLine, TranslationUnit, Variant
from corpus.languages import working_first

EVERY = 1_000_000_000
"""More segments than any memory has."""

MOST_SORTED = 250
"""Segments that are put in the order of their contexts together: of more, the first so many in the order of storing come first,
then the next, so that every segment stands on one page; a longer page is sorted whole."""


@dataclass(frozen=True, slots=True)
class ConcordanceRequest:
    """What to look for and what to show.

    `language` is the text's (found out when empty); `show` the languages of the translations, all when empty; `where` pairs
    of language and text that the translation must have, or must not have when the text begins with `!`; `sort` is `right`,
    `left` or `position`; `first` and `limit` count segments; of a `sample` above 0 so many are drawn from all of them instead.
    """

    text: str
    language: str = ""
    show: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    exact: bool = False
    regex: bool = False
    sort: str = "right"
    first: int = 0
    limit: int = 50
    sample: int = 0


@dataclass(frozen=True, slots=True)
class ConcordancePage:
    """The lines of one page, the language searched, and how many segments there are in all (at most, when `is_at_most`).

    `taken` are the spellings taken for words typed without Kazakh letters; `sorted_segments` how many segments are sorted
    together; `is_excluded` that there would be some without the conditions on the translations.
    """

    lines: tuple[ConcordanceLine, ...]
    language: str
    total: int
    taken: tuple[str, ...]
    sorted_segments: int
    is_at_most: bool = False
    is_excluded: bool = False


@of_one_moment
def concordance(store: Store, request: ConcordanceRequest) -> ConcordancePage:
    """One page of a concordance."""
    language, search = _search(store, request)
    conditions = [_condition(store, request, *given) for given in request.where]
    if request.sample:
        return _sampled(store, request, language, search, conditions)
    together = max(request.limit, 1 if request.sort == "position" else MOST_SORTED)
    start, wanted = request.first // together * together, request.first + request.limit
    hits = store.index.first(search.query, conditions, limit=-(-wanted // together) * together)
    variants: list[int] = []
    for place in range(start, len(hits.variants), together):
        variants += _in_order(store, hits.variants[place : place + together], search, language, request.sort)
    lines = _lines(store, variants[request.first - start : wanted - start], search, language, request)
    is_excluded = bool(conditions) and not hits.total and store.index.has(search.query)
    return ConcordancePage(lines, language, hits.total, search.taken, min(hits.total, together), hits.is_at_most, is_excluded)


def _sampled(
    store: Store, request: ConcordanceRequest, language: str, search: WordSearch, conditions: Sequence[Condition]
) -> ConcordancePage:
    """So many segments drawn by lot: the same each time, and most of them again when the memory has grown."""
    hits = store.index.first(search.query, conditions, limit=EVERY)
    drawn = _in_order(store, sorted(nsmallest(request.sample, hits.variants, key=_lot)), search, language, request.sort)
    lines = _lines(store, drawn, search, language, request)
    return ConcordancePage(lines, language, len(hits.variants), search.taken, len(hits.variants))


def _lot(variant: int) -> bytes:
    return blake2b(variant.to_bytes(8), digest_size=8).digest()


@of_one_moment
def count_segments(store: Store, request: ConcordanceRequest) -> int:
    """How many segments a concordance has, counted one by one where it need be."""
    _, search = _search(store, request)
    return store.index.count(search.query, [_condition(store, request, *given) for given in request.where])


def _search(store: Store, request: ConcordanceRequest) -> tuple[str, WordSearch]:
    """The search in the language given, or in the one where the text is most frequent.

    A language that has the words as typed comes first, then one that has them with Kazakh letters, then one with other forms.
    """
    given = (request.language,) if request.language else ()
    store.index.require((*given, *request.show, *(language for language, _ in request.where)))
    index, candidates = store.index, given or working_first(store.index.languages())
    searches = [parse_search(index, request.text, name, exact=request.exact, regex=request.regex) for name in candidates]
    if not any(search.is_verbatim for search in searches):
        searches = [with_kazakh_letters(index, search) for search in searches]
    found = searches[0] if len(searches) == 1 else max(searches, key=lambda search: _rank(index, search))
    return found.query.language, found


def _rank(index: SearchIndex, search: WordSearch) -> tuple[bool, bool, bool, int]:
    """Whether it finds anything, the words as typed, or with Kazakh letters; and how often."""
    count = index.first(search.query, limit=1).total
    return count > 0, search.is_verbatim, bool(search.taken), count


def _condition(store: Store, request: ConcordanceRequest, language: str, text: str) -> Condition:
    is_negated = text.startswith("!")
    wanted = text.removeprefix("!").strip()
    search = parse_search(store.index, wanted, language, exact=request.exact)
    return Condition(with_kazakh_letters(store.index, search).query, is_negated)


def _in_order(store: Store, variants: Sequence[int], search: WordSearch, language: str, sort: str) -> Sequence[int]:
    if sort == "position":
        return variants
    return ordered(variants, store.texts(variants), search, language, from_left=sort == "left")


def _lines(
    store: Store, variants: Sequence[int], search: WordSearch, language: str, request: ConcordanceRequest
) -> tuple[ConcordanceLine, ...]:
    units = store.numbered_units(sorted({unit_number(variant) for variant in variants}))
    lines: list[ConcordanceLine] = []
    for variant in variants:
        unit = units.get(unit_number(variant))
        if unit is not None:
            lines += _lines_of_unit(unit, unit.variants[place_in_unit(variant)], search, language, request.show)
    return tuple(lines)


def _lines_of_unit(
    unit: TranslationUnit, variant: Variant, search: WordSearch, language: str, show: tuple[str, ...]
) -> list[ConcordanceLine]:
    translations = tuple(
        (other.language, other.text)
        for other in _as_shown(unit, show)
        if other is not variant and (other.language in show if show else other.language != language)
    )
    position = variant.segments[0] if variant.segments else None
    return [
        ConcordanceLine(
            unit=unit.id,
            language=language,
            left=variant.text[:start],
            keyword=variant.text[start:stop],
            right=variant.text[stop:],
            translations=translations,
            document=variant.document or unit.provenance.source,
            position=position,
            probability=unit.probability,
        )
        for start, stop in search.places(variant.text)
    ]


def _as_shown(unit: TranslationUnit, show: tuple[str, ...]) -> list[Variant]:
    """The variants in the order in which the languages are shown."""
    order = {language: place for place, language in enumerate(show)}
    return sorted(unit.variants, key=lambda variant: order.get(variant.language, len(order)))
