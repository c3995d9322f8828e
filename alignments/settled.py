"""What reviewers settled: texts of which no new unit is made when their documents are aligned again or memories are merged."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from alignments.units import Decision, TranslationUnit

Texts = frozenset[tuple[str, str]]
"""The texts of a unit with their languages."""

_TOLD = '{"note": '


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision changed: the texts of the unit before it, and the ids of the units that came of it."""

    note: str
    before: tuple[tuple[str, str], ...]
    became: tuple[str, ...]


def note_of(change: Change) -> str:
    """A change as the note of a decision, in JSON."""
    return json.dumps({"note": change.note, "before": change.before, "became": change.became}, ensure_ascii=False)


def change_of(decision: Decision) -> Change | None:
    """What a decision changed; None where it changed no text."""
    if not decision.note.startswith(_TOLD):
        return None
    told = json.loads(decision.note)
    return Change(told["note"], tuple((language, text) for language, text in told["before"]), tuple(told["became"]))


def taken_apart(decisions: Iterable[Decision]) -> dict[str, tuple[str, ...]]:
    """The ids of units that were split or merged away, each with the ids of what came of it."""
    changes = ((decision.unit, change_of(decision)) for decision in decisions if decision.verdict in {"split", "merge"})
    return {unit: change.became for unit, change in changes if change is not None}


def unsettled(
    fresh: Sequence[TranslationUnit], reviewed: Sequence[TranslationUnit], decisions: Sequence[Decision]
) -> Iterator[TranslationUnit]:
    """The new units that say what no reviewed unit says, nor said before it was edited, split or merged; in order."""
    names = {unit.id for unit in reviewed}
    settled = _settled(reviewed, decisions)
    settled.subtract(_texts(unit) for unit in fresh if unit.id in names)
    for unit in fresh:
        if unit.id in names:
            continue
        if settled[_texts(unit)] > 0:
            settled[_texts(unit)] -= 1
        else:
            yield unit


def _settled(reviewed: Iterable[TranslationUnit], decisions: Sequence[Decision]) -> Counter[Texts]:
    """How many new units of each texts are not wanted, from the last decision to the first."""
    settled = Counter(map(_texts, reviewed))
    names = {unit.id for unit in reviewed}
    for decision in reversed(decisions):
        change = change_of(decision)
        if change is not None and not names.isdisjoint((decision.unit, *change.became)):
            names.add(decision.unit)
            settled[frozenset(change.before)] += 1
    return settled


def _texts(unit: TranslationUnit) -> Texts:
    return frozenset((variant.language, variant.text) for variant in unit.variants)
