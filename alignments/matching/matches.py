"""Exact, context and fuzzy matches of a text in the memory.

Similarity is 1 − edits / letters of the longer text: the share of letters that need not be touched (Levenshtein distance over
code points, every run of white space one space). 1.0 means the same text, capitals and punctuation included. A context match
is an exact one whose neighbours in the memory are the neighbours of the text. Penalties are taken off afterwards.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, compress

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from alignments.errors import AlignmentsError
from alignments.index.recipe import plain_text
from alignments.matching.candidates import CandidateFinder
from alignments.matching.numbers import substitute_numbers
from alignments.rows.pairs import Pair
from alignments.rows.units import MAX_LETTERS
from alignments.store import Store
from alignments.units import Match, Status

DOUBTFUL = 0.7
"""Probability under which an unreviewed alignment costs a match something."""

DOUBT_PENALTY, NUMBERS_PENALTY = 0.03, 0.01
"""What a doubtful alignment costs, and what numbers that were changed cost: such a match is no longer the same text."""

TOGETHER = 500
"""Texts of a document whose candidates are read and compared together."""

ORDER = {"context": 0, "exact": 1, "fuzzy": 2}


@dataclass(frozen=True, slots=True)
class MatchRequest:
    """A text to look up; `before` and `after` are its neighbours where known; `penalties` (0…1) by source of the unit."""

    text: str
    language: str
    target: str
    least: float = 0.7
    limit: int = 5
    before: str = ""
    after: str = ""
    penalties: Mapping[str, float] = field(default_factory=dict)


IsAnswered = Callable[[Sequence[Match], MatchRequest], bool]


class Matcher:
    """Looks texts up, one or all of a document: the fewer questions to the database, the faster."""

    def __init__(self, store: Store) -> None:
        store.bring_index_up_to_date()
        self._store = store
        self._finders: dict[str, CandidateFinder] = {}

    def matches(self, request: MatchRequest) -> tuple[Match, ...]:
        """The matches, best first. Raises AlignmentsError for a text that is empty or far too long."""
        (found,) = self._all([request], _has_enough)
        return found

    def matches_of_document(self, requests: Sequence[MatchRequest]) -> Iterator[tuple[Match, ...]]:
        """The matches of texts looked up alike; one that stands in the memory is not compared with others."""
        return self._all(requests, _has_exact)

    def _all(self, requests: Sequence[MatchRequest], is_answered: IsAnswered) -> Iterator[tuple[Match, ...]]:
        """The matches of each request; those that are answered by the same text are spared a fuzzy search."""
        if not requests:
            return
        self._store.index.require((requests[0].language, requests[0].target))
        texts = [_text_of(request) for request in requests]
        exact = self._exact(texts, requests[0].language)
        offers = self._offers(exact, requests)
        is_open = [not is_answered(own, request) for own, request in zip(offers, requests, strict=True)]
        candidates = self._candidates(list(compress(texts, is_open)), requests[0])
        for start in range(0, len(requests), TOGETHER):
            part = slice(start, start + TOGETHER)
            found = [next(candidates) if wanted else [] for wanted in is_open[part]]
            more = self._offers(self._fuzzy(texts[part], found, exact[part], requests[0].least), requests[part])
            for request, own, others in zip(requests[part], offers[part], more, strict=True):
                ranked = sorted([*own, *others], key=lambda match: (-match.similarity, ORDER[match.kind]))
                yield _without_repeats(ranked)[: request.limit]

    def _offers(self, scored: Sequence[Mapping[int, float]], requests: Sequence[MatchRequest]) -> list[list[Match]]:
        """What variants of these similarities offer; those rejected or without a translation offer nothing."""
        pairs = self._store.pairs(sorted(set(chain.from_iterable(scored))), requests[0].target)
        offering = {variant: pair for variant, pair in pairs.items() if pair.status is not Status.REJECTED}
        return [self._offered(own, offering, request) for own, request in zip(scored, requests, strict=True)]

    def _offered(self, scored: Mapping[int, float], pairs: Mapping[int, Pair], request: MatchRequest) -> list[Match]:
        ranked = sorted((-similarity, variant) for variant, similarity in scored.items() if variant in pairs)
        found = (self._match(pairs[variant], -distance, request) for distance, variant in ranked)
        return [match for match in found if match.similarity >= request.least]

    def _exact(self, texts: Sequence[str], language: str) -> list[dict[int, float]]:
        """For each text the variants that have it but for case and spacing, with their similarity."""
        variants = self._store.same_texts(texts, language)
        stored = self._store.texts(list(chain.from_iterable(variants)))
        return [
            {variant: _similarity(text, plain_text(stored[variant])) for variant in own if variant in stored}
            for text, own in zip(texts, variants, strict=True)
        ]

    def _candidates(self, texts: Sequence[str], request: MatchRequest) -> Iterator[list[int]]:
        finder = self._finders.setdefault(request.language, CandidateFinder(self._store.index, request.language))
        return finder.candidates(texts, request.least)

    def _fuzzy(
        self, texts: Sequence[str], candidates: Sequence[Sequence[int]], known: Sequence[Mapping[int, float]], least: float
    ) -> list[dict[int, float]]:
        """For each text those among its candidates, apart from what is known, that are similar enough."""
        stored = self._store.texts(sorted(set(chain.from_iterable(candidates))))
        plain = {variant: plain_text(text) for variant, text in stored.items()}
        return [
            _similar(text, {variant: plain[variant] for variant in own if variant in plain and variant not in exact}, least)
            for text, own, exact in zip(texts, candidates, known, strict=True)
        ]

    def _match(self, pair: Pair, similarity: float, request: MatchRequest) -> Match:
        """The pair as a match of the text."""
        penalties, kind = _penalties(pair, request), "fuzzy"
        changed = substitute_numbers(plain_text(request.text), plain_text(pair.text), pair.target)
        if similarity == 1:
            kind = "context" if self._is_in_context(pair, request) else "exact"
        elif changed:
            penalties, similarity = (*penalties, ("numbers changed", NUMBERS_PENALTY)), 1.0
        target, substituted = changed or (pair.target, ())
        similarity = round(max(0.0, similarity - sum(amount for _, amount in penalties)), 4)
        return Match(pair.unit, similarity, kind, pair.text, target, pair.document or pair.source, penalties, substituted)

    def _is_in_context(self, pair: Pair, request: MatchRequest) -> bool:
        """True when every neighbour given, at least one, is the neighbour in the memory too."""
        if not (request.before or request.after):
            return False
        beside = self._store.texts_beside(pair, request.language)
        return all(
            not text or (other is not None and plain_text(other) == plain_text(text))
            for text, other in zip((request.before, request.after), beside, strict=True)
        )


def _text_of(request: MatchRequest) -> str:
    text = plain_text(request.text)
    if not text:
        raise AlignmentsError("the text is empty; give a sentence to look up")
    if len(text) > MAX_LETTERS:
        raise AlignmentsError(f"the text has {len(text):,} letters; look up one sentence at a time")
    return text


def _has_enough(offers: Sequence[Match], request: MatchRequest) -> bool:
    """True when there are as many different texts of similarity 1 as were asked for."""
    return len({(offer.source, offer.target) for offer in offers if offer.similarity == 1}) >= request.limit


def _has_exact(offers: Sequence[Match], request: MatchRequest) -> bool:
    return any(offer.kind != "fuzzy" for offer in offers) or _has_enough(offers, request)


def _similarity(text: str, other: str) -> float:
    return float(Levenshtein.normalized_similarity(text, other))


def _similar(text: str, candidates: Mapping[int, str], least: float) -> dict[int, float]:
    found = process.extract(
        text, candidates, scorer=Levenshtein.normalized_similarity, processor=None, score_cutoff=least, limit=None
    )
    return {variant: similarity for _, similarity, variant in found}


def _penalties(pair: Pair, request: MatchRequest) -> tuple[tuple[str, float], ...]:
    penalties = []
    if pair.status is Status.UNREVIEWED and pair.probability is not None and pair.probability < DOUBTFUL:
        penalties.append(("doubtful alignment", DOUBT_PENALTY))
    if pair.source in request.penalties:
        penalties.append((f"source {pair.source}", request.penalties[pair.source]))
    return tuple(penalties)


def _without_repeats(found: Sequence[Match]) -> tuple[Match, ...]:
    """Matches with the same source and target as one, with their number; different targets all stay."""
    by_texts: dict[tuple[str, str], Match] = {}
    for match in found:
        key = (match.source, match.target)
        known = by_texts.get(key)
        by_texts[key] = match if known is None else replace(known, repeats=known.repeats + 1)
    return tuple(by_texts.values())


def best_matches(store: Store, request: MatchRequest) -> tuple[Match, ...]:
    """The matches of one text, best first."""
    return Matcher(store).matches(request)
