"""What beginnings of paragraphs are worth: strict F1 where those of two sides agree, differ, or stand at every segment.

usage: python benchmarks/paragraphs.py EVERY [FIRST]
Takes every EVERY-th text of tests/gold from the FIRST on (0), its first two languages, as it is and damaged, and gives both sides
paragraphs beside those of the file: the same ones, or each its own. The frozen weights have seen the texts.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from gold_texts import WrittenGold, damaged, read_written

from aligner import align
from aligner.beads import Side

TEXTS = Path(__file__).parents[1] / "tests" / "gold"
MORE = 0.3
"""The chance that a paragraph begins at a bead on all sides."""

WAYS = {
    "none known": None,
    "the same": ((1.0, 0.0), (1.0, 0.0)),
    "one side has half of them": ((1.0, 0.0), (0.5, 0.0)),
    "one side has more": ((1.0, 0.0), (1.0, 0.3)),
    "each its own": ((0.6, 0.2), (0.6, 0.2)),
    "a segment a line, one side": ((1.0, 0.0), (1.0, 1.0)),
    "a segment a line": ((1.0, 1.0), (1.0, 1.0)),
}
"""For each side the share of the common beginnings that it keeps, and the chance of one of its own at any segment."""


def main() -> None:
    """Print F1 and the number of wrong beads at .9 or more for every way."""
    every, first = (*map(int, sys.argv[1:]), 0)[:2]
    texts = [read_written(path) for path in sorted(TEXTS.glob("*.txt"))[first::every]]
    for name, way in WAYS.items():
        shown = []
        for is_damaged in (False, True):
            right, found, wanted, lies = map(sum, zip(*counts(texts, way, is_damaged=is_damaged), strict=True))
            shown.append(f"{2 * right / (found + wanted):.3f} ({lies})")
        print(f"{name:28} as they are {shown[0]:12} damaged {shown[1]}", flush=True)


def counts(
    texts: list[WrittenGold], way: tuple[tuple[float, float], ...] | None, *, is_damaged: bool
) -> Iterator[tuple[int, ...]]:
    """Right beads, beads found, beads of gold and sure wrong beads of every text."""
    for text in texts:
        chance = Random(text.id)  # noqa: S311 - a reproducible draw
        starts = text.starts | {bead for bead in range(len(text.beads)) if chance.random() < MORE}
        gold = replace(text, starts=frozenset(starts))
        if is_damaged:
            gold = damaged(gold, 1, left_out=0.12, joined=0.15, cut=0.1)
        document = gold.document()
        pair, rungs = next(iter(document.rungs.items()))
        sides = [document.side(language) for language in pair]
        ways = way or [None, None]
        beads = align(*(with_starts(side, own, chance) for side, own in zip(sides, ways, strict=True)))
        gold_beads = {rung for rung in rungs if all(rung)}
        found = {
            tuple(tuple(span.positions) for span in bead.spans): bead.probability for bead in beads if all(map(len, bead.spans))
        }
        lies = sum(chance >= 0.9 and bead not in gold_beads for bead, chance in found.items())
        yield len(gold_beads & found.keys()), len(found), len(gold_beads), lies


def with_starts(side: Side, way: tuple[float, float] | None, chance: Random) -> Side:
    """The side with its own beginnings of paragraphs."""
    if way is None:
        return replace(side, paragraph_starts=frozenset())
    kept, own = way
    starts = {start for start in side.paragraph_starts if chance.random() < kept}
    return replace(side, paragraph_starts=frozenset({0} | starts | {at for at in range(len(side)) if chance.random() < own}))


if __name__ == "__main__":
    main()
