"""Aligning what is stored: which groups are due, and keeping each one's units as soon as it is done."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alignments.errors import AlignmentsError
from alignments.memory import Memory
from alignments.pairing.bitexts import PairedGroup, pair_groups
from alignments.pairing.companions import companions, only_document, uncompared
from alignments.pairing.groups import JOINED_BY, Group, groups_of
from alignments.pairing.knowledge import extended_by, knowledge_of
from alignments.pairing.strangers import warning
from alignments.selection import Selection


@dataclass(frozen=True, slots=True)
class Outcome:
    """What aligning one group gave, in a line for people, and what is to be looked at."""

    group: str
    line: str
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """The groups to align, and how many files that stand alone were too many to be compared with each other."""

    groups: tuple[Group, ...]
    uncompared: int = 0


def pending_groups(memory: Memory, names: Sequence[str], *, again: bool = False) -> Pending:
    """The groups to align: those named, or all whose documents are others than those aligned (all with `again`).

    Raises AlignmentsError for a name that is neither a group nor the number of a document.
    """
    every = groups_of(memory.library.documents())
    if names:
        return Pending(_named(every, names))
    aligned = memory.store.aligned_groups()
    due = [group for group in every if again or _is_due(group, aligned)]
    if not due:
        return Pending(())
    found = companions(every, extended_by(memory.store.terms()))
    joined = {name for group in found for name in group.name.split(JOINED_BY)}
    waiting = tuple(group for group in due if group.name not in joined)
    return Pending(waiting + tuple(group for group in found if again or _is_due(group, aligned)), uncompared(every))


def _is_due(group: Group, aligned: Mapping[str, frozenset[int]]) -> bool:
    """True when these documents were not aligned yet; a text that waits was aligned where it was joined to others."""
    own = _numbers(group)
    if aligned.get(group.name) == own:
        return False
    return only_document(group) is None or not any(
        own <= documents for name, documents in aligned.items() if group.name in name.split(JOINED_BY)
    )


def _numbers(group: Group) -> frozenset[int]:
    return frozenset(one.id for one in group.documents)


def _named(every: Sequence[Group], names: Sequence[str]) -> tuple[Group, ...]:
    groups = {group.name: group for group in every}
    documents = {str(one.id): one for group in every for one in group.documents}
    unknown = [name for name in names if name not in groups and name not in documents]
    if unknown:
        raise AlignmentsError(f"{unknown[0]}: no such document or group; `tilmash documents` lists them")
    numbered = tuple(documents[name] for name in names if name in documents and name not in groups)
    chosen = [groups[name] for name in dict.fromkeys(names) if name in groups]
    if len({one.document.group for one in numbered}) == 1:
        chosen.append(groups[numbered[0].document.group])
    elif numbered:
        chosen.append(Group(JOINED_BY.join(dict.fromkeys(one.document.group for one in numbered)), numbered))
    return tuple(dict.fromkeys(chosen))


def align_all(memory: Memory, groups: Sequence[Group]) -> Iterator[Outcome]:
    """Align group by group; each is stored when it is done, so an interrupted run goes on behind the last one stored.

    The terms and the accepted units of the memory are evidence.
    """
    for paired in pair_groups(groups, knowledge_of(memory)):
        kept = memory.store.count(Selection(source=paired.group.name, origin="aligned")) if not paired.units else 0
        if kept:
            yield Outcome(
                paired.group.name, f"{paired.group.name}: no translations found now; the {kept} units of before are kept"
            )
            continue
        with memory.transaction():
            counts = memory.store.replace_alignment(paired.group.name, paired.units, sorted(_numbers(paired.group)))
            _drop_smaller(memory, paired.group.name)
        lost = f"; not kept: {counts.failures[0]}" if counts.failed else ""
        yield Outcome(paired.group.name, _line(paired) + lost, warning(paired.group.name, paired.units))


def _drop_smaller(memory: Memory, name: str) -> None:
    """When a third file joined two companions, the alignment of the three takes the place of that of the two."""
    members = set(name.split(JOINED_BY))
    for other in memory.store.aligned_groups():
        if JOINED_BY in other and set(other.split(JOINED_BY)) < members:
            memory.store.replace_alignment(other, ())


def _line(paired: PairedGroup) -> str:
    languages = " ".join(sorted({one.document.language for one in paired.group.documents}))
    if not paired.passages and len(paired.group.documents) == 1:
        return f"{paired.group.name}: one language only ({languages}); it waits for its translation"
    if not paired.passages:
        return f"{paired.group.name}: nothing translates anything here (languages: {languages or 'none recognised'})"
    units = [unit for unit in paired.units if len(unit.variants) > 1]
    alone = len(paired.units) - len(units)
    kinds = Counter("-".join(unit.languages) for unit in units)
    parts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    rest = f"; without a translation: {alone}" if alone else ""
    passages = "one passage" if len(paired.passages) == 1 else f"{len(paired.passages)} passages"
    return f"{paired.group.name}: {len(units)} units ({parts}) in {passages}{rest}"
