"""A whole document looked up in the memory: the best match of every segment, and an analysis by bands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from alignments.index.recipe import index_words, plain_text
from alignments.matching.matches import Matcher, MatchRequest
from alignments.store import Store
from alignments.units import Match

BANDS = ("repetition", "101 %", "100 %", "95-99 %", "85-94 %", "75-84 %", "below 75 %", "new")
"""The bands in which offices count, from nothing to do to everything to do."""

PORTION = 5_000
"""Segments whose postings are held in memory together."""


@dataclass(frozen=True, slots=True)
class Pretranslated:
    """A segment with its best match, None where the memory has nothing; `is_repetition` when it stood before in the document."""

    source: str
    match: Match | None
    is_repetition: bool

    @property
    def band(self) -> str:
        """The band the segment is counted in."""
        if self.is_repetition:
            return "repetition"
        if self.match is None:
            return "new"
        if self.match.kind == "context" and self.match.similarity == 1:
            return "101 %"
        percent = int(self.match.similarity * 100)
        for least, band in ((100, "100 %"), (95, "95-99 %"), (85, "85-94 %"), (75, "75-84 %")):
            if percent >= least:
                return band
        return "below 75 %"


def pretranslate(
    store: Store, segments: Sequence[str], language: str, target: str, least: float = 0.7
) -> Iterator[Pretranslated]:
    """Every segment of a document with its best match, in order."""
    matcher = Matcher(store)
    known: dict[str, Match | None] = {}
    around = zip(segments, ("", *segments), (*segments[1:], ""), strict=False)
    while portion := list(islice(around, PORTION)):
        requests: dict[str, MatchRequest] = {}
        for text, before, after in portion:
            requests.setdefault(plain_text(text), MatchRequest(text, language, target, least, 1, before, after))
        found = matcher.matches_of_document([requests[key] for key in requests if key and key not in known])
        for text, _, _ in portion:
            key = plain_text(text)
            is_repetition = key in known
            if key and not is_repetition:
                known[key] = next(iter(next(found)), None)
            yield Pretranslated(text, _as_repeated(known.get(key), is_repetition=is_repetition), is_repetition)


def _as_repeated(match: Match | None, *, is_repetition: bool) -> Match | None:
    """A match found at an earlier place says nothing of the context here."""
    if match is not None and is_repetition and match.kind == "context":
        return replace(match, kind="exact")
    return match


def analysis(segments: Iterable[Pretranslated]) -> list[tuple[str, int, int]]:
    """(band, segments, words) for every band, in the order of BANDS."""
    counts = dict.fromkeys(BANDS, (0, 0))
    for segment in segments:
        number, words = counts[segment.band]
        counts[segment.band] = (number + 1, words + len(index_words(segment.source)))
    return [(band, number, words) for band, (number, words) in counts.items()]
