"""A collection of units gone through by the checks: `judge` gives what they say of each, `examine` the units with it."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from alignments.checks import chosen_checks
from alignments.columns import Columns, columns_of
from alignments.doubt import doubts_of
from alignments.inspection.background import Background, background_of
from alignments.inspection.batch import Batch
from alignments.inspection.batching import Batched, in_batches, with_neighbours
from alignments.inspection.findings import Check
from alignments.inspection.spreading import spread
from alignments.units import Dismissal, Issue, Severity, TermEntry, TranslationUnit

WRONG_PAIR = 0.5
"""From this doubt on a unit is more probably a wrong pair than a right one, and comes before all others."""

NO_REASON = "no check found anything; the shape, length and words of the pair make it doubtful"
"""What is said of a unit that is doubted all the same."""

_GRAVITY = tuple(reversed(Severity))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the checks found in a unit, and the chance 0…1 that it is wrong."""

    unit: str
    issues: tuple[Issue, ...]
    doubt: float

    @property
    def need(self) -> tuple[bool, int, float]:
        """How much a unit needs a look: wrong pairs first, then right pairs by their worst issue, then by doubt."""
        gravest = max((_GRAVITY.index(issue.severity) for issue in self.issues), default=-1)
        return self.doubt >= WRONG_PAIR, gravest, self.doubt

    def needs_look(self, least: Severity) -> bool:
        """True for a unit that is probably wrong, and for one with an issue so severe or worse."""
        return self.doubt >= WRONG_PAIR or self.need[1] >= _GRAVITY.index(least)


@dataclass(frozen=True, slots=True)
class Examined:
    """A unit with its judgement."""

    unit: TranslationUnit
    judgement: Judgement

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What the checks found in it."""
        return self.judgement.issues

    @property
    def doubt(self) -> float:
        """The chance 0…1 that it is wrong."""
        return self.judgement.doubt


def check_units(
    units: Iterable[TranslationUnit],
    *,
    terms: Iterable[TermEntry] = (),
    only: Collection[str] = (),
    skip: Collection[str] = (),
    dismissals: Iterable[Dismissal] = (),
) -> Iterator[Issue]:
    """The issues of a collection of units, unit by unit in their order; arguments as for `examine`."""
    for examined in examine(units, terms=terms, only=only, skip=skip, dismissals=dismissals):
        yield from examined.issues


def examine(  # noqa: PLR0913 - all but the units have a usual value
    units: Iterable[TranslationUnit],
    *,
    terms: Iterable[TermEntry] = (),
    only: Collection[str] = (),
    skip: Collection[str] = (),
    dismissals: Iterable[Dismissal] = (),
    processes: int = 1,
) -> Iterator[Examined]:
    """Every unit of a collection with its issues and its doubt, in order.

    The collection is gone through twice, first to see what is usual in it; an iterator is kept in memory for that, what can
    be gone through again is not. Other arguments as for `judge`.
    """
    again = list(units) if isinstance(units, Iterator) else units
    checks, waiting = chosen_checks(only, skip), deque[list[TranslationUnit]]()
    background = background_of(map(columns_of, in_batches(again)), terms, processes)

    def noted() -> Iterator[Columns]:
        for batch in in_batches(again):
            waiting.append(batch)
            yield columns_of(batch)

    for judgements in _judged(noted(), checks, background, dismissals, processes):
        yield from map(Examined, waiting.popleft(), judgements)


def judge(  # noqa: PLR0913 - all but the units have a usual value
    batches: Iterable[Columns],
    *,
    terms: Iterable[TermEntry] = (),
    only: Collection[str] = (),
    skip: Collection[str] = (),
    dismissals: Iterable[Dismissal] = (),
    processes: int = 1,
) -> Iterator[Judgement]:
    """What the checks say of every unit of a collection, which comes in columns and is gone through twice.

    `terms` is the user's term base; issues that somebody dismissed are left out; `processes` share the work.
    """
    checks = chosen_checks(only, skip)
    background = background_of(batches, terms, processes)
    for judgements in _judged(batches, checks, background, dismissals, processes):
        yield from judgements


def _judged(
    batches: Iterable[Columns],
    checks: Iterable[Check],
    background: Background,
    dismissals: Iterable[Dismissal],
    processes: int,
) -> Iterator[list[Judgement]]:
    """The judgements of each batch."""
    dismissed = {(one.unit, one.check, one.language) for one in dismissals}

    def look(batched: Batched) -> Found:
        return _found(batched, checks, background)

    for batched, (issues, doubts) in spread(look, with_neighbours(batches), processes):
        left = (tuple(issue for issue in found if not _is_in(dismissed, issue)) for found in issues)
        yield list(map(Judgement, batched.judged.ids, left, doubts))


Found = tuple[list[tuple[Issue, ...]], list[float]]
"""The issues and the doubt of each unit to be judged."""


def _found(batched: Batched, checks: Iterable[Check], background: Background) -> Found:
    batch, issues = Batch(batched.columns, background, batched.first), defaultdict[int, tuple[Issue, ...]](tuple)
    for check in checks:
        for place, issue in check.issues(batch):
            issues[place] += (issue,)
    places = range(len(batch))[batched.places]
    return [issues[place] for place in places], doubts_of(batch)[batched.places].tolist()


def _is_in(dismissed: Collection[tuple[str, str, str]], issue: Issue) -> bool:
    """True when the issue was dismissed in this language or in all."""
    keys = {(issue.unit, issue.check, issue.language), (issue.unit, issue.check, "")}
    return bool(dismissed) and not keys.isdisjoint(dismissed)
