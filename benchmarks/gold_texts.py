"""Gold written as texts (tests/gold), a bead a line, side by side; and ways to damage gold as real texts are damaged."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from pathlib import Path
from random import Random

from aligner.beads import Side
from aligner.evaluation.agreement import Rung
from aligner.evaluation.gold import GoldDocument

TOGETHER = "~ "
"""Begins a line whose segments translate each other only all together."""
FEWEST_BLOCKS = 4
"""Blocks of a document in which strangers may face each other."""

Texts = tuple[str, ...]
Bead = tuple[Texts, ...]
"""The segments of each side of one bead."""


@dataclass(frozen=True)
class WrittenGold:
    """A document as beads over its languages.

    `starts` are the beads with which a paragraph begins, `together` those in which as many segments of two sides still do not
    translate each other one by one.
    """

    id: str
    languages: tuple[str, ...]
    beads: tuple[Bead, ...]
    starts: frozenset[int] = frozenset()
    together: frozenset[int] = frozenset()

    def document(self) -> GoldDocument:
        """The document with its sides and the gold of every pair."""
        sides = tuple(self._side(place) for place in range(len(self.languages)))
        pairs = combinations(range(len(self.languages)), 2)
        return GoldDocument(self.id, sides, {(self.languages[a], self.languages[b]): tuple(self._rungs(a, b)) for a, b in pairs})

    def _side(self, place: int) -> Side:
        segments: list[str] = []
        starts = set()
        for number, bead in enumerate(self.beads):
            if number in self.starts and bead[place]:
                starts.add(len(segments))
            segments += bead[place]
        return Side(self.languages[place], tuple(segments), frozenset(starts))

    def _rungs(self, a: int, b: int) -> Iterable[Rung]:
        i = j = 0
        for number, bead in enumerate(self.beads):
            n, m = len(bead[a]), len(bead[b])
            if n == m and number not in self.together:
                yield from (((i + step,), (j + step,)) for step in range(n))
            elif n and m:
                yield tuple(range(i, i + n)), tuple(range(j, j + m))
            else:
                yield from (((i + step,), ()) for step in range(n))
                yield from (((), (j + step,)) for step in range(m))
            i, j = i + n, j + m


def read_written(path: Path) -> WrittenGold:
    """Read a file of tests/gold."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    languages = tuple(first.split(" || "))
    beads: list[Bead] = []
    starts = {0}
    together = set()
    for line in lines:
        if not line.strip():
            starts.add(len(beads))
            continue
        if line.startswith(TOGETHER):
            together.add(len(beads))
        sides = line.removeprefix(TOGETHER).split("||")
        if len(sides) != len(languages):
            message = f"{path.name}: {len(sides)} sides in {line!r}"
            raise ValueError(message)
        beads.append(tuple(tuple(part.strip() for part in side.split(" ¦ ") if part.strip()) for side in sides))
    return WrittenGold(path.stem, languages, tuple(beads), frozenset(starts), frozenset(together))


def damaged(gold: WrittenGold, seed: int, *, left_out: float, joined: float, cut: float) -> WrittenGold:
    """The document with segments left out in runs, joined to the next and cut in two on single sides, each with this chance."""
    random = Random(f"{gold.id} {seed}")  # noqa: S311 - no secret, and the same every time
    sides = range(len(gold.languages))
    missing = [_runs(random, len(gold.beads), left_out) for _ in sides]
    beads: list[Bead] = []
    starts, together = set(), set()
    for number, bead in enumerate(gold.beads):
        kept = tuple(() if missing[side][number] else bead[side] for side in sides)
        kept = tuple(tuple(piece for text in texts for piece in _pieces(random, text, cut)) for texts in kept)
        bound = number in gold.together or len(beads) - 1 in together
        if beads and random.random() < joined and not bound and number not in gold.starts and all(kept) and all(beads[-1]):
            beads[-1] = _joined(random, beads[-1], kept)
            continue
        if number in gold.starts:
            starts.add(len(beads))
        if number in gold.together:
            together.add(len(beads))
        beads.append(kept)
    return replace(gold, beads=tuple(beads), starts=frozenset(starts), together=frozenset(together))


def _runs(random: Random, length: int, share: float) -> list[bool]:
    """Which of so many beads are left out: runs of one to four."""
    flags: list[bool] = []
    while len(flags) < length:
        run = random.randint(1, 4)
        flags += [random.random() < share] * run
    return flags[:length]


def _pieces(random: Random, text: str, share: float) -> list[str]:
    words = text.split()
    if len(words) < 6 or random.random() >= share:
        return [text]
    at = random.randint(2, len(words) - 2)
    return [" ".join(words[:at]), " ".join(words[at:])]


def _joined(random: Random, first: Bead, second: Bead) -> Bead:
    """Two beads of which one side has the last and the first segment run together; the other sides keep theirs."""
    side = random.randrange(len(first))
    whole = [first[place] + second[place] for place in range(len(first))]
    whole[side] = (*first[side][:-1], f"{first[side][-1]} {second[side][0]}", *second[side][1:])
    return tuple(whole)


def passages(document: GoldDocument, seed: int) -> list[GoldDocument]:
    """The document cut into passages of one to twelve beads, wherever all pairs of sides may be cut."""
    random = Random(f"{document.id} {seed}")  # noqa: S311 - no secret, and the same every time
    cuts = _common_cuts(document)
    parts, at = [], 0
    while at < len(cuts) - 1:
        end = min(at + random.randint(1, 12), len(cuts) - 1)
        parts.append(_part(document, cuts[at], cuts[end]))
        at = end
    return [part for part in parts if all(map(len, part.sides))]


def _common_cuts(document: GoldDocument) -> list[tuple[int, ...]]:
    """The positions, one a side, at which every pair that has gold may be cut."""
    tags = [side.language for side in document.sides]
    found: list[tuple[int, ...]] = [(i,) for i in range(len(document.sides[0]) + 1)]
    for place, tag in enumerate(tags[1:], start=1):
        after = {first: _cuts(document, first, tag) for first in tags[:place]}
        found = [
            (*node, j)
            for node in found
            for j in range(len(document.sides[place]) + 1)
            if all((i, j) in after[first] for first, i in zip(tags, node, strict=False))
        ]
    return sorted(found)


def _cuts(document: GoldDocument, first: str, second: str) -> set[tuple[int, int]]:
    rungs = document.rungs.get((first, second))
    if rungs is None:
        rungs = tuple((b, a) for a, b in document.rungs[second, first])
    i = j = 0
    cuts = {(0, 0)}
    for a, b in rungs:
        i, j = i + len(a), j + len(b)
        cuts.add((i, j))
    return cuts


def parted(document: GoldDocument, seed: int, *, inside: float, ends: float) -> GoldDocument:
    """The document with strangers face to face: of two blocks in a row some sides lose the first and the others the second.

    `inside` is the chance of it at every block, `ends` that at the beginning and at the end of the document.
    """
    random = Random(f"{document.id} {seed} parted")  # noqa: S311 - no secret, and the same every time
    blocks = list(pairwise(_common_cuts(document)))
    last = len(blocks) - 2
    kept = [set(range(len(side))) for side in document.sides]
    free = 0
    for place in range(last + 1 if len(blocks) >= FEWEST_BLOCKS else 0):
        if random.random() < (ends if place in {0, last} else inside) and place >= free:
            free = place + 2
            first = set(random.sample(range(len(kept)), random.randint(1, len(kept) - 1)))
            for side, held in enumerate(kept):
                start, stop = blocks[place if side in first else place + 1]
                held.difference_update(range(start[side], stop[side]))
    return _with_only(document, kept)


def _part(document: GoldDocument, start: tuple[int, ...], stop: tuple[int, ...]) -> GoldDocument:
    kept = [range(*bounds) for bounds in zip(start, stop, strict=True)]
    return replace(_with_only(document, kept), id=f"{document.id} {start[0]}")


def _with_only(document: GoldDocument, kept: Sequence[Collection[int]]) -> GoldDocument:
    """The document with these segments of each side; what loses its partners is left alone."""
    places = {
        side.language: {place: number for number, place in enumerate(sorted(held))}
        for side, held in zip(document.sides, kept, strict=True)
    }
    sides = []
    for side in document.sides:
        own = places[side.language]
        starts = frozenset(own[place] for place in side.paragraph_starts if place in own)
        sides.append(Side(side.language, tuple(side.segments[place] for place in own), starts))
    rungs = {pair: tuple(_left(held, places[pair[0]], places[pair[1]])) for pair, held in document.rungs.items()}
    return replace(document, sides=tuple(sides), rungs=rungs)


def _left(rungs: Iterable[Rung], first: Mapping[int, int], second: Mapping[int, int]) -> Iterable[Rung]:
    """What is left of the rungs, by the new places of the segments of both sides."""
    for a, b in rungs:
        here, there = (tuple(places[place] for place in side if place in places) for side, places in ((a, first), (b, second)))
        if here and there:
            yield here, there
        else:
            yield from (((place,), ()) for place in here)
            yield from (((), (place,)) for place in there)


def without_paragraphs(document: GoldDocument) -> GoldDocument:
    """The document with no paragraphs known."""
    return replace(document, sides=tuple(replace(side, paragraph_starts=frozenset()) for side in document.sides))


def renamed(document: GoldDocument, tags: Sequence[str]) -> GoldDocument:
    """The document as if its languages were others, which no stemmer and no lexicon knows."""
    known = dict(zip((side.language for side in document.sides), tags, strict=False))
    sides = tuple(replace(side, language=known[side.language]) for side in document.sides)
    return replace(document, sides=sides, rungs={(known[a], known[b]): rungs for (a, b), rungs in document.rungs.items()})
