"""Runs of one language that stand where a translation would: next to a run of another language, or under the same label."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from aligner.beads import Span
from corpus.documents import Document, Segment
from corpus.labels import Label, label_of

LEAST, MOST = 2, 12
"""Segments of a run: of one alone nothing can be said, and longer ones are found by what they say."""

SIZES = 2.0
"""How many times as many letters one run may have as the other."""


@dataclass(frozen=True, slots=True)
class Run:
    """Segments of one language that follow each other in a file: the number of their stream, and the label they open with."""

    stream: int
    span: Span
    letters: int
    label: Label | None


def facing_runs(documents: Sequence[Document]) -> Iterator[tuple[Run, Run]]:
    """Every two short runs of about the same size that face each other in one file, or that open with the same label."""
    runs = list(_runs(documents))
    facing = [*pairwise(runs), *zip(runs, runs[2:], strict=False)]
    labelled = [(one, other) for one, other in combinations(runs, 2) if one.label is not None and one.label is other.label]
    for one, other in dict.fromkeys([*facing, *labelled]):
        if one.stream != other.stream and _are_alike(one, other):
            yield (one, other) if one.stream < other.stream else (other, one)


def _runs(documents: Sequence[Document]) -> Iterator[Run]:
    """The runs in reading order, those in tables apart; a label opens a run, and a list of key words closes one."""
    reading = sorted(
        ((segment, stream) for stream, one in enumerate(documents) for segment in one.segments if segment.row is None),
        key=lambda entry: (entry[0].paragraph, entry[0].start),
    )
    starts = [n for n in range(len(reading)) if n == 0 or _begins(reading[n - 1], reading[n])]
    for start, stop in pairwise([*starts, len(reading)]):
        first, stream = reading[start]
        letters = sum(len(segment.text) for segment, _ in reading[start:stop])
        label = label_of(first.text)
        yield Run(stream, Span(first.position, first.position + stop - start), letters, label)


def _begins(before: tuple[Segment, int], after: tuple[Segment, int]) -> bool:
    """True where another language, a new label or what follows a list of key words begins."""
    label = label_of(after[0].text)
    opens = label is not None and label is not Label.KEYWORDS
    return before[1] != after[1] or opens or label_of(before[0].text) is Label.KEYWORDS


def _are_alike(one: Run, other: Run) -> bool:
    """True for runs of nearly as many segments and letters."""
    fewer, more = sorted((len(one.span), len(other.span)))
    return fewer >= LEAST and more <= MOST and more - fewer <= max(1, fewer // 4) and _ratio(one, other) <= SIZES


def _ratio(one: Run, other: Run) -> float:
    return max(one.letters, other.letters) / max(1, min(one.letters, other.letters))
