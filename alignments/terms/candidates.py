"""Which runs of words stand in the translations of a term, and how strongly each belongs to it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from aligner.words import token_spans
from alignments.index.queries import WordQuery
from alignments.index.recipe import index_words_of, stems_of
from alignments.index.search_index import SearchIndex
from alignments.terms.words import function_stems
from corpus.languages import primary_language

LONGEST_TERM = 4
MOST_WORDS, MOST_RUNS = 200, 40
"""Single words and runs of words that are considered; the most frequent in the hits come first."""

READ = 300_000
"""Postings that may be read to count runs in the whole memory; a run beyond them counts as often as its rarest word."""

CERTAIN = 1.25
"""A run whose rarest word is hardly more frequent than the run among the hits need not be counted."""

INDEPENDENT = 0.8
"""A run is a fragment when the longer run around it has this share of its occurrences, here and in the whole memory."""

CHANCE = 1.0
"""Units taken off as chance: one unit with both terms is a hint (0.5 at most), thirty are evidence (0.97)."""

FEW = 3
"""With so few hits every word is a candidate."""

SPELLINGS = 30
"""Units in which the spellings of a candidate are looked at."""

_BREAK = re.compile(r"[,;:.!?…]+(?!\w)|[()«»“”„\"\[\]]|\s[–—-]\s")
"""Signs that no term goes across: `Верховный суд, Астана`."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A unit's text in one language, and the stems of its words between the signs that no term goes across."""

    unit: int
    text: str
    pieces: tuple[Stems, ...]

    @property
    def stems(self) -> Stems:
        """The stems of all its words."""
        return tuple(chain.from_iterable(self.pieces))


@dataclass(slots=True)
class Candidate:
    """A run of stems: units with it among the hits and in the whole memory, and some of its segments.

    A known term goes by the stems of its dictionary form; `forms` are the runs as they stand in the segments.
    """

    stems: Stems
    forms: tuple[Stems, ...]
    count: int = 0
    everywhere: int = 0
    association: float = 0.0
    segments: Sequence[Segment] = ()

    @property
    def units(self) -> list[int]:
        """The units of its segments."""
        return [segment.unit for segment in self.segments]

    def spellings(self) -> Counter[tuple[str, bool]]:
        """The run as it is written, each spelling with whether it opens its segment, and how often."""
        found: Counter[tuple[str, bool]] = Counter()
        length = len(self.stems)
        for segment in self.segments:
            text, stems, tokens = segment.text, segment.stems, token_spans(segment.text)
            for start in range(len(stems) - length + 1):
                if stems[start : start + length] in self.forms and len(tokens) == len(stems):
                    found[text[tokens[start][1] : tokens[start + length - 1][2]], start == 0] += 1
        return found


@dataclass(frozen=True, slots=True)
class Evidence:
    """What candidates are taken from.

    `texts` are (unit, translation) of a sample of the hits; `hits` the number of units that have the term; `words` how many
    words it has; `known` leads from the stems of every form of a known translation to those of its dictionary form.
    """

    texts: Sequence[tuple[int, str]]
    hits: int
    words: int
    known: Mapping[Stems, Stems]


def candidates(index: SearchIndex, language: str, given: Evidence) -> list[Candidate]:
    """Candidates among the translations of a term, by association (Dice's coefficient), fragments left out."""
    segments = _segments(given.texts, language)
    runs = _runs(segments, language, given)
    _count_everywhere(index, language, runs)
    _associate(runs, given.hits, given.hits / max(1, len(segments)))
    return _without_fragments(sorted(runs, key=lambda run: (-run.association, -len(run.stems), run.stems)), given.known)


def _segments(texts: Sequence[tuple[int, str]], language: str) -> list[Segment]:
    cut = [_BREAK.split(text) for _, text in texts]
    stems = stems_of(language)
    pieces = (tuple(map(stems.__getitem__, words)) for words in index_words_of(chain.from_iterable(cut)))
    return [Segment(unit, text, tuple(islice(pieces, len(own)))) for (unit, text), own in zip(texts, cut, strict=True)]


def _worthy_words(segments: Sequence[Segment], language: str) -> frozenset[str]:
    """Content words that stand in more than one translation, or in any when there are few."""
    counts = Counter(chain.from_iterable(set(segment.stems) for segment in segments))
    least = 1 if len(segments) <= FEW else max(2, len(segments) // 50)
    functional = function_stems(primary_language(language))
    common = [stem for stem, count in counts.most_common() if count >= least and stem not in functional and not stem.isdigit()]
    return frozenset(common[:MOST_WORDS])


def _runs(segments: Sequence[Segment], language: str, given: Evidence) -> list[Candidate]:
    """Known terms, and runs of words that begin and end with a worthy word; inside, function words may stand.

    A single unit says of a phrase what it may be, of a word no more than which words stand in its translation.
    """
    kept, functional = _worthy_words(segments, language), function_stems(primary_language(language))
    longest = min(LONGEST_TERM, given.words + 2)
    places: defaultdict[Stems, list[int]] = defaultdict(list)
    forms: defaultdict[Stems, dict[Stems, None]] = defaultdict(dict)
    for place, segment in enumerate(segments):
        worthy = (_worthy_runs(stems, kept, functional, longest) for stems in segment.pieces)
        for run in chain(chain.from_iterable(worthy), _known_runs(segment.pieces, given.known)):
            term = given.known.get(run)
            if term is not None:
                forms[term][run] = None
            own = places[term or run]
            if not own or own[-1] != place:
                own.append(place)
    least = 1 if len(segments) <= FEW and given.words > 1 else max(2, len(segments) // 100)
    longer = sorted((run for run in places if len(run) > 1 and len(places[run]) >= least), key=lambda run: -len(places[run]))
    terms = set(given.known.values())
    chosen = [run for run in places if len(run) == 1 or run in terms] + [run for run in longer if run not in terms][:MOST_RUNS]
    return [_candidate(run, tuple(forms.get(run, (run,))), [segments[place] for place in places[run]]) for run in chosen]


def _candidate(run: Stems, forms: tuple[Stems, ...], segments: Sequence[Segment]) -> Candidate:
    return Candidate(run, forms, count=len({segment.unit for segment in segments}), segments=segments[:SPELLINGS])


def _worthy_runs(stems: Stems, kept: frozenset[str], functional: frozenset[str], longest: int) -> Iterator[Stems]:
    for start, first in enumerate(stems):
        if first not in kept:
            continue
        yield stems[start : start + 1]
        for stop in range(start + 2, min(len(stems), start + longest) + 1):
            last = stems[stop - 1]
            if last in kept:
                yield stems[start:stop]
            elif last not in functional:
                break


def _known_runs(pieces: Iterable[Stems], known: Mapping[Stems, Stems]) -> Iterator[Stems]:
    """The runs that are forms of known terms, whatever their words are."""
    lengths = set(map(len, known))
    for stems in pieces:
        for length in lengths:
            yield from (run for start in range(len(stems) - length + 1) if (run := stems[start : start + length]) in known)


def _count_everywhere(index: SearchIndex, language: str, runs: Sequence[Candidate]) -> None:
    """Give every run its frequency in the whole memory; the runs most frequent among the hits are counted first."""
    known = index.vocabulary.stem_counts(language, sorted({stem for run in runs for form in run.forms for stem in form}))
    read = 0
    for run in sorted(runs, key=lambda run: -run.count):
        for form in run.forms:
            counts = [known.get(stem, run.count) for stem in form]
            everywhere = min(counts)
            if len(counts) > 1 and everywhere > CERTAIN * run.count and read + sum(counts) <= READ:
                read += sum(counts)
                everywhere = index.count(WordQuery(language, tuple((stem,) for stem in form), of_stems=True))
            run.everywhere += everywhere


def _associate(runs: Sequence[Candidate], hits: int, scale: float) -> None:
    """Give every run Dice's coefficient with the term; `scale` is the share of the hits that was looked at, inverted."""
    for run in runs:
        together = run.count * scale
        dice = min(1.0, 2 * together / (hits + max(run.everywhere, together)))
        run.association = dice * together / (together + CHANCE)


def _without_fragments(runs: Sequence[Candidate], known: Mapping[Stems, Stems]) -> list[Candidate]:
    """The runs that stand on their own: a piece that hardly occurs outside a longer run is none.

    A known term is no piece, except of another known term.
    """
    by_stems = {run.stems: run for run in runs}
    fragments = {
        piece
        for other in runs
        for piece in _inner_runs(other.stems)
        if other.count > 1
        and piece in by_stems
        and (piece not in known or other.stems in known)
        and _is_fragment(by_stems[piece], other)
    }
    return [run for run in runs if run.stems not in fragments]


def _inner_runs(stems: Stems) -> Iterator[Stems]:
    """The shorter runs inside a run."""
    return (stems[start : start + length] for length in range(1, len(stems)) for start in range(len(stems) - length + 1))


def _is_fragment(run: Candidate, longer: Candidate) -> bool:
    return longer.count >= INDEPENDENT * run.count and longer.everywhere >= INDEPENDENT * run.everywhere
