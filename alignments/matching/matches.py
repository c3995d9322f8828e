"""Exact, context and fuzzy matches of a text in the memory.

Similarity is 1 − edits / letters of the longer text: the share of letters that need not be touched (Levenshtein distance over
code points, every run of white space one space). 1.0 means the same text, capitals and punctuation included. A context match
is an exact one whose neighbours in the memory are the neighbours of the text. Penalties are taken off afterwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

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


class Matcher:
    """Looks texts up; those of a whole document the faster when it is prepared for them."""

    def __init__(self, store: Store) -> None:
        store.bring_index_up_to_date()
        self._store = store
        self._finders: dict[str, CandidateFinder] = {}
        self._is_prepared = False

    def prepare(self, texts: Sequence[str], language: str) -> None:
        """Make ready for these texts, and only these; one that stands in the memory is then not compared with others."""
        self._store.index.require((language,))
        self._finder(language).hold(texts)
        self._is_prepared = True

    def _finder(self, language: str) -> CandidateFinder:
        return self._finders.setdefault(language, CandidateFinder(self._store.index, language))

    def matches(self, request: MatchRequest) -> tuple[Match, ...]:
        """The matches, best first. Raises AlignmentsError for a text that is empty or far too long."""
        self._store.index.require((request.language, request.target))
        text = plain_text(request.text)
        if not text:
            raise AlignmentsError("the text is empty; give a sentence to look up")
        if len(text) > MAX_LETTERS:
            raise AlignmentsError(f"the text has {len(text):,} letters; look up one sentence at a time")
        exact = self._exact(text, request)
        offers = self._offers(exact, request)
        is_answered = self._is_prepared and bool(offers)
        if not is_answered and len({(offer.source, offer.target) for offer in offers if offer.similarity == 1}) < request.limit:
            fuzzy = self._fuzzy(text, request)
            offers += self._offers({variant: fuzzy[variant] for variant in fuzzy.keys() - exact.keys()}, request)
        offers.sort(key=lambda match: (-match.similarity, ORDER[match.kind]))
        return _without_repeats(offers)[: request.limit]

    def _offers(self, scored: Mapping[int, float], request: MatchRequest) -> list[Match]:
        """What variants of these similarities offer; those rejected or without a translation offer nothing."""
        ranked = sorted(scored.items(), key=lambda pair: (-pair[1], pair[0]))
        pairs = self._store.pairs([variant for variant, _ in ranked], request.target)
        found = (
            self._match(pairs[variant], similarity, request)
            for variant, similarity in ranked
            if variant in pairs and pairs[variant].status is not Status.REJECTED
        )
        return [match for match in found if match.similarity >= request.least]

    def _exact(self, text: str, request: MatchRequest) -> dict[int, float]:
        variants = self._store.same_text(text, request.language)
        texts = self._store.texts(variants)
        return {variant: _similarity(text, plain_text(texts[variant])) for variant in variants if variant in texts}

    def _fuzzy(self, text: str, request: MatchRequest) -> dict[int, float]:
        texts = self._store.texts(self._finder(request.language).candidates(text, request.least))
        plain = {variant: plain_text(candidate) for variant, candidate in texts.items()}
        similar = process.extract(
            text, plain, scorer=Levenshtein.normalized_similarity, processor=None, score_cutoff=request.least, limit=None
        )
        return {variant: similarity for _, similarity, variant in similar}

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
        return Match(pair.unit, similarity, kind, pair.text, target, pair.document, penalties, substituted)

    def _is_in_context(self, pair: Pair, request: MatchRequest) -> bool:
        """True when every neighbour given, at least one, is the neighbour in the memory too."""
        if not (request.before or request.after):
            return False
        beside = self._store.texts_beside(pair, request.language)
        return all(
            not text or (other is not None and plain_text(other) == plain_text(text))
            for text, other in zip((request.before, request.after), beside, strict=True)
        )


def _similarity(text: str, other: str) -> float:
    return float(Levenshtein.normalized_similarity(text, other))


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
