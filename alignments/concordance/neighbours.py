"""The words beside a key word and how often each stands there."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from aligner.words import fold, token_spans
from alignments.units import ConcordanceLine

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Folded words directly before and after the key word, and its own forms, the most frequent first."""

    before: tuple[tuple[str, int], ...]
    forms: tuple[tuple[str, int], ...]
    after: tuple[tuple[str, int], ...]


def neighbours(lines: Iterable[ConcordanceLine]) -> Neighbours:
    """Count what stands beside the key word in these lines; the MOST_SHOWN most frequent of each."""
    before: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for line in lines:
        forms[" ".join(fold(line.keyword).split())] += 1
        left = token_spans(line.left[-200:])
        right = token_spans(line.right[:200])
        before.update(word for word, _, _ in left[-1:])
        after.update(word for word, _, _ in right[:1])
    return Neighbours(_most(before), _most(forms), _most(after))


def _most(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_SHOWN])
