"""Two alignments side by side: which beads they share, and where they differ."""

import json
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, pairwise

from alignments.errors import AlignmentsError
from alignments.files.rungs import rungs
from alignments.units import TranslationUnit

SIDES = ("first", "second", "third", "fourth")
"""How the sides of a ladder are called, which does not name their languages."""


@dataclass(frozen=True, slots=True)
class ComparedBead:
    """One bead: what it holds of each side, by which it is the same as another, and how it is shown.

    `held` is empty text for a side of which it holds nothing; `languages` are the sides' names, none in a ladder; `document`
    tells positions of one document from those of another.
    """

    held: tuple[str, ...]
    shown: tuple[str, ...]
    languages: tuple[str, ...] = ()
    document: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the two alignments differ: the beads of each there, one of the two possibly without any."""

    first: tuple[ComparedBead, ...]
    second: tuple[ComparedBead, ...]
    is_join: bool = False
    """One bead of the one holds all that several of the other hold, as where a third language joined them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many beads each alignment has, how many both have, and the places where they differ, in order.

    `languages` are those compared where one of the alignments has more; otherwise none.
    """

    first: int
    second: int
    same: int
    differences: tuple[Difference, ...]
    languages: tuple[str, ...] = ()

    @property
    def agreement(self) -> float:
        """Shared beads, twice, by all beads: 0…1; 1 when both are empty."""
        return 2 * self.same / (self.first + self.second) if self.first + self.second else 1.0


def compare(first: Sequence[ComparedBead], second: Sequence[ComparedBead]) -> Comparison:
    """Walk along both alignments and put side by side what is not the same.

    Sides go by their names where both alignments name them, of which the shared ones count; otherwise by their order.
    Raises AlignmentsError when fewer than two sides are shared, or when nobody can know which are.
    """
    shared = _shared(first, second)
    is_part = bool(shared) and any(not set(bead.languages).issubset(shared) for bead in chain(first, second))
    if is_part:
        first, second = (tuple(bead for bead in beads if _says_anything(bead, shared)) for beads in (first, second))
    ours, theirs = ([_key(bead, shared) for bead in beads] for beads in (first, second))
    differences: list[Difference] = []
    same = 0
    for name, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if name == "equal":
            same += b - a
        else:
            differences += _places(first[a:b], second[c:d], shared)
    return Comparison(len(first), len(second), same, tuple(differences), shared if is_part else ())


def _places(first: Sequence[ComparedBead], second: Sequence[ComparedBead], shared: Sequence[str]) -> Iterator[Difference]:
    """Beads that differ, cut wherever both have said the same until then."""
    ours, theirs = list[ComparedBead](), list[ComparedBead]()
    here, there = Counter[str](), Counter[str]()
    coming, other = deque(first), deque(second)
    while coming or other:
        is_ours = not other or (bool(coming) and here.total() <= there.total())
        bead = (coming if is_ours else other).popleft()
        (ours if is_ours else theirs).append(bead)
        (here if is_ours else there).update(_held(bead, shared))
        if here == there:
            yield Difference(tuple(ours), tuple(theirs), is_join=len(ours) != len(theirs) and 1 in {len(ours), len(theirs)})
            ours, theirs = [], []
    if ours or theirs:
        yield Difference(tuple(ours), tuple(theirs))


def _held(bead: ComparedBead, shared: Sequence[str]) -> Iterator[str]:
    """The letters, or positions, that a bead holds, each with its side."""
    names = bead.languages or tuple(map(str, range(len(bead.held))))
    for name, held in zip(names, bead.held, strict=True):
        if name in shared or not shared:
            yield from (f"{name}:{piece}" for piece in (held.split(",") if bead.document else held) if piece)


def _shared(first: Sequence[ComparedBead], second: Sequence[ComparedBead]) -> tuple[str, ...]:
    """The languages that both alignments have; none where sides go by their order."""
    ours, theirs = (dict.fromkeys(language for bead in beads for language in bead.languages) for beads in (first, second))
    if not ours or not theirs:
        counts = [max((len(bead.held) for bead in beads), default=0) for beads in (first, second)]
        if all(counts) and counts[0] != counts[1]:
            raise AlignmentsError(
                f"{counts[0]} sides and {counts[1]}: a ladder does not say which languages it holds; "
                "compare JSON lines of `align-files`, which do"
            )
        return ()
    shared = tuple(language for language in ours if language in theirs)
    if len(shared) < 2:
        raise AlignmentsError(f"{', '.join(ours)} and {', '.join(theirs)}: fewer than two languages in both; nothing to compare")
    return shared


def _says_anything(bead: ComparedBead, shared: Collection[str]) -> bool:
    """True for a bead that holds something of the shared languages; of texts both must be there, as one alone is no unit."""
    held = [text for language, text in zip(bead.languages, bead.held, strict=True) if language in shared]
    return len(held) > 1 and any(held)


def _key(bead: ComparedBead, shared: Collection[str]) -> tuple[str, ...]:
    if not shared:
        return bead.document, *bead.held
    named = zip(bead.languages, bead.held, strict=True)
    return bead.document, *sorted(f"{language}:{text}" for language, text in named if language in shared)


def beads_of_units(units: Iterable[TranslationUnit]) -> Iterator[ComparedBead]:
    """Units as beads that are the same when their texts are, whatever the spaces; the languages in alphabetical order."""
    for unit in units:
        variants = sorted(unit.variants, key=lambda variant: variant.language)
        yield ComparedBead(
            held=tuple("".join(variant.text.split()) for variant in variants),
            shown=tuple(f"{variant.language}  {variant.text}" for variant in variants),
            languages=tuple(variant.language for variant in variants),
        )


def beads_of_lines(lines: Sequence[str], name: str) -> Iterator[ComparedBead]:
    """The beads of `align-files` output (a document a line) or of a ladder, by their positions.

    Raises AlignmentsError with the line number for a line that is neither.
    """
    if next((line for line in lines if line.strip()), "").lstrip().startswith("{"):
        return _beads_of_documents(lines, name)
    return _beads_of_ladder(lines, name)


def _beads_of_documents(lines: Iterable[str], name: str) -> Iterator[ComparedBead]:
    for number, line in enumerate(lines, start=1):
        try:
            for bead in json.loads(line)["beads"] if line.strip() else ():
                positions = {side: places for side, places in bead.items() if isinstance(places, list)}
                yield _bead(positions, tuple(positions), str(number))
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise AlignmentsError(f'{name}, line {number}: no alignment; expected {{"beads": [{{"kk": [0], …}}]}}') from error


def _beads_of_ladder(lines: Iterable[str], name: str) -> Iterator[ComparedBead]:
    for rung, following in pairwise(rungs(lines, name)):
        spans = map(range, rung.starts, following.starts)
        yield _bead(dict(zip(SIDES, map(list, spans), strict=False)), (), "1")


def _bead(positions: Mapping[str, Sequence[int]], languages: tuple[str, ...], document: str) -> ComparedBead:
    """Positions are shown from 1."""
    held = tuple(",".join(map(str, places)) for places in positions.values())
    shown = ", ".join(f"{side} {_counted(places)}" for side, places in positions.items())
    return ComparedBead(held, (shown,), languages, document)


def _counted(places: Sequence[int]) -> str:
    if not places:
        return "–"
    return str(places[0] + 1) if len(places) == 1 else f"{places[0] + 1}–{places[-1] + 1}"
