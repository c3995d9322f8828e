"""How much of an alignment survives damage: a block of 30 % missing on one side, and two paragraphs that trade places.

usage: python benchmarks/robustness.py GOLD.jsonl…

Strict F1 of two sides over the beads that the damage does not touch, before and after it; every document is damaged in three
places. Of exchanged paragraphs (five beads each) what follows them is scored. The frozen weights may have seen the texts:
read the difference, not the level.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner import Side, align_bitexts
from aligner.evaluation.agreement import Agreement, Rung, agreement, rungs_of
from aligner.evaluation.gold import GoldDocument, Pair, parse_gold

MISSING = 0.3
PARAGRAPH = 5
"""Beads of each of the two paragraphs that trade places."""

STARTS = (0.1, 0.35, 0.6)
"""Where in the document the damage begins."""


@dataclass(frozen=True)
class Damage:
    """The segments of the second side that are left, in their new order, and the gold beads that are to survive."""

    order: tuple[int, ...]
    surviving: tuple[Rung, ...]


def without_block(rungs: Sequence[Rung], start: float) -> Damage:
    """Thirty percent of the beads lose their second side."""
    first = int(start * len(rungs))
    lost = rungs[first : first + int(MISSING * len(rungs))]
    rest = tuple(rung for rung in rungs if rung not in lost)
    return Damage(_second(rest), rest)


def exchanged(rungs: Sequence[Rung], start: float) -> Damage:
    """Two neighbouring paragraphs of the second side trade places; what follows is to survive."""
    first = int(start * len(rungs))
    middle, stop = first + PARAGRAPH, first + 2 * PARAGRAPH
    moved = (*rungs[:first], *rungs[middle:stop], *rungs[first:middle], *rungs[stop:])
    return Damage(_second(moved), tuple(rungs[stop:]))


def _second(rungs: Sequence[Rung]) -> tuple[int, ...]:
    return tuple(position for _, target in rungs for position in target)


def surviving(found: Sequence[Rung], damage: Damage) -> Agreement:
    """The agreement over the beads that hold a segment of a surviving bead; positions are those of the whole document."""
    held = [{position for rung in damage.surviving for position in rung[side]} for side in (0, 1)]
    touching = [rung for rung in found if held[0].intersection(rung[0]) or held[1].intersection(rung[1])]
    return agreement(touching, damage.surviving)


def compare(
    documents: Sequence[GoldDocument], pair: Pair, damaged: Callable[[Sequence[Rung], float], Damage]
) -> tuple[Agreement, Agreement]:
    """The agreement before and after the damage, over all documents and places."""
    before, after = Agreement(), Agreement()
    whole = [(one.side(pair[0]), one.side(pair[1])) for one in documents]
    untouched = [rungs_of(beads) for beads in align_bitexts(whole)]
    for start in STARTS:
        damages = [damaged(one.rungs[pair], start) for one in documents]
        torn = [
            (one, Side(other.language, tuple(other.segments[place] for place in damage.order)))
            for (one, other), damage in zip(whole, damages, strict=True)
        ]
        for found, damage, beads in zip(untouched, damages, align_bitexts(torn), strict=True):
            placed = [(source, tuple(damage.order[place] for place in target)) for source, target in rungs_of(beads)]
            before += surviving(found, damage)
            after += surviving(placed, damage)
    return before, after


def main() -> None:
    """Print a line a set, pair and kind of damage."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", nargs="+", type=Path)
    for path in options.parse_args().gold:
        documents = list(parse_gold(path.open(encoding="utf-8"), path.name))
        for pair in dict.fromkeys(pair for document in documents for pair in document.rungs):
            held = [document for document in documents if pair in document.rungs]
            for name, damaged in (("30 % missing, the rest", without_block), ("paragraphs exchanged, what follows", exchanged)):
                before, after = (one.strict.f1 for one in compare(held, pair, damaged))
                print(
                    f"{path.stem:<10} {'-'.join(pair):<6} {name:<35} {before:.3f} → {after:.3f}  {after - before:+.3f}",
                    flush=True,
                )


if __name__ == "__main__":
    sys.exit(main())
