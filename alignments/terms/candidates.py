"""Which runs of words stand in the translations of a term, and how strongly each belongs to it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from aligner.words import token_spans
from alignments.index.queries import WordQuery
from alignments.index.recipe import index_stems, index_words
from alignments.index.search_index import SearchIndex
from alignments.terms.words import function_stems
from corpus.languages import primary_language

LONGEST_TERM = 4
MOST_WORDS, MOST_RUNS = 200, 40
"""Single words and runs of words whose frequency in the whole memory is looked up; the most frequent in the hits come first."""

INDEPENDENT = 0.8
"""A run is a fragment when the longer run around it has this share of its occurrences, here and in the whole memory."""

CHANCE = 0.5
"""Units taken off as chance: one unit with both terms is a hint (0.67 at most), thirty are evidence (0.98)."""

FEW = 3
"""With so few hits every word is a candidate."""

SPELLINGS = 30
"""Units in which the spellings of a candidate are looked at."""

Stems = tuple[str, ...]
Segment = tuple[int, str, Stems]
"""The unit, its text and the stems of its words."""


@dataclass(slots=True)
class Candidate:
    """A run of stems: units with it among the hits and in the whole memory, and some of its segments."""

    stems: Stems
    count: int = 0
    everywhere: int = 0
    association: float = 0.0
    segments: Sequence["Segment"] = ()

    @property
    def units(self) -> list[int]:
        """The units of its segments."""
        return [unit for unit, _, _ in self.segments]

    def spellings(self) -> Counter[tuple[str, bool]]:
        """The run as it is written, each spelling with whether it opens its segment, and how often."""
        found: Counter[tuple[str, bool]] = Counter()
        length = len(self.stems)
        for _, text, stems in self.segments:
            tokens = token_spans(text)
            for start in range(len(stems) - length + 1):
                if stems[start : start + length] == self.stems and len(tokens) == len(stems):
                    found[text[tokens[start][1] : tokens[start + length - 1][2]], start == 0] += 1
        return found


def candidates(index: SearchIndex, language: str, texts: Sequence[tuple[int, str]], hits: int, words: int) -> list[Candidate]:
    """Candidates among the translations of a term, by association (Dice's coefficient), fragments left out.

    `texts` are (unit, translation) of a sample of the hits; `hits` the number of units that have the term; `words` how many
    words it has.
    """
    segments = [(unit, text, index_stems(index_words(text), language)) for unit, text in texts]
    kept = _worthy_words(segments, language)
    runs = _runs(segments, kept, min(LONGEST_TERM, words + 2), language)
    scale = hits / max(1, len(texts))
    _associate(index, language, runs, hits, scale)
    return _without_fragments(sorted(runs, key=lambda run: (-run.association, -len(run.stems), run.stems)))


def _worthy_words(segments: Sequence[Segment], language: str) -> frozenset[str]:
    """Content words that stand in more than one translation, or in any when there are few."""
    counts = Counter(chain.from_iterable(set(stems) for _, _, stems in segments))
    least = 1 if len(segments) <= FEW else max(2, len(segments) // 50)
    functional = function_stems(primary_language(language))
    common = [stem for stem, count in counts.most_common() if count >= least and stem not in functional and not stem.isdigit()]
    return frozenset(common[:MOST_WORDS])


def _runs(segments: Sequence[Segment], kept: frozenset[str], longest: int, language: str) -> list[Candidate]:
    """Runs of words that begin and end with a worthy word; inside, function words may stand."""
    functional = function_stems(primary_language(language))
    units: dict[Stems, list[int]] = {}
    for place, (_, _, stems) in enumerate(segments):
        for run in {stems[start:stop] for start, stop in _worthy_spans(stems, kept, functional, longest)}:
            units.setdefault(run, []).append(place)
    least = 1 if len(segments) <= FEW else max(2, len(segments) // 100)
    longer = sorted((run for run in units if len(run) > 1 and len(units[run]) >= least), key=lambda run: -len(units[run]))
    chosen = [run for run in units if len(run) == 1] + longer[:MOST_RUNS]
    return [_candidate(run, [segments[place] for place in units[run]]) for run in chosen]


def _candidate(run: Stems, segments: Sequence[Segment]) -> Candidate:
    return Candidate(run, count=len({unit for unit, _, _ in segments}), segments=segments[:SPELLINGS])


def _worthy_spans(stems: Stems, kept: frozenset[str], functional: frozenset[str], longest: int) -> Iterator[tuple[int, int]]:
    for start, first in enumerate(stems):
        if first not in kept:
            continue
        yield start, start + 1
        for stop in range(start + 2, min(len(stems), start + longest) + 1):
            last = stems[stop - 1]
            if last in kept:
                yield start, stop
            elif last not in functional:
                break


def _associate(index: SearchIndex, language: str, runs: Sequence[Candidate], hits: int, scale: float) -> None:
    """Give every run its frequency in the whole memory and Dice's coefficient with the term."""
    known = index.vocabulary.stem_counts(language, [run.stems[0] for run in runs if len(run.stems) == 1])
    for run in runs:
        if len(run.stems) == 1:
            run.everywhere = known.get(run.stems[0], run.count)
        else:
            query = WordQuery(language, tuple((stem,) for stem in run.stems), of_stems=True)
            run.everywhere = index.count(query)
        together = run.count * scale
        dice = min(1.0, 2 * together / (hits + max(run.everywhere, together)))
        run.association = dice * together / (together + CHANCE)


def _without_fragments(runs: Sequence[Candidate]) -> list[Candidate]:
    """The runs that stand on their own: a piece that hardly occurs outside a longer run is none."""
    longer = [run for run in runs if len(run.stems) > 1]
    return [run for run in runs if not any(_is_fragment(run, other) for other in longer)]


def _is_fragment(run: Candidate, other: Candidate) -> bool:
    length = len(run.stems)
    if length >= len(other.stems):
        return False
    inside = any(other.stems[place : place + length] == run.stems for place in range(len(other.stems) - length + 1))
    return (
        inside and other.count > 1 and other.count >= INDEPENDENT * run.count and other.everywhere >= INDEPENDENT * run.everywhere
    )
