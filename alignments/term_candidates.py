"""Which runs of words stand in the translations of a term, and how strongly each belongs to it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from aligner.words import token_spans
from alignments.index.queries import WordQuery
from alignments.index.recipe import known_stem
from alignments.index.search_index import SearchIndex
from alignments.term_words import function_stems
from corpus.languages import primary_language

LONGEST_TERM = 4
MOST_WORDS, MOST_RUNS = 60, 40
"""Single words and runs of words whose frequency in the whole memory is looked up; the most frequent in the hits come first."""

INDEPENDENT = 0.8
"""A run is a fragment when the longer run around it has this share of its occurrences, here and in the whole memory."""

Stems = tuple[str, ...]


@dataclass(slots=True)
class Candidate:
    """A run of stems: units with it among the hits and in the whole memory, its spellings, and units as examples.

    `spellings` count the text as written, each with whether it opens its segment.
    """

    stems: Stems
    count: int = 0
    everywhere: int = 0
    association: float = 0.0
    spellings: Counter[tuple[str, bool]] = field(default_factory=Counter)
    units: list[int] = field(default_factory=list)


def candidates(index: SearchIndex, language: str, texts: Sequence[tuple[int, str]], hits: int, words: int) -> list[Candidate]:
    """Candidates among the translations of a term, by association (Dice's coefficient), fragments left out.

    `texts` are (unit, translation) of a sample of the hits; `hits` the number of units that have the term; `words` how many
    words it has.
    """
    segments = [(unit, text, _stemmed(text, language)) for unit, text in texts]
    kept = _worthy_words(segments, language)
    runs = _runs(segments, kept, min(LONGEST_TERM, words + 2), language)
    scale = hits / max(1, len(texts))
    _associate(index, language, runs, hits, scale)
    return _without_fragments(sorted(runs, key=lambda run: (-run.association, -len(run.stems), run.stems)))


def _stemmed(text: str, language: str) -> list[tuple[str, int, int]]:
    primary = primary_language(language)
    return [(known_stem(word, primary), start, stop) for word, start, stop in token_spans(text)]


Segment = tuple[int, str, list[tuple[str, int, int]]]


def _worthy_words(segments: Sequence[Segment], language: str) -> frozenset[str]:
    """Content words that stand in more than one translation, or in any when there are few."""
    counts = Counter(stem for _, _, tokens in segments for stem in {token[0] for token in tokens})
    least = 1 if len(segments) <= 3 else max(2, len(segments) // 50)
    functional = function_stems(primary_language(language))
    common = [
        (stem, count) for stem, count in counts.most_common() if count >= least and stem not in functional and not stem.isdigit()
    ]
    return frozenset(stem for stem, _ in common[: 4 * MOST_WORDS])


def _runs(segments: Sequence[Segment], kept: frozenset[str], longest: int, language: str) -> list[Candidate]:
    """Runs of words that begin and end with a worthy word; inside one function word may stand."""
    found: dict[Stems, Candidate] = {}
    functional = function_stems(primary_language(language))
    for unit, text, tokens in segments:
        seen: set[Stems] = set()
        for start, stop in _worthy_spans(tokens, kept, functional, longest):
            stems = tuple(token[0] for token in tokens[start:stop])
            run = found.setdefault(stems, Candidate(stems))
            run.spellings[text[tokens[start][1] : tokens[stop - 1][2]], start == 0] += 1
            if stems not in seen:
                seen.add(stems)
                run.count += 1
                run.units.append(unit)
    single = sorted((run for run in found.values() if len(run.stems) == 1), key=lambda run: -run.count)
    least = 1 if len(segments) <= 3 else 2
    longer = sorted((run for run in found.values() if len(run.stems) > 1 and run.count >= least), key=lambda run: -run.count)
    return single[: 4 * MOST_WORDS] + longer[:MOST_RUNS]


def _worthy_spans(
    tokens: Sequence[tuple[str, int, int]], kept: frozenset[str], functional: frozenset[str], longest: int
) -> list[tuple[int, int]]:
    spans = []
    for start, (first, _, _) in enumerate(tokens):
        if first not in kept:
            continue
        spans.append((start, start + 1))
        for stop in range(start + 2, min(len(tokens), start + longest) + 1):
            last = tokens[stop - 1][0]
            if last in kept:
                spans.append((start, stop))
            elif last not in functional:
                break
    return spans


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
        run.association = min(1.0, 2 * together / (hits + max(run.everywhere, together)))


def _without_fragments(runs: Sequence[Candidate]) -> list[Candidate]:
    """The runs that stand on their own: a piece that hardly occurs outside a longer run is none."""
    longer = [run for run in runs if len(run.stems) > 1]
    return [run for run in runs if not any(_is_fragment(run, other) for other in longer)]


def _is_fragment(run: Candidate, other: Candidate) -> bool:
    length = len(run.stems)
    if length >= len(other.stems):
        return False
    inside = any(other.stems[place : place + length] == run.stems for place in range(len(other.stems) - length + 1))
    return inside and other.count >= INDEPENDENT * run.count and other.everywhere >= INDEPENDENT * run.everywhere
