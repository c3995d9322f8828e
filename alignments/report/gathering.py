"""What the report shows, gathered from examined units one by one."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from alignments.examination import WRONG_PAIR, Examined
from alignments.inspection.wording import language_name
from alignments.units import Severity, TranslationUnit

BINS = 20
SCATTERED = 2_000
"""Points of the length picture: more of them only darken it."""

Pair = tuple[str, str]
Place = tuple[str, str, str, str]
"""Two languages and the titles of the two documents."""


@dataclass(slots=True)
class Path:
    """Where the units of two documents lie: positions on both sides, with the doubt of each."""

    points: list[tuple[float, float, float]] = field(default_factory=list)

    @property
    def doubtful(self) -> int:
        """Units more probably wrong than right."""
        return sum(1 for _, _, doubt in self.points if doubt >= WRONG_PAIR)


@dataclass(slots=True)
class Gathering:
    """Counts, points and the worst units of a collection."""

    worst_wanted: int
    units: int = 0
    to_look_at: int = 0
    expected_wrong: float = 0.0
    languages: Counter[str] = field(default_factory=Counter)
    probabilities: Counter[int] = field(default_factory=Counter)
    doubts: Counter[int] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    issues: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    documents: dict[str, Counter[Severity]] = field(default_factory=lambda: defaultdict(Counter))
    document_units: Counter[str] = field(default_factory=Counter)
    lengths: dict[Pair, list[tuple[int, int, float]]] = field(default_factory=lambda: defaultdict(list))
    paths: dict[Place, Path] = field(default_factory=lambda: defaultdict(Path))
    alone: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    _worst: list[tuple[tuple[bool, int, float], int, Examined]] = field(default_factory=list)
    _seen_lengths: Counter[Pair] = field(default_factory=Counter)
    _strides: dict[Pair, int] = field(default_factory=dict)

    def see(self, one: Examined) -> None:
        """Take one unit in."""
        self.units += 1
        self.expected_wrong += one.doubt
        self.languages.update(one.unit.languages)
        self.doubts[_bin(one.doubt)] += 1
        if one.unit.probability is not None:
            self.probabilities[_bin(one.unit.probability)] += 1
        if kind := one.unit.kind:
            self.kinds[kind if "-" in kind else "one-sided"] += 1
        self._see_issues(one)
        self._see_places(one.unit, one.doubt)
        if not one.judgement.needs_look(Severity.WARNING):
            return
        self.to_look_at += 1
        item = (one.judgement.need, -self.units, one)
        if len(self._worst) < self.worst_wanted:
            heapq.heappush(self._worst, item)
        else:
            heapq.heappushpop(self._worst, item)

    @property
    def worst(self) -> list[Examined]:
        """The units that most need a look, the most needy first."""
        return [one for _, _, one in sorted(self._worst, reverse=True)]

    def is_sampled(self, pair: Pair) -> bool:
        """True when the length points of a pair are not all there."""
        return self._strides.get(pair, 1) > 1

    def _see_issues(self, one: Examined) -> None:
        name = document_name(one.unit)
        self.document_units[name] += 1
        self.issues.update({(issue.check, issue.severity) for issue in one.issues})
        present = {issue.severity for issue in one.issues}
        worst = next((severity for severity in Severity if severity in present), None)
        if worst is not None:
            self.severities[worst] += 1
            self.documents[name][worst] += 1

    def _see_places(self, unit: TranslationUnit, doubt: float) -> None:
        filled = [variant for variant in unit.variants if variant.text.strip()]
        if len(filled) == 1:
            self.alone[filled[0].language, filled[0].document].extend(filled[0].segments)
        for other in filled[1:]:
            first = filled[0]
            self._see_lengths((first.language, other.language), (len(first.text), len(other.text), doubt))
            if first.segments and other.segments:
                place = (first.language, other.language, first.document, other.document)
                self.paths[place].points.append((_middle(first.segments), _middle(other.segments), doubt))

    def _see_lengths(self, pair: Pair, point: tuple[int, int, float]) -> None:
        """Keep an even sample: every unit at first, every second of them whenever there are too many."""
        seen, points = self._seen_lengths[pair], self.lengths[pair]
        stride = self._strides.setdefault(pair, 1)
        self._seen_lengths[pair] += 1
        if seen % stride:
            return
        points.append(point)
        if len(points) >= 2 * SCATTERED:
            self.lengths[pair] = points[::2]
            self._strides[pair] *= 2


def gather(examined: Iterable[Examined], worst: int) -> Gathering:
    """Everything the report shows."""
    gathering = Gathering(worst)
    for one in examined:
        gathering.see(one)
    return gathering


def document_name(unit: TranslationUnit) -> str:
    """How the documents of a unit are called in the report: the group or file it came from, else the title on its first side."""
    return unit.provenance.source or next((variant.document for variant in unit.variants if variant.document), "no document")


def pair_name(pair: Pair) -> str:
    """`Kazakh – Russian`."""
    return " – ".join(map(language_name, pair))


def _bin(share: float) -> int:
    return min(int(share * BINS), BINS - 1)


def _middle(positions: tuple[int, ...]) -> float:
    return (positions[0] + positions[-1]) / 2
